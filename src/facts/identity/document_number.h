// The number of a document against the form that its issuer has published.
#pragma once

#include <optional>
#include <string_view>

#include "core/digit_check.h"

namespace sekisho {

// `type` as in document.type, `issuer` as a country code, its name or the name of an authority.
//   driving_licence        JP
//   residence_card         JP
//   passport               JP, US, KR, CN: letters and digits in their places, no check digit
//   national_id            KR, CN
//   social_security_card   US
//   tax_id                 US (ITIN)
//   company_registration   JP (corporate number); GLEIF or LEI as the issuer (legal entity
//                          identifier)
// Nothing for every other type or issuer, and for a number that is masked or missing: who issued a
// paper that is not in this list is not judged by it.
std::optional<DigitCheck> CheckDocumentNumber(std::string_view type, std::string_view issuer,
                                              std::string_view number);

// Whether the last day of validity, "YYYY-MM-DD", was over everywhere on Earth at `time_ms` (UTC).
// Nothing when it is no day.
std::optional<bool> IsExpired(std::string_view last_day, int64_t time_ms);

}  // namespace sekisho
