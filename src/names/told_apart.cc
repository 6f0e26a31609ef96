#include "names/told_apart.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "names/sound.h"

namespace sekisho {
namespace {

using Words = std::vector<LatinWord>;

constexpr size_t kNone = static_cast<size_t>(-1);

// "Plant 51" and "Plant 52", father and son of one name.
bool IsCount(const LatinWord& word) {
  return word.number || word.kind == WordKind::kNumber || word.kind == WordKind::kSuffix;
}

// Sister companies: "Dhaka" and "Lagos", "trading" and "shipping".
bool IsPlace(const LatinWord& word) { return word.kind == WordKind::kPlace; }
bool IsTrade(const LatinWord& word) { return word.kind == WordKind::kGeneric; }

template <typename Is>
bool HasOpen(const Words& words, const UsedWords& used, const Is& is) {
  for (size_t i = 0; i < words.size(); ++i) {
    if (!used[i] && is(words[i])) return true;
  }
  return false;
}

template <typename Is>
bool HaveOpen(const LinkedWords& words, const Is& is) {
  return HasOpen(words.left, words.left_used, is) && HasOpen(words.right, words.right_used, is);
}

size_t ChildOf(const Words& words) {
  constexpr std::string_view kChild[] = {"bin",   "ibn", "ben", "bint",
                                         "binti", "bn",  "bnt"};  // the last: بن, بنت
  for (size_t at = 0; at < words.size(); ++at) {
    if (words[at].text[0] != 'b' && words[at].text[0] != 'i') continue;
    const std::string_view text = words[at].Text();
    if (std::find(std::begin(kChild), std::end(kChild), text) != std::end(kChild)) return at;
  }
  return kNone;
}

// "yusuf bin abdullah" and "abdullah bin yusuf": who is whose child is no matter of order.
bool IsFatherForSon(const LinkedWords& words) {
  const size_t left = ChildOf(words.left);
  const size_t right = ChildOf(words.right);
  if (left == kNone || right == kNone) return false;
  bool back = false;
  bool forth = false;
  for (const WordLink& link : words.links) {
    back = back || (link.left < left && link.right > right);
    forth = forth || (link.left > left && link.right < right);
  }
  return back && forth;
}

bool IsSyllable(const LatinWord& word) {
  size_t groups = 0;
  for (size_t i = 0; i < word.size; ++i) {
    groups += IsVowel(word.text[i]) && (i == 0 || !IsVowel(word.text[i - 1]));
  }
  return groups == 1;
}

bool AreSyllables(const Words& words) {
  constexpr size_t kSyllablesMin = 2;  // "liu yang"
  return words.size() >= kSyllablesMin && std::all_of(words.begin(), words.end(), IsSyllable);
}

std::string SortedVowels(std::string_view text) {
  std::string vowels;
  std::copy_if(text.begin(), text.end(), std::back_inserter(vowels), IsVowel);
  std::sort(vowels.begin(), vowels.end());
  return vowels;
}

// "lee seung hyun" and "lee seung hoon": of a word of one syllable a vowel is half.
bool HasOtherVowel(const LinkedWords& words) {
  if (!AreSyllables(words.left) || !AreSyllables(words.right)) return false;
  return std::any_of(words.links.begin(), words.links.end(), [&](const WordLink& link) {
    const LatinWord& left = words.left[link.left];
    const LatinWord& right = words.right[link.right];
    if (left.consonants_only || right.consonants_only) return false;
    return link.reason == NameReason::kSpelling && left.Sound() != right.Sound() &&
           SortedVowels(left.Text()) != SortedVowels(right.Text());
  });
}

// "oluwole a" and "abeni o": each initial stands where the other name has another word.
bool HaveCrossedInitials(const LinkedWords& words) {
  const auto crossed = [](const WordLink& x, const WordLink& y) {
    return x.reason == NameReason::kInitial && y.reason == NameReason::kInitial &&
           (x.left < y.left) != (x.right < y.right);
  };
  for (const WordLink& x : words.links) {
    for (const WordLink& y : words.links) {
      if (&x != &y && crossed(x, y)) return true;
    }
  }
  return false;
}

}  // namespace

bool AreToldApart(const LinkedWords& words, bool organisation) {
  if (HaveOpen(words, IsCount)) return true;
  if (organisation) return HaveOpen(words, IsPlace) || HaveOpen(words, IsTrade);
  return IsFatherForSon(words) || HasOtherVowel(words) || HaveCrossedInitials(words);
}

}  // namespace sekisho
