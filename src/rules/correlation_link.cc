#include "rules/correlation_link.h"

#include <algorithm>
#include <set>

#include "core/limits.h"
#include "core/suggestion.h"

namespace sekisho {
namespace {

// For each rule the correlations that it feeds, each once.
std::vector<std::vector<size_t>> FindUsers(const std::vector<InputIndexes>& inputs) {
  std::vector<std::vector<size_t>> users(inputs.size());
  for (size_t i = 0; i < inputs.size(); ++i) {
    const std::set<size_t> distinct(inputs[i].begin(), inputs[i].end());
    for (const size_t input : distinct) {
      if (input != kNoRule) users[input].push_back(i);
    }
  }
  return users;
}

// Walks along unordered inputs from `start`: the circle it ends in, empty when an earlier walk came
// that way already.
std::vector<size_t> FindCircle(size_t start, const std::vector<InputIndexes>& inputs,
                               const std::vector<size_t>& waiting, std::vector<bool>* visited) {
  std::vector<size_t> path;
  std::map<size_t, size_t> position;
  for (size_t at = start; !(*visited)[at];) {
    (*visited)[at] = true;
    position[at] = path.size();
    path.push_back(at);
    at = *std::find_if(inputs[at].begin(), inputs[at].end(),
                       [&](size_t input) { return input != kNoRule && waiting[input] > 0; });
    const auto seen = position.find(at);
    if (seen != position.end())
      return {path.begin() + static_cast<ptrdiff_t>(seen->second), path.end()};
  }
  return {};
}

void ReportCircles(std::vector<SourceRule>* rules, const std::vector<InputIndexes>& inputs,
                   const std::vector<size_t>& waiting, DiagnosticSink* sink) {
  constexpr size_t kShownMax = 8;
  std::vector<bool> visited(rules->size());
  for (size_t i = 0; i < rules->size(); ++i) {
    if (waiting[i] == 0) continue;
    const std::vector<size_t> circle = FindCircle(i, inputs, waiting, &visited);
    if (circle.empty()) continue;
    std::string names;
    for (size_t k = 0; k < std::min(circle.size(), kShownMax); ++k) {
      names += (*rules)[circle[k]].name + " -> ";
    }
    if (circle.size() > kShownMax) names += "... -> ";
    for (const size_t member : circle) (*rules)[member].failed = true;
    sink->Report(
        Sk::kCycle, (*rules)[circle[0]].place,
        "correlations refer to each other in a circle: " + names + (*rules)[circle[0]].name);
  }
}

// What a correlation calls a field, per input: the alias' field where it lists the rule.
const std::string& FieldOf(const SourceCorrelation& correlation, const SourceRule& input,
                           const std::string& name) {
  for (const SourceAlias& alias : correlation.aliases) {
    if (alias.name.text != name) continue;
    for (const SourceAlias::Target& target : alias.targets) {
      if (target.rule.text == input.name || target.rule.text == input.alias) {
        return target.field.text;
      }
    }
  }
  return name;
}

bool IsSum(CorrelationType type) {
  return type == CorrelationType::kValueSum || type == CorrelationType::kValueAvg ||
         type == CorrelationType::kValuePercentile;
}

void CheckAliases(SourceCorrelation* correlation, const InputIndexes& inputs,
                  const std::vector<SourceRule>& rules, DiagnosticSink* sink) {
  const auto named = [](const std::vector<PlacedText>& fields, const std::string& name) {
    return std::any_of(fields.begin(), fields.end(),
                       [&](const PlacedText& field) { return field.text == name; });
  };
  for (const SourceAlias& alias : correlation->aliases) {
    if (!named(correlation->group_by, alias.name.text) &&
        !named(correlation->value_fields, alias.name.text)) {
      sink->Report(Sk::kUnusedAlias, alias.name.place,
                   "the alias \"" + alias.name.text + "\" is not used");
    }
    for (const SourceAlias::Target& target : alias.targets) {
      const bool known = std::any_of(inputs.begin(), inputs.end(), [&](size_t input) {
        return rules[input].name == target.rule.text || rules[input].alias == target.rule.text;
      });
      if (known) continue;
      std::vector<std::string_view> names;
      for (const size_t input : inputs) names.push_back(rules[input].name);
      sink->Report(Sk::kAlias, target.rule.place,
                   "\"" + target.rule.text + "\" is no rule of this correlation",
                   DidYouMean(target.rule.text, names));
    }
  }
}

// Amounts add up only within a currency.
void CheckCurrency(const SourceCorrelation& correlation, const SourceRule& input,
                   const PlacedText& value, DiagnosticSink* sink) {
  const std::string& field = FieldOf(correlation, input, value.text);
  constexpr std::string_view kAmount = "amount";
  const bool amount = field == kAmount || (field.size() > kAmount.size() &&
                                           field.compare(field.size() - kAmount.size() - 1,
                                                         std::string::npos, ".amount") == 0);
  if (!amount || sink->foreign()) return;
  const std::string prefix = field.substr(0, field.size() - kAmount.size());
  for (const PlacedText& group : correlation.group_by) {
    const std::string& name = FieldOf(correlation, input, group.text);
    if (name == "currency" || name == prefix + "currency") return;
  }
  sink->Report(Sk::kCurrency, value.place, "\"" + field + "\" may be in different currencies",
               "add " + prefix + "currency to group-by");
}

}  // namespace

void ReportUnknownRule(const PlacedText& name, const RuleNames& names, DiagnosticSink* sink) {
  std::vector<std::string_view> known;
  if (sink->wants_suggestion()) {
    for (const auto& [text, index] : names) known.push_back(text);
  }
  sink->Report(Sk::kUnknownRule, name.place,
               "no loaded rule has the name or id \"" + name.text + "\"",
               DidYouMean(name.text, known));
}

std::vector<InputIndexes> ResolveInputs(std::vector<SourceRule>* rules, const RuleNames& names,
                                        DiagnosticSink* sink) {
  std::vector<InputIndexes> inputs(rules->size());
  for (size_t i = 0; i < rules->size(); ++i) {
    SourceRule& rule = (*rules)[i];
    if (!rule.correlation) continue;
    for (const PlacedText& name : rule.correlation->inputs) {
      const auto found = names.find(name.text);
      inputs[i].push_back(found == names.end() ? kNoRule : found->second);
      if (found != names.end()) continue;
      ReportUnknownRule(name, names, sink);
      rule.failed = true;
    }
  }
  return inputs;
}

std::vector<int> OrderCorrelations(std::vector<SourceRule>* rules,
                                   const std::vector<InputIndexes>& inputs, DiagnosticSink* sink) {
  const std::vector<std::vector<size_t>> users = FindUsers(inputs);
  std::vector<size_t> waiting(rules->size());  // inputs that have no level yet
  for (const std::vector<size_t>& list : users) {
    for (const size_t user : list) ++waiting[user];
  }
  std::vector<int> levels(rules->size());
  std::vector<size_t> ready;
  for (size_t i = 0; i < rules->size(); ++i) {
    if ((*rules)[i].correlation) levels[i] = 1;
    if (waiting[i] == 0) ready.push_back(i);
  }
  for (size_t next = 0; next < ready.size(); ++next) {
    const size_t done = ready[next];
    for (const size_t user : users[done]) {
      levels[user] = std::max(levels[user], levels[done] + 1);
      if (--waiting[user] == 0) ready.push_back(user);
    }
  }
  ReportCircles(rules, inputs, waiting, sink);
  for (size_t i = 0; i < rules->size(); ++i) {
    if (levels[i] <= limits::kChainDepthMax || waiting[i] > 0) continue;
    sink->Report(Sk::kDepth, (*rules)[i].place,
                 "this correlation is level " + std::to_string(levels[i]) + "; at most " +
                     std::to_string(limits::kChainDepthMax) + " are allowed");
    (*rules)[i].failed = true;
  }
  return levels;
}

void CheckCorrelationFields(SourceRule* rule, const InputIndexes& inputs,
                            const std::vector<SourceRule>& rules, DiagnosticSink* sink,
                            FieldChecker* fields) {
  const size_t errors = sink->errors();
  SourceCorrelation& correlation = *rule->correlation;
  CheckAliases(&correlation, inputs, rules, sink);
  std::set<std::pair<std::string, int>> checked;
  const auto check = [&](const PlacedText& name, const SourceRule& input, FieldUse use) {
    const std::string& field = FieldOf(correlation, input, name.text);
    if (!checked.insert({field, name.place.line * 1000 + name.place.column}).second) return;
    fields->Check(field, use, name.place);
  };
  const FieldUse value_use = IsSum(correlation.type) ? FieldUse::kSum : FieldUse::kGroup;
  bool currency_reported = false;
  for (const size_t input : inputs) {
    for (const PlacedText& name : correlation.group_by) check(name, rules[input], FieldUse::kGroup);
    for (const PlacedText& name : correlation.value_fields) {
      check(name, rules[input], value_use);
      const size_t before = sink->errors();
      if (IsSum(correlation.type) && !currency_reported) {
        CheckCurrency(correlation, rules[input], name, sink);
      }
      currency_reported = currency_reported || sink->errors() != before;
    }
  }
  if (sink->errors() != errors) rule->failed = true;
}

void SpreadFailures(std::vector<SourceRule>* rules, const std::vector<InputIndexes>& inputs,
                    DiagnosticSink* sink) {
  const std::vector<std::vector<size_t>> users = FindUsers(inputs);
  std::vector<size_t> spreading;
  for (size_t i = 0; i < rules->size(); ++i) {
    if ((*rules)[i].failed || !(*rules)[i].not_evaluated.empty()) spreading.push_back(i);
  }
  for (size_t next = 0; next < spreading.size(); ++next) {
    const SourceRule& source = (*rules)[spreading[next]];
    for (const size_t index : users[spreading[next]]) {
      SourceRule& user = (*rules)[index];
      if (user.failed) continue;
      if (source.failed) {
        sink->Report(Sk::kInputFailed, user.place,
                     "the rule \"" + source.name + "\" that this one builds on has errors");
        user.failed = true;
        spreading.push_back(index);
      } else if (user.not_evaluated.empty()) {
        user.not_evaluated_code = CodeText(Sk::kInputNotEvaluated);
        user.not_evaluated = user.not_evaluated_code + ": the rule \"" + source.name +
                             "\" that this one builds on is not evaluated";
        sink->Report(Sk::kInputNotEvaluated, user.place,
                     "the rule \"" + source.name + "\" that this one builds on is not evaluated");
        spreading.push_back(index);
      }
    }
  }
}

CorrelationRule BuildCorrelation(const SourceRule& rule, const InputIndexes& inputs,
                                 const std::vector<SourceRule>& rules,
                                 const std::vector<RuleIndex>& index, int level,
                                 FieldTable* fields) {
  const SourceCorrelation& source = *rule.correlation;
  CorrelationRule out = source.rule;
  out.level = level;
  for (size_t i = 0; i < inputs.size(); ++i) {
    CorrelationInput input;
    input.rule = index[inputs[i]];
    const SourceRule& named = rules[inputs[i]];
    for (const PlacedText& name : source.group_by) {
      input.group_by.push_back(fields->Intern(FieldOf(source, named, name.text)));
    }
    for (const PlacedText& name : source.value_fields) {
      input.values.push_back(fields->Intern(FieldOf(source, named, name.text)));
    }
    out.inputs.push_back(std::move(input));
  }
  return out;
}

}  // namespace sekisho
