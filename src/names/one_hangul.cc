#include "names/one_hangul.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "names/comparison.h"
#include "names/hangul.h"

namespace sekisho {
namespace {

using Words = std::vector<LatinWord>;

// Letters that romanisations of hangul do not use, or hardly.
constexpr std::string_view kForeignLetters = "fqvxz0123456789";
constexpr size_t kHangulLettersMin = 4;
constexpr size_t kHangulLettersMax = 22;
constexpr size_t kHangulWordsMax = 4;

// Also a c that is not ch.
bool HasForeignLetters(std::string_view text) {
  if (text.find_first_of(kForeignLetters) != std::string_view::npos) return true;
  for (size_t at = text.find('c'); at != std::string_view::npos; at = text.find('c', at + 1)) {
    if (at + 1 == text.size() || text[at + 1] != 'h') return true;
  }
  return false;
}

// 오, 우 and 이 are family names too: "O Kyong-su", "U Min".
bool IsSyllable(char letter) { return letter == 'o' || letter == 'u' || letter == 'i'; }

bool MayBeRomanised(const Words& words) {
  if (words.size() < 2 || words.size() > kHangulWordsMax) return false;
  size_t letters = 0;
  for (const LatinWord& word : words) letters += word.size;
  if (letters < kHangulLettersMin || letters > kHangulLettersMax) return false;
  return std::none_of(words.begin(), words.end(), [](const LatinWord& word) {
    return (word.initial() && !IsSyllable(word.text[0])) || HasForeignLetters(word.Text());
  });
}

// Family and given name, each with a space between its words.
class RomanisedName {
 public:
  RomanisedName(const Words& words, bool family_last) {
    const size_t family = family_last ? words.size() - 1 : 0;
    Add(words[family]);
    family_size_ = size_;
    for (size_t i = 0; i < words.size(); ++i) {
      if (i == family) continue;
      if (size_ > family_size_) text_[size_++] = ' ';
      Add(words[i]);
    }
  }

  std::string_view Family() const { return {text_.data(), family_size_}; }
  std::string_view Given() const { return {text_.data() + family_size_, size_ - family_size_}; }

 private:
  void Add(const LatinWord& word) {
    std::copy_n(word.text.data(), word.size, text_.data() + size_);
    size_ += word.size;
  }

  std::array<char, kHangulLettersMax + kHangulWordsMax> text_;
  size_t family_size_ = 0;
  size_t size_ = 0;
};

bool AreOne(const RomanisedName& a, const RomanisedName& b) {
  constexpr size_t kFamilySyllablesMax = 2;
  constexpr size_t kGivenSyllablesMax = 3;
  return HaveOneHangul(a.Family(), b.Family(), 1, kFamilySyllablesMax) &&
         HaveOneHangul(a.Given(), b.Given(), 1, kGivenSyllablesMax);
}

}  // namespace

bool HaveOneHangulName(const Words& a, const Words& b) {
  if (!MayBeRomanised(a) || !MayBeRomanised(b)) return false;
  for (const bool a_last : {false, true}) {
    const RomanisedName left(a, a_last);
    for (const bool b_last : {false, true}) {
      if (AreOne(left, RomanisedName(b, b_last))) return true;
    }
  }
  return false;
}

}  // namespace sekisho
