#include "engine/possible.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "engine/feeds.h"
#include "engine/links.h"
#include "engine/possible_events.h"
#include "facts/fact.h"

namespace sekisho {
namespace {

constexpr size_t kTypesShown = 3;
// Facts of the history that have a value where nothing is known: false, or none.
constexpr std::string_view kFromNothing[] = {"profile.verified", "profile.bids", "profile.awards",
                                             "profile.documents_seen"};

FieldTable WithAllFields(const FieldTable& fields) {
  FieldTable all = fields;
  for (const FieldSpec& spec : AllFields()) all.Intern(spec.name);
  return all;
}

void AddUnique(const std::vector<FieldId>& from, std::vector<FieldId>* to) {
  for (const FieldId field : from) {
    if (field != kNoField && std::find(to->begin(), to->end(), field) == to->end()) {
      to->push_back(field);
    }
  }
}

bool Less(const RuleLack& a, const RuleLack& b) {
  // A field is easier to bring than events of another type.
  if (a.types.empty() != b.types.empty()) return a.types.empty();
  return a.fields.size() < b.fields.size();
}

void SortOut(std::vector<std::string>* texts) {
  std::sort(texts->begin(), texts->end());
  texts->erase(std::unique(texts->begin(), texts->end()), texts->end());
}

// The inputs of a fact that it cannot do without, so far as their kind tells.
std::vector<std::string_view> MainInputs(const Fact& fact) {
  std::vector<std::string_view> inputs;
  for (const std::string_view input : fact.inputs) {
    if (FindField(input)->kind == FieldKind::kIdentifier) inputs.push_back(input);
  }
  if (inputs.empty()) inputs.assign(fact.inputs.begin(), fact.inputs.end());
  return inputs;
}

const Fact* FindFact(std::string_view output) {
  const auto found = std::find_if(AllFacts().begin(), AllFacts().end(),
                                  [&](const Fact& fact) { return fact.output == output; });
  return found == AllFacts().end() ? nullptr : &*found;
}

// The event types that bring a field.
std::vector<std::string> TypesWith(std::string_view field) {
  std::vector<std::string> types;
  for (const EventTypeSpec& type : AllEventTypes()) {
    const auto has = [field](std::span<const std::string_view> names) {
      return std::find(names.begin(), names.end(), field) != names.end();
    };
    if (!type.engine_made && (has(type.required) || has(type.optional))) {
      types.emplace_back(type.type);
    }
  }
  return types;
}

}  // namespace

KnownEvents EventsWithAllFields(const EventTypeSpec& type) {
  KnownEvents events;
  events.type = std::string(type.type);
  events.fields = {"account"};
  for (const auto& names : {type.required, type.optional}) {
    for (const std::string_view name : names) events.fields.emplace_back(name);
  }
  return events;
}

std::vector<KnownEvents> AllKnownEvents() {
  std::vector<KnownEvents> all;
  for (const EventTypeSpec& type : AllEventTypes()) {
    if (!type.engine_made) all.push_back(EventsWithAllFields(type));
  }
  return all;
}

class PossibleRules::Judge {
 public:
  Judge(const RuleSet& rules, const std::vector<KnownEvents>& events, const ListParts& lists)
      : rules_(rules),
        lists_(lists),
        fields_(WithAllFields(rules.fields)),
        events_(AllPossibleEvents(events, fields_, lists)),
        judged_(rules.rules.size()) {}

  const std::optional<RuleLack>& Of(RuleIndex index) {
    Judged& judged = judged_[index];
    if (judged.known) return judged.lack;
    judged.known = true;  // circles do not load
    const Rule& rule = rules_.rules[index];
    judged.lack = rule.detection() != nullptr ? OfDetection(*rule.detection(), {})
                                              : OfCorrelation(*rule.correlation());
    return judged_[index].lack;
  }

 private:
  using Lack = std::optional<RuleLack>;
  struct Judged {
    bool known = false;
    Lack lack;
  };

  // Of several inputs one is enough: the easiest.
  static void Easier(Lack lack, bool first, Lack* best) {
    if (first || !lack || (*best && Less(*lack, **best))) *best = std::move(lack);
  }

  Lack OfInput(const CorrelationInput& input) {
    const Rule& rule = rules_.rules[input.rule];
    if (rule.detection() == nullptr) return Of(input.rule);
    std::vector<FieldId> wanted;
    AddUnique(input.group_by, &wanted);
    AddUnique(input.values, &wanted);
    return OfDetection(*rule.detection(), wanted);
  }

  Lack OfAny(const std::vector<CorrelationInput>& inputs, size_t begin, size_t end) {
    Lack best;
    for (size_t i = begin; i < end; ++i) {
      Lack lack = OfInput(inputs[i]);
      if (!lack) return std::nullopt;
      Easier(std::move(lack), i == begin, &best);
    }
    return best;
  }

