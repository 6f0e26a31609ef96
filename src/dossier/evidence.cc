#include "dossier/evidence.h"

#include <set>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "core/json_writer.h"
#include "core/time.h"

namespace sekisho {
namespace {

void AppendCell(std::string_view text, bool last, std::string* out) {
  constexpr std::string_view kFormulas = "=+-@\t\r";
  const bool formula = !text.empty() && kFormulas.find(text[0]) != std::string_view::npos;
  *out += formula ? "\"'" : "\"";
  for (const char c : text) *out += c == '"' ? "\"\"" : std::string(1, c);
  *out += last ? "\"\r\n" : "\",";
}

std::string Proves(const ReportFile& report, const std::string& event) {
  std::set<std::string> codes;
  for (const ReportFinding& finding : report.findings) {
    for (const std::string& id : finding.events) {
      if (id == event) codes.insert(finding.indicator);
    }
  }
  return absl::StrJoin(codes, " ");
}

std::string Fields(const ReportEvent& event) {
  std::string text;
  for (const auto& [name, value] : event.fields) {
    absl::StrAppend(&text, text.empty() ? "" : "; ", name, "=", value);
  }
  return text;
}

void Member(std::string_view key, const std::string& text, JsonWriter* json) {
  if (!text.empty()) json->Key(key).Text(text);
}

}  // namespace

std::string EventsCsv(const ReportFile& report) {
  std::string out = "time,type,account,id,indicators,fields\r\n";
  for (const ReportEvent& event : report.events) {
    AppendCell(FormatTime(event.time_ms), false, &out);
    AppendCell(event.type, false, &out);
    AppendCell(event.account, false, &out);
    AppendCell(event.id, false, &out);
    AppendCell(Proves(report, event.id), false, &out);
    AppendCell(Fields(event), true, &out);
  }
  return out;
}

std::string EventsNdjson(const ReportFile& report) {
  std::string out;
  for (const ReportEvent& event : report.events) {
    JsonWriter json(&out);
    json.BeginObject().Key("id").Text(event.id).Key("time").Text(FormatTime(event.time_ms));
    json.Key("type").Text(event.type);
    Member("account", event.account, &json);
    for (const auto& [name, value] : event.fields) json.Key(name).Text(value);
    json.EndObject();
    out += '\n';
  }
  return out;
}

std::string DecisionsJson(const ReportFile& report) {
  std::string out;
  JsonWriter json(&out);
  json.BeginObject().Key("report").Text(report.id).Key("states").BeginArray();
  for (const ReportState& state : report.states) {
    json.BeginObject().Key("state").Text(state.state).Key("by").Text(state.by);
    json.Key("at").Text(FormatTime(state.at_ms));
    Member("reason", state.reason, &json);
    Member("channel", state.channel, &json);
    Member("reference", state.reference, &json);
    Member("content_sha256", state.content_sha256, &json);
    json.EndObject();
  }
  json.EndArray().EndObject();
  return out + "\n";
}

std::string ListsJson(const ReportFile& report) {
  std::string out;
  JsonWriter json(&out);
  json.BeginObject().Key("catalogue").Text(report.catalogue).Key("lists").BeginArray();
  for (const std::string& list : report.lists) json.Text(list);
  json.EndArray().EndObject();
  return out + "\n";
}

}  // namespace sekisho
