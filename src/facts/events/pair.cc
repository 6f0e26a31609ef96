#include "facts/events/pair.h"

#include <utility>

#include "core/number.h"

namespace sekisho {
namespace {

// An id that is a number has one spelling, as in every key.
std::string IdText(const Value& id) {
  return id.kind == ValueKind::kNumber ? CanonicalNumber(id.text) : std::string(id.text);
}

}  // namespace

std::string PairText(std::string_view a, std::string_view b) {
  if (b < a) std::swap(a, b);
  std::string text;
  text.reserve(a.size() + 1 + b.size());
  return text.append(a).append(1, '|').append(b);
}

void ComputePair(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  const Value& account = event->Get(inputs[0]);
  const Value& other_account = event->Get(inputs[1]);
  const Value& other = other_account.usable_as_key() ? other_account : event->Get(inputs[2]);
  if (!account.usable_as_key() || !other.usable_as_key()) return;
  const std::string a = IdText(account);
  const std::string b = IdText(other);
  if (a != b) event->Set(output, Value::Text(event->Store(PairText(a, b))));
}

}  // namespace sekisho
