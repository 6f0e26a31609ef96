#include "cli/scan_costs.h"

#include <algorithm>
#include <ctime>
#include <vector>

#include "absl/strings/str_format.h"
#include "absl/strings/substitute.h"
#include "cli/table.h"
#include "cli/words.h"

namespace sekisho {
namespace {

constexpr Phrase kTitle = {
    "Processor time by rule (estimated from one event in $0)",
    "ルール別の CPU 時間（$0 件に 1 件からの推定）",
    "규칙별 CPU 시간 (이벤트 $0건 중 1건으로 추정)",
};
constexpr Phrase kIndicator = {"indicator", "指標", "지표"};
constexpr Phrase kRule = {"rule", "ルール", "규칙"};
constexpr Phrase kInputs = {"events", "対象", "대상"};
constexpr Phrase kHeld = {"held", "成立", "성립"};
constexpr Phrase kFindings = {"findings", "検出", "탐지"};
constexpr Phrase kMatching = {"match ms", "照合 ms", "대조 ms"};
constexpr Phrase kWindows = {"window ms", "集計 ms", "집계 ms"};
constexpr Phrase kShare = {"share %", "割合 %", "비율 %"};
constexpr Phrase kFacts = {"facts of single events", "イベント単独の事実", "이벤트 단독 사실"};
constexpr Phrase kProfiles = {"profiles and populations", "プロフィールと母集団",
                              "프로필과 모집단"};
constexpr Phrase kLinks = {"links", "連結", "연결"};

std::string Milliseconds(int64_t ns) {
  return absl::StrFormat("%.1f", static_cast<double>(ns) * 1e-6);
}

class CostTable {
 public:
  CostTable(const RuleCosts& costs, Language language)
      : language_(language),
        table_({{In(kIndicator)},
                {In(kRule), false, Style::kPlain, 24},
                {In(kInputs), true},
                {In(kHeld), true},
                {In(kFindings), true},
                {In(kMatching), true},
                {In(kWindows), true},
                {In(kShare), true}}) {
    total_ns_ = costs.facts_ns + costs.profiles_ns + costs.links_ns;
    for (const int64_t ns : costs.match_ns) total_ns_ += ns;
    for (const int64_t ns : costs.window_ns) total_ns_ += ns;
  }

  void AddRule(const RuleSet& rules, const RuleReport& line, int64_t match_ns, int64_t window_ns) {
    const Rule& rule = rules.rules[line.rule];
    table_.AddRow({rule.indicator ? rules.indicators[*rule.indicator].id : "", rule.name,
                   GroupedNumber(line.inputs), GroupedNumber(line.held),
                   GroupedNumber(line.findings), Milliseconds(match_ns), Milliseconds(window_ns),
                   Share(match_ns + window_ns)});
  }
  void AddShared(const Phrase& what, int64_t ns) {
    table_.AddRow({"", In(what), "", "", "", Milliseconds(ns), "", Share(ns)});
  }
  std::string Render(const Terminal& terminal) const { return table_.Render(terminal, 2); }

 private:
  std::string In(const Phrase& phrase) const { return std::string(phrase.In(language_)); }
  std::string Share(int64_t ns) const {
    const double share =
        total_ns_ == 0 ? 0 : static_cast<double>(ns) / static_cast<double>(total_ns_);
    return absl::StrFormat("%.1f", 100 * share);
  }

  Language language_;
  Table table_;
  int64_t total_ns_ = 0;
};

}  // namespace

int64_t ThreadNanoseconds() {
  timespec time = {};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

std::string ScanCosts(const RuleSet& rules, const ScanReport& report, const Terminal& terminal,
                      Language language) {
  const RuleCosts& costs = report.costs;
  const auto cost = [&](RuleIndex rule) { return costs.match_ns[rule] + costs.window_ns[rule]; };
  std::vector<RuleIndex> order;
  for (const RuleReport& line : report.rules) {
    if (cost(line.rule) > 0) order.push_back(line.rule);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](RuleIndex a, RuleIndex b) { return cost(a) > cost(b); });
  CostTable table(costs, language);
  table.AddShared(kFacts, costs.facts_ns);
  table.AddShared(kProfiles, costs.profiles_ns);
  table.AddShared(kLinks, costs.links_ns);
  for (const RuleIndex rule : order) {
    table.AddRule(rules, report.rules[rule], costs.match_ns[rule], costs.window_ns[rule]);
  }
  return "\n" + absl::Substitute(ToAbsl(kTitle.In(language)), kCostEvery) + "\n" +
         table.Render(terminal);
}

}  // namespace sekisho
