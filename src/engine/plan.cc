#include "engine/plan.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <tuple>
#include <utility>

#include "core/check.h"
#include "core/limits.h"
#include "engine/feeds.h"
#include "engine/possible.h"
#include "engine/window_spec.h"
#include "facts/fact.h"
#include "lists/list_set.h"

namespace sekisho {
namespace {

constexpr size_t kInputsMax = 32;
constexpr std::string_view kDocumentFields[] = {"document.number", "document.number_hash",
                                                "document.mrz", "document.key"};

size_t RoundUp(size_t bytes, size_t unit) { return (bytes + unit - 1) / unit * unit; }

}  // namespace

class PlanBuilder {
 public:
  PlanBuilder(const RuleSet& rules, uint64_t seed, std::shared_ptr<const ListSet> lists)
      : rules_(rules), feeds_(rules), lists_(std::move(lists)) {
    plan_.rules_ = &rules;
    plan_.seed_ = seed;
    plan_.fields_ = rules.fields;
    plan_.uses_.resize(rules.rules.size());
    plan_.needs_history_.resize(rules.rules.size());
    window_of_.assign(rules.rules.size(), kNoWindow);
    needed_.assign(rules.rules.size(), false);
    takers_.resize(rules.rules.size());
  }

  StatusOr<Plan> Build() {
    LookForLists();
    FindNeededRules();
    for (RuleIndex rule = 0; rule < rules_.rules.size(); ++rule) {
      if (!needed_[rule]) continue;
      const CorrelationRule* correlation = rules_.rules[rule].correlation();
      if (correlation == nullptr) {
        if (rules_.rules[rule].generates) AddDetectionWindow(rule);
      } else if (correlation->inputs.size() > kInputsMax) {
        return InvalidInput("rule \"" + rules_.rules[rule].name + "\" is fed by " +
                            std::to_string(correlation->inputs.size()) +
                            " rules; at most 32 can be told apart: split it");
      } else {
        AddCorrelationWindow(rule, *correlation);
      }
    }
    LayOutRecords();
    for (RuleIndex rule = 0; rule < rules_.rules.size(); ++rule) {
      if (!needed_[rule] || rules_.rules[rule].detection() == nullptr) continue;
      uses_made_ = 0;
      AddUses(rule);
      if (uses_made_ > limits::kUsesOfMatchMax) {
        return InvalidInput("a match of rule \"" + rules_.rules[rule].name +
                            "\" would enter correlations in more than " +
                            std::to_string(limits::kUsesOfMatchMax) +
                            " ways: let fewer correlations build on one another");
      }
    }
    AddLinks();
    AddPopulations();
    AddProfile();
    AddFacts();
    for (const TablePlan& table : plan_.tables_) plan_.uses_round_[table.round] = true;
    return std::move(plan_);
  }

 private:
  static constexpr uint16_t kNoWindow = 0xffff;

  struct Taker {
    RuleIndex rule;
    size_t input;
  };

  // Where rules read facts that only lists give, and no list does: which of them can hold?
  void LookForLists() {
    const std::span<const Fact> facts = AllFacts();
    const bool all_there = std::none_of(facts.begin(), facts.end(), [this](const Fact& fact) {
      return fact.needs_list() && rules_.fields.Find(fact.output) != kNoField && !Brings(fact);
    });
    if (all_there) return;
    possible_ = std::make_unique<PossibleRules>(rules_, AllKnownEvents(),
                                                lists_ == nullptr ? ListParts() : lists_->parts());
  }

  // Without a list the rule can never hold: it takes no memory and no time.
  bool LacksList(RuleIndex rule) {
    const RuleLack* const lack = possible_ == nullptr ? nullptr : possible_->LackOf(rule);
    return lack != nullptr && !lack->lists.empty();
  }

