#include "service/assessing.h"

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"

namespace sekisho {
namespace {

constexpr char kOwnRuleClass[] = "own_rule";
constexpr std::string_view kReasonNames[] = {"no_events",  "field_missing",    "one_sided",
                                             "rule",       "list_missing",     "list_stale",
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

using RequestsByAccount = absl::flat_hash_map<std::string_view, std::vector<ExplanationRequest>>;

// From how many accounts on the subject is a hub; 0 for what is none.
size_t HubAccounts(const AssessmentPolicy& policy, const Subject& subject) {
  if (subject.type == "network.address") return policy.hub_address_accounts;
  return subject.type == "device" ? policy.hub_device_accounts : 0;
}

std::optional<NotEvaluatedReason> ReasonOf(const Indicator& indicator) {
  if (indicator.status == "needs_list") return NotEvaluatedReason::kNeedsList;
  if (indicator.status == "needs_similarity") return NotEvaluatedReason::kNeedsSimilarity;
  if (indicator.status == "human") return NotEvaluatedReason::kPeople;
  return std::nullopt;
}

void SortByCode(const RuleSet& rules, std::vector<NotEvaluated>* all) {
  std::sort(all->begin(), all->end(), [&rules](const NotEvaluated& a, const NotEvaluated& b) {
    return rules.indicators[a.indicator].id < rules.indicators[b.indicator].id;
  });
}

// What the rules of an indicator lack.
NotEvaluated OfGaps(const RuleSet& rules, const std::vector<ListGap>& gaps, size_t indicator) {
  NotEvaluated found{indicator, NotEvaluatedReason::kListStale, {}, {}};
  for (const ListGap& gap : gaps) {
    if (rules.rules[gap.rule].indicator != indicator) continue;
    if (!gap.stale) found.reason = NotEvaluatedReason::kListMissing;
    found.lists.insert(found.lists.end(), gap.parts.begin(), gap.parts.end());
  }
  std::sort(found.lists.begin(), found.lists.end());
  found.lists.erase(std::unique(found.lists.begin(), found.lists.end()), found.lists.end());
  return found;
}

bool IsOneSided(const ScanReport& report, RuleIndex rule) {
  return std::any_of(report.one_sided.begin(), report.one_sided.end(),
                     [rule](const OneSidedRule& one) { return one.rule == rule; });
}

// What the rules of an indicator would have had to have, when none of them had it; null when one
// could judge.
const MissingInput* LeastMissing(const ScanReport& report, const std::vector<RuleIndex>& judged) {
  const MissingInput* least = nullptr;
  for (const RuleIndex rule : judged) {
    const auto found = std::find_if(report.missing_input.begin(), report.missing_input.end(),
                                    [rule](const MissingInput& one) { return one.rule == rule; });
    if (found == report.missing_input.end()) return nullptr;
    if (least == nullptr || found->lack.types.size() < least->lack.types.size()) least = &*found;
  }
  return least;
}

std::vector<NotEvaluated> FindNotEvaluated(const RuleSet& rules, const ScanReport& report) {
  struct Use {
    std::vector<RuleIndex> judged;
    bool two_sided = false;
  };
  std::vector<Use> uses(rules.indicators.size());
  for (const RuleReport& line : report.rules) {
    const Rule& rule = rules.rules[line.rule];
    if (!rule.indicator) continue;
    Use& use = uses[*rule.indicator];
    if (!rule.generates || !rule.not_evaluated.empty()) continue;
    use.judged.push_back(line.rule);
    use.two_sided |= !IsOneSided(report, line.rule);
  }
  std::vector<NotEvaluated> found;
  for (size_t i = 0; i < uses.size(); ++i) {
    const Indicator& indicator = rules.indicators[i];
    if (!indicator.computed()) {
      if (const auto reason = ReasonOf(indicator)) found.push_back({i, *reason, {}, {}});
    } else if (uses[i].judged.empty()) {
      found.push_back({i, NotEvaluatedReason::kRule, {}, {}});
    } else if (!uses[i].two_sided) {
      found.push_back({i, NotEvaluatedReason::kOneSided, {}, {}});
    } else if (HasListGap(rules, report.list_gaps, i)) {
      found.push_back(OfGaps(rules, report.list_gaps, i));
    } else if (const MissingInput* missing = LeastMissing(report, uses[i].judged)) {
      const RuleLack& lack = missing->lack;
      found.push_back(
          {i,
           lack.fields.empty() ? NotEvaluatedReason::kNoEvents : NotEvaluatedReason::kFieldMissing,
           {},
           lack});
    }
  }
  SortByCode(rules, &found);
  return found;
}

std::vector<NotEvaluated> FindListsWanted(const RuleSet& rules, const ScanReport& report) {
  std::map<size_t, NotEvaluated> found;
  for (const ListGap& gap : report.list_gaps) {
    const auto indicator = rules.rules[gap.rule].indicator;
    if (!indicator || HasListGap(rules, report.list_gaps, *indicator)) continue;
    NotEvaluated& one = found[*indicator];
    one = OfGaps(rules, report.list_gaps, *indicator);
  }
  std::vector<NotEvaluated> wanted;
  wanted.reserve(found.size());
  for (auto& [indicator, one] : found) wanted.push_back(std::move(one));
  SortByCode(rules, &wanted);
  return wanted;
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

// The newest link of the account in its group.
int64_t NewestLink(const AccountGroup& group, std::string_view account) {
  int64_t newest = 0;
  for (const AccountGroup::Link& link : group.links) {
    if (link.account_a == account || link.account_b == account) {
      newest = std::max(newest, link.time_ms);
    }
  }
  return newest;
}

// Lists those who share an identifier with an account of that level or higher: directly, for what
// links the members of a group in a row is not what links its ends.
void ListLinked(const ScanReport& report, AssessmentLevel least,
                std::vector<AccountAssessment>* queue) {
  if (least == AssessmentLevel::kContext) return;
  absl::flat_hash_map<std::string_view, size_t> index;
  for (size_t i = 0; i < queue->size(); ++i) index.emplace((*queue)[i].account, i);
  const auto list = [&](const AccountGroup& group, const std::string& from, const std::string& to) {
    const auto looked_at = index.find(from);
    if (looked_at == index.end() || (*queue)[looked_at->second].assessment.level < least) return;
    const auto [at, is_new] = index.emplace(to, queue->size());
    if (is_new) {
      queue->emplace_back().account = to;
      queue->back().assessment.newest_ms = NewestLink(group, to);
    }
    ListAsLinked(&(*queue)[at->second].assessment);
  };
  for (const AccountGroup& group : report.groups) {
    for (const AccountGroup::Link& link : group.links) {
      list(group, link.account_a, link.account_b);
      list(group, link.account_b, link.account_a);
    }
  }
}

// How many accounts the finding counted, and whether that is a lower bound. The evidence holds a
// few events of many; a rule that counts accounts knows better.
Hub CountAccounts(const RuleSet& rules, const Finding& finding) {
  const CorrelationRule* correlation = rules.rules[finding.rule].correlation();
  if (correlation != nullptr && correlation->type == CorrelationType::kValueCount &&
      correlation->value_fields == std::vector<std::string>{"account"}) {
    return {finding.subject, static_cast<uint64_t>(finding.value_micros / 1'000'000),
            finding.at_least};
  }
  return {finding.subject, finding.accounts.size(), finding.events_total > finding.events.size()};
}

std::vector<Hub> FindHubs(const RuleSet& rules, const ScanReport& report,
                          const AssessmentPolicy& policy) {
  std::map<std::pair<std::string, std::string>, Hub> largest;
  for (const Finding& finding : report.findings) {
    const size_t least = HubAccounts(policy, finding.subject);
    if (least == 0) continue;
    const Hub hub = CountAccounts(rules, finding);
    if (hub.accounts < least) continue;
    Hub& known = largest[{finding.subject.type, finding.subject.id}];
    if (hub.accounts > known.accounts) known = hub;
  }
  std::vector<Hub> hubs;
  hubs.reserve(largest.size());
  for (auto& [subject, hub] : largest) hubs.push_back(std::move(hub));
  std::stable_sort(hubs.begin(), hubs.end(),
                   [](const Hub& a, const Hub& b) { return a.accounts > b.accounts; });
  return hubs;
}

// An indicator, and the identifiers that its rules group by; none: it may be about anything.
struct EqualSign {
  std::string code;
  std::vector<std::string> about;
};

// By kind: the indicator itself, and those with the same cause. Who exempts a shared payee from one
// of them has exempted the payee, not the name of a rule: so an exemption from another one holds,
// too, where both look at the same identifier.
std::vector<std::vector<EqualSign>> EqualSigns(const RuleSet& rules, const Assessor& assessor) {
  const std::vector<SignKind>& kinds = assessor.kinds();
  std::vector<EqualSign> signs(kinds.size());
  for (size_t kind = 0; kind < kinds.size(); ++kind) signs[kind].code = kinds[kind].code;
  for (const Rule& rule : rules.rules) {
    const CorrelationRule* correlation = rule.correlation();
    if (!rule.indicator || correlation == nullptr || correlation->group_by.size() != 1) continue;
    signs[*rule.indicator].about.push_back(correlation->group_by.front());
  }
  std::vector<std::vector<EqualSign>> equal(kinds.size());
  for (uint32_t kind = 0; kind < kinds.size(); ++kind) {
    equal[kind].push_back({kinds[kind].code, {}});
    for (uint32_t other = 0; other < kinds.size(); ++other) {
      if (assessor.SameCause(kind, other)) equal[kind].push_back(signs[other]);
    }
  }
  return equal;
}

std::optional<uint32_t> FindExemption(const ExemptionRegister& exemptions,
                                      const std::vector<EqualSign>& signs, const Finding& finding,
                                      const std::string& account) {
  const Subject& subject = finding.subject;
  for (const EqualSign& sign : signs) {
    const bool itself = &sign == &signs.front();
    const bool about_it =
        subject.type != "account" &&
        std::find(sign.about.begin(), sign.about.end(), subject.type) != sign.about.end();
    if (!itself && !about_it) continue;
    const ExemptionQuery query{sign.code, subject.type, subject.id, finding.accounts,
                               finding.last_ms};
    if (const auto covering = exemptions.Covering(query, account)) return covering;
  }
  return std::nullopt;
}

// The signs of each account of the queue, which is filled on the way.
std::vector<std::vector<Sign>> CollectSigns(const RuleSet& rules, const ScanReport& report,
                                            const std::vector<uint32_t>& kind_of_rule,
                                            ScanAssessments* out) {
  absl::flat_hash_set<std::pair<std::string_view, std::string_view>> hubs;
  for (const Hub& hub : out->hubs) hubs.emplace(hub.subject.type, hub.subject.id);
  const std::vector<std::vector<EqualSign>> asked = EqualSigns(rules, *out->assessor);
  absl::flat_hash_map<std::string_view, size_t> index;
  std::vector<std::vector<Sign>> signs;
  for (uint32_t i = 0; i < report.findings.size(); ++i) {
    const Finding& finding = report.findings[i];
    const Subject& subject = finding.subject;
    Sign sign{kind_of_rule[finding.rule], ParseGrade(rules.rules[finding.rule].grade),
              finding.first_ms, finding.last_ms, i};
    const SetAside by_itself =
        hubs.contains({subject.type, subject.id}) ? SetAside::kHub : SetAside::kNo;
    std::vector<uint32_t> covering;
    for (const std::string& account : finding.accounts) {
      const auto [found, is_new] = index.emplace(account, signs.size());
      if (is_new) {
        signs.emplace_back();
        out->queue.emplace_back().account = account;
      }
      const std::optional<uint32_t> exemption =
          FindExemption(out->exemptions, asked[sign.kind], finding, account);
      sign.set_aside = exemption ? SetAside::kExempted : by_itself;
      sign.exemption = exemption.value_or(0);
      if (exemption) covering.push_back(*exemption);
      signs[found->second].push_back(sign);
    }
    std::sort(covering.begin(), covering.end());
    covering.erase(std::unique(covering.begin(), covering.end()), covering.end());
    for (const uint32_t exemption : covering) ++out->exempted[exemption];
  }
  return signs;
}

// The newest question to each account about each indicator, and whether it was answered.
RequestsByAccount OpenRequests(const std::vector<ExplanationEvent>& events,
                               const Assessor& assessor) {
  const std::vector<SignKind>& kinds = assessor.kinds();
  absl::flat_hash_map<std::string_view, uint32_t> by_code;
  for (uint32_t kind = 0; kind < kinds.size(); ++kind) by_code.emplace(kinds[kind].code, kind);
  std::map<std::pair<std::string_view, uint32_t>, ExplanationRequest> newest;
  for (const ExplanationEvent& event : events) {
    const auto kind = by_code.find(event.indicator);
    if (event.answer || kind == by_code.end()) continue;
    ExplanationRequest& request = newest[{event.account, kind->second}];
    request.kind = kind->second;
    request.asked_ms = std::max(request.asked_ms, event.time_ms);
  }
  for (const ExplanationEvent& event : events) {
    const auto kind = by_code.find(event.indicator);
    if (!event.answer || event.refused || kind == by_code.end()) continue;
    const auto request = newest.find({event.account, kind->second});
    if (request == newest.end() || event.time_ms < request->second.asked_ms) continue;
    request->second.answered = true;
  }
  RequestsByAccount requests;
  for (const auto& [key, request] : newest) requests[key.first].push_back(request);
  return requests;
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
  out.lists_wanted = FindListsWanted(rules, report);
  out.exemptions = ExemptionRegister(report.statements.exemptions, report.last_ms);
  out.exempted.resize(out.exemptions.exemptions().size());
  out.hubs = FindHubs(rules, report, policy);

  const std::vector<std::vector<Sign>> signs = CollectSigns(rules, report, kinds.of_rule, &out);
  const RequestsByAccount requests = OpenRequests(report.statements.explanations, *out.assessor);
  for (size_t i = 0; i < out.queue.size(); ++i) {
    const auto asked = requests.find(out.queue[i].account);
    out.queue[i].assessment = out.assessor->Assess(
        signs[i], asked == requests.end() ? std::span<const ExplanationRequest>() : asked->second,
        report.last_ms);
  }
  ListLinked(report, policy.flag_linked_to, &out.queue);
  for (const AccountAssessment& one : out.queue) {
    ++out.accounts[static_cast<size_t>(one.assessment.level)];
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
