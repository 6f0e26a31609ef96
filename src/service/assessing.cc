#include "service/assessing.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_map.h"

namespace sekisho {
namespace {

constexpr char kOwnRuleClass[] = "own_rule";
constexpr std::string_view kReasonNames[] = {"no_events",  "field_missing",    "rule",
                                             "needs_list", "needs_similarity", "people"};

// The kinds of signs, and the kind of each rule.
struct Kinds {
  std::vector<SignKind> kinds;
  std::vector<uint32_t> of_rule;
};

Kinds KindsOf(const RuleSet& rules) {
  Kinds kinds;
  for (const Indicator& indicator : rules.indicators) {
    kinds.kinds.push_back({indicator.id, indicator.evidence_class, indicator.sensitivity == "proxy",
                           indicator.sensitivity == "human_only", indicator.same_cause_as});
  }
  for (const Rule& rule : rules.rules) {
    if (rule.indicator) {
      kinds.of_rule.push_back(static_cast<uint32_t>(*rule.indicator));
      continue;
    }
    kinds.of_rule.push_back(static_cast<uint32_t>(kinds.kinds.size()));
    kinds.kinds.push_back({rule.name, kOwnRuleClass, false, false, {}});
  }
  return kinds;
}

std::optional<NotEvaluatedReason> ReasonOf(const Indicator& indicator) {
  if (indicator.status == "needs_list") return NotEvaluatedReason::kNeedsList;
  if (indicator.status == "needs_similarity") return NotEvaluatedReason::kNeedsSimilarity;
  if (indicator.status == "human") return NotEvaluatedReason::kPeople;
  return std::nullopt;
}

std::vector<NotEvaluated> FindNotEvaluated(const RuleSet& rules, const ScanReport& report) {
  struct Use {
    bool judged = false;
    bool fed = false;
    bool without_key = false;
  };
  std::vector<Use> uses(rules.indicators.size());
  for (const RuleReport& line : report.rules) {
    const Rule& rule = rules.rules[line.rule];
    if (!rule.indicator) continue;
    Use& use = uses[*rule.indicator];
    use.judged |= rule.generates && rule.not_evaluated.empty();
    use.fed |= line.inputs > 0;
    use.without_key |= line.without_key > 0;
  }
  std::vector<NotEvaluated> found;
  for (size_t i = 0; i < uses.size(); ++i) {
    const Indicator& indicator = rules.indicators[i];
    if (!indicator.computed()) {
      if (const auto reason = ReasonOf(indicator)) found.push_back({i, *reason});
    } else if (!uses[i].judged) {
      found.push_back({i, NotEvaluatedReason::kRule});
    } else if (!uses[i].fed) {
      found.push_back({i, uses[i].without_key ? NotEvaluatedReason::kFieldMissing
                                              : NotEvaluatedReason::kNoEvents});
    }
  }
  std::sort(found.begin(), found.end(), [&rules](const NotEvaluated& a, const NotEvaluated& b) {
    return rules.indicators[a.indicator].id < rules.indicators[b.indicator].id;
  });
  return found;
}

void AssessGroups(const ScanReport& report, ScanAssessments* out) {
  absl::flat_hash_map<std::string_view, AssessmentLevel> levels;
  for (const AccountAssessment& one : out->queue) levels[one.account] = one.assessment.level;
  for (size_t i = 0; i < report.groups.size(); ++i) {
    GroupAssessment& group = out->groups.emplace_back();
    group.group = i;
    for (const std::string& account : report.groups[i].accounts) {
      const auto found = levels.find(account);
      const AssessmentLevel level =
          found == levels.end() ? AssessmentLevel::kContext : found->second;
      ++group.members[static_cast<size_t>(level)];
      group.level = std::max(group.level, level);
    }
  }
  const auto rank = [&report](const GroupAssessment& group) {
    return std::tuple(group.level, group.members[static_cast<size_t>(group.level)],
                      report.groups[group.group].accounts.size());
  };
  std::stable_sort(
      out->groups.begin(), out->groups.end(),
      [&rank](const GroupAssessment& a, const GroupAssessment& b) { return rank(a) > rank(b); });
}

}  // namespace

std::string_view ReasonName(NotEvaluatedReason reason) {
  return kReasonNames[static_cast<size_t>(reason)];
}

ScanAssessments AssessScan(const RuleSet& rules, const ScanReport& report,
                           const AssessmentPolicy& policy) {
  ScanAssessments out;
  Kinds kinds = KindsOf(rules);
  out.assessor = std::make_shared<Assessor>(policy, std::move(kinds.kinds));
  out.not_evaluated = FindNotEvaluated(rules, report);

  absl::flat_hash_map<std::string_view, size_t> index;
  std::vector<std::vector<Sign>> signs;
  for (uint32_t i = 0; i < report.findings.size(); ++i) {
    const Finding& finding = report.findings[i];
    const Sign sign{kinds.of_rule[finding.rule], ParseGrade(rules.rules[finding.rule].grade),
                    finding.first_ms, finding.last_ms, i};
    for (const std::string& account : finding.accounts) {
      const auto [found, is_new] = index.emplace(account, signs.size());
      if (is_new) {
        signs.emplace_back();
        out.queue.emplace_back().account = account;
      }
      signs[found->second].push_back(sign);
    }
  }
  for (size_t i = 0; i < out.queue.size(); ++i) {
    out.queue[i].assessment = out.assessor->Assess(signs[i], {}, report.last_ms);
    ++out.accounts[static_cast<size_t>(out.queue[i].assessment.level)];
  }
  std::sort(out.queue.begin(), out.queue.end(),
            [](const AccountAssessment& a, const AccountAssessment& b) {
              if (ComesBefore(a.assessment, b.assessment)) return true;
              if (ComesBefore(b.assessment, a.assessment)) return false;
              return a.account < b.account;
            });
  AssessGroups(report, &out);
  return out;
}

}  // namespace sekisho
