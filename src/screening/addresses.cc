#include "screening/addresses.h"

#include <algorithm>
#include <string>
#include <vector>

#include "core/text.h"

namespace sekisho {
namespace {

constexpr double kSharedLeast = 0.6;
constexpr size_t kWordsLeast = 3;
constexpr size_t kCharactersLeast = 12;  // bytes of a whole address without spaces

struct Words {
  std::vector<std::string> words;  // sorted
  std::vector<std::string> numbers;
};

bool HasDigit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Words Split(std::string_view address) {
  Words split;
  std::string word;
  const auto finish = [&] {
    if (word.empty()) return;
    (HasDigit(word) ? split.numbers : split.words).push_back(word);
    word.clear();
  };
  for (const char c : NormalText(address, TextCase::kLower)) {
    const bool part = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
    if (part) {
      word.push_back(c);
    } else {
      finish();
    }
  }
  finish();
  for (auto* const list : {&split.words, &split.numbers}) {
    std::sort(list->begin(), list->end());
    list->erase(std::unique(list->begin(), list->end()), list->end());
  }
  return split;
}

size_t Shared(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::string> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both.size();
}

}  // namespace

bool AreSameAddress(std::string_view a, std::string_view b) {
  const std::string left = LettersAndDigits(a, TextCase::kLower);
  const std::string right = LettersAndDigits(b, TextCase::kLower);
  if (!HasDigit(left) || !HasDigit(right)) return false;
  if (left == right) return left.size() >= kCharactersLeast;
  const Words one = Split(a);
  const Words other = Split(b);
  const size_t fewer_numbers = std::min(one.numbers.size(), other.numbers.size());
  if (fewer_numbers == 0 || Shared(one.numbers, other.numbers) < fewer_numbers) return false;
  const size_t words = std::min(one.words.size(), other.words.size());
  const size_t shared = Shared(one.words, other.words);
  if (shared + fewer_numbers < kWordsLeast || words == 0) return false;
  return static_cast<double>(shared) >= kSharedLeast * static_cast<double>(words);
}

}  // namespace sekisho
