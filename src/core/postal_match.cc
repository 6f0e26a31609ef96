#include "core/postal_match.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "core/hash.h"

namespace sekisho {
namespace {

uint16_t Mark(std::string_view text, uint64_t seed) {
  if (text.empty()) return 0;
  const auto mark = static_cast<uint16_t>(HashBytes(text, seed).low);
  return mark == 0 ? 1 : mark;
}

bool Contradict(uint16_t a, uint16_t b) { return a != 0 && b != 0 && a != b; }

template <size_t kMax>
size_t Count(const std::array<uint16_t, kMax>& marks) {
  return static_cast<size_t>(std::find(marks.begin(), marks.end(), 0) - marks.begin());
}

bool NumbersContradict(const PostalMarks& a, const PostalMarks& b) {
  for (size_t i = 0; i < a.numbers.size(); ++i) {
    if (Contradict(a.numbers[i], b.numbers[i])) return true;
  }
  return false;
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
  const bool by_words = a.form == static_cast<uint16_t>(PostalForm::kWords);
  const bool different = !by_words || shared.both * 2 < shorter;
  return different ? AddressMatch::kDifferent : AddressMatch::kUnclear;
}

bool IsKorean(const PostalMarks& marks) {
  return marks.form == static_cast<uint16_t>(PostalForm::kKoreanRoad) ||
         marks.form == static_cast<uint16_t>(PostalForm::kKoreanLot);
}

}  // namespace

PostalMarks MarksOf(const PostalAddress& address, uint64_t seed) {
  PostalMarks marks{};
  const auto key = static_cast<uint32_t>(HashBytes(address.key, seed).low);
  marks.key = key == 0 ? 1 : key;
  marks.postal_code = Mark(address.postal_code, seed);
  marks.region = Mark(address.region, seed);
  marks.form = static_cast<uint16_t>(address.form);
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
  const bool numbers = Count(a.numbers) > 0 && Count(b.numbers) > 0;
  return words == AddressMatch::kSame && !numbers ? AddressMatch::kUnclear : words;
}

}  // namespace sekisho