  Lack OfCorrelation(const CorrelationRule& rule) {
    const size_t count = rule.inputs.size();
    switch (rule.type) {
      case CorrelationType::kTemporal:
      case CorrelationType::kTemporalOrdered:
        if (!rule.thresholds.empty()) return OfAny(rule.inputs, 0, count);
        for (const CorrelationInput& input : rule.inputs) {
          if (Lack lack = OfInput(input)) return lack;
        }
        return std::nullopt;
      case CorrelationType::kRatio:
        return OfRatio(rule);
      case CorrelationType::kPresence:
        return OfAny(rule.inputs, 0, rule.split);
      default:
        return OfAny(rule.inputs, 0, count);
    }
  }

  // A side that has no minimum may be empty: the ratio is then zero, or without bound.
  Lack OfRatio(const CorrelationRule& rule) {
    Lack above = OfAny(rule.inputs, 0, rule.split);
    Lack below = OfAny(rule.inputs, rule.split, rule.inputs.size());
    if (above && below) return above;
    if (above) above->one_sided = rule.minimum_numerator == 0;
    if (below) below->one_sided = rule.minimum_denominator == 0;
    return above ? above : below;
  }

  Lack OfDetection(const DetectionRule& detection, const std::vector<FieldId>& wanted) {
    Lack best;
    for (const PossibleEvent& event : events_) {
      if (!Sees(detection.source, event.view) || !detection.matcher.MayMatchType(event.view.type)) {
        continue;
      }
      const std::optional<std::vector<FieldId>> missing = Missing(detection, event, wanted);
      if (!missing) continue;
      if (missing->empty()) return std::nullopt;
      // Nobody brings these; LinksOf says what would make them.
      if (event.view.category == "link") continue;
      RuleLack lack = InWords(*missing, event);
      AddLists(detection, *missing, event, &lack);
      lack.one_sided = std::all_of(missing->begin(), missing->end(), [this](FieldId field) {
        return std::find(std::begin(kFromNothing), std::end(kFromNothing), fields_.Name(field)) !=
               std::end(kFromNothing);
      });
      if (!best || Less(lack, *best)) best = std::move(lack);
    }
    if (!best) best = TypesOf(detection);
    return best;
  }

  // The fewest fields that the event would have to have, or to have with any value; none at all
  // when no value would help.
  std::optional<std::vector<FieldId>> Missing(const DetectionRule& detection,
                                              const PossibleEvent& event,
                                              const std::vector<FieldId>& wanted) const {
    std::vector<FieldId> missing;
    for (const FieldId field : wanted) {
      if (field != kNoField && !event.Has(field)) missing.push_back(field);
    }
    const std::vector<bool> unchanged = event.open;
    if (detection.matcher.MayMatch(event.view, unchanged)) return missing;
    std::vector<FieldId> closed;
    std::vector<bool> open = unchanged;
    for (const FieldId field : detection.matcher.fields()) {
      if (field == kNoField || field == kFieldType || open[field]) continue;
      closed.push_back(field);
      open[field] = true;
    }
    if (!detection.matcher.MayMatch(event.view, open)) return std::nullopt;
    for (const FieldId field : closed) {
      open[field] = false;
      if (detection.matcher.MayMatch(event.view, open)) continue;
      open[field] = true;
      AddUnique({field}, &missing);
    }
    return missing;
  }

  // Facts stand for what they are computed from.
  RuleLack InWords(const std::vector<FieldId>& missing, const PossibleEvent& event) const {
    RuleLack lack;
    lack.type = std::string(event.view.type);
    for (const FieldId field : missing) AddField(std::string(fields_.Name(field)), event, &lack);
    SortOut(&lack.fields);
    SortOut(&lack.types);
    if (!lack.types.empty()) {
      lack.fields.clear();
      lack.type.clear();
    }
    if (lack.types.size() > kTypesShown) lack.types.resize(kTypesShown);
    return lack;
  }

  void AddField(const std::string& name, const PossibleEvent& event, RuleLack* lack) const {
    const FieldSpec* const spec = FindField(name);
    if (spec != nullptr && spec->origin == FieldOrigin::kProfile) {
      AddHistory(HistoryNeeds(name), lack);
      return;
    }
    const Fact* const fact = FindFact(name);
    if (fact == nullptr) {
      const FieldId field = fields_.Find(name);
      lack->fields.push_back(event.limited[field] ? name + " = …" : name);
      return;
    }
    if (fact->needs_list()) return AddInputs(*fact, event, lack);
    const size_t before = lack->fields.size();
    for (const std::string_view input : MainInputs(*fact)) {
      if (!event.Has(fields_.Find(input))) lack->fields.emplace_back(input);
    }
    // All is there, but never with a value that the fact needs: a change of another field.
    if (lack->fields.size() == before) lack->fields.push_back(name);
  }

  void AddInputs(const Fact& fact, const PossibleEvent& event, RuleLack* lack) const {
    for (const std::string_view input : fact.inputs) {
      if (!event.Has(fields_.Find(input))) lack->fields.emplace_back(input);
    }
  }

