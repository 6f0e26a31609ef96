// Takes numbers of identity papers out of text that was not understood: a record that is refused is
// shown and written as it came, and may hold what is never kept otherwise.
#pragma once

#include <string>
#include <string_view>

namespace sekisho {

// What stands in the place of a number that is hidden, wherever something shows one.
inline constexpr std::string_view kMaskDots = "••••";

// `text` with "••••" in the place of
//   * 12 digits with the check digit of a My Number (core/my_number.h), also with single spaces and
//     hyphens between groups of them, not as a part of a longer number;
//   * a machine-readable zone or a line of one: at least 28 capital letters, digits and <, of which
//     one is <, also with spaces and line ends between;
//   * the value of a JSON member whose name is one of a document's number or zone
//     (document.number, number within a document, passport_no, mrz …).
// Full-width characters and JSON's escapes (\u003c) are read as what they stand for. One of ten
// other numbers of 12 digits is masked as well: hiding one too many harms less than showing one.
// What a foreign log calls by another name and has another form is not found.
// Any bytes may stand in `text`; what is not masked stays as it is, byte for byte.
std::string MaskIdentityNumbers(std::string_view text);

}  // namespace sekisho
