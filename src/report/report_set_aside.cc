#include "report/report_set_aside.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <tuple>

#include "core/limits.h"
#include "report/plain_text.h"

namespace sekisho {
namespace {

constexpr uint32_t kNone = UINT32_MAX;

void WriteAccountOrNone(std::string_view account, ReportNames* names, JsonWriter* json) {
  if (account.empty()) {
    json->Integer(-1);
  } else {
    names->WriteAccount(account, json);
  }
}

int64_t TextOrNone(std::string_view text, ReportNames* names) {
  return text.empty() ? -1 : names->Text(text);
}

}  // namespace

ShownExemptions::ShownExemptions(const ScanAssessments& assessments)
    : assessments_(assessments),
      shown_(assessments.exemptions.exemptions().size()),
      numbers_(shown_.size(), kNone) {
  std::iota(shown_.begin(), shown_.end(), 0u);
  const auto rank = [&assessments](uint32_t index) {
    const ExemptionRegister& all = assessments.exemptions;
    return std::tuple(assessments.exempted[index], all.InForce(all.exemptions()[index]));
  };
  std::stable_sort(shown_.begin(), shown_.end(),
                   [&rank](uint32_t a, uint32_t b) { return rank(a) > rank(b); });
  shown_.resize(std::min(shown_.size(), limits::kReportExemptionsMax));
  for (uint32_t i = 0; i < shown_.size(); ++i) numbers_[shown_[i]] = i;
}

void ShownExemptions::WriteNumbers(const std::vector<uint32_t>& exemptions,
                                   JsonWriter* json) const {
  json->BeginArray();
  for (const uint32_t index : exemptions) {
    if (numbers_[index] != kNone) json->Count(numbers_[index]);
  }
  json->EndArray();
}

void ShownExemptions::Write(ReportNames* names, JsonWriter* json) const {
  const ExemptionRegister& all = assessments_.exemptions;
  json->BeginObject().Key("total").Count(all.exemptions().size());
  json->Key("inForce").Count(all.CountInForce()).Key("list").BeginArray();
  for (const uint32_t index : shown_) {
    const Exemption& one = all.exemptions()[index];
    json->BeginArray().Text(ExemptionKindName(one.kind)).Text(one.indicator);
    WriteAccountOrNone(one.account, names, json);
    WriteAccountOrNone(one.other_account, names, json);
    const bool masked = one.kind == ExemptionKind::kPayee && !one.subject.empty();
    json->Integer(TextOrNone(masked ? MaskedText(one.subject) : one.subject, names));
    json->Integer(one.since_ms);
    if (one.until_ms == Exemption::kForever) {
      json->Null();
    } else {
      json->Integer(one.until_ms);
    }
    json->Integer(TextOrNone(one.reviewer, names)).Integer(TextOrNone(one.reason, names));
    json->Integer(TextOrNone(one.event, names)).Boolean(all.InForce(one));
    json->Count(assessments_.exempted[index]).EndArray();
  }
  json->EndArray().EndObject();
}

void WriteHubs(const ScanAssessments& assessments, ReportNames* names, JsonWriter* json) {
  json->BeginArray();
  const size_t shown = std::min(assessments.hubs.size(), limits::kReportHubsMax);
  for (size_t i = 0; i < shown; ++i) {
    const Hub& hub = assessments.hubs[i];
    json->BeginArray().Integer(names->Text(hub.subject.type));
    json->Integer(names->Text(SubjectText(hub.subject.type, hub.subject.id)));
    json->Count(hub.accounts).Boolean(hub.at_least).EndArray();
  }
  json->EndArray();
}

}  // namespace sekisho
