// Front: what an event that was matched brings to the records it meets.
#include <algorithm>
#include <bit>

#include "core/number.h"
#include "engine/front.h"

namespace sekisho {

void Front::EmitLinks(const TypePlan& type, const EventView& event) {
  MakeRoom(type.link_bytes_max);
  for (const LinkPlan& link : type.links) EmitLink(link, event);
}

// The same as EmitTouch for TouchPlan::plain. False, and nothing was done, when the event lacks the
// key.
bool Front::EmitPlain(const TouchPlan& touch, const EventView& event) {
  Key key;
  Touch* const start = reinterpret_cast<Touch*>(at_);
  TouchInput* input = reinterpret_cast<TouchInput*>(start + 1);
  for (const PlainUse& use : touch.plain) {
    if (matched_[use.source] == 0) continue;
    if (!KeyOf(touch.key[0], event, &key)) return false;
    uint64_t value = 0;
    if (use.value != kNoField) {
      Key of_value;
      if (!KeyOf(use.value, event, &of_value)) {
        ++without_key_[plan_.windows()[use.window].rule];
        continue;
      }
      value = of_value.low;
    }
    *input++ = {use.window, 0, use.mask, value};
  }
  const auto inputs = static_cast<uint16_t>(input - reinterpret_cast<TouchInput*>(start + 1));
  if (inputs == 0) return true;
  at_ = reinterpret_cast<std::byte*>(input);
  *start = {key, touch.table, inputs,
            static_cast<uint32_t>(at_ - reinterpret_cast<std::byte*>(start))};
  ++count_;
  return true;
}

void Front::EmitTouch(const TouchPlan& touch, const EventView& event) {
  const auto matched = [&](const Use& use) { return matched_[use.source] != 0; };
  const auto first = std::find_if(touch.uses.begin(), touch.uses.end(), matched);
  if (first == touch.uses.end()) return;
  Key key;
  if (!KeyOf(touch.key, event, &key)) {
    if (!touch.key_or_event) {
      for (const Use& use : touch.uses) {
        if (matched(use)) CountWithoutKey(use);
      }
      return;
    }
    key = SubjectOf(event);
  }
  std::byte* const start = at_;
  at_ += sizeof(Touch);
  std::byte* const first_input = at_;
  uint16_t inputs = 0;
  for (auto use = first; use != touch.uses.end(); ++use) {
    if (matched(*use) && EmitInput(*use, event, first_input)) ++inputs;
  }
  FinishTouch(start, key, touch.table, inputs);
}

// Ends the touch that began at `start`; one without inputs is taken back.
void Front::FinishTouch(std::byte* start, const Key& key, uint16_t table, uint16_t inputs) {
  if (inputs == 0) {
    at_ = start;
    return;
  }
  *reinterpret_cast<Touch*>(start) = {key, table, inputs, static_cast<uint32_t>(at_ - start)};
  ++count_;
}

// Appends an input to those that begin at `first`. When one of them is for the same window and
// brings the same value, adds its bit there instead. Without a value that the window needs, there
// is no input. True when one was appended.
bool Front::EmitInput(const Use& use, const EventView& event, std::byte* first) {
  uint64_t value = 0;
  if (use.counts_values && !ValueOf(use, event, &value)) {
    CountWithoutKey(use);
    return false;
  }
  while (first < at_) {
    TouchInput* known = reinterpret_cast<TouchInput*>(first);
    if (known->window == use.window && known->value == value) {
      known->mask |= use.mask;
      return false;
    }
    first += sizeof(TouchInput);
    for (uint16_t i = 0; i < known->chained; ++i) first += reinterpret_cast<Touch*>(first)->bytes;
  }
  TouchInput* const input = Append<TouchInput>();
  *input = {use.window, 0, use.mask, value};
  if (use.chained.empty()) return true;
  const uint32_t own = count_;
  for (const Use& next : use.chained) EmitChained(next, event);
  input->chained = static_cast<uint16_t>(count_ - own);
  count_ = own;
  return true;
}

void Front::EmitChained(const Use& use, const EventView& event) {
  Key key;
  if (!KeyOf(use.key, event, &key)) return;
  std::byte* const start = at_;
  at_ += sizeof(Touch);
  const bool any = EmitInput(use, event, at_);
  FinishTouch(start, key, use.table, any ? 1 : 0);
}

bool Front::ValueOf(const Use& use, const EventView& event, uint64_t* value) {
  if (use.numeric) {
    const std::optional<int64_t> micros =
        use.values[0] == kNoField ? std::nullopt : ParseMicros(event.Get(use.values[0]).text);
    if (micros) *value = std::bit_cast<uint64_t>(*micros);
    return micros.has_value();
  }
  Key key;
  const bool usable = KeyOf(use.values, event, &key);
  *value = key.low;
  return usable;
}

void Front::CountWithoutKey(const Use& use) { ++without_key_[plan_.windows()[use.window].rule]; }

void Front::EmitLink(const LinkPlan& link, const EventView& event) {
  Key identifier;
  Key account;
  if (!KeyOf(link.identifier, event, &identifier) || !KeyOf(link.account, event, &account)) return;
  std::byte* const start = at_;
  at_ += sizeof(Touch);
  *Append<LinkInput>() = {account, link.source};
  FinishTouch(start, identifier, link.table, 1);
}

}  // namespace sekisho