  // A rule is needed when it gives findings, or when a needed rule takes it.
  void FindNeededRules() {
    if (possible_ != nullptr) plan_.lacks_.emplace();
    for (RuleIndex rule = 0; rule < rules_.rules.size(); ++rule) {
      if (!rules_.rules[rule].generates) continue;
      Need(rule);
      if (possible_ == nullptr || !rules_.rules[rule].not_evaluated.empty()) continue;
      if (const RuleLack* const lack = possible_->LackOf(rule)) plan_.lacks_->emplace(rule, *lack);
    }
    for (RuleIndex rule = 0; rule < rules_.rules.size(); ++rule) {
      const CorrelationRule* correlation = rules_.rules[rule].correlation();
      if (!needed_[rule] || correlation == nullptr) continue;
      for (size_t i = 0; i < correlation->inputs.size(); ++i) {
        takers_[correlation->inputs[i].rule].push_back({rule, i});
      }
    }
  }

  void Need(RuleIndex index) {
    const Rule& rule = rules_.rules[index];
    if (needed_[index] || !rule.not_evaluated.empty() || LacksList(index)) return;
    needed_[index] = true;
    if (const CorrelationRule* correlation = rule.correlation()) {
      for (const CorrelationInput& input : correlation->inputs) Need(input.rule);
    }
  }

  uint16_t AddWindow(RuleIndex rule, WindowSpec spec, uint16_t table) {
    WindowPlan window;
    window.spec = std::move(spec);
    window.rule = rule;
    window.table = table;
    window.reports = rules_.rules[rule].generates;
    window.counts_inputs = rules_.rules[rule].correlation() != nullptr;
    const uint16_t number = static_cast<uint16_t>(plan_.windows_.size());
    plan_.tables_[table].windows.push_back(number);
    plan_.windows_.push_back(std::move(window));
    window_of_[rule] = number;
    return number;
  }

  uint16_t AddTable(TableKind kind, Round round) {
    TablePlan table;
    table.kind = kind;
    table.round = round;
    plan_.tables_.push_back(std::move(table));
    return static_cast<uint16_t>(plan_.tables_.size() - 1);
  }

  // Rules whose inputs all use the same fields share a table; one with aliases has its own.
  uint16_t TableFor(RuleIndex rule, const CorrelationRule& correlation) {
    const Round round = static_cast<Round>(kRoundLevel1 + correlation.level - 1);
    const std::vector<FieldId>& key = correlation.inputs[0].group_by;
    const bool shared =
        std::all_of(correlation.inputs.begin(), correlation.inputs.end(),
                    [&](const CorrelationInput& input) { return input.group_by == key; });
    return shared ? SharedTable(round, key, feeds_.Of(rule)) : AddTable(TableKind::kWindows, round);
  }

  // One table for what is grouped alike and fed by the same kinds of events, so that a record holds
  // no windows for events that its key never has.
  uint16_t SharedTable(Round round, const std::vector<FieldId>& key, uint64_t feed) {
    const auto [found, is_new] = table_of_.try_emplace({round, key, feed});
    if (is_new) {
      found->second = AddTable(TableKind::kWindows, round);
      plan_.tables_.back().counts_accounts = key == std::vector<FieldId>{kFieldAccount};
    }
    return found->second;
  }

  void AddCorrelationWindow(RuleIndex rule, const CorrelationRule& correlation) {
    AddWindow(rule, SpecOf(correlation), TableFor(rule, correlation));
  }

  void AddDetectionWindow(RuleIndex rule) {
    AddWindow(rule, DetectionSpec(), SharedTable(kRoundLevel1, {kFieldAccount}, feeds_.Of(rule)));
  }

  void LayOutRecords() {
    for (TablePlan& table : plan_.tables_) {
      size_t bytes = 0;
      for (const uint16_t window : table.windows) {
        plan_.windows_[window].offset = static_cast<uint32_t>(bytes);
        plan_.windows_[window].size = static_cast<uint32_t>(plan_.windows_[window].bytes());
        bytes += plan_.windows_[window].size;
      }
      table.payload_bytes = RoundUp(bytes, 8);
    }
  }

  Use MakeUse(RuleIndex source, const Taker& taker) {
    const CorrelationRule& correlation = *rules_.rules[taker.rule].correlation();
    const CorrelationInput& input = correlation.inputs[taker.input];
    Use use;
    use.source = source;
    use.window = window_of_[taker.rule];
    use.table = plan_.windows_[use.window].table;
    use.mask = 1u << taker.input;
    use.key = input.group_by;
    use.values = input.values;
    const WindowSpec& spec = plan_.windows_[use.window].spec;
    use.counts_values = spec.takes_values();
    use.numeric = use.counts_values && spec.kind != WindowKind::kDistinct;
    if (++uses_made_ <= limits::kUsesOfMatchMax) use.chained = ChainedOf(taker.rule);
    return use;
  }

