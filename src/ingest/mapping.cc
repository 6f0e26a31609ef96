#include "ingest/mapping.h"

#include <algorithm>
#include <charconv>

#include "absl/strings/ascii.h"
#include "core/status.h"
#include "ingest/country_name.h"
#include "ingest/lower_case.h"

namespace sekisho {
namespace {

// The value of a path, or the first element of a list.
const Value& First(const Value& value) {
  static const Value kNothing;
  if (value.kind != ValueKind::kList) return value;
  return value.items.empty() ? kNothing : value.items.front();
}

bool IsNothing(const Value& value) { return !value.present() || value.text.empty(); }

std::string_view Trimmed(std::string_view text) {
  const size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

bool IsSame(const Value& a, const Value& b) {
  return !IsNothing(a) && !IsNothing(b) && LowerCase(Trimmed(a.text)) == LowerCase(Trimmed(b.text));
}

bool Suits(const MappedCondition::Pattern& pattern, const Value& value,
           std::span<const Value> slots) {
  switch (pattern.kind) {
    case MappedCondition::Pattern::Kind::kNone:
      return IsNothing(value);
    case MappedCondition::Pattern::Kind::kText:
      return value.text == pattern.text && value.present();
    case MappedCondition::Pattern::Kind::kPrefix:
      return value.present() && value.text.substr(0, pattern.text.size()) == pattern.text;
    case MappedCondition::Pattern::Kind::kSame:
      return IsSame(value, First(slots[static_cast<size_t>(pattern.other_slot)]));
  }
  return false;
}

bool Holds(const MappedCondition& condition, std::span<const Value> slots) {
  const Value& value = First(slots[static_cast<size_t>(condition.slot)]);
  const bool any = std::any_of(condition.any_of.begin(), condition.any_of.end(),
                               [&](const auto& its) { return Suits(its, value, slots); });
  return any != condition.negated;
}

bool IsDigits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

Value StoreText(std::string_view text, EventView* event) { return Value::Text(event->Store(text)); }

std::string UpperCase(std::string_view text) {
  std::string upper(text);
  for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return upper;
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

// Text that is no number of seconds stays as it is; the field then judges it.
Value WholeMinutes(const Value& value, EventView* event) {
  const std::string_view text = value.text;
  const size_t point = std::min(text.find('.'), text.size());
  const std::string_view fraction = text.substr(std::min(point + 1, text.size()));
  int64_t seconds = 0;
  const auto read = std::from_chars(text.data(), text.data() + point, seconds);
  const bool whole = read.ec == std::errc() && read.ptr == text.data() + point && seconds >= 0;
  if (!whole || (!fraction.empty() && !IsDigits(fraction))) return value;
  return Value::Number(event->Store(std::to_string(seconds / 60)));
}

// "https://host/repos/owner/name/commits/1" → "owner/name"; other text is no value.
Value RepositoryOf(std::string_view text) {
  constexpr std::string_view kApi = "repos/";
  const size_t scheme = text.find("://");
  const size_t host_end = scheme == std::string_view::npos ? scheme : text.find('/', scheme + 3);
  if (host_end == std::string_view::npos) return Value::Null();
  text.remove_prefix(host_end + 1);
  if (text.starts_with(kApi)) text.remove_prefix(kApi.size());
  const size_t owner_end = text.find('/');
  if (owner_end == 0 || owner_end == std::string_view::npos) return Value::Null();
  const size_t end = std::min(text.find_first_of("/?#", owner_end + 1), text.size());
  return end == owner_end + 1 ? Value::Null() : Value::Text(text.substr(0, end));
}

Value Transformed(Transform transform, const Value& value, EventView* event) {
  switch (transform) {
    case Transform::kLowerCase:
      return StoreText(LowerCase(value.text), event);
    case Transform::kUpperCase:
      return StoreText(UpperCase(value.text), event);
    case Transform::kCountryCode: {
      const std::string_view code = CountryCode(value.text);
      return code.empty() ? Value::Null() : Value::Text(code);
    }
    case Transform::kUtcTime:
      return AsUtc(value, event);
    case Transform::kEpochSeconds:
      return FromSeconds(value, event);
    case Transform::kBeforeAt:
      return Value::Text(value.text.substr(0, value.text.find('@')));
    case Transform::kAfterColon:
      return Value::Text(value.text.substr(value.text.rfind(':') + 1));
    case Transform::kAfterComma:
      return Value::Text(
          ToStd(absl::StripAsciiWhitespace(ToAbsl(value.text.substr(value.text.rfind(',') + 1)))));
    case Transform::kRepository:
      return RepositoryOf(value.text);
    case Transform::kWholeMinutes:
      return WholeMinutes(value, event);
  }
  return value;
}

Value AllTransformed(const MappedSource& source, Value value, EventView* event) {
  for (const Transform transform : source.transforms) {
    value = Transformed(transform, value, event);
    if (!value.present() || value.text.empty()) return Value::Null();
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
  const auto found = slots.find(LowerCase(path));
  return found == slots.end() ? -1 : found->second;
}

const PairList* Mapping::PairsOf(std::string_view path) const {
  if (pairs.empty()) return nullptr;
  const auto found = pairs.find(LowerCase(path));
  return found == pairs.end() ? nullptr : &found->second;
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
    const Value made = LookedUp(source, AllTransformed(source, value, event));
    if (made.present()) return made;
  }
  *slot = -1;
  return Value::Null();
}

}  // namespace sekisho
