#include "cli/vet_events.h"

#include <algorithm>
#include <set>

#include "absl/strings/str_join.h"
#include "cli/messages.h"
#include "cli/scan_inputs.h"
#include "cli/vet_account.h"
#include "cli/words.h"
#include "core/time.h"
#include "diligence/candidate_events.h"
#include "diligence/names_compare.h"
#include "service/assessing.h"
#include "service/assessment_words.h"
#include "service/record_source.h"
#include "service/scan.h"

namespace sekisho {
namespace {

constexpr uint32_t kThreads = 4;
constexpr size_t kTypesShown = 3;

bool RestsOnFileAlone(const Finding& finding) {
  return std::all_of(finding.events.begin(), finding.events.end(),
                     [](const std::string& id) { return id.starts_with(kCandidateEventPrefix); });
}

VetFinding Convert(const RuleSet& rules, const Finding& finding) {
  const Rule& rule = rules.rules[finding.rule];
  const Indicator& indicator = rules.indicators[*rule.indicator];
  VetFinding out;
  out.indicator = indicator.id;
  out.grade = ParseGrade(rule.grade);
  out.proxy = indicator.sensitivity == "proxy" && out.grade < SignGrade::kHard;
  out.message = finding.explanation;
  out.time_ms = finding.last_ms;
  out.source = "events";
  for (const std::string& id : finding.events) {
    if (id.starts_with(kCandidateEventPrefix)) {
      out.at.push_back(id.substr(kCandidateEventPrefix.size()));
    }
  }
  return out;
}

// Whether events could show it, or the rules of `vet` want to know whether they do.
bool IsAsked(const Indicator& one) {
  const auto codes = VettingCodes();
  return one.computed() || std::find(codes.begin(), codes.end(), one.id) != codes.end();
}

std::string Some(const std::vector<std::string>& types) {
  const size_t shown = std::min(types.size(), kTypesShown);
  std::string text =
      absl::StrJoin(types.begin(), types.begin() + static_cast<ptrdiff_t>(shown), ", ");
  if (types.size() > shown) text += " …";
  return text;
}

LocalText WhatToSupply(const NotEvaluated& one) {
  if (one.reason == NotEvaluatedReason::kNoEvents) {
    return Say({"events of the account, of one of these types: $0",
                "候補者のアカウントの次のいずれかの種類のイベント：$0",
                "후보자 계정의 다음 가운데 한 종류의 이벤트: $0"},
               Some(one.lack.types));
  }
  if (one.reason == NotEvaluatedReason::kFieldMissing) {
    const std::string fields = absl::StrJoin(one.lack.fields, ", ");
    if (one.lack.type.empty()) {
      return Say({"$0 in events of the account", "候補者のアカウントのイベントの項目：$0",
                  "후보자 계정의 이벤트의 항목: $0"},
                 fields);
    }
    return Say({"$0 in events of the account of the type $1",
                "候補者のアカウントの$1イベントの項目：$0", "후보자 계정의 $1 이벤트의 항목: $0"},
               fields, one.lack.type);
  }
  return Say(ReasonPhrase(one.reason));
}

void AddNotEvaluated(const RuleSet& rules, const ScanAssessments& assessments, VetEvents* out) {
  for (const NotEvaluated& one : assessments.not_evaluated) {
    const Indicator& indicator = rules.indicators[one.indicator];
    if (!IsAsked(indicator)) continue;
    VetNotEvaluated skipped;
    skipped.id = indicator.id;
    skipped.why = std::string(ReasonName(one.reason));
    skipped.what_to_supply = WhatToSupply(one);
    out->not_evaluated.push_back(std::move(skipped));
  }
}

// A payee with a name that the file knows is compared as one of the file is, which may know more
// names than an account remembers.
bool HasKnownPayees(const Indicator& indicator, const Finding& finding, const Candidate& candidate,
                    const AccountInFiles& account) {
  if (indicator.id != "A02") return false;
  bool known = false;
  for (const std::string& id : finding.events) {
    const auto payee = account.payees.find(id);
    if (payee == account.payees.end()) continue;
    const std::string outcome = OutcomeOfName(payee->second, candidate);
    if (outcome != "same" && outcome != "variant" && outcome != "declared") return false;
    known = true;
  }
  return known;
}

// What does not count for the account: an exemption covers it, or very many accounts share it.
std::set<uint32_t> SetAsideOf(const ScanAssessments& assessments, const std::string& account) {
  std::set<uint32_t> aside;
  for (const AccountAssessment& one : assessments.queue) {
    if (one.account != account) continue;
    for (const Contribution& sign : one.assessment.contributions) {
      if (sign.role == ContributionRole::kExempted || sign.role == ContributionRole::kHub) {
        aside.insert(sign.findings.begin(), sign.findings.end());
      }
    }
  }
  return aside;
}

void AddFindings(const RuleSet& rules, const Candidate& candidate, const AccountInFiles& account,
                 const ScanReport& report, const std::set<uint32_t>& aside, VetEvents* out) {
  for (uint32_t i = 0; i < report.findings.size(); ++i) {
    const Finding& finding = report.findings[i];
    // The evidence of such a finding is the event that completed it, whoever's that was.
    const ContactClaim* const contact =
        ContactOfKey(candidate, finding.subject.type, finding.subject.id);
    const bool mine =
        contact != nullptr ||
        std::binary_search(finding.accounts.begin(), finding.accounts.end(), candidate.id);
    const std::optional<size_t> indicator = rules.rules[finding.rule].indicator;
    if (!mine || !indicator || (contact == nullptr && RestsOnFileAlone(finding)) ||
        HasKnownPayees(rules.indicators[*indicator], finding, candidate, account)) {
      continue;
    }
    if (aside.contains(i)) {
      ++out->counts.set_aside;
      continue;
    }
    out->findings.push_back(Convert(rules, finding));
    if (contact != nullptr) out->findings.back().at = {contact->at};
  }
}

void Warn(const Candidate& candidate, const VetEventCounts& counts) {
  if (counts.of_account == 0) {
    PrintWarning("no event is about the account \"" + candidate.id +
                 "\"; `id` of the candidate file must be an account of the event files");
  }
  if (counts.later > 0) {
    PrintWarning(GroupedNumber(counts.later) + " events lie after " + FormatTime(candidate.as_of) +
                 " and were left out; --as-of judges for another " + "time");
  }
  if (counts.refused > 0) {
    PrintWarning(GroupedNumber(counts.refused) +
                 " lines of the event files were refused; `sekisho scan` shows them");
  }
  if (counts.set_aside > 0) {
    PrintWarning(GroupedNumber(counts.set_aside) +
                 " findings of the events were left out: an exemption or an accepted explanation "
                 "covers them, or too many accounts share the same; `sekisho scan` shows them");
  }
}

}  // namespace

StatusOr<VetEvents> ScanForCandidate(const RuleSet& rules, const Candidate& candidate,
                                     const std::vector<std::string>& paths,
                                     std::shared_ptr<const ListSet> lists) {
  if (std::find(paths.begin(), paths.end(), "-") != paths.end()) {
    return InvalidInput("--events -: event files are read twice; save the events to a file");
  }
  const StatusOr<ScanInputs> inputs = CheckInputs(paths);
  if (!inputs.ok()) return inputs.status();
  ScanOptions options;
  InputOptions input;
  input.block_bytes = options.batch_bytes;
  StatusOr<std::unique_ptr<RecordSource>> files = OpenFiles(paths, input);
  if (!files.ok()) return files.status();
  VetEvents out;
  AccountInFiles account;
  Status status = LookAtAccount(files->get(), candidate.id, candidate.as_of, &account);
  if (!status.ok()) return status;
  out.counts.of_account = account.events;
  // What the candidate says of himself stays in memory.
  const std::string own = CandidateEvents(candidate, account.first_ms);
  std::unique_ptr<RecordSource> said = OpenText(own, options.batch_bytes);
  status = LookAtAccount(said.get(), candidate.id, candidate.as_of, &account);
  if (!status.ok()) return status;
  const auto all = Chain(*std::move(files), std::move(said));
  options.threads = kThreads;
  options.mask_documents = true;
  options.whole_input = true;
  options.until_ms = candidate.as_of;
  options.lists = std::move(lists);
  StatusOr<ScanReport> report = Scan(rules, all.get(), options);
  if (!report.ok()) return report.status();
  if (!report->source_errors.empty()) return InvalidInput(report->source_errors.front());
  // What other accounts have says nothing about this one.
  report->missing_input = FindMissingInput(rules, account.known);
  const ScanAssessments assessments = AssessScan(rules, *report, AssessmentPolicy());
  AddFindings(rules, candidate, account, *report, SetAsideOf(assessments, candidate.id), &out);
  AddNotEvaluated(rules, assessments, &out);
  out.counts.events = report->events - (account.events - out.counts.of_account);
  out.counts.later = report->later;
  out.counts.refused = report->rejects;
  Warn(candidate, out.counts);
  return out;
}

}  // namespace sekisho
