// Front: what travels to the records of profiles and populations.
#include <cstring>
#include <memory>
#include <vector>

#include "core/schema.h"
#include "engine/front.h"

namespace sekisho {
namespace {

constexpr size_t kAlign = 8;
// The parts of an event that are no fields travel under numbers that no field has.
constexpr FieldId kPackedRaw = 0xfff0;
constexpr FieldId kPackedId = 0xfff1;
struct PackedText {
  std::string_view EventView::*text;
  FieldId field;
  bool of_type;  // known from the number of the type, when it has one
};
constexpr PackedText kPackedTexts[] = {
    {&EventView::raw, kPackedRaw, false},
    {&EventView::id, kPackedId, false},
    {&EventView::type, 0xfff2, true},
    {&EventView::product, 0xfff3, true},
    {&EventView::category, 0xfff4, true},
    {&EventView::service, 0xfff5, true},
    {&EventView::foreign_product, 0xfff6, false},
    {&EventView::foreign_category, 0xfff7, false},
    {&EventView::foreign_service, 0xfff8, false},
};

bool HasTypeNumber(const EventView& event) { return event.type_number != EventView::kNoType; }

size_t Padded(size_t bytes) { return (bytes + kAlign - 1) / kAlign * kAlign; }

// By the number of the type: the part of it before the dot.
const std::vector<std::string_view>& Categories() {
  static const std::vector<std::string_view>& categories = *[] {
    auto made = std::make_unique<std::vector<std::string_view>>();
    for (const EventTypeSpec& spec : AllEventTypes()) {
      made->push_back(spec.type.substr(0, spec.type.find('.')));
    }
    return made.release();  // lives as long as the program
  }();
  return categories;
}

// The value packed at `at`, with its elements; where the next one begins.
const std::byte* UnpackValue(const std::byte* at, EventView* event, Value* value) {
  const ProfileField& head = *reinterpret_cast<const ProfileField*>(at);
  at += sizeof(ProfileField);
  value->kind = static_cast<ValueKind>(head.kind);
  value->truncated = head.truncated != 0;
  if (value->kind != ValueKind::kList) {
    value->text = {reinterpret_cast<const char*>(at), head.length};
    return at + Padded(head.length);
  }
  const std::span<Value> items = event->AllocateValues(head.length);
  for (Value& item : items) at = UnpackValue(at, event, &item);
  value->items = items;
  return at;
}

}  // namespace

void Front::Pack(const TypePlan& type, const Key& key, uint16_t table, uint64_t candidates,
                 const EventView& event) {
  // The buffer may move while it grows: places in it are offsets.
  const size_t start = static_cast<size_t>(at_ - buffer_.data());
  uint16_t packed = 0;
  MakeRoom(sizeof(Touch) + sizeof(ProfileHead));
  at_ += sizeof(Touch);
  *Append<ProfileHead>() = {event.type_number, candidates};
  const auto put = [&](FieldId field, const Value& value, const auto& put_again) -> void {
    const size_t length = value.kind == ValueKind::kList ? value.items.size() : value.text.size();
    const size_t text = value.kind == ValueKind::kList ? 0 : length;
    MakeRoom(sizeof(ProfileField) + Padded(text));
    *Append<ProfileField>() = {field, static_cast<uint8_t>(value.kind), value.truncated,
                               static_cast<uint32_t>(length)};
    if (text > 0) std::memcpy(at_, value.text.data(), text);
    at_ += Padded(text);
    for (const Value& item : value.items) put_again(field, item, put_again);
  };
  const auto put_field = [&](FieldId field, const Value& value) {
    put(field, value, put);
    ++packed;
  };
  const std::string id = type.later_needs_id ? PositionId(event) : std::string();
  for (const PackedText& part : kPackedTexts) {
    if (part.of_type && HasTypeNumber(event)) continue;
    if (part.field == kPackedRaw && !type.later_needs_all) continue;
    const std::string_view text = part.field == kPackedId ? id : event.*part.text;
    if (!text.empty()) put_field(part.field, Value::Text(text));
  }
  const std::span<const FieldId> fields =
      type.later_needs_all ? event.set_fields() : std::span(type.later_fields);
  for (const FieldId field : fields) {
    const Value& value = event.Get(field);
    if (value.kind != ValueKind::kAbsent) put_field(field, value);
  }
  std::byte* const touch = buffer_.data() + start;
  *reinterpret_cast<Touch*>(touch) = {key, table, packed, static_cast<uint32_t>(at_ - touch)};
  ++count_;
}

void Front::Unpack(const Touch& touch, int64_t time_ms, EventView* event) const {
  event->Clear();
  event->time_ms = time_ms;
  const ProfileHead* first = reinterpret_cast<const ProfileHead*>(&touch + 1);
  event->type_number = static_cast<uint16_t>(first->type_number);
  if (HasTypeNumber(*event)) {
    event->type = AllEventTypes()[event->type_number].type;
    event->product = "sekisho";
    event->category = Categories()[event->type_number];
  }
  const std::byte* at = reinterpret_cast<const std::byte*>(first + 1);
  for (uint16_t i = 0; i < touch.inputs; ++i) {
    const ProfileField& head = *reinterpret_cast<const ProfileField*>(at);
    if (head.kind == static_cast<uint8_t>(ValueKind::kList)) {
      Value list;
      at = UnpackValue(at, event, &list);
      event->Set(head.field, list);
      continue;
    }
    const std::string_view text(reinterpret_cast<const char*>(&head + 1), head.length);
    if (head.field < kPackedRaw) {
      event->Set(head.field, {text, {}, static_cast<ValueKind>(head.kind), head.truncated != 0});
    } else {
      event->*kPackedTexts[head.field - kPackedRaw].text = text;
    }
    at += sizeof(ProfileField) + Padded(head.length);
  }
}

const ProfilePlan::Course& Front::ProfileCourse(const Touch& touch) const {
  static const ProfilePlan::Course kNone;
  const uint64_t type_number = reinterpret_cast<const ProfileHead*>(&touch + 1)->type_number;
  const TypePlan* type = type_number < by_number_.size() ? by_number_[type_number] : nullptr;
  return type == nullptr ? kNone : type->profile;
}

}  // namespace sekisho