  std::vector<Use> ChainedOf(RuleIndex rule) {
    std::vector<Use> chained;
    for (const Taker& taker : takers_[rule]) chained.push_back(MakeUse(rule, taker));
    return chained;
  }

  void AddUses(RuleIndex detection) {
    std::vector<Use>& uses = plan_.uses_[detection];
    if (window_of_[detection] != kNoWindow) {
      Use use;
      use.source = detection;
      use.window = window_of_[detection];
      use.table = plan_.windows_[use.window].table;
      use.mask = 1;
      use.key = {kFieldAccount};
      use.key_or_event = true;
      use.chained = {};
      uses.push_back(std::move(use));
    }
    for (const Taker& taker : takers_[detection]) uses.push_back(MakeUse(detection, taker));
  }

  // Link kinds that some needed detection selects. Only these are followed.
  void AddLinks() {
    plan_.link_tables_.assign(kLinkKindCount, kNoTable);
    for (RuleIndex rule = 0; rule < rules_.rules.size(); ++rule) {
      const DetectionRule* detection = rules_.rules[rule].detection();
      if (!needed_[rule] || detection == nullptr || detection->source.category != "link") continue;
      for (uint16_t kind = 0; kind < kLinkKindCount; ++kind) {
        if (plan_.link_tables_[kind] == kNoTable && MaySelectKind(*detection, kind)) {
          plan_.link_tables_[kind] = AddTable(TableKind::kLinks, kRoundLinks);
          plan_.tables_.back().link_kind = kind;
        }
      }
    }
    for (const LinkSource& source : kLinkSources) {
      if (plan_.link_tables_[source.kind] == kNoTable) continue;
      plan_.fields_.Intern(source.identifier);
      plan_.fields_.Intern(source.account);
    }
    for (const char* name : {"link.kind", "link.identifier", "account_a", "account_b", "pair"}) {
      if (std::any_of(plan_.link_tables_.begin(), plan_.link_tables_.end(),
                      [](uint16_t table) { return table != kNoTable; })) {
        plan_.fields_.Intern(name);
      }
    }
  }

  bool MaySelectKind(const DetectionRule& detection, uint16_t kind) const {
    const FieldId kind_field = rules_.fields.Find("link.kind");
    for (const char* type : {"link.new", "link.hub"}) {
      EventView event(rules_.fields.size());
      event.type = type;
      for (size_t field = 0; field < rules_.fields.size(); ++field) {
        event.Set(static_cast<FieldId>(field), Value::Text("?"));
      }
      event.Set(kFieldType, Value::Text(type));
      if (kind_field != kNoField) event.Set(kind_field, Value::Text(kLinkKinds[kind]));
      if (detection.matcher.Matches(event)) return true;
    }
    return false;
  }

  void AddPopulations() {
    for (size_t kind = 0; kind < kPopulationKinds; ++kind) {
      PopulationPlan& population = plan_.populations_[kind];
      population = PopulationPlan::Make(static_cast<PopulationKind>(kind), &plan_.fields_);
      if (!population.used()) continue;
      plan_.population_tables_[kind] =
          AddTable(TableKind::kPopulation, static_cast<Round>(kRoundPeers + kind));
      plan_.tables_.back().payload_bytes = population.bytes();
    }
  }

  std::vector<FieldId> FieldsOf(RuleIndex rule) const {
    const DetectionRule* detection = rules_.rules[rule].detection();
    if (detection == nullptr) return {};
    std::vector<FieldId> fields = detection->matcher.fields();
    for (const Use& use : plan_.uses_[rule]) AddFieldsOf(use, &fields);  // counted, grouped by
    return fields;
  }

  // What only rules read that are not needed.
  std::set<FieldId> UnreadFields() const {
    std::set<FieldId> unread;
    std::set<FieldId> read;
    for (RuleIndex rule = 0; rule < rules_.rules.size(); ++rule) {
      const std::vector<FieldId> fields = FieldsOf(rule);
      (needed_[rule] ? read : unread).insert(fields.begin(), fields.end());
    }
    for (const PopulationPlan& population : plan_.populations_) {
      read.insert(population.inputs().begin(), population.inputs().end());
    }
    for (const FieldId field : read) unread.erase(field);
    return unread;
  }

