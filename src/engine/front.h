// From one event to the records it meets: facts, match, keys (rounds R0 and R2, semantics.md 8).
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "core/event_view.h"
#include "engine/cost.h"
#include "engine/message.h"
#include "engine/plan.h"
#include "engine/possible.h"
#include "lists/list_session.h"
#include "state/groups.h"

namespace sekisho {

// The touches of one event: `count` of them, one behind the other. The bytes belong to the Front
// and live until its next call.
struct Touches {
  std::span<const std::byte> bytes;
  uint32_t count = 0;
};

// The id that is part of an event's position: its own, or else a hash of its line as it came, which
// does not depend on the seed of a data directory (semantics.md 1). Only what may not be read for
// any purpose is left out of the line before: nobody's nationality decides what an event is.
std::string PositionId(const EventView& event);

// Pure: touches depend on the event and the plan alone. Holds scratch memory, so one per thread.
class Front {
 public:
  explicit Front(const Plan& plan, CostClock clock = nullptr);

  // Completes `event` with the facts of its fields, then matches it. What needs its account's
  // history is packed up for the profile round.
  Touches Take(EventView* event);

  // Unpacks an event that was packed up.
  void Unpack(const Touch& touch, int64_t time_ms, EventView* event) const;
  // What the profile does with an event that was packed up, as far as its type has a number.
  const ProfilePlan::Course& ProfileCourse(const Touch& touch) const;
  const ProfilePlan::Course& ProfileCourse(const EventView& event) {
    return PlanFor(event).profile;
  }
  // Matches what was left for later, when all facts are there. `candidates`: what was packed up
  // with the event.
  Touches MatchLater(const EventView& event, uint64_t candidates);
  // Packs an event up for the record of `key` in `table`, which completes its facts further.
  Touches Forward(const EventView& event, const Key& key, uint16_t table, uint64_t candidates);

  // The touches of a link.new event, or, when `link` is null, of a link.hub event of `identifier`.
  Touches TakeLink(uint16_t kind, const Key& identifier, const Link* link);

  // The parts of Take, for whoever wants to know what an event was about: its facts, and the key of
  // some of its fields (false when one has no usable value). When the facts are there, numbers of
  // documents become their keyed hash, if the plan has a key.
  void AddFacts(EventView* event) const;
  bool KeyOfFields(const std::vector<FieldId>& fields, const EventView& event, Key* key) {
    ++epoch_;
    return KeyOf(fields, event, key);
  }

  // Adds what the events that it took have had: by type, the fields with a value.
  void AddKnown(FieldsByType* known) const;
  // By rule: events that matched (detections), and events left out because they lack a field to
  // group by or, where the rule needs one, a value (rules that take them).
  const std::vector<uint64_t>& matches() const { return matches_; }
  const std::vector<uint64_t>& without_key() const { return without_key_; }
  CostMeter& meter() { return meter_; }
  const RuleCosts& costs() const { return meter_.costs(); }

 private:
  // What the events of a type have had.
  struct Seen {
    std::vector<bool> fields;             // by FieldId; empty before the first event
    uint32_t last_shape = 0;              // EventView::shape of the newest that has one
    const TypePlan* last_plan = nullptr;  // of that shape
    // Those that were looked at; the first ones with a plan of their own, others null.
    absl::flat_hash_map<uint32_t, std::unique_ptr<TypePlan>> shapes;
  };

