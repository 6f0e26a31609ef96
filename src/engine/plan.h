// The rules as the engine runs them: which records an event meets, and what lies in a record.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/event_view.h"
#include "core/field.h"
#include "core/keyed_hash.h"
#include "core/status.h"
#include "engine/links.h"
#include "engine/message.h"
#include "engine/possible.h"
#include "rules/rule_set.h"
#include "state/population.h"
#include "state/profile.h"
#include "state/window.h"

namespace sekisho {

class ListSet;

// All windows of one rule.
struct WindowPlan {
  WindowSpec spec;
  RuleIndex rule = 0;
  uint16_t table = 0;
  uint32_t offset = 0;         // within the record's payload
  uint32_t size = 0;           // bytes() of it
  bool reports = false;        // gives findings
  bool counts_inputs = false;  // its inputs are counted here, not as matches of a detection

  // In the record: the window itself, then, when it is anchored, the number of its timer (uint32_t,
  // 0 = none).
  size_t bytes() const;
  size_t timer_offset() const { return offset + bytes() - sizeof(uint32_t); }
};

enum class TableKind : uint8_t { kProfile, kPopulation, kLinks, kWindows };

inline constexpr uint16_t kNoTable = 0xffff;

// Records of one grouping. Windows of rules of one level with the same group-by fields share one.
struct TablePlan {
  TableKind kind = TableKind::kWindows;
  Round round = kRoundLevel1;
  size_t payload_bytes = 0;
  bool counts_accounts = false;   // one record is one account
  std::vector<uint16_t> windows;  // indices into Plan::windows
  uint16_t link_kind = 0;         // kLinks: index into kLinkKinds
};

// How an event that made `source` match (a detection) or hold (a correlation) enters one window.
struct Use {
  RuleIndex source = 0;
  uint16_t window = 0;
  uint16_t table = 0;
  uint32_t mask = 0;           // bit i: `source` is input i of the window's rule
  bool key_or_event = false;   // without the key fields, the event itself is the key
  bool counts_values = false;  // the window wants the values below
  bool numeric = false;        // as a number, not as a distinct value
  std::vector<FieldId> key;
  std::vector<FieldId> values;
  std::vector<Use> chained;  // what the window feeds in turn, with the fields taken from this event
};

// Adds the fields that a use reads, with what it feeds, to `fields`, each once.
void AddFieldsOf(const Use& use, std::vector<FieldId>* fields);

// A use that brings at most the value of one field to a window of its own, and feeds nothing.
struct PlainUse {
  RuleIndex source = 0;
  uint32_t mask = 0;
  uint16_t window = 0;
  FieldId value = kNoField;  // none when the window wants no values
};

// The uses that share a record: same table, same key fields.
struct TouchPlan {
  uint16_t table = 0;
  bool key_or_event = false;
  std::vector<FieldId> key;
  std::vector<Use> uses;  // those of one window stand together
  // The same, when all of them are plain and the key is one field: what nearly all touches are.
  std::vector<PlainUse> plain;
};

// An event's identifier that links the accounts that use it.
struct LinkPlan {
  uint16_t table = 0;
  uint16_t source = 0;  // index into kLinkSources
  FieldId identifier = kNoField;
  FieldId account = kNoField;
};

// A fact that somebody reads, with the numbers of its fields.
struct PlannedFact {
  uint16_t fact = 0;  // index into AllFacts()
  uint16_t input_count = 0;
  std::array<FieldId, 4> inputs = {};
  FieldId output = kNoField;
};

// Some of the facts of a plan: bit n % 64 of word n / 64 is number n.
using FactSet = std::array<uint64_t, 4>;

// A detection that may match, and where it begins for events of the type (Matcher::EntryFor).
struct PlannedDetection {
  const Matcher* matcher = nullptr;  // of the rule, without the way through all of them
  RuleIndex rule = 0;
  uint32_t entry = 0;
};

// Detections that are matched together, and what the matches touch.
struct MatchPlan {
  std::vector<RuleIndex> certain;            // detections that match every event of the type
  std::vector<PlannedDetection> detections;  // others that may match
  std::vector<TouchPlan> touches;
  size_t touch_bytes_max = 0;  // of all touches together

