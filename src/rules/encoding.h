// The encodings of the text modifiers: from the characters of a rule to the bytes in a log.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace sekisho {

// RFC 4648, with padding.
std::string Base64(std::string_view bytes);

// What `bytes` can look like inside a longer Base64 text, for its three positions: the characters
// that do not depend on the neighbours. May be empty for very short input.
std::array<std::string, 3> Base64AtOffsets(std::string_view bytes);

// UTF-8 to UTF-16 without a byte order mark.
std::string Utf16(std::string_view utf8, bool big_endian);

}  // namespace sekisho
