#include "service/assessment_json.h"

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
  json->Key("solid").Boolean(one.solid).Key("decisive").Boolean(one.decisive);
  json->Key("first").Text(FormatTime(one.first_ms)).Key("last").Text(FormatTime(one.last_ms));
  json->Key("findings").BeginArray();
  for (const uint32_t finding : one.findings) json->Text(report.findings[finding].id);
  json->EndArray().EndObject();
}

// The same for every account: which indicators say nothing, by reason.
std::string NotEvaluatedMember(const RuleSet& rules, const ScanAssessments& assessments) {
  std::string member;
  JsonWriter json(&member);
  json.Key("not_evaluated").BeginObject();
  for (size_t i = 0; i <= static_cast<size_t>(NotEvaluatedReason::kPeople); ++i) {
    const auto reason = static_cast<NotEvaluatedReason>(i);
    json.Key(ReasonName(reason)).BeginArray();
    for (const NotEvaluated& one : assessments.not_evaluated) {
      if (one.reason == reason) json.Text(rules.indicators[one.indicator].id);
    }
    json.EndArray();
  }
  json.EndObject();
  return member;
}

}  // namespace

void AppendAssessmentLines(const RuleSet& rules, const ScanReport& report,
                           const ScanAssessments& assessments, std::string* out) {
  const std::string not_evaluated = NotEvaluatedMember(rules, assessments);
  for (const AccountAssessment& one : assessments.queue) {
    const Assessment& assessment = one.assessment;
    JsonWriter json(out);
    json.BeginObject().Key("assessment").Text(one.account);
    json.Key("level").Text(LevelName(assessment.level));
    json.Key("reverification_only").Boolean(assessment.reverification_only);
    WriteNames("classes", assessment.classes, &json);
    WriteNames("proxy_classes", assessment.proxy_classes, &json);
    json.Key("hard").Count(assessment.hard);
    json.Key("newest").Text(FormatTime(assessment.newest_ms));
    json.Key("contributions").BeginArray();
    for (const Contribution& sign : assessment.contributions) {
      WriteContribution(report, assessments, sign, &json);
    }
    json.EndArray().Raw(not_evaluated);
    const LocalText text = ExplainAssessment(rules, assessments, assessment);
    json.Key("explanation").BeginObject().Key("en").Text(text.en);
    json.Key("ja").Text(text.ja).Key("ko").Text(text.ko).EndObject().EndObject();
    out->push_back('\n');
  }
  for (const GroupAssessment& one : assessments.groups) {
    JsonWriter json(out);
    json.BeginObject().Key("group_assessment").Text(report.groups[one.group].id);
    json.Key("level").Text(LevelName(one.level)).Key("members").BeginObject();
    for (size_t level = kAssessmentLevels; level-- > 0;) {
      json.Key(LevelName(static_cast<AssessmentLevel>(level))).Count(one.members[level]);
    }
    json.EndObject().EndObject();
    out->push_back('\n');
  }
}

}  // namespace sekisho
