// The styles and the scripts of the pages (src/report/page), as parts of the program.
#pragma once

#include <string_view>

namespace sekisho {

std::string_view ReportStyle();
std::string_view ReportScript();
std::string_view CalibrationStyle();
std::string_view CalibrationScript();
std::string_view VetFormStyle();
std::string_view VetFormScript();
std::string_view VetReportStyle();
std::string_view VetReportScript();
std::string_view VetSheetStyle();
std::string_view VetSheetScript();

}  // namespace sekisho
