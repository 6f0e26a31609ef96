// The style and the script of the report's page (src/report/page), as parts of the program.
#pragma once

#include <string_view>

namespace sekisho {

std::string_view ReportStyle();
std::string_view ReportScript();

}  // namespace sekisho
