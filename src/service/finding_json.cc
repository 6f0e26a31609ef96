#include "service/finding_json.h"

#include <limits>

#include "core/json_writer.h"
#include "core/number.h"
#include "core/time.h"

namespace sekisho {
namespace {

// Values of `presence` are milliseconds in fixed point; JSON has seconds, as all durations do.
constexpr int64_t kMsPerSecond = 1000;

std::string_view OperatorName(Compare compare) {
  switch (compare) {
    case Compare::kLess:
      return "lt";
    case Compare::kLessEqual:
      return "lte";
    case Compare::kGreater:
      return "gt";
    case Compare::kGreaterEqual:
      return "gte";
    case Compare::kEqual:
      return "eq";
    case Compare::kNotEqual:
      return "neq";
  }
  return "";
}

void WriteTexts(const std::vector<std::string>& texts, JsonWriter* json) {
  json->BeginArray();
  for (const std::string& text : texts) json->Text(text);
  json->EndArray();
}

void WriteThreshold(const CorrelationRule& correlation, bool duration, JsonWriter* json) {
  json->Key("threshold").BeginObject();
  for (const Threshold& threshold : correlation.thresholds) {
    json->Key(OperatorName(threshold.compare));
    json->Micros(duration ? threshold.micros / kMsPerSecond : threshold.micros);
  }
  json->EndObject();
}

// Numbers as numbers; durations and other texts as they are written.
void WriteParameters(const Indicator& indicator, JsonWriter* json) {
  json->Key("parameters").BeginObject();
  for (const IndicatorParameter& parameter : indicator.parameters) {
    json->Key(parameter.name);
    if (ParseMicros(parameter.value)) {
      json->Raw(CanonicalNumber(parameter.value));
    } else {
      json->Text(parameter.value);
    }
  }
  json->EndObject();
}

}  // namespace

FindingJson::FindingJson(const RuleSet& rules) {
  parts_.reserve(rules.rules.size());
  for (const Rule& rule : rules.rules) parts_.push_back(Describe(rules, rule));
}

FindingJson::RulePart FindingJson::Describe(const RuleSet& rules, const Rule& rule) {
  RulePart part;
  const Indicator* indicator = rule.indicator ? &rules.indicators[*rule.indicator] : nullptr;
  JsonWriter identity(&part.identity);
  identity.Key("indicator");
  if (indicator == nullptr) {
    identity.Null();
  } else {
    identity.Text(indicator->id);
  }
  identity.Key("rule").Text(rule.name).Key("rule_version").Text(rule.version);
  part.level = rule.grade == "context" ? "context" : "flag";
  part.explained = indicator != nullptr;

  JsonWriter in_force(&part.in_force);
  if (const CorrelationRule* correlation = rule.correlation()) {
    part.duration = correlation->type == CorrelationType::kPresence;
    if (part.duration) in_force.Key("unit").Text("s");
    if (!correlation->thresholds.empty()) WriteThreshold(*correlation, part.duration, &in_force);
  }
  if (indicator != nullptr) WriteParameters(*indicator, &in_force);
  return part;
}

void FindingJson::Append(const Finding& finding, std::string* out) const {
  const RulePart& part = parts_[finding.rule];
  JsonWriter json(out);
  json.BeginObject().Key("finding").Text(finding.id).Raw(part.identity);
  json.Key("subject").BeginObject();
  json.Key("type").Text(finding.subject.type).Key("id").Text(finding.subject.id).EndObject();
  json.Key("accounts");
  WriteTexts(finding.accounts, &json);
  json.Key("first").Text(FormatTime(finding.first_ms));
  json.Key("last").Text(FormatTime(finding.last_ms));
  json.Key("level").Text(part.level);

  json.Key("values").BeginObject().Key("value");
  if (finding.value_micros == std::numeric_limits<int64_t>::max()) {
    json.Null();
  } else {
    json.Micros(part.duration ? finding.value_micros / kMsPerSecond : finding.value_micros);
  }
  if (finding.at_least) json.Key("at_least").Boolean(true);
  if (!part.in_force.empty()) json.Raw(part.in_force);
  json.EndObject();

  json.Key("events");
  WriteTexts(finding.events, &json);
  json.Key("events_total").Count(finding.events_total);
  json.Key("truncated").Boolean(finding.truncated).Key("open").Boolean(finding.open);
  json.Key("explanation");
  if (part.explained) {
    json.BeginObject().Key("en").Text(finding.explanation.en);
    json.Key("ja").Text(finding.explanation.ja);
    json.Key("ko").Text(finding.explanation.ko).EndObject();
  } else {
    json.Null();
  }
  json.EndObject();
  out->push_back('\n');
}

void AppendGroupJson(const AccountGroup& group, std::string* out) {
  JsonWriter json(out);
  json.BeginObject().Key("group").Text(group.id).Key("accounts");
  WriteTexts(group.accounts, &json);
  json.Key("links").BeginArray();
  for (const AccountGroup::Link& link : group.links) {
    json.BeginObject().Key("kind").Text(link.kind).Key("accounts").BeginArray();
    json.Text(link.account_a).Text(link.account_b).EndArray();
    json.Key("time").Text(FormatTime(link.time_ms)).Key("event").Text(link.event).EndObject();
  }
  json.EndArray().EndObject();
  out->push_back('\n');
}

}  // namespace sekisho
