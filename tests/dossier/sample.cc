#include "dossier/sample.h"

#include <gtest/gtest.h>

#include "dossier/report_step.h"
#include "measures/load.h"

namespace sekisho {
namespace {

constexpr char kText[] = R"json({
  "format": "sekisho.report/1", "id": "r-000000000001", "source": "events", "account": "acc-77",
  "as_of": "2026-04-10T00:00:00Z", "time_zone": "Asia/Tokyo",
  "versions": {"program": "sekisho 0.1.0", "catalogue": "0123456789abcdef",
               "lists": ["vpn.txt 2026-03-20 sha256:00ff"]},
  "level": "review",
  "findings": [{"indicator": "B01", "observed": {"en": "acc-77 came from 192.0.2.77",
    "ja": "acc-77 の接続元は 192.0.2.77", "ko": "acc-77 접속 주소 192.0.2.77"}, "value": "4",
    "first": "2026-04-01T00:00:00Z", "last": "2026-04-01T00:59:00Z", "events": ["e1"]}],
  "events": [{"id": "e1", "time": "2026-04-01T00:59:00Z", "type": "session.start",
    "account": "acc-77", "fields": [{"name": "ip", "value": "192.0.2.77"}]}],
  "not_evaluated": ["A03"],
  "reporter": {"organisation": "Example Market", "role": "Trust and safety",
    "contact": "desk@example.org", "reachable_hours": "09:00-17:00 +09:00"},
  "asked": "Advice whether more is wanted.", "account_active": false,
  "summary": "Hanako Sample was asked about ACC-77 and did not answer.",
  "subject": {"account_names": ["Hanako Sample"], "contacts": ["hanako@example.com"],
    "document_types": ["passport"],
    "payouts": [{"name": "Taro Payee", "institution": "Example Bank Seven"}]},
  "money": [
    {"date": "2026-04-02", "amount": 1200.5, "currency": "USD", "payer": "Client Ltd",
     "payee": "Taro Payee", "account": "GB00EXAMPLE77"},
    {"date": "2026-04-03", "amount": 34000, "currency": "USD"}],
  "unpaid_balance": {"amount": 900, "currency": "USD"},
  "technical": [{"kind": "device", "value": "device-77", "first": "2026-04-01T00:00:00Z"}],
  "access_held": "Read access.", "data_touched": "None known.", "threats": "None.",
  "measures_taken": ["Payouts to Taro Payee are held."], "person_told": "Nothing so far.",
  "attachments": [{"name": "log of device-77.csv",
    "sha256": "00000000000000000000000000000000000000000000000000000000000000aa"}],
  "states": [{"state": "draft", "by": "A. Writer", "at": "2026-04-10T00:00:00Z"}]
})json";

}  // namespace

const std::vector<std::string>& PersonalValues() {
  static const std::vector<std::string> values = {
      "acc-77",     "ACC-77",     "192.0.2.77",         "Hanako Sample", "hanako@example.com",
      "Taro Payee", "Client Ltd", "Example Bank Seven", "GB00EXAMPLE77", "device-77"};
  return values;
}

std::string SampleText(const std::vector<std::string>& states) {
  std::string text = kText;
  int64_t at_ms = 1'775'800'000'000;
  for (const std::string& state : states) {
    ReportStep step{state, "B. Second", at_ms += 1000, "", "", ""};
    if (state == "withheld" || state == "draft") step.reason = "more was learned";
    if (state == "draft") step.by = "A. Writer";
    if (state == "handed_over") {
      step.channel = "by letter";
      step.reference = "2026-1";
    }
    const StatusOr<std::string> next = TakeStep("sample.json", text, step);
    EXPECT_TRUE(next.ok()) << next.status();
    text = next.value_or("");
  }
  return text;
}

ReportFile Sample(const std::vector<std::string>& states) {
  const std::string text = SampleText(states);
  ReportFileLoad load = ReadReportFile({"sample.json", text}, {});
  for (const Diagnostic& one : load.problems) ADD_FAILURE() << FormatDiagnostic(one);
  return load.report.value_or(ReportFile());
}

const MeasureCatalogue& References() {
  static const MeasureCatalogue catalogue = LoadMeasures(SEKISHO_SOURCE_DIR).catalogue;
  return catalogue;
}

std::vector<Indicator> SampleIndicators() {
  Indicator one;
  one.id = "B01";
  one.name = {"Many addresses", "多数のアドレス", "많은 주소"};
  one.sources = {{"JP-2024-03-26", "2024-03-26", "platform list, item 5", "not read", {}}};
  return {one};
}

}  // namespace sekisho
