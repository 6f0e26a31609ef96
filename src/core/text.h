// Unicode text in one comparable form. Identifiers that people type differ in width (Ａ and A), in
// composition (é in one or two code points) and in case; these forms remove that.
#pragma once

#include <string>
#include <string_view>

namespace sekisho {

enum class TextCase { kKept, kLower, kUpper };

// NFKC (https://unicode.org/reports/tr15/) with white space trimmed at both ends and the case as
// asked, without regard to language. Applying it twice changes nothing. Bytes that are no UTF-8
// become U+FFFD. ASCII input costs one pass.
std::string NormalText(std::string_view utf8, TextCase text_case);

// Takes white space and the character `also` off the end, in one pass.
void TrimEnd(char also, std::string* utf8);

// The letters and digits of any script in NormalText(utf8, text_case), nothing else: for numbers
// of documents and bank accounts, which people write with spaces, hyphens and dots. ー that follows
// no kana is a hyphen: Japanese keyboards give it for one.
std::string LettersAndDigits(std::string_view utf8, TextCase text_case);

// True when the text hides a part of itself behind asterisks or bullets ("**** 1234"): then it
// identifies nobody, and comparing it would join strangers.
bool IsMasked(std::string_view utf8);
// The same for numbers, where four X are a mask too, whatever stands between ("XX-XX-1234").
bool IsMaskedNumber(std::string_view utf8);

}  // namespace sekisho