  // May detections[number] match, where only `candidates` may? Those beyond 64 always may.
  static bool MayMatch(uint64_t candidates, size_t number) {
    return number >= kCandidatesMax || (candidates >> number & 1) != 0;
  }
  static constexpr size_t kCandidatesMax = 64;
  static constexpr uint64_t kAllCandidates = ~uint64_t{0};
};

// Everything to do for the events of one type and log source, or for those of them that have the
// same fields.
struct TypePlan {
  FactSet facts = {};  // those that somebody reads
  MatchPlan at_once;   // needs nothing but the event
  std::vector<LinkPlan> links;
  size_t link_bytes_max = 0;
  // The rest goes to the account's profile first, then through the populations that it belongs to.
  bool needs_profile = false;
  ProfilePlan::Course profile;
  MatchPlan later;  // needs the facts of profiles or populations
  // What travels there.
  std::vector<FieldId> later_fields;
  bool later_needs_id = false;   // the event itself is a key
  bool later_needs_all = false;  // a keyword is looked for in the whole event
  // Of the plan of the type, which matches what comes back: the detections that may match.
  uint64_t later_candidates = MatchPlan::kAllCandidates;
};

// Immutable once made; shared by all threads.
class Plan {
 public:
  // The plan of `rules`, which must outlive it. `seed` keys every hash (semantics.md 30).
  // InvalidArgument names the rule when a limit of the engine is exceeded.
  // With `documents`, which outlives the plan, every number of a document becomes its keyed hash
  // before anything is matched; without it the numbers stay as they are.
  // `lists` are what facts are looked up in; null for none.
  static StatusOr<Plan> Make(const RuleSet& rules, uint64_t seed,
                             const KeyedHash* documents = nullptr,
                             std::shared_ptr<const ListSet> lists = nullptr);

  // What to do for events of the type and the log sources of this one. Depends on nothing else of
  // it; callers remember the answer.
  TypePlan PlanType(const EventView& event) const;
  // The same for those events of `type` that have exactly the fields of this one, which has a shape
  // (EventView::shape): without what asks for fields that they lack.
  TypePlan PlanShape(const EventView& event, const TypePlan& type) const;

  const RuleSet& rules() const { return *rules_; }
  uint64_t seed() const { return seed_; }
  // Null when numbers of documents stay readable.
  const KeyedHash* documents() const { return documents_; }
  // The fields that hold such numbers.
  const std::vector<FieldId>& document_fields() const { return document_fields_; }
  // Null when no fact of the plan is looked up.
  const std::shared_ptr<const ListSet>& lists() const { return lists_; }
  // What rules lack with these lists, whatever the events are; of those that give findings. Nothing
  // when it was not looked for, as each fact that a rule reads has a list.
  const std::optional<RuleLacks>& lacks() const { return lacks_; }
  // The fields to extract: what the rules read, what facts and profiles need, the envelope.
  const FieldTable& fields() const { return fields_; }
  // In the order in which they must run.
  const std::vector<PlannedFact>& facts() const { return facts_; }
  // Those that read the field.
  const FactSet& facts_of(FieldId field) const { return facts_of_[field]; }
  const std::vector<TablePlan>& tables() const { return tables_; }
  const std::vector<WindowPlan>& windows() const { return windows_; }
  const ProfilePlan& profile() const { return profile_; }
  bool has_links() const { return uses_round_[kRoundLinks]; }
  bool uses_round(Round round) const { return uses_round_[round]; }

  uint16_t profile_table() const { return profile_table_; }
  // The facts of round `round`, which is one of populations, and their table.
  const PopulationPlan& population(Round round) const { return populations_[round - kRoundPeers]; }
  uint16_t population_table(Round round) const { return population_tables_[round - kRoundPeers]; }

 private:
  friend class PlanBuilder;

  struct Shape;
  Shape ShapeOf(const EventView& event) const;
  MatchPlan Narrow(const MatchPlan& type, const EventView& event, const Shape& shape) const;
  void AddTouches(RuleIndex detection, std::vector<TouchPlan>* touches) const;
  void AddLinks(const EventView& event, TypePlan* plan) const;
  void PlanLater(const EventView& event, TypePlan* plan) const;
  bool AddFieldsOf(const MatchPlan& plan, std::vector<FieldId>* fields) const;
  void PlanFacts(TypePlan* plan) const;

  const RuleSet* rules_ = nullptr;
  uint64_t seed_ = 0;
  const KeyedHash* documents_ = nullptr;
  std::vector<FieldId> document_fields_;
  std::shared_ptr<const ListSet> lists_;
  std::optional<RuleLacks> lacks_;
  FieldTable fields_;
  std::vector<PlannedFact> facts_;
  std::vector<FactSet> facts_of_;  // by field
  std::vector<TablePlan> tables_;
  std::vector<WindowPlan> windows_;
  std::vector<std::vector<Use>> uses_;  // by detection
  std::vector<bool> needs_history_;     // by detection: reads facts of profiles or populations
  std::vector<uint16_t> link_tables_;   // by link kind: its table, or kNoTable
  ProfilePlan profile_;
  uint16_t profile_table_ = 0;
  std::array<PopulationPlan, kPopulationKinds> populations_;  // by kind
  std::array<uint16_t, kPopulationKinds> population_tables_ = {};
  bool uses_round_[kRounds] = {};
};

}  // namespace sekisho
