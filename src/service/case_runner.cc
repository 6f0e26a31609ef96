#include "service/case_runner.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include "core/time.h"
#include "lists/list_set.h"
#include "service/finding_json.h"
#include "service/rule_words.h"
#include "service/scan.h"

namespace sekisho {
namespace {

constexpr int64_t kCaseStartMs = 1'767'225'600'000;  // 2026-01-01T00:00:00Z, where `at` starts
constexpr int kShuffles = 5;

using Lines = std::vector<std::string>;

// What one run of a case gave.
struct Outcome {
  std::vector<Finding> findings;     // of the indicator of the case
  std::string bytes;                 // the same as NDJSON
  bool not_evaluated = false;        // a list is missing
  bool lists_wanted = false;         // one is missing, and the indicator is evaluated in part
  std::vector<std::string> refused;  // lines that the scan did not take
};

// SplitMix64 (Steele, Lea, Flood 2014): the same shuffles with every library and on every machine.
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}

  uint64_t Next() {
    state_ += 0x9e3779b97f4a7c15;
    uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
  }

 private:
  uint64_t state_;
};

Lines Shuffled(Lines lines, uint64_t seed) {
  Random random(seed);
  for (size_t i = lines.size(); i > 1; --i) std::swap(lines[i - 1], lines[random.Next() % i]);
  return lines;
}

// The lists of the case; null when it has none. What an entry of a lists.yml must say about origin
// and licence goes without saying here.
StatusOr<std::shared_ptr<const ListSet>> ListsOf(const IndicatorCase& test) {
  if (test.lists.empty()) return std::shared_ptr<const ListSet>();
  constexpr std::pair<std::string_view, std::string_view> kUsual[] = {
      {"file", "case"}, {"source", "case"}, {"published", "2026-01-01"}, {"licence", "none"}};
  DiagnosticSink sink(false);
  std::vector<ListText> texts;
  for (const CaseList& list : test.lists) {
    std::vector<ListKey> keys;
    for (const CaseList::Key& key : list.keys) keys.push_back({key.key, key.value, key.place});
    for (const auto& [key, value] : kUsual) {
      const bool given = std::any_of(keys.begin(), keys.end(),
                                     [key = key](const ListKey& one) { return one.key == key; });
      if (!given) keys.push_back({std::string(key), std::string(value), list.place});
    }
    if (std::optional<ListSpec> spec = MakeListSpec(keys, list.place, &sink)) {
      texts.push_back({*std::move(spec), list.text});
    }
  }
  std::shared_ptr<const ListSet> lists = ListSet::Make(std::move(texts), &sink);
  const std::vector<Diagnostic> diagnostics = sink.Take();
  if (!diagnostics.empty()) return InvalidInput(FormatDiagnostic(diagnostics.front()));
  return lists;
}

StatusOr<Outcome> RunLines(const Plan& plan, std::shared_ptr<const ListSet> lists,
                           const IndicatorCase& test, const Lines& lines) {
  const RuleSet& rules = plan.rules();
  std::string text;
  for (const std::string& line : lines) text.append(line).push_back('\n');

  Outcome outcome;
  ScanOptions options;
  options.on_reject = [&outcome](const RejectedRecord& reject) {
    outcome.refused.push_back("an event is refused: " + reject.reason + ": " + reject.raw);
  };
  options.lists = std::move(lists);
  StatusOr<ScanReport> report = ScanText(plan, text, options);
  if (!report.ok()) return report.status();
  outcome.not_evaluated = HasListGap(rules, report->list_gaps, test.indicator);
  outcome.lists_wanted =
      !outcome.not_evaluated &&
      std::any_of(report->list_gaps.begin(), report->list_gaps.end(), [&](const ListGap& gap) {
        return rules.rules[gap.rule].indicator == test.indicator;
      });

  const FindingJson json(rules);
  for (Finding& finding : report->findings) {
    if (rules.rules[finding.rule].indicator != test.indicator) continue;
    json.Append(finding, &outcome.bytes);
    outcome.findings.push_back(std::move(finding));
  }
  std::sort(outcome.refused.begin(), outcome.refused.end());
  return outcome;
}

// "3h 15m" for times of a case, RFC 3339 for times before its start.
std::string Offset(int64_t time_ms) {
  return time_ms < kCaseStartMs ? FormatTime(time_ms) : FormatDuration(time_ms - kCaseStartMs);
}

bool Fits(const RuleSet& rules, const ExpectedFinding& expected, const Finding& finding) {
  const auto equal = [](const auto& wanted, const auto& got) {
    return !wanted || static_cast<int64_t>(*wanted) == static_cast<int64_t>(got);
  };
  return expected.subject == finding.subject.id &&
         (!expected.value || *expected.value == ValueText(rules.rules[finding.rule], finding)) &&
         equal(expected.first_ms, finding.first_ms) && equal(expected.last_ms, finding.last_ms) &&
         equal(expected.event_count, finding.events_total) && equal(expected.open, finding.open);
}

// Pairs expected with given findings so that as few as possible are left over (augmenting paths):
// an expectation that says little must not take the finding that another one needs.
class Pairing {
 public:
  Pairing(const RuleSet& rules, const std::vector<ExpectedFinding>& expected,
          const std::vector<Finding>& findings)
      : rules_(rules), expected_(expected), findings_(findings), owner_(findings.size(), kNobody) {
    for (size_t i = 0; i < expected.size(); ++i) {
      std::vector<bool> visited(findings.size(), false);
      if (!Place(i, &visited)) missing_.push_back(i);
    }
  }

