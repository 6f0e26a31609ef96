#include "facts/identity/document_number.h"

#include <algorithm>
#include <string>

#include "core/issuer.h"
#include "core/japanese_licence.h"
#include "core/text.h"
#include "core/time.h"
#include "facts/identity/national_number.h"

namespace sekisho {
namespace {

// Whether the text is in the places of `form`: A a capital letter, 9 a digit.
bool HasForm(std::string_view text, std::string_view form) {
  return std::equal(text.begin(), text.end(), form.begin(), form.end(), [](char c, char wanted) {
    return wanted == 'A' ? c >= 'A' && c <= 'Z' : c >= '0' && c <= '9';
  });
}

struct PassportForm {
  std::string_view code;
  std::string_view form;
};
// Ministry of Foreign Affairs of Japan: two letters, seven digits. Department of State: nine
// digits, or a letter and eight since 2021. Ministry of Foreign Affairs of the Republic of Korea: a
// letter and eight digits, a letter within the digits since 2021. National Immigration
// Administration of China: E and G series with eight digits, later a letter at the second place.
constexpr PassportForm kPassports[] = {
    {"JP", "AA9999999"}, {"US", "999999999"}, {"US", "A99999999"}, {"KR", "A99999999"},
    {"KR", "A999A9999"}, {"CN", "A99999999"}, {"CN", "AA9999999"},
};

std::optional<DigitCheck> CheckPassport(std::string_view code, std::string_view number) {
  const std::string text = LettersAndDigits(number, TextCase::kUpper);
  bool known = false;
  for (const PassportForm& passport : kPassports) {
    if (passport.code != code) continue;
    known = true;
    if (HasForm(text, passport.form)) return DigitCheck::kUnchecked;
  }
  return known ? std::optional(DigitCheck::kMalformed) : std::nullopt;
}

struct Checker {
  std::string_view type;
  std::string_view code;
  DigitCheck (*check)(std::string_view);
};
constexpr Checker kCheckers[] = {
    {"driving_licence", "JP", CheckJapaneseLicence},
    {"residence_card", "JP", CheckResidenceCard},
    {"company_registration", "JP", CheckCorporateNumber},
    {"company_registration", "LEI", CheckLei},
    {"social_security_card", "US", CheckSocialSecurityNumber},
    {"tax_id", "US", CheckTaxpayerNumber},
    {"national_id", "KR", CheckKoreanResidentNumber},
    {"national_id", "CN", CheckChineseResidentNumber},
};

}  // namespace

std::optional<DigitCheck> CheckDocumentNumber(std::string_view type, std::string_view issuer,
                                              std::string_view number) {
  if (IsMaskedNumber(number) || LettersAndDigits(number, TextCase::kUpper).empty()) {
    return std::nullopt;
  }
  const std::string kind = NormalText(type, TextCase::kLower);
  const std::string_view code = IssuerCode(issuer);
  if (code.empty()) return std::nullopt;
  if (kind == "passport") return CheckPassport(code, number);
  for (const Checker& checker : kCheckers) {
    if (checker.type == kind && checker.code == code) return checker.check(number);
  }
  return std::nullopt;
}

std::optional<bool> IsExpired(std::string_view last_day, int64_t time_ms) {
  constexpr size_t kDayBytes = 10;
  // The last place on Earth where a day ends is twelve hours behind UTC.
  constexpr int64_t kAfterLastDayMs = kDayMs + 12 * kHourMs;
  if (last_day.size() != kDayBytes) return std::nullopt;
  const auto begin = ParseTime(std::string(last_day) + "T00:00:00Z");
  if (!begin.ok()) return std::nullopt;
  return time_ms >= *begin + kAfterLastDayMs;
}

}  // namespace sekisho
