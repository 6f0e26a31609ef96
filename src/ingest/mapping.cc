#include "ingest/mapping.h"

#include <algorithm>

#include "core/status.h"
#include "ingest/country_name.h"

namespace sekisho {
namespace {

// The value of a path, or the first element of a list.
const Value& First(const Value& value) {
  static const Value kNothing;
  if (value.kind != ValueKind::kList) return value;
  return value.items.empty() ? kNothing : value.items.front();
}

bool IsNothing(const Value& value) { return !value.present() || value.text.empty(); }

bool Suits(const MappedCondition::Pattern& pattern, const Value& value) {
  switch (pattern.kind) {
    case MappedCondition::Pattern::Kind::kNone:
      return IsNothing(value);
    case MappedCondition::Pattern::Kind::kText:
      return value.text == pattern.text && value.present();
    case MappedCondition::Pattern::Kind::kPrefix:
      return value.present() && value.text.substr(0, pattern.text.size()) == pattern.text;
  }
  return false;
}

bool Holds(const MappedCondition& condition, std::span<const Value> slots) {
  const Value& value = First(slots[static_cast<size_t>(condition.slot)]);
  const bool any = std::any_of(condition.any_of.begin(), condition.any_of.end(),
                               [&](const auto& pattern) { return Suits(pattern, value); });
  return any != condition.negated;
}

bool IsDigits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

Value StoreText(std::string_view text, EventView* event) { return Value::Text(event->Store(text)); }

Value ChangeCase(std::string_view text, bool upper, EventView* event) {
  std::string changed(text);
  for (char& c : changed) {
    if (upper && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (!upper && c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return StoreText(changed, event);
}

// Everything that is no time without offset stays as it is; the reader of times then judges it.
Value AsUtc(const Value& value, EventView* event) {
  const std::string_view text = value.text;
  const size_t point = text.find('.');
  if (point != std::string_view::npos && IsDigits(text.substr(0, point)) &&
      text.find_first_not_of('0', point + 1) == std::string_view::npos) {
    return Value::Number(text.substr(0, point));
  }
  // The clock begins behind "2022-03-22"; an offset is a sign or a Z in it.
  constexpr size_t kDateBytes = 10;
  if (IsDigits(text) || text.size() <= kDateBytes ||
      text.find_first_of("Zz+-", kDateBytes) != std::string_view::npos) {
    return value;
  }
  return StoreText(std::string(text) + "Z", event);
}

// Cut to milliseconds.
Value FromSeconds(const Value& value, EventView* event) {
  const std::string_view text = value.text;
  const size_t point = std::min(text.find('.'), text.size());
  std::string fraction(text.substr(std::min(point + 1, text.size())));
  if (!IsDigits(text.substr(0, point)) || (!fraction.empty() && !IsDigits(fraction))) return value;
  fraction.resize(3, '0');
  const std::string ms = std::string(text.substr(0, point)) + fraction;
  return Value::Number(event->Store(ms));
}

Value Transformed(const MappedSource& source, const Value& value, EventView* event) {
  switch (source.transform) {
    case Transform::kNone:
      return value;
    case Transform::kLowerCase:
    case Transform::kUpperCase:
      return ChangeCase(value.text, source.transform == Transform::kUpperCase, event);
    case Transform::kCountryCode: {
      const std::string_view code = CountryCode(value.text);
      return code.empty() ? Value::Null() : Value::Text(code);
    }
    case Transform::kUtcTime:
      return AsUtc(value, event);
    case Transform::kEpochSeconds:
      return FromSeconds(value, event);
  }
  return value;
}

StatusOr<Value> Formed(const MappedSource& source, std::string_view text, EventView* event) {
  if (source.form_result == MappedSource::FormResult::kTime) {
    const StatusOr<int64_t> time_ms = source.forms->Read(text);
    if (!time_ms.ok()) return time_ms.status();
    return Value::Number(event->Store(std::to_string(*time_ms)));
  }
  const StatusOr<LocalTime> local = source.forms->ReadLocal(text);
  if (!local.ok()) return local.status();
  if (source.form_result == MappedSource::FormResult::kDay) {
    return StoreText(FormatDay(local->ms), event);
  }
  return Value::Number(event->Store(std::to_string(YearOf(local->ms))));
}

Value LookedUp(const MappedSource& source, const Value& value) {
  if (source.values.empty()) return value;
  const auto found =
      std::lower_bound(source.values.begin(), source.values.end(), value.text,
                       [](const auto& entry, std::string_view text) { return entry.first < text; });
  if (found == source.values.end() || found->first != value.text) return Value::Null();
  return Value::Text(found->second);
}

bool IsIgnored(const MappedSource& source, std::string_view text) {
  return std::find(source.ignored.begin(), source.ignored.end(), text) != source.ignored.end();
}

}  // namespace

int Mapping::Slot(std::string_view path) const {
  std::string lower(path);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  const auto found = slots.find(lower);
  return found == slots.end() ? -1 : found->second;
}

bool MappedEvent::Suits(std::span<const Value> slots) const {
  return std::all_of(conditions.begin(), conditions.end(),
                     [&](const auto& condition) { return Holds(condition, slots); });
}

const MappedEvent* Mapping::Find(std::span<const Value> slots_of_record) const {
  for (const MappedEvent& event : events) {
    if (event.Suits(slots_of_record)) return &event;
  }
  return nullptr;
}

StatusOr<Value> MappedValue(const MappedSource& source, std::span<const Value> slots,
                            EventView* event, int* slot) {
  *slot = -1;
  if (source.slots.empty()) {
    return source.constant.empty() ? Value::Null() : Value::Text(source.constant);
  }
  for (const int from : source.slots) {
    const Value& value = First(slots[static_cast<size_t>(from)]);
    if (IsNothing(value) || IsIgnored(source, value.text)) continue;
    *slot = from;
    if (source.forms != nullptr) return Formed(source, value.text, event);
    const Value made = LookedUp(source, Transformed(source, value, event));
    if (made.present()) return made;
  }
  *slot = -1;
  return Value::Null();
}

}  // namespace sekisho
