// Text on a terminal: how many columns it takes, and how it is cut, filled and broken.
//
// Wide characters (Unicode Standard Annex 11: W and F; Japanese, Chinese, Korean) take two columns,
// marks none. All text is UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sekisho {

size_t DisplayWidth(std::string_view text);

// `text` with control characters, direction marks and bytes that are no UTF-8 replaced by U+FFFD:
// ids and names come from events and must not steer the terminal.
std::string Printable(std::string_view text);

// `text`, or its beginning with "…" when it takes more than `columns`.
std::string Fit(std::string_view text, size_t columns);

// `text` and spaces up to `columns`; longer text stays as it is.
std::string PadRight(std::string_view text, size_t columns);
std::string PadLeft(std::string_view text, size_t columns);

// Lines of at most `columns` (at least 2), broken at spaces and between wide characters; no line
// begins with closing punctuation. White space between two wide characters is left out (Japanese is
// written without; it comes from broken lines in the source). A word that is wider than a line is
// broken anywhere.
std::vector<std::string> Wrap(std::string_view text, size_t columns);

// Wrap() with `indent` spaces before each line and a line end behind each.
std::string WrapIndented(std::string_view text, size_t columns, size_t indent);

}  // namespace sekisho
