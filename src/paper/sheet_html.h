// A sheet as one HTML file that needs nothing else: no script, no link, no form, nothing to load.
#pragma once

#include <string>

#include "paper/sheet.h"

namespace sekisho {

// Equal sheets give equal bytes. The page's own content policy forbids everything but its style.
// Lines of a text are kept. Thread-safe.
std::string SheetHtml(const Sheet& sheet);

}  // namespace sekisho
