#include "service/evidence.h"

#include <algorithm>
#include <set>

#include "core/identity_mask.h"
#include "core/schema.h"
#include "core/utf8.h"
#include "rules/field_check.h"

namespace sekisho {
namespace {

constexpr std::string_view kEllipsis = "…";

void AddField(std::string_view name, std::set<std::string_view>* fields) {
  if (IsEnvelopeField(name)) return;
  const FieldSpec* const spec = FindField(name);
  const bool of_one_event =
      spec == nullptr || spec->origin == FieldOrigin::kEvent || spec->origin == FieldOrigin::kFact;
  if (of_one_event) fields->insert(name);
}

void AddRule(const RuleSet& rules, RuleIndex index, std::set<RuleIndex>* seen,
             std::set<std::string_view>* fields) {
  if (!seen->insert(index).second) return;
  const Rule& rule = rules.rules[index];
  if (const DetectionRule* detection = rule.detection()) {
    for (const FieldId field : detection->matcher.fields()) {
      AddField(rules.fields.Name(field), fields);
    }
    return;
  }
  for (const CorrelationInput& input : rule.correlation()->inputs) {
    for (const FieldId field : input.group_by) AddField(rules.fields.Name(field), fields);
    for (const FieldId field : input.values) AddField(rules.fields.Name(field), fields);
    AddRule(rules, input.rule, seen, fields);
  }
}

}  // namespace

std::vector<std::string_view> EvidenceFields(const RuleSet& rules, RuleIndex rule) {
  std::set<RuleIndex> seen;
  std::set<std::string_view> fields;
  AddRule(rules, rule, &seen, &fields);
  return {fields.begin(), fields.end()};
}

std::string BeginningOf(std::string_view text, size_t bytes_max) {
  if (text.size() <= bytes_max) return std::string(text);
  size_t end = 0;
  while (end < text.size()) {
    const size_t next = end + DecodeUtf8(text, end).bytes;
    if (next + kEllipsis.size() > bytes_max) break;
    end = next;
  }
  return std::string(text.substr(0, end)).append(kEllipsis);
}

std::string MaskedNumber(std::string_view text) {
  constexpr size_t kShown = 4;
  if (text.empty()) return {};
  const size_t bar = text.rfind('|');
  const size_t begin = bar == std::string_view::npos ? 0 : bar + 1;
  const std::string_view number = text.substr(begin);
  std::string masked(text.substr(0, begin));
  masked += kMaskDots;
  const bool long_enough = LastCharacters(number, 2 * kShown).size() < number.size();
  if (long_enough) masked += LastCharacters(number, kShown);
  return masked;
}

}  // namespace sekisho
