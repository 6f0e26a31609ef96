#include "core/iban.h"

#include <algorithm>
#include <string>

#include "core/check_digits.h"
#include "core/text.h"

namespace sekisho {
namespace {

struct IbanCountry {
  std::string_view country;
  std::string_view structure;  // "4a14n": four letters, fourteen digits
};

// clang-format off
constexpr IbanCountry kRegistry[] = {
#include "core/iban_registry.inc"
};
// clang-format on

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsEither(char c) { return IsDigit(c) || IsUpper(c); }

bool AllOf(std::string_view text, bool (*test)(char)) {
  return std::all_of(text.begin(), text.end(), test);
}

bool (*TestOf(char kind))(char) {
  if (kind == 'n') return IsDigit;
  return kind == 'a' ? IsUpper : IsEither;
}

// Whether the account has the structure; with `is_prefix`, whether it may go on so that it has.
bool FitsStructure(std::string_view account, std::string_view structure, bool is_prefix) {
  size_t at = 0;
  size_t count = 0;
  for (const char c : structure) {
    if (IsDigit(c)) {
      count = count * 10 + static_cast<size_t>(c - '0');
      continue;
    }
    if (!AllOf(account.substr(at, count), TestOf(c))) return false;
    if (account.size() - at < count) return is_prefix;
    at += count;
    count = 0;
  }
  return at == account.size();
}

const IbanCountry* FindCountry(std::string_view iban) {
  const auto* const end = std::end(kRegistry);
  const auto* const found = std::find_if(std::begin(kRegistry), end, [&](const IbanCountry& e) {
    return iban.starts_with(e.country);
  });
  return found == end ? nullptr : found;
}

// Countries that have no IBAN, and whose accounts people write with their code in front.
bool HasNoIban(std::string_view iban) {
  return iban.starts_with("JP") || iban.starts_with("KR") || iban.starts_with("US");
}

}  // namespace

bool IsIbanBankCode(std::string_view compact) {
  if (compact.size() <= 2 || !AllOf(compact.substr(0, 2), IsUpper) || HasNoIban(compact)) {
    return false;
  }
  const std::string_view code = compact.substr(2);
  const IbanCountry* const entry = FindCountry(compact);
  return entry == nullptr ? AllOf(code, IsEither) : FitsStructure(code, entry->structure, true);
}

bool HasIbanForm(std::string_view compact) {
  return compact.size() >= 15 && compact.size() <= 34 && AllOf(compact.substr(0, 2), IsUpper) &&
         AllOf(compact.substr(2, 2), IsDigit) && AllOf(compact.substr(4), IsEither);
}

DigitCheck CheckIban(std::string_view written) {
  const std::string iban = LettersAndDigits(written, TextCase::kUpper);
  if (!HasIbanForm(iban) || HasNoIban(iban)) return DigitCheck::kMalformed;
  const std::string_view account = std::string_view(iban).substr(4);
  const IbanCountry* const entry = FindCountry(iban);
  if (entry != nullptr && !FitsStructure(account, entry->structure, false)) {
    return DigitCheck::kMalformed;
  }
  const std::string turned = std::string(account) + iban.substr(0, 4);
  return Mod97(turned) == 1 ? DigitCheck::kPasses : DigitCheck::kWrongDigit;
}

}  // namespace sekisho
