#include "service/evaluable.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "ingest/event_writer.h"
#include "ingest/mapping.h"
#include "ingest/table_mapping.h"
#include "service/rule_words.h"

namespace sekisho {
namespace {

// The values that the mapping can give to the fields of a type; nothing where it takes them as they
// come.
using Values = std::map<std::string, std::optional<std::set<std::string>>>;

void AddValues(const MappedField& field, Values* values) {
  const auto [found, is_new] =
      values->emplace(std::string(field.spec->name), std::set<std::string>());
  if (!found->second) return;
  const MappedSource& source = field.source;
  if (source.slots.empty()) {
    found->second->insert(source.constant);
  } else if (!source.values.empty()) {
    for (const auto& [text, value] : source.values) found->second->insert(value);
  } else {
    found->second.reset();
  }
}

std::map<std::string, Values, std::less<>> ValuesOf(const Mapping& mapping) {
  std::map<std::string, Values, std::less<>> values;
  const auto add = [&values](const Mapping& one) {
    for (const MappedEvent& event : one.events) {
      Values& of_type = values[std::string(event.type->type)];
      for (const MappedField& field : event.fields) AddValues(field, &of_type);
    }
  };
  add(mapping);
  for (const auto& table : mapping.tables) add(table->mapping);
  return values;
}

void AddLimits(const Values& values, KnownEvents* known) {
  for (const auto& [field, limited] : values) {
    if (limited) known->values.emplace_back(field, std::vector(limited->begin(), limited->end()));
  }
}

struct Known {
  std::vector<KnownEvents> events;
  std::vector<KnownEvents> without_differences;
  std::vector<KnownEvents> with_second_states;  // as if there were two files of each table
  std::vector<std::string> tables;              // … of which there is one
};

void AddSecondStates(const MappedTable& table, Known* known) {
  bool any = false;
  for (size_t i = 0; i < table.events.size(); ++i) {
    if (table.events[i].on == RowTrigger::kRow) continue;
    KnownEvents events;
    events.type = std::string(table.mapping.events[i].type->type);
    Values values;
    for (const MappedField& field : table.mapping.events[i].fields) {
      events.fields.emplace_back(field.spec->name);
      AddValues(field, &values);
    }
    AddLimits(values, &events);
    known->with_second_states.push_back(std::move(events));
    any = true;
  }
  if (any) known->tables.push_back(table.name);
}

Known KnownOf(const Mapping& mapping, const ImportReport& report) {
  const FieldTable fields = DeliveredFields();
  const auto values = ValuesOf(mapping);
  Known known;
  for (const auto& [type, made] : report.types) {
    KnownEvents events;
    events.type = type;
    for (size_t field = 0; field < made.fields.size(); ++field) {
      if (made.fields[field]) events.fields.emplace_back(fields.Name(static_cast<FieldId>(field)));
    }
    if (const auto found = values.find(type); found != values.end()) {
      AddLimits(found->second, &events);
    }
    if (made.from_differences < made.events) known.without_differences.push_back(events);
    known.events.push_back(std::move(events));
  }
  known.with_second_states = known.events;
  for (const auto& table : mapping.tables) {
    const auto files =
        std::count_if(report.files.begin(), report.files.end(),
                      [&](const ImportedFile& file) { return file.table == table->name; });
    if (files == 1) AddSecondStates(*table, &known);
  }
  return known;
}

// Null when one of the rules that give findings can hold; else the least that is lacking.
std::optional<RuleLack> LackOf(const std::vector<RuleIndex>& judged, PossibleRules* possible) {
  const RuleLack* best = nullptr;
  for (const RuleIndex rule : judged) {
    const RuleLack* const lack = possible->LackOf(rule);
    if (lack == nullptr) return std::nullopt;
    const auto rank = [](const RuleLack& its) {
      return std::tuple(!its.one_sided, its.types.size(), its.fields.size());
    };
    if (best == nullptr || rank(*lack) < rank(*best)) best = lack;
  }
  return best == nullptr ? RuleLack() : *best;
}

std::optional<Evaluable> StatusOf(const Indicator& indicator) {
  if (indicator.status == "needs_list") return Evaluable::kNeedsList;
  if (indicator.status == "needs_similarity") return Evaluable::kNeedsSimilarity;
  if (indicator.status == "human") return Evaluable::kPeople;
  return std::nullopt;
}

}  // namespace

std::vector<IndicatorAnswer> AnswersOf(const RuleSet& rules, const Mapping& mapping,
                                       const ImportReport& report) {
  const Known known = KnownOf(mapping, report);
  // An import knows of no lists: what needs one says so.
  const ListParts lists;
  PossibleRules possible(rules, known.events, lists);
  PossibleRules without_differences(rules, known.without_differences, lists);
  PossibleRules with_second_states(rules, known.with_second_states, lists);
  std::vector<IndicatorAnswer> answers;
  for (size_t i = 0; i < rules.indicators.size(); ++i) {
    const Indicator& indicator = rules.indicators[i];
    IndicatorAnswer answer;
    answer.indicator = i;
    if (!indicator.computed()) {
      const std::optional<Evaluable> status = StatusOf(indicator);
      if (!status) continue;
      answer.evaluable = *status;
      answers.push_back(std::move(answer));
      continue;
    }
    std::vector<RuleIndex> judged;
    for (const RuleIndex rule : RulesOf(rules, i)) {
      const Rule& its = rules.rules[rule];
      if (its.generates && its.not_evaluated.empty()) judged.push_back(rule);
    }
    if (judged.empty()) {
      answer.evaluable = Evaluable::kRule;
    } else if (std::optional<RuleLack> lack = LackOf(judged, &possible)) {
      const bool one_state = !LackOf(judged, &with_second_states);
      const bool only_list = !lack->lists.empty() && lack->fields.empty() && lack->types.empty();
      answer.evaluable = only_list         ? Evaluable::kNeedsList
                         : lack->one_sided ? Evaluable::kOneSided
                         : one_state       ? Evaluable::kOneState
                                           : Evaluable::kLacks;
      if (one_state) answer.tables = known.tables;
      answer.lack = *std::move(lack);
    } else if (LackOf(judged, &without_differences)) {
      answer.evaluable = Evaluable::kDifferences;
    }
    answers.push_back(std::move(answer));
  }
  std::sort(answers.begin(), answers.end(),
            [&rules](const IndicatorAnswer& a, const IndicatorAnswer& b) {
              return rules.indicators[a.indicator].id < rules.indicators[b.indicator].id;
            });
  return answers;
}

}  // namespace sekisho
