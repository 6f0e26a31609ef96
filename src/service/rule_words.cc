#include "service/rule_words.h"

#include <cstdlib>
#include <limits>
#include <set>

#include "absl/strings/str_join.h"
#include "absl/strings/substitute.h"
#include "core/number.h"
#include "core/time.h"
#include "service/coverage.h"

namespace sekisho {
namespace {

template <typename... Parts>
std::string Fill(const Phrase& phrase, Language language, const Parts&... parts) {
  return absl::Substitute(ToAbsl(phrase.In(language)), parts...);
}

// A threshold or value in fixed point; lengths of time are milliseconds.
std::string NumberText(int64_t micros, bool duration) {
  return duration ? FormatDuration(micros / kMicro) : FormatMicros(micros);
}

std::string CompareText(const Threshold& threshold, bool duration, Language language) {
  const std::string number = NumberText(threshold.micros, duration);
  switch (threshold.compare) {
    case Compare::kLess:
      return Fill({"less than $0", "$0 未満", "$0 미만"}, language, number);
    case Compare::kLessEqual:
      return Fill({"at most $0", "$0 以下", "$0 이하"}, language, number);
    case Compare::kGreater:
      return Fill({"more than $0", "$0 を超える", "$0 초과"}, language, number);
    case Compare::kGreaterEqual:
      return Fill({"at least $0", "$0 以上", "$0 이상"}, language, number);
    case Compare::kEqual:
      return Fill({"exactly $0", "ちょうど $0", "정확히 $0"}, language, number);
    case Compare::kNotEqual:
      return Fill({"not $0", "$0 以外", "$0이(가) 아님"}, language, number);
  }
  return "";
}

std::string ThresholdsText(const CorrelationRule& correlation, Language language) {
  if (correlation.thresholds.empty()) {
    return std::string(Phrase{"all", "すべて", "모두"}.In(language));
  }
  const bool duration = correlation.type == CorrelationType::kPresence;
  std::vector<std::string> parts;
  for (const Threshold& threshold : correlation.thresholds) {
    parts.push_back(CompareText(threshold, duration, language));
  }
  return absl::StrJoin(parts, ToAbsl(Phrase{" and ", "、かつ ", ", 그리고 "}.In(language)));
}

std::string Quote(const Rule& rule, Language language) {
  return Fill({"“$0”", "「$0」", "‘$0’"}, language, rule.title.empty() ? rule.name : rule.title);
}

// The titles of inputs [begin, end).
std::string InputsText(const RuleSet& rules, const CorrelationRule& correlation, size_t begin,
                       size_t end, Language language) {
  std::vector<std::string> titles;
  for (size_t i = begin; i < end; ++i) {
    titles.push_back(Quote(rules.rules[correlation.inputs[i].rule], language));
  }
  return absl::StrJoin(titles, ToAbsl(Phrase{", ", "", ", "}.In(language)));
}

std::string ScopeText(const CorrelationRule& correlation, Language language) {
  const std::string group = absl::StrJoin(correlation.group_by, " + ");
  std::string scope =
      group.empty()
          ? std::string(
                Phrase{"over all events", "全イベントについて", "모든 이벤트에서"}.In(language))
          : Fill({"per $0", "$0 ごとに", "$0별로"}, language, group);
  if (correlation.timespan_ms > 0) {
    scope += Fill({", within $0", "、$0 の間に", ", $0 동안"}, language,
                  FormatDuration(correlation.timespan_ms));
  }
  return scope;
}

std::string RatioText(const RuleSet& rules, const CorrelationRule& correlation, Language language) {
  const size_t end = correlation.inputs.size();
  std::string text =
      Fill({"events of $0 divided by events of $1", "$0 の件数 ÷ $1 の件数", "$0 건수 ÷ $1 건수"},
           language, InputsText(rules, correlation, 0, correlation.split, language),
           InputsText(rules, correlation, correlation.split, end, language));
  std::vector<std::string> limits;
  if (correlation.minimum_denominator > 0) {
    limits.push_back(Fill(
        {"judged from $0 of the latter", "後者が $0 件以上で判定", "뒤의 것이 $0건 이상일 때 판정"},
        language, correlation.minimum_denominator));
  }
  if (correlation.minimum_numerator > 0) {
    limits.push_back(Fill(
        {"judged from $0 of the former", "前者が $0 件以上で判定", "앞의 것이 $0건 이상일 때 판정"},
        language, correlation.minimum_numerator));
  }
  if (correlation.lag_ms > 0) {
    limits.push_back(Fill({"of the latter only those older than $0", "後者は $0 より前のもののみ",
                           "뒤의 것은 $0보다 오래된 것만"},
                          language, FormatDuration(correlation.lag_ms)));
  }
  if (limits.empty()) return text;
  return text + Fill({" ($0)", "（$0）", " ($0)"}, language,
                     absl::StrJoin(limits, ToAbsl(Phrase{"; ", "、", "; "}.In(language))));
}

std::string PresenceText(const RuleSet& rules, const CorrelationRule& correlation,
                         Language language) {
  const size_t end = correlation.inputs.size();
  std::string text =
      Fill({"time that $0 goes on with pauses of at most $1", "$0 が $1 以内の間隔で続く時間",
            "$0이(가) $1 이내 간격으로 이어진 시간"},
           language, InputsText(rules, correlation, 0, correlation.split, language),
           FormatDuration(correlation.gap_ms));
  if (correlation.split == end) return text;
  return text + Fill({" (ended by $0)", "（$0 で終わる）", " ($0(으)로 끝남)"}, language,
                     InputsText(rules, correlation, correlation.split, end, language));
}

// What is counted, summed or measured.
std::string QuantityText(const RuleSet& rules, const CorrelationRule& correlation,
                         Language language) {
  const std::string inputs = InputsText(rules, correlation, 0, correlation.inputs.size(), language);
  const std::string field = absl::StrJoin(correlation.value_fields, " + ");
  switch (correlation.type) {
    case CorrelationType::kEventCount:
      return Fill({"number of events of $0", "$0 の件数", "$0의 건수"}, language, inputs);
    case CorrelationType::kValueCount:
      return Fill({"number of distinct $1 in $0", "$0 に現れる異なる $1 の数",
                   "$0에 나타난 서로 다른 $1의 수"},
                  language, inputs, field);
    case CorrelationType::kValueSum:
      return Fill({"sum of $1 in $0", "$0 の $1 の合計", "$0의 $1 합계"}, language, inputs, field);
    case CorrelationType::kValueAvg:
      return Fill({"average of $1 in $0", "$0 の $1 の平均", "$0의 $1 평균"}, language, inputs,
                  field);
    case CorrelationType::kValuePercentile:
      return Fill(
          {"percentile $2 of $1 in $0", "$0 の $1 の第 $2 百分位数", "$0의 $1의 제$2 백분위수"},
          language, inputs, field, correlation.percentile);
    case CorrelationType::kTemporal:
      return Fill({"of these, in any order: $0", "$0 のうち起きたもの", "$0 가운데 일어난 것"},
                  language, inputs);
    case CorrelationType::kTemporalOrdered:
      return Fill({"of these, in this order: $0", "$0 のうちこの順に起きたもの",
                   "$0 가운데 이 순서로 일어난 것"},
                  language, inputs);
    case CorrelationType::kRatio:
      return RatioText(rules, correlation, language);
    case CorrelationType::kPresence:
      return PresenceText(rules, correlation, language);
  }
  return "";
}

std::string TypesText(const DetectionRule& detection) {
  return absl::StrJoin(EventTypesOf(detection), ", ",
                       [](std::string* out, std::string_view type) { out->append(type); });
}

std::string DetectionText(const Rule& rule, Language language) {
  const DetectionRule& detection = *rule.detection();
  if (detection.source.product == "sekisho") {
    return Fill({"$0: selects among $1", "$0：$1 から選ぶ", "$0: $1에서 선택"}, language,
                Quote(rule, language), TypesText(detection));
  }
  std::vector<std::string> keys;
  for (const std::string& key :
       {detection.source.product, detection.source.category, detection.source.service}) {
    if (!key.empty()) keys.push_back(key);
  }
  return Fill(
      {"$0: selects among events of $1", "$0：$1 のイベントから選ぶ", "$0: $1 이벤트에서 선택"},
      language, Quote(rule, language), absl::StrJoin(keys, " / "));
}

constexpr int64_t kUnbounded = std::numeric_limits<int64_t>::max();

// Are the values of the rule lengths of time?
bool IsDuration(const Rule& rule) {
  const CorrelationRule* correlation = rule.correlation();
  return correlation != nullptr && correlation->type == CorrelationType::kPresence;
}

int64_t RoundNumber(int64_t micros) {
  int64_t step = kMicro / 100;
  while (step > 1 && std::abs(micros) < step * 10) step /= 10;
  return micros / step * step;
}

int64_t RoundDuration(int64_t micros) {
  const int64_t ms = micros / kMicro;
  const int64_t step = ms >= kDayMs ? kHourMs : ms >= kHourMs ? kMinuteMs : kSecondMs;
  return ms / step * step * kMicro;
}

// The indicator's rules need not carry its number: those that only feed others are found here.
void AddWithInputs(const RuleSet& rules, RuleIndex index, std::set<RuleIndex>* found) {
  if (!found->insert(index).second) return;
  if (const CorrelationRule* correlation = rules.rules[index].correlation()) {
    for (const CorrelationInput& input : correlation->inputs) {
      AddWithInputs(rules, input.rule, found);
    }
  }
}

}  // namespace

std::string ValueText(const Rule& rule, const Finding& finding) {
  if (finding.value_micros == kUnbounded) return "∞";
  return NumberText(finding.value_micros, IsDuration(rule));
}

std::string RoundedValueText(const Rule& rule, const Finding& finding) {
  if (finding.value_micros == kUnbounded) return "∞";
  const bool duration = IsDuration(rule);
  const int64_t rounded =
      duration ? RoundDuration(finding.value_micros) : RoundNumber(finding.value_micros);
  return (finding.at_least ? "≥ " : "") + NumberText(rounded, duration);
}

std::string RuleInWords(const RuleSet& rules, RuleIndex index, Language language) {
  const Rule& rule = rules.rules[index];
  const CorrelationRule* correlation = rule.correlation();
  if (correlation == nullptr) return DetectionText(rule, language);
  return Fill({"$0, $1: $2", "$1：$0 が $2", "$1: $0 $2"}, language,
              QuantityText(rules, *correlation, language), ScopeText(*correlation, language),
              ThresholdsText(*correlation, language));
}

std::vector<RuleIndex> RulesOf(const RuleSet& rules, size_t indicator) {
  std::set<RuleIndex> found;
  for (RuleIndex i = 0; i < rules.rules.size(); ++i) {
    if (rules.rules[i].indicator == indicator) AddWithInputs(rules, i, &found);
  }
  return {found.begin(), found.end()};
}

std::vector<std::string> MeasureCodes(const Indicator& indicator) {
  std::vector<std::string> codes;
  for (const IndicatorMeasure& measure : indicator.measures) codes.push_back(measure.code);
  return codes;
}

}  // namespace sekisho
