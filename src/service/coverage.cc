#include "service/coverage.h"

#include <algorithm>
#include <set>

#include "core/json_writer.h"
#include "core/schema.h"
#include "rules/field_check.h"
#include "service/rule_words.h"

namespace sekisho {
namespace {

using Names = std::set<std::string>;

struct Reads {
  Names events;
  Names fields;
  Names facts;
  Names history;
};

void AddField(std::string_view name, Reads* reads) {
  const FieldSpec* const spec = FindField(name);
  if (spec == nullptr || IsEnvelopeField(name)) return;
  switch (spec->origin) {
    case FieldOrigin::kFact:
      reads->facts.emplace(name);
      break;
    case FieldOrigin::kProfile:
      reads->history.emplace(name);
      break;
    case FieldOrigin::kEvent:
    case FieldOrigin::kLink:
      reads->fields.emplace(name);
      break;
  }
}

void AddRule(const RuleSet& rules, const Rule& rule, Reads* reads) {
  if (const DetectionRule* detection = rule.detection()) {
    for (const std::string_view type : EventTypesOf(*detection)) reads->events.emplace(type);
    for (const FieldId field : detection->matcher.fields()) {
      AddField(rules.fields.Name(field), reads);
    }
    return;
  }
  for (const CorrelationInput& input : rule.correlation()->inputs) {
    for (const FieldId field : input.group_by) AddField(rules.fields.Name(field), reads);
    for (const FieldId field : input.values) AddField(rules.fields.Name(field), reads);
  }
}

std::vector<std::string> Sorted(const Names& names) { return {names.begin(), names.end()}; }

void WriteTexts(std::string_view key, const std::vector<std::string>& texts, JsonWriter* json) {
  json->Key(key).BeginArray();
  for (const std::string& text : texts) json->Text(text);
  json->EndArray();
}

void WriteLocalText(const LocalText& text, JsonWriter* json) {
  json->BeginObject();
  json->Key("en").Text(text.en).Key("ja").Text(text.ja).Key("ko").Text(text.ko);
  json->EndObject();
}

std::vector<std::string> Documents(const Indicator& indicator) {
  std::vector<std::string> keys;
  for (const IndicatorSource& source : indicator.sources) keys.push_back(source.document);
  return keys;
}

}  // namespace

std::vector<std::string_view> EventTypesOf(const DetectionRule& detection) {
  std::vector<std::string_view> types;
  if (!detection.source.product.empty() && detection.source.product != "sekisho") return types;
  for (const EventTypeSpec& type : AllEventTypes()) {
    const std::string_view category = type.type.substr(0, type.type.find('.'));
    if (!detection.source.category.empty() && detection.source.category != category) continue;
    if (detection.matcher.MayMatchType(type.type)) types.push_back(type.type);
  }
  return types;
}

std::vector<Coverage> CoverageOf(const LoadResult& loaded) {
  std::vector<Coverage> all;
  for (size_t i = 0; i < loaded.rules.indicators.size(); ++i) {
    Reads reads;
    for (const RuleIndex rule : RulesOf(loaded.rules, i)) {
      AddRule(loaded.rules, loaded.rules.rules[rule], &reads);
    }
    Coverage coverage;
    coverage.indicator = &loaded.rules.indicators[i];
    coverage.events = Sorted(reads.events);
    coverage.fields = Sorted(reads.fields);
    coverage.facts = Sorted(reads.facts);
    coverage.history = Sorted(reads.history);
    for (const IndicatorCase& test : loaded.cases) {
      if (test.indicator == i) ++coverage.cases[static_cast<size_t>(test.kind)];
    }
    all.push_back(std::move(coverage));
  }
  std::sort(all.begin(), all.end(),
            [](const Coverage& a, const Coverage& b) { return a.indicator->id < b.indicator->id; });
  return all;
}

std::string CoverageLine(const Coverage& coverage) {
  const Indicator& indicator = *coverage.indicator;
  std::string line;
  JsonWriter json(&line);
  json.BeginObject().Key("indicator").Text(indicator.id).Key("name");
  WriteLocalText(indicator.name, &json);
  json.Key("family").Text(FamilyOf(indicator.id).name.en);
  json.Key("status").Text(indicator.status).Key("evidence_class").Text(indicator.evidence_class);
  json.Key("grade").Text(indicator.grade).Key("sensitivity").Text(indicator.sensitivity);
  WriteTexts("audience", indicator.audience, &json);
  WriteTexts("events", coverage.events, &json);
  WriteTexts("fields", coverage.fields, &json);
  WriteTexts("facts", coverage.facts, &json);
  WriteTexts("history", coverage.history, &json);
  json.Key("needs").BeginArray();
  for (const LocalText& need : indicator.needs) WriteLocalText(need, &json);
  json.EndArray().Key("cases").BeginObject();
  for (size_t kind = 0; kind < coverage.cases.size(); ++kind) {
    json.Key(CaseKindName(static_cast<CaseKind>(kind))).Count(coverage.cases[kind]);
  }
  json.EndObject().Key("parameters").BeginObject();
  for (const IndicatorParameter& parameter : indicator.parameters) {
    json.Key(parameter.name).Text(parameter.value);
  }
  json.EndObject();
  WriteTexts("same_cause_as", indicator.same_cause_as, &json);
  WriteTexts("measures", MeasureCodes(indicator), &json);
  WriteTexts("sources", Documents(indicator), &json);
  json.EndObject();
  return line + "\n";
}

const std::vector<std::string_view>& AllStatuses() {
  static const auto* const statuses = new std::vector<std::string_view>{
      "computed", "needs_list", "needs_similarity", "human", "background", "never"};
  return *statuses;
}

const std::vector<Family>& AllFamilies() {
  static const auto* const families = new std::vector<Family>{
      {"A",
       {"Registration and account identity", "登録とアカウントの本人性", "등록과 계정의 본인성"}},
      {"B", {"Sign-in, network, device", "ログイン・通信・端末", "로그인·네트워크·기기"}},
      {"C", {"Bidding, reputation, work", "入札・評価・作業", "입찰·평판·작업"}},
      {"D", {"Money", "お金の流れ", "돈의 흐름"}},
      {"E", {"Biography and online presence", "経歴とネット上の情報", "이력과 온라인 정보"}},
      {"F", {"Communication and interview", "連絡と面接", "연락과 면접"}},
      {"G",
       {"Equipment and conduct during the work", "貸与機器と業務中の行動", "장비와 업무 중 행동"}},
      {"H", {"Background", "背景情報", "배경 정보"}},
      {"X0", {"Identity, résumé, persona", "身元・履歴書・人物像", "신원·이력서·인물상"}},
      {"X1", {"Identity, résumé, persona", "身元・履歴書・人物像", "신원·이력서·인물상"}},
      {"X2", {"Identity, résumé, persona", "身元・履歴書・人物像", "신원·이력서·인물상"}},
      {"X3", {"Code hosting", "コード共有サイト", "코드 호스팅"}},
      {"X4", {"Network and sessions", "通信とセッション", "네트워크와 세션"}},
      {"X5", {"Company devices", "会社の端末", "회사 기기"}},
      {"X6", {"Payments and deliveries", "支払いと配送", "지급과 배송"}},
      {"X7", {"Interview and conduct", "面接と行動", "면접과 행동"}},
  };
  return *families;
}

const Family& FamilyOf(std::string_view id) {
  static const auto* const other = new Family{"", {"Others", "その他", "기타"}};
  for (const Family& family : AllFamilies()) {
    if (id.starts_with(family.prefix)) return family;
  }
  return *other;
}

}  // namespace sekisho