  void AddProfile() {
    plan_.profile_ = ProfilePlan::Make(&plan_.fields_, UnreadFields());
    const auto used = [](const PopulationPlan& population) { return population.used(); };
    // A population is met on the way from the profile, even from an empty one.
    if (!plan_.profile_.used() &&
        std::none_of(plan_.populations_.begin(), plan_.populations_.end(), used)) {
      return;
    }
    plan_.profile_table_ = AddTable(TableKind::kProfile, kRoundProfiles);
    plan_.tables_.back().payload_bytes = plan_.profile_.bytes();
    plan_.tables_.back().counts_accounts = true;
    for (RuleIndex rule = 0; rule < rules_.rules.size(); ++rule) {
      const std::vector<FieldId> fields = FieldsOf(rule);
      plan_.needs_history_[rule] = std::any_of(fields.begin(), fields.end(), [&](FieldId f) {
        return plan_.profile_.Sets(f) ||
               std::any_of(plan_.populations_.begin(), plan_.populations_.end(),
                           [&](const PopulationPlan& population) { return population.Sets(f); });
      });
    }
  }

  // Facts are in building order, so what a fact needs stands before it.
  void AddFacts() {
    const std::span<const Fact> facts = AllFacts();
    for (size_t i = facts.size(); i-- > 0;) {
      if (plan_.fields_.Find(facts[i].output) == kNoField) continue;
      if (facts[i].needs_list() && !Brings(facts[i])) continue;
      if (facts[i].look_up != nullptr) plan_.lists_ = lists_;
      PlannedFact planned;
      planned.fact = static_cast<uint16_t>(i);
      planned.output = plan_.fields_.Find(facts[i].output);
      for (const std::string_view input : facts[i].inputs) {
        planned.inputs[planned.input_count++] = plan_.fields_.Intern(input);
      }
      plan_.facts_.insert(plan_.facts_.begin(), planned);
    }
    plan_.facts_of_.resize(plan_.fields_.size());
    SEKISHO_CHECK(plan_.facts_.size() <= 64 * std::tuple_size_v<FactSet>);
    for (size_t i = 0; i < plan_.facts_.size(); ++i) {
      for (size_t input = 0; input < plan_.facts_[i].input_count; ++input) {
        plan_.facts_of_[plan_.facts_[i].inputs[input]][i / 64] |= uint64_t{1} << i % 64;
      }
    }
  }

  // Is there a list that gives the fact a value?
  bool Brings(const Fact& fact) const {
    return lists_ != nullptr &&
           std::any_of(fact.lists.begin(), fact.lists.end(),
                       [this](const ListValue& one) { return lists_->parts().Has(one.part); });
  }

  const RuleSet& rules_;
  Plan plan_;
  std::vector<uint16_t> window_of_;         // by rule
  std::vector<bool> needed_;                // by rule
  size_t uses_made_ = 0;                    // of one detection, with all that is chained
  std::vector<std::vector<Taker>> takers_;  // by rule: the needed correlations it feeds
  Feeds feeds_;
  const std::shared_ptr<const ListSet> lists_;
  std::unique_ptr<PossibleRules> possible_;  // null: no list is missing
  std::map<std::tuple<Round, std::vector<FieldId>, uint64_t>, uint16_t> table_of_;
};

size_t WindowPlan::bytes() const {
  return RoundUp(Window::Bytes(spec), 4) + (spec.anchored ? sizeof(uint32_t) : 0);
}

StatusOr<Plan> Plan::Make(const RuleSet& rules, uint64_t seed, const KeyedHash* documents,
                          std::shared_ptr<const ListSet> lists) {
  StatusOr<Plan> plan = PlanBuilder(rules, seed, std::move(lists)).Build();
  if (!plan.ok()) return plan;
  plan->documents_ = documents;
  for (const std::string_view name : kDocumentFields) {
    const FieldId field = plan->fields_.Find(name);
    if (field != kNoField) plan->document_fields_.push_back(field);
  }
  return plan;
}

}  // namespace sekisho
