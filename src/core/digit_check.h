// What arithmetic alone says about a number that somebody typed: of an account, a document, a
// company. Nothing here proves that a number was issued, and forgers know check digits too; a digit
// that fails means "mistyped or invalid, ask again" and nothing worse.
#pragma once

#include <string_view>

namespace sekisho {

enum class DigitCheck {
  kMalformed,   // has not the length, characters or ranges of such a number
  kWrongDigit,  // has the form, and its check digit contradicts the rest
  kUnchecked,   // has the form; this kind of number carries no check digit
  kPasses,      // has the form, and its check digits agree
};

// "malformed", "wrong_digit", "unchecked", "passes": the values of the facts.
constexpr std::string_view DigitCheckName(DigitCheck check) {
  switch (check) {
    case DigitCheck::kMalformed:
      return "malformed";
    case DigitCheck::kWrongDigit:
      return "wrong_digit";
    case DigitCheck::kUnchecked:
      return "unchecked";
    case DigitCheck::kPasses:
      return "passes";
  }
  return "";
}

// True when the person has to be asked again.
constexpr bool AsksAgain(DigitCheck check) {
  return check == DigitCheck::kMalformed || check == DigitCheck::kWrongDigit;
}

}  // namespace sekisho
