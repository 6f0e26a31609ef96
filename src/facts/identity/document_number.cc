#include "facts/identity/document_number.h"

#include <algorithm>
#include <string>

#include "core/text.h"
#include "core/time.h"
#include "facts/identity/national_number.h"

namespace sekisho {
namespace {

// Names are compared in capital letters without spaces and signs.
struct Issuer {
  std::string_view name;
  std::string_view code;
};
constexpr Issuer kIssuers[] = {
    {"JP", "JP"},
    {"JPN", "JP"},
    {"JAPAN", "JP"},
    {"日本", "JP"},
    {"日本国", "JP"},
    {"일본", "JP"},
    {"外務省", "JP"},
    {"法務省", "JP"},
    {"法務大臣", "JP"},
    {"出入国在留管理庁", "JP"},
    {"国税庁", "JP"},
    {"US", "US"},
    {"USA", "US"},
    {"UNITEDSTATES", "US"},
    {"アメリカ", "US"},
    {"アメリカ合衆国", "US"},
    {"米国", "US"},
    {"미국", "US"},
    {"KR", "KR"},
    {"KOR", "KR"},
    {"SOUTHKOREA", "KR"},
    {"REPUBLICOFKOREA", "KR"},
    {"韓国", "KR"},
    {"大韓民国", "KR"},
    {"대한민국", "KR"},
    {"한국", "KR"},
    {"CN", "CN"},
    {"CHN", "CN"},
    {"CHINA", "CN"},
    {"中国", "CN"},
    {"中華人民共和国", "CN"},
    {"중국", "CN"},
    // Identifiers of companies all over the world; many bodies give them out under one roof.
    {"GLEIF", "LEI"},
    {"LEI", "LEI"},
};

std::string_view IssuerCode(std::string_view issuer) {
  const std::string name = LettersAndDigits(issuer, TextCase::kUpper);
  for (const Issuer& known : kIssuers) {
    if (name == known.name) return known.code;
  }
  const bool commission = name.find("公安委員会") != std::string::npos ||
                          name.find("PUBLICSAFETYCOMMISSION") != std::string::npos;
  return commission ? "JP" : "";
}

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

bool IsJapaneseIssuer(std::string_view issuer) { return IssuerCode(issuer) == "JP"; }

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
