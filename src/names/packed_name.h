// A name in few bytes, for who must keep names in order to compare them later.
//
// A hash of a name can be compared for equality and for nothing else, so whoever compares how names
// are written has to keep their characters. Kept are the folded characters (width, composition,
// hiragana as katakana) that comparing would make anyway, and no more of them than there is room
// for: a letter of most alphabets and a kana take one byte, kanji and hangul three. The bytes are
// no key: two names that compare as one need not have the same.
//
// Pure and thread-safe.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sekisho {

// The packed form of the first 1024 bytes of `utf8`. Spaces at both ends are left out.
std::string PackName(std::string_view utf8);

// The beginning of a packed name, at most `bytes_max` bytes of whole characters.
std::string_view CutPackedName(std::string_view packed, size_t bytes_max);

// A name that compares like the packed one, in UTF-8. Bytes that no PackName wrote give some name.
std::string UnpackName(std::string_view packed);

}  // namespace sekisho
