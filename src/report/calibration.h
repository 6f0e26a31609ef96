// The result of a calibration as a page with pictures.
#pragma once

#include <string>

#include "core/language.h"
#include "service/calibrate.h"

namespace sekisho {

// One HTML file that needs nothing else, in three languages, like the report. Pure; equal results
// give equal bytes.
std::string CalibrationPage(const Calibration& calibration, Language language);

}  // namespace sekisho
