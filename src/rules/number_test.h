// Comparing numbers and parts of times without allocating.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/threshold.h"
#include "core/value.h"

namespace sekisho {

bool Holds(int order, Compare compare);

// A decimal number: exact when it is a whole number of 63 bits, else a double.
struct Number {
  bool whole = false;
  int64_t integer = 0;
  double real = 0;
};

// JSON's number grammar; nothing for anything else, and for numbers beyond a double.
std::optional<Number> ParseNumber(std::string_view text);
// < 0, 0, > 0.
int Order(const Number& a, const Number& b);

// The part of a time that the time modifiers take, in UTC. Weeks are those of ISO 8601.
enum class TimePart : uint8_t { kNone, kMinute, kHour, kDay, kWeek, kMonth, kYear };
int64_t ExtractTimePart(int64_t time_ms, TimePart part);

struct NumberTest {
  Compare compare = Compare::kEqual;
  Number number;
  std::string text;  // the number as written in the rule
  TimePart part = TimePart::kNone;

  // Without a time part: a number, or for an ordering also a text that spells one; a text is equal
  // when it is written the same. With one: a text or number that is a time.
  bool Matches(const Value& value) const;
  bool MatchesTime(int64_t time_ms) const;
};

}  // namespace sekisho
