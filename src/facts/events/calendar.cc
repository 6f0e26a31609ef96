#include "facts/events/calendar.h"

#include <charconv>

#include "core/time.h"

namespace sekisho {
namespace {

void SetNumber(int64_t number, FieldId output, EventView* event) {
  constexpr size_t kDigitsMax = 20;
  char* text = event->Allocate(kDigitsMax);
  const auto [end, error] = std::to_chars(text, text + kDigitsMax, number);
  event->Set(output, Value::Number({text, static_cast<size_t>(end - text)}));
}

}  // namespace

void ComputeHour(std::span<const FieldId>, FieldId output, EventView* event) {
  SetNumber(event->time_ms / kHourMs, output, event);
}

void ComputeDay(std::span<const FieldId>, FieldId output, EventView* event) {
  SetNumber(event->time_ms / kDayMs, output, event);
}

}  // namespace sekisho
