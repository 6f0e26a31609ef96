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

bool MayBeRomanised(const Words& words) {
  if (words.size() < 2 || words.size() > kHangulWordsMax) return false;
  size_t letters = 0;
  for (const LatinWord& word : words) letters += word.size;
  if (letters < kHangulLettersMin || letters > kHangulLettersMax) return false;
  return std::none_of(words.begin(), words.end(), [](const LatinWord& word) {
    return word.initial() || HasForeignLetters(word.Text());
  });
}

size_t VowelGroups(const Words& words) {
  size_t groups = 0;
  for (const LatinWord& word : words) {
    bool before = false;
    for (const char c : word.Text()) {
      const bool vowel = std::string_view("aeiouyw").find(c) != std::string_view::npos;
      if (vowel && !before) ++groups;
      before = vowel;
    }
  }
  return groups;
}

// The words from `first` on, then those before it.
std::string_view Rotated(const Words& words, size_t first, std::array<char, 64>* out) {
  size_t size = 0;
  for (size_t i = 0; i < words.size(); ++i) {
    for (const char c : words[(first + i) % words.size()].Text()) (*out)[size++] = c;
  }
  return {out->data(), size};
}

}  // namespace

bool HaveOneHangulName(const Words& a, const Words& b) {
  constexpr size_t kSyllablesMin = 2;
  constexpr size_t kSyllablesMax = 4;
  if (!MayBeRomanised(a) || !MayBeRomanised(b)) return false;
  const size_t left = VowelGroups(a);
  const size_t right = VowelGroups(b);
  if (left > kSyllablesMax || right > kSyllablesMax) return false;
  if (left > right + 1 || right > left + 1) return false;
  std::array<char, 64> one;
  std::array<char, 64> other;
  const std::string_view text = Rotated(a, 0, &one);
  for (size_t first = 0; first < b.size(); ++first) {
    if (HaveOneHangul(text, Rotated(b, first, &other), kSyllablesMin, kSyllablesMax)) return true;
  }
  return false;
}

}  // namespace sekisho
