#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace sekisho {
namespace {

constexpr size_t kColumnsMin = 40;
constexpr size_t kColumnsMax = 160;  // longer lines are hard to follow

std::string_view Environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : value;
}

size_t ColumnsOf(int file, bool interactive) {
  size_t columns = 0;
  winsize size{};
  if (interactive && ioctl(file, TIOCGWINSZ, &size) == 0) columns = size.ws_col;
  if (columns == 0) {
    const std::string_view text = Environment("COLUMNS");
    std::from_chars(text.data(), text.data() + text.size(), columns);
  }
  return columns == 0 ? 80 : std::clamp(columns, kColumnsMin, kColumnsMax);
}

std::string_view StyleCode(Style style) {
  switch (style) {
    case Style::kBold:
      return "\x1b[1m";
    case Style::kDim:
      return "\x1b[2m";
    case Style::kRed:
      return "\x1b[31m";
    case Style::kYellow:
      return "\x1b[33m";
    case Style::kGreen:
      return "\x1b[32m";
    case Style::kCyan:
      return "\x1b[36m";
    case Style::kPlain:
      break;
  }
  return "";
}

}  // namespace

Terminal InspectTerminal(int file) {
  Terminal terminal;
  terminal.interactive = isatty(file) == 1;
  terminal.colour =
      terminal.interactive && Environment("NO_COLOR").empty() && Environment("TERM") != "dumb";
  terminal.columns = ColumnsOf(file, terminal.interactive);
  return terminal;
}

std::string Paint(const Terminal& terminal, Style style, std::string_view text) {
  if (!terminal.colour || style == Style::kPlain || text.empty()) return std::string(text);
  return std::string(StyleCode(style)).append(text).append("\x1b[0m");
}

}  // namespace sekisho
