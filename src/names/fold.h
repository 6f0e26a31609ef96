// The characters of a name, one by one, without what clerks and keyboards change. Used inside of
// this layer.
#pragma once

#include <string>
#include <string_view>

namespace sekisho {

// NFKC where it changes anything; hiragana as katakana; old kanji as written (their forms are
// compared later); kana keep their size; wide and unbreakable spaces as spaces, none at the ends.
// No change of case. Bytes that are no UTF-8 become U+FFFD.
void FoldCharacters(std::string_view utf8, std::u32string* out);
std::u32string FoldCharacters(std::string_view utf8);

// ァ → ア, ョ → ヨ; other characters stay.
char32_t LargeKana(char32_t character);

bool IsHan(char32_t character);
bool IsKatakana(char32_t character);  // with the long-vowel mark, without the middle dot
bool IsHangulSyllable(char32_t character);

}  // namespace sekisho
