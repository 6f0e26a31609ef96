#include "evaluate/outcome.h"

#include <utility>

namespace sekisho {

Outcome OutcomeOf(const RuleSet& rules, const ScanReport& report,
                  const ScanAssessments& assessments) {
  Outcome out;
  out.last_ms = report.last_ms;
  const std::vector<SignKind>& kinds = assessments.assessor->kinds();
  for (size_t i = 0; i < kinds.size(); ++i) {
    const bool own_rule = i >= rules.indicators.size();
    out.indicators.push_back({kinds[i].code, own_rule || rules.indicators[i].computed()});
  }
  for (const AccountAssessment& from : assessments.queue) {
    AccountOutcome& to = out.queue.emplace_back();
    to.account = from.account;
    to.level = from.assessment.level;
    for (const Contribution& one : from.assessment.contributions) {
      const bool counts =
          one.role == ContributionRole::kCounted || one.role == ContributionRole::kSameCause;
      to.signs.push_back({one.kind, counts, one.solid, one.decisive, one.first_ms});
    }
  }
  for (const GroupAssessment& from : assessments.groups) {
    GroupOutcome& to = out.groups.emplace_back();
    to.level = from.level;
    const std::vector<std::string>& accounts = report.groups[from.group].accounts;
    to.accounts.assign(accounts.begin(), accounts.end());
  }
  return out;
}

}  // namespace sekisho
