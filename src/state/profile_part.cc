#include "state/profile_part.h"

#include <charconv>
#include <string>

#include "core/hash.h"
#include "core/number.h"

namespace sekisho {

uint64_t Fingerprint(std::string_view text, uint64_t seed) {
  const uint64_t hash = HashBytes(text, seed).low;
  return hash == 0 ? 1 : hash;
}

uint64_t Fingerprint(const Value& value, uint64_t seed) {
  if (!value.usable_as_key()) return 0;
  if (value.kind == ValueKind::kNumber) return Fingerprint(CanonicalNumber(value.text), seed);
  return Fingerprint(value.text, seed);
}

uint32_t ShortFingerprint(const Value& value, uint64_t seed) {
  const uint64_t whole = Fingerprint(value, seed);
  return whole == 0 ? 0 : std::max(1u, static_cast<uint32_t>(whole));
}

bool IsSessionEvent(std::string_view type) { return type.starts_with("session."); }

void SetNumber(FieldId field, int64_t number, EventView* event) {
  if (field == kNoField) return;
  constexpr size_t kDigitsMax = 20;
  char* text = event->Allocate(kDigitsMax);
  const auto [end, error] = std::to_chars(text, text + kDigitsMax, number);
  event->Set(field, Value::Number({text, static_cast<size_t>(end - text)}));
}

void SetBoolean(FieldId field, bool value, EventView* event) {
  if (field != kNoField) event->Set(field, Value::Boolean(value));
}

void SetText(FieldId field, std::string_view text, EventView* event) {
  if (field != kNoField) event->Set(field, Value::Text(text));
}

}  // namespace sekisho
