#include "facts/contact/contact.h"

#include <algorithm>
#include <cstddef>

#include "core/text.h"
#include "facts/contact/domain.h"

namespace sekisho {
namespace {

// Shorter numbers are service numbers and typing errors.
constexpr size_t kPhoneDigitsMin = 5;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsSpaceOrControl(char c) { return (c >= 0 && c <= ' ') || c == 0x7f; }
bool IsLetter(char c) { return c >= 'a' && c <= 'z'; }
bool IsBeyondAscii(char c) { return (c & 0x80) != 0; }

// The digits up to the first letter, ";" or "#" after them: what follows is an extension.
std::string FirstDigits(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (IsDigit(c)) digits += c;
    if (!digits.empty() && (IsLetter(c) || c == ';' || c == '#')) break;
  }
  return digits;
}

template <auto kKey>
void Compute(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  const Value& value = event->Get(inputs[0]);
  if (!value.usable_as_key() || value.truncated) return;
  if (const auto key = kKey(value.text)) event->Set(output, Value::Text(event->Store(*key)));
}

}  // namespace

std::optional<std::string> EmailKey(std::string_view text) {
  if (IsMasked(text)) return std::nullopt;
  std::string key = NormalText(text, TextCase::kLower);
  const size_t end = key.find_last_not_of(". ");
  key.resize(end == std::string::npos ? 0 : end + 1);
  const size_t at = key.rfind('@');
  if (at == std::string::npos || at == 0 || at + 1 == key.size()) return std::nullopt;
  if (std::any_of(key.begin(), key.end(), IsSpaceOrControl)) return std::nullopt;
  if (std::any_of(key.begin() + static_cast<std::ptrdiff_t>(at), key.end(), IsBeyondAscii)) {
    if (const auto host = AsciiHost(key.substr(at + 1))) key.replace(at + 1, key.npos, *host);
  }
  return key;
}

std::optional<std::string> PhoneKey(std::string_view text) {
  if (IsMasked(text)) return std::nullopt;
  std::string normal = NormalText(text, TextCase::kLower);
  normal.resize(std::min(normal.size(), normal.find("内線")));  // Japanese for "extension"
  const bool plus = normal.find('+') < normal.find_first_of("0123456789");
  const size_t trunk = normal.find("(0)");
  std::string digits = FirstDigits(normal);
  const bool international = plus || digits.starts_with("00");
  if (international && trunk != std::string::npos) {
    digits = FirstDigits(normal.erase(trunk, 3));
  }
  if (!plus && digits.starts_with("00")) digits.erase(0, 2);
  if (digits.size() < kPhoneDigitsMin) return std::nullopt;
  return international ? "+" + digits : digits;
}

void ComputeEmailKey(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  Compute<EmailKey>(inputs, output, event);
}

void ComputeChangedEmailKey(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  if (event->Get(inputs[0]).text == "email") ComputeEmailKey(inputs.subspan(1), output, event);
}

void ComputePhoneKey(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  Compute<PhoneKey>(inputs, output, event);
}

}  // namespace sekisho
