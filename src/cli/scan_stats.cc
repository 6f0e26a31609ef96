#include "cli/scan_stats.h"

#include <cmath>

#include "core/json_writer.h"
#include "core/number.h"

namespace sekisho {
namespace {

void WriteNames(const NameCounts& names, JsonWriter* json) {
  json->BeginObject();
  for (const auto& [name, count] : names.counts()) json->Key(name).Count(count);
  if (names.others() > 0) json->Key("(others)").Count(names.others());
  json->EndObject();
}

void WriteRules(const RuleSet& rules, const ScanReport& report, JsonWriter* json) {
  json->BeginArray();
  for (const RuleReport& line : report.rules) {
    const Rule& rule = rules.rules[line.rule];
    json->BeginObject().Key("rule").Text(rule.name).Key("indicator");
    if (rule.indicator) {
      json->Text(rules.indicators[*rule.indicator].id);
    } else {
      json->Null();
    }
    json->Key("version").Text(rule.version);
    json->Key("inputs").Count(line.inputs).Key("held").Count(line.held);
    json->Key("without_key").Count(line.without_key).Key("findings").Count(line.findings);
    const auto ns = [&](const std::vector<int64_t>& of) {
      return static_cast<uint64_t>(line.rule < of.size() ? of[line.rule] : 0);
    };
    json->Key("match_ns").Count(ns(report.costs.match_ns));
    json->Key("window_ns").Count(ns(report.costs.window_ns));
    json->EndObject();
  }
  json->EndArray();
}

void WriteState(const StateSize& state, JsonWriter* json) {
  const size_t accounts = state.accounts;
  json->BeginObject().Key("bytes").Count(state.bytes).Key("accounts").Count(accounts);
  json->Key("bytes_per_account").Count(accounts == 0 ? 0 : state.bytes / accounts);
  json->Key("budget_bytes").Count(state.bytes_max).Key("refused").Count(state.refused);
  json->EndObject();
}

}  // namespace

std::string StatsJson(const RuleSet& rules, const ScanReport& report, double seconds) {
  const Counters& counters = report.counters;
  std::string text;
  JsonWriter json(&text);
  json.BeginObject().Key("events").Count(report.events);
  json.Key("seconds").Micros(std::llround(seconds * static_cast<double>(kMicro)));
  json.Key("sorted").Boolean(report.sorted).Key("records").Count(counters.records);
  json.Key("duplicates").Count(report.duplicates).Key("conflicts").Count(report.conflicts);
  json.Key("rejects").Count(report.rejects).Key("far_ahead").Count(report.far_ahead);
  json.Key("values_truncated").Count(counters.values_truncated);
  json.Key("list_items_dropped").Count(counters.list_items_dropped);
  json.Key("not_mapped");
  WriteNames(counters.not_mapped, &json);
  json.Key("unknown_fields");
  WriteNames(counters.unknown_fields, &json);
  json.Key("forbidden_fields");
  WriteNames(counters.forbidden_fields, &json);
  json.Key("findings").Count(report.findings.size()).Key("groups").Count(report.groups.size());
  json.Key("rules");
  WriteRules(rules, report, &json);
  json.Key("state");
  WriteState(report.state, &json);
  json.EndObject();
  text.push_back('\n');
  return text;
}

}  // namespace sekisho
