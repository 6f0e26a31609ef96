// From the values of one record to one checked event.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/event_view.h"
#include "core/limits.h"
#include "ingest/counters.h"
#include "ingest/mapping.h"
#include "ingest/path_table.h"
#include "ingest/time_reader.h"

namespace sekisho {

// One scalar as the codec read it: kText (unescaped), kNumber (checked against JSON's grammar),
// kBoolean or kNull. `integer`: a number without point and exponent.
struct RawValue {
  ValueKind kind = ValueKind::kNull;
  bool integer = false;
  bool truncated = false;  // cut already
  std::string_view text;
};

// What became of a record.
enum class Outcome : uint8_t { kEvent, kRejected, kSkipped, kEnd };

// Checks values against the schema and puts those that rules read into an EventView. Whether a
// record is refused depends on the schema alone, never on the rules. One per decoder.
class EventBuilder {
 public:
  // All arguments but `foreign_fields` outlive the builder.
  EventBuilder(const FieldTable* fields, const Mapping* mapping, bool foreign_fields,
               Counters* counters);

  // Starts a record; `event` is cleared.
  void Begin(EventView* event);

  // One value. `at` is its offset in the record. False: refused, see failure().
  bool Add(Path* path, const RawValue& value, size_t at) {
    if (path->plain_text && value.kind == ValueKind::kText &&
        value.text.size() <= limits::kFieldBytesMax) {
      AddText(*path, value.text);
      return true;
    }
    return AddOther(path, value, at);
  }
  // The same for the usual values of the fields of Path::usual. False: nothing was added, it takes
  // Add to see what the value is.
  void AddText(const Path& path, std::string_view text) {
    present_[path.spec_index] = record_;
    if (path.field != kNoField) event_->Set(path.field, Value::Text(text));
  }
  bool AddUsualTime(std::string_view text) {
    if (!time_reader_.ReadFast(text, &event_->time_ms)) return false;
    has_time_ = true;
    event_->Set(kFieldTime, Value::Text(text));
    return true;
  }
  bool AddUsualId(std::string_view text) {
    if (text.size() > limits::kEventIdBytesMax) return false;
    event_->id = text;
    event_->Set(kFieldId, Value::Text(text));
    return true;
  }
  bool AddKnownType(std::string_view name) {
    if (name.empty()) return false;
    KnownType& known = known_types_[(name.size() + static_cast<uint8_t>(name.back()) * 5 +
                                     static_cast<uint8_t>(name[name.size() / 2]) * 3) %
                                    known_types_.size()];
    if (name != known.name) {
      const auto found = type_index_.find(ToAbsl(name));
      if (found == type_index_.end() || types_[found->second].engine_made) return false;
      known = {types_[found->second].name, found->second};
    }
    SetType(known.type);
    event_->Set(kFieldType, Value::Text(known.name));
    return true;
  }
  // The scalars of one list, in order, all of the same path.
  bool AddList(Path* path, const std::vector<Value>& items, size_t at);

  // An element of a list that is over limits::kListItemsMax.
  void DropListItem() { ++counters_->list_items_dropped; }

  // The value as it is kept: at most limits::kFieldBytesMax bytes.
  Value Cut(const RawValue& value);

  // The checks that need the whole record. kSkipped: no kind of the mapping.
  Outcome Finish();

  // For the rows of tables, each of which may become several events: does the record suit this
  // event of the mapping, and make it. The values that were added stay for further ones; the
  // memory of the event made before does not.
  bool Suits(size_t mapped) const { return mapping_->events[mapped].Suits(slots_); }
  Outcome FinishAs(size_t mapped);

  // `at` of a failure that is about the record as a whole.
  static constexpr size_t kWholeRecord = static_cast<size_t>(-1);
  bool Fail(size_t at, std::string reason) {
    failed_at_ = at;
    reason_ = std::move(reason);
    return false;
  }
  // Why a record that is no UTF-8 cannot be read.
  std::string BadText(std::string_view record) const;
  size_t failed_at() const { return failed_at_; }
  const std::string& reason() const { return reason_; }

  // After Finish: where in the record stands what nobody keeps: the number of a document that is
  // refused as a My Number (its value is masked already), and the machine-readable zone of a
  // document, which also tells the nationality (facts still read its value). Whoever keeps the
  // record takes them out there. Nothing for most records.
  std::span<const size_t> taken_out() const { return taken_out_; }

  EventView* event() { return event_; }
  // Are the events made by a mapping?
  bool maps() const { return mapping_ != nullptr; }
  // Number of the type of our own record, once its value was added; kNoType before.
  static constexpr size_t kNoType = static_cast<size_t>(-1);
  size_t type() const { return type_; }

 private:
  struct TypeInfo {
    std::string_view name;
    std::string_view category;
    std::vector<uint16_t> required;  // indexes into AllFields()
    bool engine_made;
  };
  struct KnownType {
    std::string_view name;
    size_t type = kNoType;
  };

  bool AddOther(Path* path, const RawValue& value, size_t at);
  bool AddChecked(const FieldSpec& spec, uint16_t spec_index, FieldId field, const RawValue& value,
                  size_t at);
  bool AddEnvelope(FieldId field, const RawValue& value, size_t at);
  bool AddType(std::string_view name, size_t at);
  bool CheckKind(const FieldSpec& spec, const RawValue& value, size_t at, Value* checked);
  bool WrongKind(const FieldSpec& spec, const RawValue& value, size_t at, std::string_view wanted);
  void Set(FieldId field, const Value& value);
  void SetType(size_t type) {
    type_ = type;
    event_->type = types_[type].name;
    event_->category = types_[type].category;
    event_->type_number = static_cast<uint16_t>(type);
  }
  Outcome FinishOwn();
  void Note(uint16_t spec_index, FieldId field, std::string_view text, size_t at);
  void RefuseMyNumber();
  void HideForeignCopies();

  // With a mapping (event_builder_mapped.cc).
  void PrepareMapping();
  void Keep(const Path& path, const Value& value, size_t at);
  bool AddMapped(const FieldSpec& spec, FieldId field, const MappedSource& source);
  Outcome FinishMapped();
  Outcome Make(size_t mapped);
  Outcome FinishNotMapped();

  const FieldTable* fields_;
  const Mapping* mapping_;
  bool foreign_fields_;
  Counters* counters_;
  std::vector<TypeInfo> types_;
  absl::flat_hash_map<absl::string_view, size_t> type_index_;
  std::array<KnownType, 64> known_types_;  // of type_index_, those met lately
  TimeReader time_reader_;

  EventView* event_ = nullptr;
  size_t type_ = kNoType;
  bool has_time_ = false;
  std::vector<uint32_t> present_;  // by index into AllFields(): the last record that had it
  uint32_t record_ = 0;
  // With a mapping, by slot: the values of this record and where they stand.
  std::vector<Value> slots_;
  std::vector<size_t> slots_at_;
  std::vector<int> slots_set_;
  std::vector<std::vector<FieldId>> mapped_fields_;  // numbers of MappedEvent::fields
  // What these fields of a document said, and the record in which they did.
  struct Noted {
    uint16_t spec_index = 0;
    uint32_t record = 0;
    FieldId field = kNoField;
    std::string_view text;
    size_t at = 0;
  };
  Noted document_number_;
  Noted document_type_;
  Noted document_issuer_;
  Noted document_zone_;
  uint16_t document_hash_ = 0;  // index of document.number_hash
  std::vector<size_t> taken_out_;
  size_t failed_at_ = 0;
  std::string reason_;
};

}  // namespace sekisho
