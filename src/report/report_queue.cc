#include "report/report_queue.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "core/json_writer.h"
#include "core/limits.h"
#include "report/plain_text.h"
#include "service/evidence.h"
#include "service/rule_words.h"

namespace sekisho {
namespace {

// Bits of a finding.
constexpr int64_t kTruncated = 1;
constexpr int64_t kOpen = 2;
constexpr int64_t kEventsLeftOut = 4;
// Bits of a contribution.
constexpr int64_t kSolid = 1;
constexpr int64_t kDecisive = 2;
constexpr int64_t kUnanswered = 4;
// Bits of an account.
constexpr int64_t kReverificationOnly = 1;
constexpr int64_t kLinked = 2;

constexpr uint32_t kNone = UINT32_MAX;

template <typename Enumeration>
uint64_t Number(Enumeration value) {
  return static_cast<uint64_t>(value);
}

void WriteContribution(const Contribution& one, const ShownExemptions& exemptions,
                       JsonWriter* json) {
  json->BeginArray().Count(one.kind).Count(Number(one.grade)).Count(Number(one.role));
  json->Integer((one.solid ? kSolid : 0) | (one.decisive ? kDecisive : 0) |
                (one.unanswered ? kUnanswered : 0));
  json->Integer(one.role == ContributionRole::kSameCause ? one.folded_into : int64_t{-1});
  json->Count(one.findings.size());
  exemptions.WriteNumbers(one.exemptions, json);
  json->EndArray();
}

class FindingsWriter {
 public:
  FindingsWriter(const ReportView& view, size_t bytes_used, ReportNames* names)
      : view_(view),
        report_(view.report),
        names_(names),
        bytes_used_(bytes_used),
        numbers_(view.report.findings.size(), kNone),
        findings_(&part_.findings) {}

  FindingsPart Write() {
    JsonWriter proofs(&part_.proofs);
    proofs.BeginArray();
    findings_.BeginArray();
    for (size_t i = 0; i < names_->listed(); ++i) {
      proofs.BeginArray();
      for (const Contribution& one : view_.assessments.queue[i].assessment.contributions) {
        WriteProof(one, &proofs);
      }
      proofs.EndArray();
    }
    proofs.EndArray();
    JsonWriter others(&part_.others);
    others.BeginArray();
    for (uint32_t i = 0; i < report_.findings.size(); ++i) {
      if (!report_.findings[i].accounts.empty()) continue;
      AddFinding(i);
      if (numbers_[i] != kNone) others.Count(numbers_[i]);
    }
    others.EndArray();
    findings_.EndArray();
    return std::move(part_);
  }

 private:
  void WriteProof(const Contribution& one, JsonWriter* proofs) {
    proofs->BeginArray();
    for (const uint32_t finding : one.findings) {
      AddFinding(finding);
      if (numbers_[finding] != kNone) proofs->Count(numbers_[finding]);
    }
    proofs->EndArray();
  }

  void AddFinding(uint32_t index) {
    const size_t used = bytes_used_ + part_.findings.size() + part_.proofs.size() + names_->bytes();
    if (numbers_[index] != kNone || used > limits::kReportFindingBytesMax) return;
    numbers_[index] = static_cast<uint32_t>(part_.written++);
    const Finding& finding = report_.findings[index];
    const bool with_events = used <= limits::kReportEvidenceBytesMax;
    if (!with_events && !finding.evidence.empty()) ++part_.without_events;
    findings_.BeginArray().Count(finding.rule).Integer(names_->Text(finding.subject.type));
    findings_.Integer(names_->Text(SubjectText(finding.subject.type, finding.subject.id)));
    findings_.Integer(finding.first_ms - report_.first_ms);
    findings_.Integer(finding.last_ms - report_.first_ms);
    findings_.Text(RoundedValueText(view_.loaded.rules.rules[finding.rule], finding));
    findings_.Integer((finding.truncated ? kTruncated : 0) | (finding.open ? kOpen : 0) |
                      (with_events ? 0 : kEventsLeftOut));
    findings_.Count(finding.events_total).Count(finding.accounts.size()).BeginArray();
    const size_t named = std::min(finding.accounts.size(), limits::kReportFindingAccountsMax);
    for (size_t i = 0; i < named; ++i) names_->WriteAccount(finding.accounts[i], &findings_);
    findings_.EndArray().BeginArray();
    if (with_events) {
      for (const EvidenceEvent& event : finding.evidence) AddEvent(finding.rule, event);
    }
    findings_.EndArray().EndArray();
  }

  // [time, type, account, id, value…]; values that are missing at the end are left out.
  void AddEvent(RuleIndex rule, const EvidenceEvent& event) {
    findings_.BeginArray().Integer(event.time_ms - report_.first_ms);
    findings_.Integer(names_->Text(event.type)).Integer(names_->Text(event.account));
    findings_.Integer(names_->Text(event.id));
    const std::vector<std::string_view>& fields = FieldsOf(rule);
    size_t count = event.values.size();
    while (count > 0 && event.values[count - 1].empty()) --count;
    for (size_t i = 0; i < count; ++i) {
      const std::string& value = event.values[i];
      if (value.empty()) {
        findings_.Integer(-1);
      } else {
        findings_.Integer(names_->Text(IsMaskedField(fields[i]) ? MaskedText(value) : value));
      }
    }
    findings_.EndArray();
  }

  const std::vector<std::string_view>& FieldsOf(RuleIndex rule) {
    const auto [found, is_new] = fields_.try_emplace(rule);
    if (is_new) found->second = EvidenceFields(view_.loaded.rules, rule);
    return found->second;
  }

  const ReportView& view_;
  const ScanReport& report_;
  ReportNames* const names_;
  const size_t bytes_used_;
  FindingsPart part_;
  std::vector<uint32_t> numbers_;  // of findings, by index in the report
  absl::flat_hash_map<RuleIndex, std::vector<std::string_view>> fields_;
  JsonWriter findings_;
};

}  // namespace

void WriteAccounts(const ReportView& view, const ShownExemptions& exemptions, ReportNames* names,
                   std::string* out) {
  absl::flat_hash_map<std::string_view, int64_t> group_of;
  for (size_t i = 0; i < view.assessments.groups.size(); ++i) {
    const AccountGroup& group = view.report.groups[view.assessments.groups[i].group];
    for (const std::string& account : group.accounts) group_of[account] = static_cast<int64_t>(i);
  }
  JsonWriter json(out);
  json.BeginArray();
  for (const AccountAssessment& account : view.assessments.queue) {
    if (names->listed() == limits::kReportAccountsMax ||
        out->size() + names->bytes() > limits::kReportAccountBytesMax) {
      break;
    }
    const Assessment& assessment = account.assessment;
    names->List(account.account);
    const auto group = group_of.find(account.account);
    json.BeginArray().Integer(names->Text(account.account));
    json.Integer(group == group_of.end() ? -1 : group->second);
    json.Count(Number(assessment.level)).Count(Number(assessment.path));
    json.Integer((assessment.reverification_only ? kReverificationOnly : 0) |
                 (assessment.linked ? kLinked : 0));
    json.BeginArray();
    for (const Contribution& one : assessment.contributions)
      WriteContribution(one, exemptions, &json);
    json.EndArray().EndArray();
  }
  json.EndArray();
}

FindingsPart WriteFindings(const ReportView& view, size_t bytes_used, ReportNames* names) {
  return FindingsWriter(view, bytes_used, names).Write();
}

}  // namespace sekisho
