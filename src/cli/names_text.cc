#include "cli/names_text.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "absl/strings/str_join.h"
#include "cli/text_width.h"
#include "cli/words.h"

namespace sekisho {

std::string NamesText(const NameCounts& names, Language language) {
  constexpr size_t kNamesMax = 6;
  std::vector<std::pair<std::string, uint64_t>> sorted(names.counts().begin(),
                                                       names.counts().end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::string> parts;
  for (size_t i = 0; i < std::min(sorted.size(), kNamesMax); ++i) {
    parts.push_back(Printable(sorted[i].first) + " " + GroupedNumber(sorted[i].second));
  }
  if (sorted.size() > kNamesMax) {
    constexpr Phrase kMore = {"$0 more names", "ほか $0 種類", "그 밖에 $0종"};
    const uint64_t more = sorted.size() - kNamesMax;
    parts.push_back(Counted(more, kMore, kMore, language));
  }
  return absl::StrJoin(parts, ", ");
}

}  // namespace sekisho
