#include "report/report_data.h"

#include <algorithm>

#include "core/json_writer.h"
#include "report/html_page.h"
#include "report/plain_text.h"
#include "report/report_catalogue.h"
#include "report/report_groups.h"
#include "report/report_names.h"
#include "report/report_queue.h"
#include "report/report_set_aside.h"

namespace sekisho {
namespace {

constexpr size_t kNamesMax = 20;  // fields or kinds of records that are named

void WriteNames(std::string_view key, const NameCounts& names, JsonWriter* json) {
  std::vector<std::pair<std::string, uint64_t>> sorted(names.counts().begin(),
                                                       names.counts().end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  json->Key(key).BeginArray();
  for (size_t i = 0; i < std::min(sorted.size(), kNamesMax); ++i) {
    json->BeginArray().Text(VisibleText(sorted[i].first)).Count(sorted[i].second).EndArray();
  }
  json->EndArray();
}

void WriteInput(const ReportView& view, JsonWriter* json) {
  const ScanReport& report = view.report;
  json->Key("input").BeginObject().Key("files").BeginArray();
  for (size_t i = 0; i < std::min(view.paths.size(), kNamesMax); ++i) {
    json->Text(VisibleText(view.paths[i]));
  }
  json->EndArray().Key("fileCount").Count(view.paths.size());
  json->Key("events").Count(report.events).Key("first").Integer(report.first_ms);
  json->Key("last").Integer(report.last_ms).Key("rejects").Count(report.rejects);
  json->Key("duplicates").Count(report.duplicates);
  json->Key("farAhead").Count(report.far_ahead);
  json->Key("cut").Count(report.counters.values_truncated + report.counters.list_items_dropped);
  json->Key("dropped").Count(report.state.refused);
  json->Key("statements").Count(report.statements.incomplete);
  WriteNames("notMapped", report.counters.not_mapped, json);
  WriteNames("forbidden", report.counters.forbidden_fields, json);
  WriteNames("unknown", report.counters.unknown_fields, json);
  json->Key("errors").BeginArray();
  for (const std::string& error : report.source_errors) json->Text(VisibleText(error));
  json->EndArray().EndObject();
}

// The totals, and what the limits left out of them.
void WriteTotals(const ReportView& view, const FindingsPart& findings, size_t groups,
                 const ReportNames& names, JsonWriter* json) {
  const ScanReport& report = view.report;
  const size_t accounts = view.assessments.queue.size();
  json->Key("totals").BeginObject().Key("findings").Count(report.findings.size());
  json->Key("accounts").Count(accounts).Key("groups").Count(report.groups.size());
  json->Key("linksExempted").Count(report.links_exempted).Key("levels").BeginArray();
  for (const size_t number : view.assessments.accounts) json->Count(number);
  json->EndArray().EndObject();
  json->Key("leftOut").BeginObject().Key("accounts").Count(accounts - names.listed());
  json->Key("groups").Count(report.groups.size() - groups);
  json->Key("findings").Count(report.findings.size() - findings.written);
  json->Key("findingsWithoutEvents").Count(findings.without_events).EndObject();
}

}  // namespace

std::string ReportData(const ReportView& view) {
  ReportNames names;
  std::string accounts;
  const ShownExemptions exemptions(view.assessments);
  WriteAccounts(view, exemptions, &names, &accounts);
  std::string set_aside;
  JsonWriter set_aside_json(&set_aside);
  exemptions.Write(&names, &set_aside_json);
  std::string hubs;
  JsonWriter hubs_json(&hubs);
  WriteHubs(view.assessments, &names, &hubs_json);
  std::string groups;
  const size_t groups_written = WriteGroups(view, &names, &groups);
  const FindingsPart findings =
      WriteFindings(view, accounts.size() + groups.size() + set_aside.size() + hubs.size(), &names);
  std::string data;
  JsonWriter json(&data);
  json.BeginObject().Key("language").Text(LanguageCode(view.language));
  WriteInput(view, &json);
  WriteCatalogue(view, &json);
  json.Key("groups").Raw(groups).Key("accounts").Raw(accounts);
  json.Key("findings").Raw(findings.findings).Key("proofs").Raw(findings.proofs);
  json.Key("exemptions").Raw(set_aside).Key("hubs").Raw(hubs);
  json.Key("others").Raw(findings.others).Key("texts");
  names.WriteTexts(&json);
  WriteTotals(view, findings, groups_written, names, &json);
  json.EndObject();
  return EscapeForScript(data);
}

}  // namespace sekisho
