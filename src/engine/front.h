// From one event to the records it meets: facts, match, keys (rounds R0 and R2, semantics.md 8).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "core/event_view.h"
#include "engine/message.h"
#include "engine/plan.h"
#include "state/groups.h"

namespace sekisho {

// The touches of one event: `count` of them, one behind the other. The bytes belong to the Front
// and live until its next call.
struct Touches {
  std::span<const std::byte> bytes;
  uint32_t count = 0;
};

// The id that is part of an event's position: its own, or else a hash of its raw line, which does
// not depend on the seed of a data directory (semantics.md 1).
std::string PositionId(const EventView& event);

// Pure: touches depend on the event and the plan alone. Holds scratch memory, so one per thread.
class Front {
 public:
  explicit Front(const Plan& plan);

  // Completes `event` with the facts of its fields, then matches it; or, when rules need its
  // account's history, packs it up for the profile round instead.
  Touches Take(EventView* event);

  // Unpacks an event that went through the profile round.
  void Unpack(const Touch& touch, int64_t time_ms, EventView* event) const;
  // Matches an event whose facts are complete.
  Touches Match(const EventView& event);

  // The touches of a link.new event, or, when `link` is null, of a link.hub event of `identifier`.
  Touches TakeLink(uint16_t kind, const Key& identifier, const Link* link);

  // The parts of Take, for whoever wants to know what an event was about: its facts, and the key of
  // some of its fields (false when one has no usable value).
  void AddFacts(EventView* event) const;
  bool KeyOfFields(const std::vector<FieldId>& fields, const EventView& event, Key* key) {
    ++epoch_;
    return KeyOf(fields, event, key);
  }

  // By rule: events that matched (detections), and events left out because they lack a field to
  // group by or, where the rule needs one, a value (rules that take them).
  const std::vector<uint64_t>& matches() const { return matches_; }
  const std::vector<uint64_t>& without_key() const { return without_key_; }

 private:
  const TypePlan& PlanFor(const EventView& event);
  void Pack(const TypePlan& type, const Key& account, const EventView& event);
  void Emit(const TypePlan& type, const EventView& event);
  void EmitTouch(const TouchPlan& touch, const EventView& event);
  void EmitLink(const LinkPlan& link, const EventView& event);
  bool EmitInput(const Use& use, const EventView& event, size_t first);
  size_t AfterInput(size_t at);
  void EmitChained(const Use& use, const EventView& event);
  void FinishTouch(size_t start, const Key& key, uint16_t table, uint16_t inputs);
  void CountWithoutKey(const Use& use);
  bool ValueOf(const Use& use, const EventView& event, uint64_t* value);

  // The key of a field; false when the event has no usable value.
  bool KeyOf(FieldId field, const EventView& event, Key* key);
  bool KeyOf(const std::vector<FieldId>& fields, const EventView& event, Key* key);
  Key SubjectOf(const EventView& event);
  void SetKey(FieldId field, const Key& key);

  size_t Reserve(size_t bytes);
  template <typename T>
  T* At(size_t offset) {
    return reinterpret_cast<T*>(buffer_.data() + offset);
  }

  const Plan& plan_;
  FieldId pair_;
  FieldId link_identifier_;
  FieldId other_account_;
  FieldId client_;
  absl::flat_hash_map<std::string, TypePlan> types_;
  std::string type_key_;
  const TypePlan* last_type_ = nullptr;
  std::string last_type_name_;
  EventView link_event_;

  std::vector<bool> matched_;  // by rule
  std::vector<Key> keys_;      // by field, good when its epoch is the current one
  std::vector<uint32_t> key_epochs_;
  std::vector<uint8_t> key_usable_;
  uint32_t epoch_ = 0;
  std::vector<std::byte> buffer_;
  size_t used_ = 0;
  uint32_t count_ = 0;
  std::vector<uint64_t> matches_;
  std::vector<uint64_t> without_key_;
};

}  // namespace sekisho
