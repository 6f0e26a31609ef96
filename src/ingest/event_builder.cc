#include "ingest/event_builder.h"

#include <algorithm>
#include <charconv>

#include "core/identity_mask.h"
#include "core/limits.h"
#include "core/my_number.h"
#include "core/number_hash.h"
#include "core/schema.h"
#include "core/status.h"
#include "core/suggestion.h"
#include "ingest/json_text.h"

namespace sekisho {
namespace {

std::string Quote(std::string_view text) {
  constexpr size_t kShownBytes = 40;
  std::string quoted = "\"" + std::string(CutUtf8(text, kShownBytes)) + "\"";
  return text.size() > kShownBytes ? quoted + "…" : quoted;
}

std::string Describe(const RawValue& value) {
  switch (value.kind) {
    case ValueKind::kText:
      return "the text " + Quote(value.text);
    case ValueKind::kNumber:
      return "the number " + std::string(CutUtf8(value.text, 40));
    case ValueKind::kBoolean:
      return std::string(value.text);
    default:
      return "null";
  }
}

bool IsNumber(NumberCheck check) {
  return check == NumberCheck::kInteger || check == NumberCheck::kDecimal;
}

}  // namespace

EventBuilder::EventBuilder(const FieldTable* fields, const Mapping* mapping, bool foreign_fields,
                           Counters* counters)
    : fields_(fields),
      mapping_(mapping),
      foreign_fields_(foreign_fields),
      counters_(counters),
      present_(AllFields().size(), 0) {
  for (const EventTypeSpec& spec : AllEventTypes()) {
    TypeInfo info{spec.type, spec.type.substr(0, spec.type.find('.')), {}, spec.engine_made};
    for (const std::string_view name : spec.required) {
      info.required.push_back(static_cast<uint16_t>(FindField(name) - AllFields().data()));
    }
    type_index_.emplace(ToAbsl(spec.type), types_.size());
    types_.push_back(std::move(info));
  }
  const auto index_of = [](std::string_view name) {
    return static_cast<uint16_t>(FindField(name) - AllFields().data());
  };
  document_number_.spec_index = index_of(kDocumentNumber);
  document_type_.spec_index = index_of(kDocumentType);
  document_issuer_.spec_index = index_of(kDocumentIssuer);
  document_hash_ = index_of(kDocumentHash);
  document_zone_.spec_index = index_of(kDocumentZone);
  if (mapping_ != nullptr) PrepareMapping();
}

void EventBuilder::Begin(EventView* event) {
  event->Clear();
  event_ = event;
  type_ = kNoType;
  has_time_ = false;
  taken_out_.clear();
  for (const int slot : slots_set_) slots_[static_cast<size_t>(slot)] = Value();
  slots_set_.clear();
  if (++record_ == 0) {
    present_.assign(present_.size(), 0);
    record_ = 1;
  }
}

void EventBuilder::Set(FieldId field, const Value& value) {
  if (field != kNoField) event_->Set(field, value);
}

bool EventBuilder::AddOther(Path* path, const RawValue& value, size_t at) {
  if (path->spec == nullptr) {
    ++path->count;
    if (path->is_kept()) Keep(*path, Cut(value), at);
    return true;
  }
  return AddChecked(*path->spec, path->spec_index, path->field, value, at);
}

bool EventBuilder::AddList(Path* path, const std::vector<Value>& items, size_t at) {
  if (path->spec == nullptr) {
    ++path->count;
    if (!path->is_kept()) return true;
    const std::span<Value> kept = event_->AllocateValues(items.size());
    std::copy(items.begin(), items.end(), kept.begin());
    Keep(*path, {{}, kept, ValueKind::kList, false}, at);
    return true;
  }
  return Fail(at, Quote(path->name) + " must be one value, not a list");
}

bool EventBuilder::AddChecked(const FieldSpec& spec, uint16_t spec_index, FieldId field,
                              const RawValue& value, size_t at) {
  if (field <= kFieldType && value.kind != ValueKind::kNull) return AddEnvelope(field, value, at);
  if (value.kind == ValueKind::kNull) {
    Set(field, Value::Null());
    return true;
  }
  Value checked;
  if (!CheckKind(spec, value, at, &checked)) return false;
  if (spec_index == document_hash_ && !checked.text.empty() && !IsNumberHash(checked.text)) {
    return Fail(at, Quote(spec.name) + " must be " + std::string(kNumberHashForm));
  }
  present_[spec_index] = record_;
  Set(field, checked);
  Note(spec_index, field, checked.text, at);
  return true;
}

void EventBuilder::Note(uint16_t spec_index, FieldId field, std::string_view text, size_t at) {
  for (Noted* noted : {&document_number_, &document_type_, &document_issuer_, &document_zone_}) {
    if (noted->spec_index == spec_index) *noted = {spec_index, record_, field, text, at};
  }
}

void EventBuilder::RefuseMyNumber() {
  if (document_number_.record != record_) return;
  const auto text_of = [this](const Noted& noted) {
    return noted.record == record_ ? noted.text : std::string_view();
  };
  if (!IsRefusedAsMyNumber(text_of(document_type_), text_of(document_issuer_),
                           document_number_.text)) {
    return;
  }
  Set(document_number_.field, Value::Text(kMaskDots));
  taken_out_.push_back(document_number_.at);
  counters_->forbidden_fields.Add("document.number (My Number)");
}

// The foreign fields that a number or a zone was mapped from: rules may read the mapped field,
// which is hashed or masked where it is shown, but not the same text under another name.
void EventBuilder::HideForeignCopies() {
  for (const Noted& noted : {document_number_, document_zone_}) {
    if (noted.record != record_ || noted.text.empty()) continue;
    for (const FieldId field : event_->set_fields()) {
      const Value& value = event_->Get(field);
      const bool foreign = FindField(fields_->Name(field)) == nullptr;
      const bool copied = value.text == noted.text ||
                          std::any_of(value.items.begin(), value.items.end(),
                                      [&](const Value& one) { return one.text == noted.text; });
      if (foreign && copied) event_->Set(field, Value::Text(kMaskDots));
    }
  }
}

Value EventBuilder::Cut(const RawValue& value) {
  Value cut;
  cut.kind = value.kind;
  cut.text = value.text;
  cut.truncated = value.truncated;
  if (cut.text.size() > limits::kFieldBytesMax) {
    cut.text = CutUtf8(cut.text, limits::kFieldBytesMax);
    cut.truncated = true;
    ++counters_->values_truncated;
  }
  return cut;
}

bool EventBuilder::WrongKind(const FieldSpec& spec, const RawValue& value, size_t at,
                             std::string_view wanted) {
  return Fail(at,
              Quote(spec.name) + " must be " + std::string(wanted) + ", not " + Describe(value));
}

bool EventBuilder::CheckKind(const FieldSpec& spec, const RawValue& value, size_t at,
                             Value* checked) {
  *checked = Cut(value);
  const bool is_text = value.kind == ValueKind::kText;
  switch (spec.kind) {
    case FieldKind::kText:
    case FieldKind::kList:
      return true;
    case FieldKind::kIdentifier:
      // 1001 and "1001" are one identifier, so both become text.
      checked->kind = ValueKind::kText;
      return is_text || value.integer || WrongKind(spec, value, at, "a text or a whole number");
    case FieldKind::kCountry:
    case FieldKind::kAddress:
      return is_text || WrongKind(spec, value, at, "a text");
    case FieldKind::kNumber:
      if (is_text && IsNumber(CheckNumber(value.text))) checked->kind = ValueKind::kNumber;
      return checked->kind == ValueKind::kNumber || WrongKind(spec, value, at, "a number");
    case FieldKind::kDuration:
      return value.integer || WrongKind(spec, value, at, "a whole number of seconds");
    case FieldKind::kBoolean:
      if (is_text && (value.text == "true" || value.text == "false")) {
        checked->kind = ValueKind::kBoolean;
      }
      return checked->kind == ValueKind::kBoolean || WrongKind(spec, value, at, "true or false");
    case FieldKind::kTime: {
      const StatusOr<int64_t> time = time_reader_.Read(value.text);
      return time.ok() || Fail(at, std::string(ToStd(time.status().message())));
    }
  }
  return true;
}

bool EventBuilder::AddEnvelope(FieldId field, const RawValue& value, size_t at) {
  const bool is_text = value.kind == ValueKind::kText;
  if (field == kFieldType) {
    if (!is_text) return Fail(at, "\"type\" must be a text, not " + Describe(value));
    return AddType(value.text, at) && (Set(field, Value::Text(event_->type)), true);
  }
  if (field == kFieldTime) {
    if (!is_text && !value.integer) {
      return Fail(
          at, "\"time\" must be RFC 3339 or whole milliseconds since 1970, not " + Describe(value));
    }
    if (!time_reader_.ReadFast(value.text, &event_->time_ms)) {
      const StatusOr<int64_t> time = time_reader_.Read(value.text);
      if (!time.ok()) return Fail(at, std::string(ToStd(time.status().message())));
      event_->time_ms = *time;
    }
    has_time_ = true;
  } else if (field == kFieldSequence) {
    const char* end = value.text.data() + value.text.size();
    const auto read = std::from_chars(value.text.data(), end, event_->sequence);
    if (read.ec != std::errc() || read.ptr != end) {
      return Fail(at, "\"sequence\" must be a whole number of 64 bits, not " + Describe(value));
    }
  } else {
    if (!is_text && !value.integer) {
      return Fail(at, "\"id\" must be a text or a whole number, not " + Describe(value));
    }
    if (value.text.size() > limits::kEventIdBytesMax) {
      return Fail(at,
                  "\"id\" is longer than " + std::to_string(limits::kEventIdBytesMax) + " bytes");
    }
    event_->id = value.text;
    Set(field, Value::Text(value.text));
    return true;
  }
  Set(field, {value.text, {}, value.kind, false});
  return true;
}

bool EventBuilder::AddType(std::string_view name, size_t at) {
  const auto found = type_index_.find(ToAbsl(name));
  if (found == type_index_.end()) {
    std::vector<std::string_view> known;
    for (const TypeInfo& type : types_) {
      if (!type.engine_made) known.push_back(type.name);
    }
    const std::string hint = DidYouMean(name, known);
    return Fail(at, "the type " + Quote(name) + " is unknown; " +
                        (hint.empty() ? "docs/events.md lists the types" : hint));
  }
  const TypeInfo& type = types_[found->second];
  if (type.engine_made) {
    return Fail(at, "events of the type " + Quote(name) +
                        " are made while scanning; a file cannot bring them");
  }
  SetType(found->second);
  return true;
}

Outcome EventBuilder::Finish() { return mapping_ == nullptr ? FinishOwn() : FinishMapped(); }

Outcome EventBuilder::FinishOwn() {
  if (type_ == kNoType) {
    Fail(kWholeRecord, "the event has no \"type\"");
    return Outcome::kRejected;
  }
  if (!has_time_) {
    Fail(kWholeRecord, "the event has no \"time\"");
    return Outcome::kRejected;
  }
  const TypeInfo& type = types_[type_];
  for (const uint16_t index : type.required) {
    if (present_[index] == record_) continue;
    Fail(kWholeRecord, "an event of the type " + Quote(type.name) + " needs the field " +
                           Quote(AllFields()[index].name));
    return Outcome::kRejected;
  }
  if (foreign_fields_) HideForeignCopies();
  RefuseMyNumber();
  if (document_zone_.record == record_) taken_out_.push_back(document_zone_.at);
  event_->product = "sekisho";
  return Outcome::kEvent;
}

}  // namespace sekisho
