// A due-diligence report for people.
#pragma once

#include <string>

#include "cli/terminal.h"
#include "core/language.h"
#include "diligence/vetting.h"

namespace sekisho {

std::string VetPage(const VetReport& report, const VetInput& input, const Terminal& terminal,
                    Language language);

}  // namespace sekisho
