// One file of measures/.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "measures/measure.h"
#include "yaml/diagnostics.h"

namespace sekisho {

// Nothing when the file holds no measure at all. Problems are reported; what could be read is
// returned all the same.
std::optional<Measure> ReadMeasure(const std::string& file, std::string_view text,
                                   DiagnosticSink* sink);

// "M01" to "M99".
bool IsMeasureId(std::string_view id);

}  // namespace sekisho
