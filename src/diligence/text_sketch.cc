#include "diligence/text_sketch.h"

#include <algorithm>
#include <string>

#include "core/hash.h"
#include "core/text.h"
#include "core/utf8.h"

namespace sekisho {
namespace {

constexpr size_t kPieceCharacters = 12;
constexpr uint64_t kSampledOneOf = 8;

}  // namespace

std::vector<uint64_t> SketchText(std::string_view utf8) {
  const std::string text = LettersAndDigits(utf8, TextCase::kLower);
  std::vector<size_t> starts;
  for (size_t at = 0; at < text.size(); at += DecodeUtf8(text, at).bytes) starts.push_back(at);
  starts.push_back(text.size());
  std::vector<uint64_t> sample;
  for (size_t i = 0; i + kPieceCharacters < starts.size(); ++i) {
    const size_t end = starts[i + kPieceCharacters];
    const uint64_t hash =
        HashBytes(std::string_view(text).substr(starts[i], end - starts[i]), 0).low;
    if (hash % kSampledOneOf == 0) sample.push_back(hash);
  }
  std::sort(sample.begin(), sample.end());
  sample.erase(std::unique(sample.begin(), sample.end()), sample.end());
  return sample;
}

size_t CountShared(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b) {
  size_t count = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x < *y) {
      ++x;
    } else if (*y < *x) {
      ++y;
    } else {
      ++count;
      ++x;
      ++y;
    }
  }
  return count;
}

}  // namespace sekisho
