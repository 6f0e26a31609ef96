#include "service/assessment_json.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/json_writer.h"
#include "core/time.h"
#include "service/assessment_words.h"

namespace sekisho {
namespace {

std::string_view RoleName(ContributionRole role) {
  switch (role) {
    case ContributionRole::kCounted:
      return "counted";
    case ContributionRole::kSameCause:
      return "same_cause";
    case ContributionRole::kContext:
      return "context";
    case ContributionRole::kExempted:
      return "exempted";
    case ContributionRole::kHub:
      return "hub";
    case ContributionRole::kPeopleOnly:
      break;
  }
  return "people_only";
}

void WriteNames(std::string_view key, const std::vector<std::string_view>& names,
                JsonWriter* json) {
  json->Key(key).BeginArray();
  for (const std::string_view name : names) json->Text(name);
  json->EndArray();
}

void WriteContribution(const ScanReport& report, const ScanAssessments& assessments,
                       const Contribution& one, JsonWriter* json) {
  json->BeginObject().Key("indicator").Text(assessments.kind(one).code);
  json->Key("grade").Text(GradeName(one.grade)).Key("role").Text(RoleName(one.role));
  if (one.role == ContributionRole::kSameCause) {
    json->Key("same_cause").Text(assessments.assessor->kinds()[one.folded_into].code);
  }
  if (one.role == ContributionRole::kExempted) {
    json->Key("exemptions").BeginArray();
    for (const uint32_t exemption : one.exemptions) {
      json->Text(assessments.exemptions.exemptions()[exemption].event);
    }
    json->EndArray();
  }
  if (one.unanswered) json->Key("unanswered").Boolean(true);
  json->Key("solid").Boolean(one.solid).Key("decisive").Boolean(one.decisive);
  json->Key("first").Text(FormatTime(one.first_ms)).Key("last").Text(FormatTime(one.last_ms));
  json->Key("findings").BeginArray();
  for (const uint32_t finding : one.findings) json->Text(report.findings[finding].id);
  json->EndArray().EndObject();
}

// Which indicators say nothing, by reason: the same for every account.
void WriteNotEvaluated(const RuleSet& rules, const ScanAssessments& assessments, JsonWriter* json) {
  json->Key("not_evaluated").BeginObject();
  for (size_t i = 0; i <= static_cast<size_t>(NotEvaluatedReason::kPeople); ++i) {
    const auto reason = static_cast<NotEvaluatedReason>(i);
    json->Key(ReasonName(reason)).BeginArray();
    for (const NotEvaluated& one : assessments.not_evaluated) {
      if (one.reason == reason) json->Text(rules.indicators[one.indicator].id);
    }
    json->EndArray();
  }
  json->EndObject();
}

void WriteLists(const RuleSet& rules, const NotEvaluated& one, JsonWriter* json) {
  json->Key(rules.indicators[one.indicator].id).BeginArray();
  for (const ListPart part : one.lists) json->Text(ListPartName(part));
  json->EndArray();
}

// Which lists are missing for which indicator: one of them would do. Which ones would let others
// see more.
void WriteMissingLists(const RuleSet& rules, const ScanAssessments& assessments, JsonWriter* json) {
  const auto write = [&](std::string_view key, const std::vector<NotEvaluated>& all) {
    json->Key(key).BeginObject();
    for (const NotEvaluated& one : all) {
      if (!one.lists.empty()) WriteLists(rules, one, json);
    }
    json->EndObject();
  };
  write("missing_lists", assessments.not_evaluated);
  write("lists_wanted", assessments.lists_wanted);
}

// Which events are missing for which indicator, in whole or in part: one of them would do.
void WriteMissingEvents(const RuleSet& rules, const ScanReport& report,
                        const ScanAssessments& assessments, JsonWriter* json) {
  std::map<std::string, std::set<std::string>> types;
  for (const NotEvaluated& one : assessments.not_evaluated) {
    if (one.reason != NotEvaluatedReason::kNoEvents) continue;
    types[rules.indicators[one.indicator].id].insert(one.lack.types.begin(), one.lack.types.end());
  }
  for (const OneSidedRule& one : report.one_sided) {
    const Rule& rule = rules.rules[one.rule];
    types[rule.indicator ? rules.indicators[*rule.indicator].id : rule.name].insert(
        one.types.begin(), one.types.end());
  }
  json->Key("missing_events").BeginObject();
  for (const auto& [code, names] : types) {
    json->Key(code).BeginArray();
    for (const std::string& name : names) json->Text(name);
    json->EndArray();
  }
  json->EndObject();
}

// Which fields of which events, all of them.
void WriteMissingFields(const RuleSet& rules, const ScanAssessments& assessments,
                        JsonWriter* json) {
  json->Key("missing_fields").BeginObject();
  for (const NotEvaluated& one : assessments.not_evaluated) {
    if (one.reason != NotEvaluatedReason::kFieldMissing) continue;
    json->Key(rules.indicators[one.indicator].id).BeginObject();
    if (!one.lack.type.empty()) json->Key("type").Text(one.lack.type);
    json->Key("fields").BeginArray();
    for (const std::string& field : one.lack.fields) json->Text(field);
    json->EndArray().EndObject();
  }
  json->EndObject();
}

void WriteLevels(const std::array<size_t, kAssessmentLevels>& counts, JsonWriter* json) {
  json->BeginObject();
  for (size_t level = kAssessmentLevels; level-- > 0;) {
    json->Key(LevelName(static_cast<AssessmentLevel>(level))).Count(counts[level]);
  }
  json->EndObject();
}

void WriteIfAny(std::string_view key, const std::string& text, JsonWriter* json) {
  if (!text.empty()) json->Key(key).Text(text);
}

void WriteExemption(const Exemption& one, bool in_force, size_t findings, std::string* out) {
  JsonWriter json(out);
  json.BeginObject().Key("exemption").Text(one.event);
  json.Key("kind").Text(ExemptionKindName(one.kind)).Key("in_force").Boolean(in_force);
  WriteIfAny("indicator", one.indicator, &json);
  WriteIfAny("account", one.account, &json);
  WriteIfAny("other_account", one.other_account, &json);
  WriteIfAny("subject", one.subject, &json);
  json.Key("since").Text(FormatTime(one.since_ms));
  if (one.until_ms != Exemption::kForever) json.Key("until").Text(FormatTime(one.until_ms));
  WriteIfAny("reviewer", one.reviewer, &json);
  WriteIfAny("reason", one.reason, &json);
  json.Key("findings").Count(findings).EndObject();
  out->push_back('\n');
}

void WriteHub(const Hub& hub, std::string* out) {
  JsonWriter json(out);
  json.BeginObject().Key("hub").Text(hub.subject.id).Key("type").Text(hub.subject.type);
  json.Key("accounts").Count(hub.accounts).Key("at_least").Boolean(hub.at_least).EndObject();
  out->push_back('\n');
}

// That nothing was found must not stand alone where a list or the other side was missing.
bool AnythingMissing(const ScanReport& report, const ScanAssessments& assessments) {
  return !report.one_sided.empty() ||
         std::any_of(assessments.not_evaluated.begin(), assessments.not_evaluated.end(),
                     [](const NotEvaluated& one) { return !one.lists.empty(); });
}

}  // namespace

size_t AssessmentJson::lines() const {
  if (assessments_.queue.empty() && assessments_.exemptions.exemptions().empty() &&
      !AnythingMissing(report_, assessments_)) {
    return 0;
  }
  return 1 + assessments_.exemptions.exemptions().size() + assessments_.hubs.size() +
         assessments_.queue.size() + assessments_.groups.size();
}

void AssessmentJson::Append(size_t number, std::string* out) const {
  if (number == 0) return AppendSummary(out);
  --number;
  const std::vector<Exemption>& exemptions = assessments_.exemptions.exemptions();
  if (number < exemptions.size()) {
    const Exemption& one = exemptions[number];
    return WriteExemption(one, assessments_.exemptions.InForce(one), assessments_.exempted[number],
                          out);
  }
  number -= exemptions.size();
  if (number < assessments_.hubs.size()) return WriteHub(assessments_.hubs[number], out);
  number -= assessments_.hubs.size();
  if (number < assessments_.queue.size()) return AppendAccount(assessments_.queue[number], out);
  AppendGroup(assessments_.groups[number - assessments_.queue.size()], out);
}

void AssessmentJson::AppendSummary(std::string* out) const {
  JsonWriter json(out);
  json.BeginObject().Key("assessed");
  WriteLevels(assessments_.accounts, &json);
  json.Key("as_of").Text(FormatTime(report_.last_ms));
  json.Key("links_exempted").Count(report_.links_exempted);
  json.Key("statements_incomplete").Count(report_.statements.incomplete);
  WriteNotEvaluated(rules_, assessments_, &json);
  WriteMissingLists(rules_, assessments_, &json);
  WriteMissingEvents(rules_, report_, assessments_, &json);
  WriteMissingFields(rules_, assessments_, &json);
  json.EndObject();
  out->push_back('\n');
}

void AssessmentJson::AppendAccount(const AccountAssessment& one, std::string* out) const {
  const Assessment& assessment = one.assessment;
  JsonWriter json(out);
  json.BeginObject().Key("assessment").Text(one.account);
  json.Key("level").Text(LevelName(assessment.level));
  json.Key("path").Text(PathName(assessment.path));
  json.Key("reverification_only").Boolean(assessment.reverification_only);
  json.Key("linked").Boolean(assessment.linked);
  WriteNames("classes", assessment.classes, &json);
  WriteNames("proxy_classes", assessment.proxy_classes, &json);
  json.Key("hard").Count(assessment.hard);
  json.Key("newest").Text(FormatTime(assessment.newest_ms));
  json.Key("contributions").BeginArray();
  for (const Contribution& sign : assessment.contributions) {
    WriteContribution(report_, assessments_, sign, &json);
  }
  json.EndArray().Key("explanation");
  json.Text(ExplainAssessment(assessments_, assessment, language_)).EndObject();
  out->push_back('\n');
}

void AssessmentJson::AppendGroup(const GroupAssessment& one, std::string* out) const {
  JsonWriter json(out);
  json.BeginObject().Key("group_assessment").Text(report_.groups[one.group].id);
  json.Key("level").Text(LevelName(one.level)).Key("members");
  WriteLevels(one.members, &json);
  json.EndObject();
  out->push_back('\n');
}

}  // namespace sekisho
