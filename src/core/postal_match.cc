#include "core/postal_match.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <span>

#include "core/hash.h"

namespace sekisho {
namespace {

uint16_t Mark(std::string_view text, uint64_t seed) {
  if (text.empty()) return 0;
  const auto mark = static_cast<uint16_t>(HashBytes(text, seed).low);
  return mark == 0 ? 1 : mark;
}

bool Contradict(uint16_t a, uint16_t b) { return a != 0 && b != 0 && a != b; }

std::span<const uint16_t> Numbers(const PostalMarks& marks) {
  const auto end = std::find(marks.numbers.begin(), marks.numbers.end(), 0);
  return {marks.numbers.begin(), end};
}

// Do the shorter ones stand in the longer ones, in this order?
bool IsWithin(std::span<const uint16_t> a, std::span<const uint16_t> b) {
  if (a.size() > b.size()) return IsWithin(b, a);
  for (const uint16_t number : b) {
    if (!a.empty() && a.front() == number) a = a.subspan(1);
  }
  return a.empty();
}

// The house as far as both name it; of what follows, one may leave out anything: the name of a
// building can have a number too.
bool NumbersContradict(const PostalMarks& a, const PostalMarks& b) {
  const std::span<const uint16_t> left = Numbers(a);
  const std::span<const uint16_t> right = Numbers(b);
  const size_t house = std::min(
      {static_cast<size_t>(std::min(a.house_numbers, b.house_numbers)), left.size(), right.size()});
  if (!std::equal(left.begin(), left.begin() + static_cast<std::ptrdiff_t>(house), right.begin())) {
    return true;
  }
  return !IsWithin(left.subspan(house), right.subspan(house));
}

struct Shared {
  size_t a = 0;  // words of a that can be looked for in b, and the other way round
  size_t b = 0;
  size_t both = 0;
};

// When there is no room for all words, nothing is known of those above the largest that is kept.
Shared SharedWords(const PostalMarks& a, const PostalMarks& b) {
  const auto known_max = [](const PostalMarks& marks) {
    return marks.words.back() == 0 ? UINT16_MAX : marks.words.back();
  };
  const uint16_t max = std::min<uint16_t>(known_max(a), known_max(b));
  const auto known = [max](uint16_t mark) { return mark != 0 && mark <= max; };
  Shared shared;
  for (const uint16_t mark : a.words) {
    if (!known(mark)) continue;
    ++shared.a;
    if (std::find(b.words.begin(), b.words.end(), mark) != b.words.end()) ++shared.both;
  }
  shared.b = static_cast<size_t>(std::count_if(b.words.begin(), b.words.end(), known));
  return shared;
}

AddressMatch MatchWords(const PostalMarks& a, const PostalMarks& b) {
  const Shared shared = SharedWords(a, b);
  const size_t shorter = std::min(shared.a, shared.b);
  if (shorter == 0) return AddressMatch::kUnclear;
  if (shared.both == shorter) return AddressMatch::kSame;
  const bool by_words = a.form == PostalForm::kWords;
  const bool different = !by_words || shared.both * 2 < shorter;
  return different ? AddressMatch::kDifferent : AddressMatch::kUnclear;
}

bool IsKorean(const PostalMarks& marks) {
  return marks.form == PostalForm::kKoreanRoad || marks.form == PostalForm::kKoreanLot;
}

}  // namespace

PostalMarks MarksOf(const PostalAddress& address, uint64_t seed) {
  PostalMarks marks{};
  const auto key = static_cast<uint32_t>(HashBytes(address.key, seed).low);
  marks.key = key == 0 ? 1 : key;
  marks.postal_code = Mark(address.postal_code, seed);
  marks.region = Mark(address.region, seed);
  marks.form = address.form;
  marks.house_numbers =
      static_cast<uint8_t>(std::min(address.numbers.size(), PostalMarks::kNumbersMax));
  size_t count = 0;
  for (const auto* numbers : {&address.numbers, &address.units}) {
    for (const std::string& number : *numbers) {
      if (count < marks.numbers.size()) marks.numbers[count++] = Mark(number, seed);
    }
  }
  std::set<uint16_t> words;
  for (const std::string& word : address.words) words.insert(Mark(word, seed));
  std::copy_n(words.begin(), std::min(words.size(), marks.words.size()), marks.words.begin());
  return marks;
}

AddressMatch MatchAddresses(const PostalMarks& a, const PostalMarks& b) {
  if (a.key == b.key) {
    const bool different =
        Contradict(a.postal_code, b.postal_code) || Contradict(a.region, b.region);
    return different ? AddressMatch::kDifferent : AddressMatch::kSame;
  }
  const bool one_form = a.form == b.form;
  if (!one_form && IsKorean(a) && IsKorean(b)) return AddressMatch::kUnclear;
  if (NumbersContradict(a, b) || Contradict(a.postal_code, b.postal_code)) {
    return AddressMatch::kDifferent;
  }
  if (!one_form) return AddressMatch::kUnclear;
  if (Contradict(a.region, b.region)) return AddressMatch::kDifferent;
  const AddressMatch words = MatchWords(a, b);
  const bool numbers = !Numbers(a).empty() && !Numbers(b).empty();
  return words == AddressMatch::kSame && !numbers ? AddressMatch::kUnclear : words;
}

}  // namespace sekisho
