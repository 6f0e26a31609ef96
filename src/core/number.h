// Decimal numbers as they stand in events: compared and summed exactly, never as floating point.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sekisho {

// Fixed point: a number times 10^6.
inline constexpr int64_t kMicro = 1'000'000;

// The number in fixed point. Digits beyond the sixth after the point are cut (towards zero).
// Nothing for text that is no JSON number, or outside ±9.2 * 10^12.
std::optional<int64_t> ParseMicros(std::string_view text);

// One spelling for each number: "1.50", "15e-1" and "1.5" are all "1.5"; "-0.0" is "0". Text that
// is no JSON number, and numbers of more than 40 digits, come back as they are.
std::string CanonicalNumber(std::string_view text);

// "3", "2.5", "-0.000001": the shortest decimal of a fixed-point number.
std::string FormatMicros(int64_t micros);

}  // namespace sekisho
