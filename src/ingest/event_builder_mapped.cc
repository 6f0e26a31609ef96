// The part of EventBuilder that makes events from foreign records.
#include "core/schema.h"
#include "ingest/event_builder.h"
#include "ingest/json_text.h"

namespace sekisho {

void EventBuilder::PrepareMapping() {
  slots_.resize(mapping_->paths.size());
  slots_at_.resize(mapping_->paths.size());
  for (const MappedEvent& event : mapping_->events) {
    std::vector<FieldId>& numbers = mapped_fields_.emplace_back();
    for (const MappedField& field : event.fields) {
      numbers.push_back(fields_->Find(field.spec->name));
    }
  }
}

void EventBuilder::Keep(const Path& path, const Value& value, size_t at) {
  Set(path.field, value);
  if (path.slot < 0) return;
  const auto slot = static_cast<size_t>(path.slot);
  // Paths that differ only in case share a slot; the first one counts.
  if (slots_[slot].kind != ValueKind::kAbsent) return;
  slots_[slot] = value;
  slots_at_[slot] = at;
  slots_set_.push_back(path.slot);
}

std::string EventBuilder::BadText(std::string_view record) const {
  if (mapping_ == nullptr || mapping_->encoding == Encoding::kUtf8) {
    return FindTextError(record).reason;
  }
  return "the bytes that stand here in the file are no character of " +
         std::string(EncodingName(mapping_->encoding)) + ", which the mapping states";
}

bool EventBuilder::AddMapped(const FieldSpec& spec, FieldId field, const MappedSource& source) {
  int slot = -1;
  const StatusOr<Value> value = MappedValue(source, slots_, event_, &slot);
  const size_t at = slot < 0 ? kWholeRecord : slots_at_[static_cast<size_t>(slot)];
  if (!value.ok()) {
    Fail(at, std::string(ToStd(value.status().message())));
  } else {
    if (!value->present()) return true;
    RawValue raw;
    raw.kind = value->kind;
    raw.text = value->text;
    raw.truncated = value->truncated;
    raw.integer =
        value->kind == ValueKind::kNumber && CheckNumber(value->text) == NumberCheck::kInteger;
    const auto spec_index = static_cast<uint16_t>(&spec - AllFields().data());
    if (AddChecked(spec, spec_index, field, raw, at)) return true;
  }
  reason_ += " (mapped from \"" + (slot < 0 ? "a constant" : mapping_->paths[slot]) + "\")";
  return false;
}

Outcome EventBuilder::FinishMapped() {
  event_->foreign_product = mapping_->product;
  event_->foreign_category = mapping_->category;
  event_->foreign_service = mapping_->service;
  const MappedEvent* mapped = mapping_->Find(slots_);
  if (mapped == nullptr) return FinishNotMapped();
  return Make(static_cast<size_t>(mapped - mapping_->events.data()));
}

Outcome EventBuilder::Make(size_t mapped) {
  const MappedEvent& made = mapping_->events[mapped];
  SetType(static_cast<size_t>(made.type - AllEventTypes().data()));
  Set(kFieldType, Value::Text(event_->type));
  const std::vector<FieldId>& fields = mapped_fields_[mapped];
  for (size_t i = 0; i < fields.size(); ++i) {
    if (!AddMapped(*made.fields[i].spec, fields[i], made.fields[i].source)) {
      return Outcome::kRejected;
    }
  }
  return FinishOwn();
}

Outcome EventBuilder::FinishAs(size_t mapped) {
  event_->Clear();
  type_ = kNoType;
  has_time_ = false;
  taken_out_.clear();
  if (++record_ == 0) {
    present_.assign(present_.size(), 0);
    record_ = 1;
  }
  return Make(mapped);
}

Outcome EventBuilder::FinishNotMapped() {
  constexpr size_t kKindBytesMax = 100;
  int slot = -1;
  const StatusOr<Value> value = MappedValue(mapping_->kind, slots_, event_, &slot);
  const std::string_view kind = value.ok() ? value->text : "";
  counters_->not_mapped.Add(kind.empty() ? "(no kind)" : CutUtf8(kind, kKindBytesMax));
  // Rules for the foreign log may still see it, if it has a time.
  const bool handed_out = foreign_fields_ &&
                          AddMapped(*FindField("time"), kFieldTime, mapping_->time) && has_time_ &&
                          AddMapped(*FindField("account"), kFieldAccount, mapping_->account);
  return handed_out ? Outcome::kEvent : Outcome::kSkipped;
}

}  // namespace sekisho
