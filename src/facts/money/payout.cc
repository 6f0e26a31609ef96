#include "facts/money/payout.h"

#include <algorithm>

#include "core/text.h"

namespace sekisho {
namespace {

// A bank account number this short holds no code of the bank: 7 digits in Japan, 8 in Britain.
constexpr size_t kBankNumberAloneMax = 10;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsHex(char c) { return IsDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

bool AllOf(std::string_view text, bool (*test)(char)) {
  return std::all_of(text.begin(), text.end(), test);
}

std::string Lower(std::string_view text) { return NormalText(text, TextCase::kLower); }

bool LooksLikeEmail(std::string_view text) {
  const size_t at = text.find('@');
  return at != std::string_view::npos && at > 0 && text.find('.', at) != std::string_view::npos;
}

// Digits with the separators people put between them; the first may be a plus.
bool LooksLikeDigits(std::string_view text) {
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  const auto part = [](char c) {
    return IsDigit(c) || c == ' ' || c == '-' || c == '.' || c == '(' || c == ')';
  };
  return std::all_of(text.begin(), text.end(), part) &&
         std::any_of(text.begin(), text.end(), IsDigit);
}

// Two letters, two check digits, 11 to 30 letters and digits (ISO 13616), already compact.
bool LooksLikeIban(std::string_view compact) {
  const auto part = [](char c) { return IsDigit(c) || IsUpper(c); };
  return compact.size() >= 15 && compact.size() <= 34 && AllOf(compact.substr(0, 2), IsUpper) &&
         AllOf(compact.substr(2, 2), IsDigit) && AllOf(compact.substr(4), part);
}

bool IsHexAddress(std::string_view text) {
  return text.size() > 2 && text[0] == '0' && (text[1] == 'x' || text[1] == 'X') &&
         AllOf(text.substr(2), IsHex);
}

// A prefix of letters, "1", and at least six characters of bech32's alphabet, in one case.
bool IsBech32(std::string_view text) {
  static constexpr std::string_view kAlphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  if (std::any_of(text.begin(), text.end(), IsUpper) &&
      std::any_of(text.begin(), text.end(), IsLower)) {
    return false;
  }
  const std::string lower = Lower(text);
  const size_t separator = lower.rfind('1');
  if (separator == std::string::npos || separator == 0 || lower.size() < separator + 7) {
    return false;
  }
  return AllOf(std::string_view(lower).substr(0, separator), IsLower) &&
         lower.find_first_not_of(kAlphabet, separator + 1) == std::string::npos;
}

// The length of a URI scheme and its colon ("bitcoin:", BIP 21), 0 without one.
size_t SchemeLength(std::string_view text) {
  const size_t colon = text.find(':');
  const auto is_letter = [](char c) { return IsUpper(c) || IsLower(c); };
  return colon != std::string_view::npos && AllOf(text.substr(0, colon), is_letter) ? colon + 1 : 0;
}

std::string NormalCrypto(std::string_view identifier) {
  std::string text = NormalText(identifier, TextCase::kKept);
  while (const size_t scheme = SchemeLength(text)) {
    text = NormalText(text.substr(scheme, text.find('?') - scheme), TextCase::kKept);
  }
  return IsHexAddress(text) || IsBech32(text) ? Lower(text) : text;
}

std::string NormalIdentifier(std::string_view kind, std::string_view identifier) {
  if (kind == "bank" || kind == "card") return LettersAndDigits(identifier, TextCase::kUpper);
  if (kind == "crypto") return NormalCrypto(identifier);
  std::string text = Lower(identifier);
  return LooksLikeDigits(text) ? LettersAndDigits(text, TextCase::kLower) : text;
}

}  // namespace

std::string_view KindOfIdentifier(std::string_view identifier) {
  const std::string text = NormalText(identifier, TextCase::kKept);
  if (LooksLikeEmail(text)) return "e_money";
  if (IsHexAddress(text) || IsBech32(text)) return "crypto";
  const std::string compact = LettersAndDigits(text, TextCase::kUpper);
  if (LooksLikeDigits(text) || LooksLikeIban(compact)) return "bank";
  return "other";
}

std::optional<std::string> PayoutKey(std::string_view kind, std::string_view identifier,
                                     std::string_view institution) {
  if (IsMasked(identifier)) return std::nullopt;
  std::string key = Lower(kind);
  if (key.empty()) key = KindOfIdentifier(identifier);
  if ((key == "bank" || key == "card") && IsMaskedNumber(identifier)) return std::nullopt;
  const std::string normal = NormalIdentifier(key, identifier);
  if (normal.empty()) return std::nullopt;
  const bool incomplete = key == "bank" && normal.size() <= kBankNumberAloneMax;
  key += '|';
  if (incomplete && !institution.empty()) {
    key += LettersAndDigits(institution, TextCase::kUpper) + '|';
  }
  return key + normal;
}

void ComputePayoutKey(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  const Value& identifier = event->Get(inputs[1]);
  if (!identifier.usable_as_key() || identifier.truncated) return;
  const std::string_view institution = inputs.size() > 2 ? event->Get(inputs[2]).text : "";
  const auto key = PayoutKey(event->Get(inputs[0]).text, identifier.text, institution);
  if (key) event->Set(output, Value::Text(event->Store(*key)));
}

}  // namespace sekisho
