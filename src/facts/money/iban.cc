#include "facts/money/iban.h"

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
#include "facts/money/iban_registry.inc"
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

bool FitsStructure(std::string_view account, std::string_view structure) {
  size_t at = 0;
  size_t count = 0;
  for (const char c : structure) {
    if (IsDigit(c)) {
      count = count * 10 + static_cast<size_t>(c - '0');
      continue;
    }
    if (account.size() - at < count || !AllOf(account.substr(at, count), TestOf(c))) return false;
    at += count;
    count = 0;
  }
  return at == account.size();
}

}  // namespace

bool HasIbanForm(std::string_view compact) {
  return compact.size() >= 15 && compact.size() <= 34 && AllOf(compact.substr(0, 2), IsUpper) &&
         AllOf(compact.substr(2, 2), IsDigit) && AllOf(compact.substr(4), IsEither);
}

DigitCheck CheckIban(std::string_view written) {
  const std::string iban = LettersAndDigits(written, TextCase::kUpper);
  if (!HasIbanForm(iban)) return DigitCheck::kMalformed;
  const std::string_view account = std::string_view(iban).substr(4);
  const auto* const end = std::end(kRegistry);
  const auto* const entry = std::find_if(std::begin(kRegistry), end, [&](const IbanCountry& e) {
    return iban.starts_with(e.country);
  });
  if (entry != end && !FitsStructure(account, entry->structure)) return DigitCheck::kMalformed;
  const std::string turned = std::string(account) + iban.substr(0, 4);
  return Mod97(turned) == 1 ? DigitCheck::kPasses : DigitCheck::kWrongDigit;
}

}  // namespace sekisho