  const TypePlan& PlanFor(const EventView& event) {
    // Our own events are told apart by their type alone.
    const TypePlan* known = event.type_number < by_number_.size() && event.foreign_product.empty()
                                ? by_number_[event.type_number]
                                : nullptr;
    return known != nullptr ? *known : FindPlan(event);
  }
  // The plan of the type, narrowed to the fields of the event where it has a shape; notes these.
  const TypePlan& PlanOfFields(const EventView& event) {
    if (event.type_number >= seen_.size()) return PlanFor(event);
    Seen& seen = seen_[event.type_number];
    const bool known = event.shape != 0 && event.shape == seen.last_shape;
    return known ? *seen.last_plan : PlanOther(event, &seen);
  }
  const TypePlan& PlanOther(const EventView& event, Seen* seen);
  void AddPlannedFacts(const FactSet& planned, EventView* event) const;
  void AddFact(const PlannedFact& planned, EventView* event) const;
  void HashDocuments(EventView* event) const;
  const TypePlan& FindPlan(const EventView& event);
  void Pack(const TypePlan& type, const Key& key, uint16_t table, uint64_t candidates,
            const EventView& event);
  // Matches the `candidates` of the plan (MatchPlan::MayMatch).
  void Emit(const MatchPlan& plan, const EventView& event,
            uint64_t candidates = MatchPlan::kAllCandidates);
  void EmitMeasured(const MatchPlan& plan, const EventView& event, uint64_t candidates);
  bool Matches(const PlannedDetection& planned, const EventView& event);
  void EmitLinks(const TypePlan& type, const EventView& event);
  void EmitTouch(const TouchPlan& touch, const EventView& event);
  bool EmitPlain(const TouchPlan& touch, const EventView& event);
  void EmitLink(const LinkPlan& link, const EventView& event);
  bool EmitInput(const Use& use, const EventView& event, std::byte* first);
  void EmitChained(const Use& use, const EventView& event);
  void FinishTouch(std::byte* start, const Key& key, uint16_t table, uint16_t inputs);
  void CountWithoutKey(const Use& use);
  bool ValueOf(const Use& use, const EventView& event, uint64_t* value);

  // The key of a field; false when the event has no usable value.
  bool KeyOf(FieldId field, const EventView& event, Key* key) {
    if (field == kNoField) return false;
    KnownKey& known = keys_[field];
    if (known.epoch != epoch_) MakeKey(field, event);
    *key = known.key;
    return known.usable;
  }
  bool KeyOf(const std::vector<FieldId>& fields, const EventView& event, Key* key) {
    return fields.size() == 1 ? KeyOf(fields[0], event, key) : KeyOfTuple(fields, event, key);
  }
  bool KeyOfTuple(const std::vector<FieldId>& fields, const EventView& event, Key* key);
  void MakeKey(FieldId field, const EventView& event);
  bool MakePairKey(const EventView& event, Key* key);
  Key SubjectOf(const EventView& event);
  void SetKey(FieldId field, const Key& key);

  void Start() {
    ++epoch_;
    at_ = buffer_.data();
    count_ = 0;
  }
  Touches Taken() const {
    return {{buffer_.data(), static_cast<size_t>(at_ - buffer_.data())}, count_};
  }
  // Room for `bytes` behind at_, which moves with the buffer.
  void MakeRoom(size_t bytes) {
    if (bytes > static_cast<size_t>(buffer_.data() + buffer_.size() - at_)) Grow(bytes);
  }
  void Grow(size_t bytes);
  template <typename T>
  T* Append() {
    T* item = reinterpret_cast<T*>(at_);
    at_ += sizeof(T);
    return item;
  }

  const Plan& plan_;
  FieldId pair_;
  FieldId link_identifier_;
  FieldId other_account_;
  FieldId client_;
  absl::flat_hash_map<std::string, std::unique_ptr<TypePlan>> types_;
  std::string type_key_;
  std::vector<const TypePlan*> by_number_;  // of our own events, by EventView::type_number
  std::vector<Seen> seen_;                  // by EventView::type_number
  EventView link_event_;

  struct KnownKey {
    Key key;
    uint32_t epoch = 0;  // good when it is the current one
    bool usable = false;
  };
  std::vector<uint8_t> matched_;  // by rule
  std::vector<KnownKey> keys_;    // by field
  uint32_t epoch_ = 0;
  std::vector<std::byte> buffer_;
  std::byte* at_ = nullptr;  // the end of what was emitted into it
  uint32_t count_ = 0;
  std::vector<uint64_t> matches_;
  std::vector<uint64_t> without_key_;
  CostMeter meter_;
  std::unique_ptr<ListSession> lists_;  // null without lists
};

}  // namespace sekisho
