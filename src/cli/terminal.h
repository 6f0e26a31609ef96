// What the program may do with the place it writes to.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sekisho {

struct Terminal {
  bool interactive = false;  // a person looks at it
  bool colour = false;
  size_t columns = 80;
};

// Of an open file. Colours: only on a terminal, unless NO_COLOR (https://no-color.org) is set or
// TERM is "dumb". Columns: of the terminal; else COLUMNS, else 80.
Terminal InspectTerminal(int file);

enum class Style { kPlain, kBold, kDim, kRed, kYellow, kGreen, kCyan };

// `text` in the style where the terminal shows colours, else as it is.
std::string Paint(const Terminal& terminal, Style style, std::string_view text);

}  // namespace sekisho