  const std::vector<size_t>& missing() const { return missing_; }
  bool taken(size_t finding) const { return owner_[finding] != kNobody; }

 private:
  static constexpr size_t kNobody = static_cast<size_t>(-1);

  bool Place(size_t expected, std::vector<bool>* visited) {
    for (size_t i = 0; i < findings_.size(); ++i) {
      if ((*visited)[i] || !Fits(rules_, expected_[expected], findings_[i])) continue;
      (*visited)[i] = true;
      if (owner_[i] == kNobody || Place(owner_[i], visited)) {
        owner_[i] = expected;
        return true;
      }
    }
    return false;
  }

  const RuleSet& rules_;
  const std::vector<ExpectedFinding>& expected_;
  const std::vector<Finding>& findings_;
  std::vector<size_t> owner_;
  std::vector<size_t> missing_;
};

std::string Describe(const ExpectedFinding& expected) {
  std::string text = "subject " + expected.subject;
  if (expected.value) text += ", value " + *expected.value;
  if (expected.first_ms) text += ", first " + Offset(*expected.first_ms);
  if (expected.last_ms) text += ", last " + Offset(*expected.last_ms);
  if (expected.event_count) text += ", events " + std::to_string(*expected.event_count);
  if (expected.open) text += *expected.open ? ", open true" : ", open false";
  return text;
}

std::string Describe(const RuleSet& rules, const Finding& finding) {
  const Rule& rule = rules.rules[finding.rule];
  return "subject " + finding.subject.id + ", value " + ValueText(rule, finding) + ", first " +
         Offset(finding.first_ms) + ", last " + Offset(finding.last_ms) + ", events " +
         std::to_string(finding.events_total) + (finding.open ? ", open true" : ", open false") +
         " (rule " + rule.name + ")";
}

void CompareFindings(const RuleSet& rules, const IndicatorCase& test, const Outcome& outcome,
                     std::vector<std::string>* differences) {
  const Pairing pairing(rules, test.expected, outcome.findings);
  for (const size_t i : pairing.missing()) {
    differences->push_back("expected: " + Describe(test.expected[i]));
  }
  for (size_t i = 0; i < outcome.findings.size(); ++i) {
    if (pairing.taken(i)) continue;
    differences->push_back("found:    " + Describe(rules, outcome.findings[i]));
  }
}

// The orders in which the lines of a shuffled case are read, with words for messages.
std::vector<std::pair<std::string, Lines>> OtherOrders(const Lines& lines) {
  std::vector<std::pair<std::string, Lines>> orders;
  orders.emplace_back("reversed", Lines(lines.rbegin(), lines.rend()));
  for (int seed = 1; seed <= kShuffles; ++seed) {
    orders.emplace_back("in shuffle " + std::to_string(seed),
                        Shuffled(lines, static_cast<uint64_t>(seed)));
  }
  return orders;
}

}  // namespace

CaseRunner::CaseRunner(const LoadResult& loaded) : loaded_(loaded) {}

CaseRunner::~CaseRunner() = default;

// Most of its time goes into what can be found without the lists that are not there, so cases of
// one indicator share it.
Status CaseRunner::MakePlan(const std::shared_ptr<const ListSet>& lists) {
  if (plan_ != nullptr && lists == nullptr && lists_ == nullptr) return absl::OkStatus();
  StatusOr<Plan> plan = Plan::Make(rules_, ScanOptions().seed, nullptr, lists);
  if (!plan.ok()) return plan.status();
  plan_ = std::make_unique<Plan>(*std::move(plan));
  lists_ = lists;
  return absl::OkStatus();
}

CaseResult CaseRunner::Run(const IndicatorCase& test) {
  if (indicator_ != test.indicator) {
    indicator_ = test.indicator;
    rules_ = loaded_.rules;
    rules_.KeepIndicators({test.indicator});
    plan_ = nullptr;
  }
  CaseResult result;
  result.test = &test;
  StatusOr<std::shared_ptr<const ListSet>> lists = ListsOf(test);
  if (Status status = lists.ok() ? MakePlan(*lists) : lists.status(); !status.ok()) {
    result.differences.emplace_back(status.message());
    return result;
  }
  const StatusOr<Outcome> outcome = RunLines(*plan_, *lists, test, test.lines);
  if (!outcome.ok()) {
    result.differences.emplace_back(outcome.status().message());
    return result;
  }
  result.differences = outcome->refused;
  CompareFindings(rules_, test, *outcome, &result.differences);
  if (outcome->not_evaluated != test.not_evaluated) {
    result.differences.push_back(test.not_evaluated
                                     ? "expected: not evaluated, because a list is missing"
                                     : "a list is missing: name it under `lists`, or say "
                                       "`not_evaluated: true`");
  }
  if (test.lists_wanted && !outcome->lists_wanted) {
    result.differences.emplace_back("expected: evaluated in part, because a list is missing");
  }
  if (test.kind != CaseKind::kShuffled) return result;

  for (const auto& [name, order] : OtherOrders(test.lines)) {
    const StatusOr<Outcome> other = RunLines(*plan_, *lists, test, order);
    if (!other.ok()) {
      result.differences.push_back(name + ": " + std::string(other.status().message()));
    } else if (other->bytes != outcome->bytes) {
      result.differences.push_back("the findings are others when the events are read " + name);
      for (const Finding& finding : other->findings) {
        result.differences.push_back("found:    " + Describe(rules_, finding));
      }
      break;
    }
  }
  return result;
}

}  // namespace sekisho
