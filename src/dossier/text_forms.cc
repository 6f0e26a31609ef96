#include "dossier/text_forms.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/text.h"
#include "core/utf8.h"

namespace sekisho {
namespace {

bool IsUnseen(char32_t code) {
  return code == 0xad || (code >= 0x200b && code <= 0x200f) || (code >= 0x2060 && code <= 0x2064) ||
         code == 0xfeff;
}

bool IsSpace(char32_t code) { return code == ' ' || (code >= '\t' && code <= '\r'); }

template <typename Drop>
std::string Without(std::string_view text, const Drop& drop) {
  std::string kept;
  for (size_t at = 0; at < text.size();) {
    const Utf8Character one = DecodeUtf8(text, at);
    if (!drop(one.code)) kept += text.substr(at, one.bytes);
    at += one.bytes;
  }
  return kept;
}

// Letters of other scripts that look like Latin ones (https://unicode.org/reports/tr39/,
// confusables) and are typed for them by mistake or to hide a word.
std::string AsLatin(std::string_view text) {
  constexpr std::pair<char32_t, char> kAlike[] = {
      {0x430, 'a'}, {0x432, 'b'}, {0x435, 'e'}, {0x43a, 'k'}, {0x43c, 'm'}, {0x43d, 'h'},
      {0x43e, 'o'}, {0x440, 'p'}, {0x441, 'c'}, {0x442, 't'}, {0x443, 'y'}, {0x445, 'x'},
      {0x455, 's'}, {0x456, 'i'}, {0x458, 'j'}, {0x3b1, 'a'}, {0x3bf, 'o'}, {0x3c1, 'p'}};
  std::string latin;
  for (size_t at = 0; at < text.size();) {
    const Utf8Character one = DecodeUtf8(text, at);
    const auto* const alike =
        std::find_if(std::begin(kAlike), std::end(kAlike),
                     [&](const auto& pair) { return pair.first == one.code; });
    if (alike == std::end(kAlike)) {
      latin += text.substr(at, one.bytes);
    } else {
      latin += alike->second;
    }
    at += one.bytes;
  }
  return latin;
}

bool IsLatin(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

}  // namespace

std::string PlainForm(std::string_view text) {
  return Without(NormalText(text, TextCase::kLower), IsUnseen);
}

std::string UnspacedForm(std::string_view text) { return Without(PlainForm(text), IsSpace); }

std::string WordForm(std::string_view text) {
  std::string words = " ";
  size_t run = 0;  // letters since the last character that is none
  for (const char c : AsLatin(PlainForm(text))) {
    const bool abbreviates = c == '.' && run == 1;
    run = IsLatin(c) ? run + 1 : 0;
    if (IsLatin(c)) {
      words += c;
    } else if (!abbreviates && c != '\'' && words.back() != ' ') {
      words += ' ';
    }
  }
  if (words.back() != ' ') words += ' ';
  return words;
}

}  // namespace sekisho
