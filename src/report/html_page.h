// One HTML file of a style, a script and the data that the script shows.
#pragma once

#include <string>
#include <string_view>

#include "core/language.h"

namespace sekisho {

struct HtmlPage {
  std::string_view title;
  Language language;
  std::string_view style;
  std::string_view script;
  std::string_view data;  // JSON without <, > and &
};

// The page may load nothing and run nothing but its own script (Content Security Policy 3, with the
// SHA-256 of the script).
std::string RenderPage(const HtmlPage& page);

// `json` with <, >, &, U+2028 and U+2029 written as escapes: the same value, harmless in HTML.
std::string EscapeForScript(std::string_view json);

}  // namespace sekisho