  // The lists of which one would let the detection match; else those that would give one of the
  // missing facts a value.
  void AddLists(const DetectionRule& detection, const std::vector<FieldId>& missing,
                const PossibleEvent& event, RuleLack* lack) const {
    const auto is_listed = [this](FieldId field) {
      const Fact* const fact = FindFact(fields_.Name(field));
      return fact != nullptr && fact->needs_list();
    };
    std::vector<FieldId> given;  // besides lists
    std::copy_if(missing.begin(), missing.end(), std::back_inserter(given),
                 [&](FieldId field) { return !is_listed(field); });
    if (given.size() == missing.size()) return;
    for (const FieldId field : detection.matcher.fields()) {
      if (field != kNoField && is_listed(field)) AddParts(detection, field, given, event, lack);
    }
    if (!lack->lists.empty()) return;
    for (const FieldId field : missing) {
      if (is_listed(field)) AddParts(detection, field, missing, event, lack);
    }
  }

  // The parts that would give `field` a value with which the detection may match when the fields
  // `open` may have any.
  void AddParts(const DetectionRule& detection, FieldId field, const std::vector<FieldId>& open,
                const PossibleEvent& event, RuleLack* lack) const {
    for (const ListValue& one : FindFact(fields_.Name(field))->lists) {
      if (lists_.Has(one.part)) continue;
      PossibleEvent listed = CopyOf(event, fields_);
      for (const FieldId other : open) listed.open[other] = true;
      listed.open[field] = one.value.empty();
      if (!one.value.empty()) listed.view.Set(field, Value::Text(one.value));
      if (detection.matcher.MayMatch(listed.view, listed.open)) lack->lists.push_back(one.part);
    }
  }

  void AddHistory(const std::vector<std::vector<HistorySource>>& needs, RuleLack* lack) const {
    for (const std::vector<HistorySource>& group : needs) {
      if (HasSource(events_, group, fields_)) continue;
      const bool has_type = std::any_of(group.begin(), group.end(), [&](const auto& source) {
        return HasSource(events_, {{source.type, ""}}, fields_);
      });
      for (const HistorySource& source : group) {
        if (!has_type) {
          lack->types.emplace_back(source.type);
        } else if (HasSource(events_, {{source.type, ""}}, fields_)) {
          lack->type = std::string(source.type);
          lack->fields.emplace_back(source.field);
          break;
        }
      }
    }
  }

  RuleLack TypesOf(const DetectionRule& detection) const {
    RuleLack lack;
    bool links = false;
    for (const EventTypeSpec& type : AllEventTypes()) {
      EventView view(fields_.size());
      view.product = "sekisho";
      view.type = type.type;
      view.category = type.type.substr(0, type.type.find('.'));
      if (!Sees(detection.source, view) || !detection.matcher.MayMatchType(type.type)) continue;
      links |= type.engine_made;
      if (!type.engine_made) lack.types.emplace_back(type.type);
    }
    if (lack.types.empty() && links) return LinksOf(detection);
    if (lack.types.size() > kTypesShown) lack.types.resize(kTypesShown);
    return lack;
  }

  // What accounts would have to share.
  RuleLack LinksOf(const DetectionRule& detection) const {
    RuleLack lack;
    for (const LinkSource& source : kLinkSources) {
      PossibleEvent event(fields_);
      event.view.product = "sekisho";
      event.view.type = "link.new";
      event.view.category = "link";
      event.open.assign(event.open.size(), true);
      const FieldId kind = fields_.Find("link.kind");
      event.open[kind] = false;
      event.view.Set(kind, Value::Text(kLinkKinds[source.kind]));
      if (!detection.matcher.MayMatch(event.view, event.open)) continue;
      const Fact* const fact = FindFact(source.identifier);
      AddLink(fact == nullptr ? std::vector{source.identifier} : MainInputs(*fact), &lack);
      if (!lack.fields.empty()) return lack;
    }
    SortOut(&lack.types);
    if (lack.types.size() > kTypesShown) lack.types.resize(kTypesShown);
    return lack;
  }

  void AddLink(const std::vector<std::string_view>& inputs, RuleLack* lack) const {
    for (const std::string_view input : inputs) {
      if (HasSource(events_, {{"", input}}, fields_)) continue;
      const std::vector<std::string> types = TypesWith(input);
      for (const std::string& type : types) {
        if (!HasSource(events_, {{type, ""}}, fields_)) continue;
        lack->type = type;
        lack->types.clear();
        lack->fields.emplace_back(input);
        return;
      }
      lack->types.insert(lack->types.end(), types.begin(), types.end());
    }
  }

  const RuleSet& rules_;
  const ListParts lists_;
  const FieldTable fields_;
  const std::vector<PossibleEvent> events_;
  std::vector<Judged> judged_;
};

PossibleRules::PossibleRules(const RuleSet& rules, const std::vector<KnownEvents>& events,
                             const ListParts& lists)
    : judge_(std::make_unique<Judge>(rules, events, lists)) {}

PossibleRules::~PossibleRules() = default;

const RuleLack* PossibleRules::LackOf(RuleIndex rule) {
  const std::optional<RuleLack>& lack = judge_->Of(rule);
  return lack ? &*lack : nullptr;
}

}  // namespace sekisho
