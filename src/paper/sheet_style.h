// The style of sheets in HTML, compiled into the program. Used inside of this layer.
#pragma once

#include <string_view>

namespace sekisho {

std::string_view SheetStyle();

}  // namespace sekisho
