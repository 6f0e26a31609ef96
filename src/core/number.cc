#include "core/number.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace sekisho {
namespace {

constexpr int kDigitsMax = 40;

// digits × 10^exponent, without leading or trailing zeros; zero has no digits.
struct Decimal {
  bool negative = false;
  std::string digits;
  int exponent = 0;
};

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Appends the digits at `*at` and returns how many there were.
int TakeDigits(std::string_view text, size_t* at, std::string* digits) {
  int count = 0;
  for (; *at < text.size() && IsDigit(text[*at]); ++*at, ++count) digits->push_back(text[*at]);
  return count;
}

// The power of ten after "e"; nothing when it is malformed or absurdly large.
std::optional<int> TakeExponent(std::string_view text, size_t* at) {
  if (*at == text.size()) return 0;
  if (text[*at] != 'e' && text[*at] != 'E') return std::nullopt;
  ++*at;
  bool negative = false;
  if (*at < text.size() && (text[*at] == '+' || text[*at] == '-')) negative = text[(*at)++] == '-';
  std::string digits;
  if (TakeDigits(text, at, &digits) == 0 || digits.size() > 4) return std::nullopt;
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return negative ? -value : value;
}

std::optional<Decimal> ParseDecimal(std::string_view text) {
  Decimal number;
  size_t at = 0;
  if (!text.empty() && text[0] == '-') number.negative = true, at = 1;
  if (TakeDigits(text, &at, &number.digits) == 0) return std::nullopt;
  int fraction = 0;
  if (at < text.size() && text[at] == '.') {
    ++at;
    fraction = TakeDigits(text, &at, &number.digits);
    if (fraction == 0) return std::nullopt;
  }
  const std::optional<int> power = TakeExponent(text, &at);
  if (!power || at != text.size()) return std::nullopt;
  number.exponent = *power - fraction;

  const size_t first = number.digits.find_first_not_of('0');
  number.digits.erase(0, std::min(first, number.digits.size()));
  while (!number.digits.empty() && number.digits.back() == '0') {
    number.digits.pop_back();
    ++number.exponent;
  }
  if (number.digits.empty()) return Decimal();
  return number;
}

// The usual case in group keys and counts: a plain integer that is already canonical.
bool IsPlainInteger(std::string_view text) {
  if (text.empty() || text.size() > 18 || text[0] == '0') return text == "0";
  return std::all_of(text.begin(), text.end(), IsDigit);
}

}  // namespace

std::optional<int64_t> ParseMicros(std::string_view text) {
  const std::optional<Decimal> number = ParseDecimal(text);
  if (!number) return std::nullopt;
  const int shift = number->exponent + 6;
  std::string digits = number->digits;
  if (digits.empty()) return 0;
  if (shift < 0) {
    if (static_cast<size_t>(-shift) >= digits.size()) return 0;
    digits.resize(digits.size() - static_cast<size_t>(-shift));
  } else {
    if (digits.size() + static_cast<size_t>(shift) > 19) return std::nullopt;
    digits.append(static_cast<size_t>(shift), '0');
  }
  if (digits.size() > 19) return std::nullopt;
  uint64_t magnitude = 0;
  for (const char digit : digits) magnitude = magnitude * 10 + static_cast<uint64_t>(digit - '0');
  if (magnitude > static_cast<uint64_t>(std::numeric_limits<int64_t>::max())) return std::nullopt;
  const int64_t micros = static_cast<int64_t>(magnitude);
  return number->negative ? -micros : micros;
}

std::string CanonicalNumber(std::string_view text) {
  if (IsPlainInteger(text)) return std::string(text);
  const std::optional<Decimal> number = ParseDecimal(text);
  if (!number || number->digits.size() > kDigitsMax || number->exponent > kDigitsMax ||
      number->exponent < -kDigitsMax) {
    return std::string(text);
  }
  if (number->digits.empty()) return "0";
  std::string digits = number->digits;
  if (number->exponent >= 0) {
    digits.append(static_cast<size_t>(number->exponent), '0');
  } else {
    const size_t fraction = static_cast<size_t>(-number->exponent);
    if (digits.size() <= fraction) digits.insert(0, fraction - digits.size() + 1, '0');
    digits.insert(digits.size() - fraction, 1, '.');
  }
  return number->negative ? "-" + digits : digits;
}

std::string FormatMicros(int64_t micros) {
  const bool negative = micros < 0;
  const uint64_t magnitude =
      negative ? 0 - static_cast<uint64_t>(micros) : static_cast<uint64_t>(micros);
  std::string text = std::to_string(magnitude / kMicro);
  std::string fraction = std::to_string(magnitude % kMicro);
  fraction.insert(0, 6 - fraction.size(), '0');
  fraction.erase(fraction.find_last_not_of('0') + 1);
  if (!fraction.empty()) text += "." + fraction;
  return negative ? "-" + text : text;
}

}  // namespace sekisho
