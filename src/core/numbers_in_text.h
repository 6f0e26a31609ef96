// Numbers that stand in a text, alone or among words.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sekisho {

struct NumberInText {
  std::string digits;
  size_t begin;  // of its bytes in the text
  size_t end;
};

// The numbers of `count` digits, also with single spaces and hyphens between groups of digits, not
// as a part of a longer group or of a word of Latin letters, but for words that announce a number
// ("No621498320257"). Characters are read as they are meant
// (core/meant_character.h), and every dash is a hyphen, also ー, which Japanese keyboards give
// for one. Of a long row of groups there may be several, one over the other.
std::vector<NumberInText> FindNumbers(std::string_view text, size_t count);

}  // namespace sekisho
