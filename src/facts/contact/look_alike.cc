#include "facts/contact/look_alike.h"

#include <unicode/unistr.h>
#include <unicode/uspoof.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "core/text.h"
#include "core/utf8.h"

namespace sekisho {
namespace {

constexpr size_t kCharactersMax = 64;  // a label has 63

struct CloseSpoofChecker {
  void operator()(USpoofChecker* checker) const { uspoof_close(checker); }
};

// Read-only after it was made, so threads share it; null when ICU has no data.
const USpoofChecker* Checker() {
  static const std::unique_ptr<USpoofChecker, CloseSpoofChecker> checker = [] {
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<USpoofChecker, CloseSpoofChecker> made(uspoof_open(&error));
    if (U_FAILURE(error)) made.reset();
    return made;
  }();
  return checker.get();
}

std::vector<char32_t> Characters(std::string_view text) {
  std::vector<char32_t> characters;
  for (size_t at = 0; at < text.size() && characters.size() <= kCharactersMax;) {
    const Utf8Character character = DecodeUtf8(text, at);
    characters.push_back(character.code);
    at += character.bytes;
  }
  return characters;
}

bool IsAscii(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
}

size_t DistanceAllowed(size_t characters) {
  if (characters < 4) return 0;
  return characters < 8 ? 1 : 2;
}

}  // namespace

std::string Skeleton(std::string_view utf8) {
  std::string text = NormalText(utf8, TextCase::kLower);
  if (Checker() == nullptr) return text;
  const icu::UnicodeString source = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  icu::UnicodeString skeleton;
  UErrorCode error = U_ZERO_ERROR;
  uspoof_getSkeletonUnicodeString(Checker(), 0, source, skeleton, &error);
  if (U_FAILURE(error)) return text;
  std::string result;
  skeleton.toUTF8String(result);
  // A zero has the skeleton of a capital O.
  result = NormalText(result, TextCase::kLower);
  // TR39 takes 1, I and l for each other, but not i, which is I in another case, nor the Cyrillic
  // palochka, which it reads as i.
  std::replace(result.begin(), result.end(), 'i', 'l');
  return result;
}

size_t EditDistance(std::string_view a, std::string_view b, size_t distance_max) {
  const std::vector<char32_t> left = Characters(a);
  const std::vector<char32_t> right = Characters(b);
  const size_t more = distance_max + 1;
  if (left.size() > kCharactersMax || right.size() > kCharactersMax) return more;
  // distance[i % 3][j]: between the first i and the first j characters; three rows are needed.
  std::vector<std::vector<size_t>> distance(3, std::vector<size_t>(right.size() + 1));
  for (size_t j = 0; j <= right.size(); ++j) distance[0][j] = j;
  for (size_t i = 1; i <= left.size(); ++i) {
    std::vector<size_t>& row = distance[i % 3];
    const std::vector<size_t>& above = distance[(i - 1) % 3];
    row[0] = i;
    for (size_t j = 1; j <= right.size(); ++j) {
      const size_t change = left[i - 1] == right[j - 1] ? 0 : 1;
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + change});
      const bool swapped =
          i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
      if (swapped) row[j] = std::min(row[j], distance[(i - 2) % 3][j - 2] + 1);
    }
  }
  return std::min(distance[left.size() % 3][right.size()], more);
}

bool LooksAlike(std::string_view a, std::string_view b) {
  if (a == b || a.empty() || b.empty()) return false;
  const std::string shape_a = Skeleton(a);
  const std::string shape_b = Skeleton(b);
  if (shape_a == shape_b) return true;
  const size_t shorter = std::min(Characters(a).size(), Characters(b).size());
  const size_t allowed = DistanceAllowed(shorter);
  if (allowed == 0) return false;
  // Between two scripts every letter is another one, so there the shapes are counted.
  if (IsAscii(a) != IsAscii(b) && EditDistance(shape_a, shape_b, allowed) <= allowed) return true;
  return EditDistance(a, b, allowed) <= allowed;
}

}  // namespace sekisho
