// How many pairs of names are compared in a second on one core: sekisho-bench-names FILE.csv...
//
// Counted is everything that `sekisho names --pairs` does with a pair but reading it: both names
// are taken apart, compared, and explained. The figure of a file is the median of its passes.
// tools/names_pairs.py writes such files.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>
#include <utility>
#include <vector>

#include "names/match.h"
#include "service/name_pairs.h"

namespace sekisho {
namespace {

constexpr int kPasses = 9;

using Pair = std::pair<std::string, std::string>;

// Of this thread: what others do on this machine does not count.
double CpuSeconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

StatusOr<std::vector<Pair>> ReadPairs(const char* file) {
  std::vector<Pair> pairs;
  const StatusOr<NamePairsReport> report = CompareNamePairs(
      file, [&](const NamePair& pair) { pairs.emplace_back(pair.name1, pair.name2); });
  if (!report.ok()) return report.status();
  return pairs;
}

bool Measure(const char* file) {
  const StatusOr<std::vector<Pair>> pairs = ReadPairs(file);
  if (!pairs.ok() || pairs->empty()) {
    std::fprintf(stderr, "no pairs in %s\n", file);
    return false;
  }
  Name left;
  Name right;
  NameMatch match;
  std::string explanation;
  std::vector<double> rates;
  size_t matches = 0;
  for (int pass = 0; pass < kPasses; ++pass) {
    const double begin_s = CpuSeconds();
    for (const auto& [one, other] : *pairs) {
      left.Assign(one);
      right.Assign(other);
      MatchNames(left, right, &match);
      explanation.clear();
      AppendNameExplanation(match, Language::kEnglish, &explanation);
      matches += match.outcome != NameOutcome::kUnrelated ? 1 : 0;
    }
    rates.push_back(static_cast<double>(pairs->size()) / (CpuSeconds() - begin_s));
  }
  std::sort(rates.begin(), rates.end());
  std::printf("%s: %.0f pairs/s (%.0f-%.0f), %.1f %% match\n", file, rates[kPasses / 2],
              rates.front(), rates.back(),
              100.0 * static_cast<double>(matches) / static_cast<double>(kPasses * pairs->size()));
  return true;
}

}  // namespace
}  // namespace sekisho

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: sekisho-bench-names FILE.csv...\n");
    return 2;
  }
  bool ok = true;
  for (int i = 1; i < argc; ++i) ok = sekisho::Measure(argv[i]) && ok;
  return ok ? 0 : 1;
}
