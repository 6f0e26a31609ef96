// The words that may not stand in a report's own sentences, country or none.
#pragma once

#include <span>
#include <string_view>

namespace sekisho {

struct ListedWord {
  std::string_view word;             // lower case, NFKC
  std::string_view write;            // what to write instead
  bool begins = false;               // Korean: counts only at the beginning of a word
  std::string_view not_after = {};   // Japanese: characters before and behind it with which it is
  std::string_view not_before = {};  // part of something else
};

std::span<const ListedWord> EnglishWords();   // whole words; a plural in -s or -es counts as well
std::span<const ListedWord> JapaneseWords();  // found whatever stands between their letters
// Found as they stand: without the spaces between words, others would be read into a sentence.
std::span<const ListedWord> KoreanWords();

// Words that hold one of those above and mean something else.
std::span<const std::string_view> HarmlessEnglish();
std::span<const std::string_view> HarmlessWords();  // Japanese and Korean

}  // namespace sekisho
