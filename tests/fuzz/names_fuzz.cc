// Two arbitrary names, parted by a line end.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/require.h"
#include "names/match.h"
#include "names/packed_name.h"

namespace sekisho::fuzz {
namespace {

constexpr size_t kPackedMax = 1000;  // bytes; of longer names the rest is not compared

void Check(std::string_view text) {
  const size_t end = text.find('\n');
  const std::string_view left = text.substr(0, end);
  const std::string_view right = end == std::string_view::npos ? left : text.substr(end + 1);
  const NameMatch match = MatchNames(left, right);
  Require(match.score >= 0 && match.score <= 1, "a score is in [0, 1]");
  const NameMatch other = MatchNames(right, left);
  Require(match.score == other.score && match.outcome == other.outcome, "order does not matter");
  for (const Language language : {Language::kEnglish, Language::kJapanese, Language::kKorean}) {
    RequireMessage(ExplainNameMatch(match, language));
  }
  UnpackName(text);  // any bytes
  Require(CutPackedName(text, text.size()).size() <= text.size(), "a cut name is no longer");
  const std::string packed = UnpackName(PackName(left));
  if (packed.size() < kPackedMax) {
    const NameMatch again = MatchNames(packed, right);
    Require(again.score == match.score && again.outcome == match.outcome &&
                again.unknown_reading == match.unknown_reading,
            "a packed name compares like the name");
  }
  std::vector<uint64_t> keys;
  Name(left).AppendIndexKeys(&keys);
}

}  // namespace
}  // namespace sekisho::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  sekisho::fuzz::Check({reinterpret_cast<const char*>(data), size});
  return 0;
}
