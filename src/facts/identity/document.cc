#include "facts/identity/document.h"

#include "core/issuer.h"
#include "core/japanese_licence.h"
#include "core/number_hash.h"
#include "core/text.h"
#include "facts/identity/document_number.h"
#include "facts/identity/mrz.h"
#include "facts/identity/mrz_match.h"
#include "facts/identity/national_number.h"

namespace sekisho {
namespace {

constexpr std::string_view kLicence = "DRIVINGLICENCE";
constexpr std::string_view kCompany = "COMPANYREGISTRATION";

// The number as it is compared.
std::string NormalNumber(std::string_view issuer, std::string_view type, std::string_view number) {
  if (type == kLicence && IsJapaneseIssuer(issuer)) {
    if (auto root = JapaneseLicenceRoot(number)) return *root;
  }
  if (type == kCompany && IsJapaneseIssuer(issuer)) return CorporateNumber(number);
  return LettersAndDigits(number, TextCase::kUpper);
}

// The issuer as it is compared: "JP" for Japan, JPN, 日本 and the authorities of Japan, whose
// numbers are unique in the whole country; other issuers as they are written.
std::string NormalIssuer(std::string_view issuer) {
  const std::string_view code = IssuerCode(issuer);
  return code.empty() ? LettersAndDigits(issuer, TextCase::kUpper) : std::string(code);
}

void SetText(std::string_view text, FieldId output, EventView* event) {
  if (!text.empty()) event->Set(output, Value::Text(text));
}

using Match = ZoneMatch (*)(const Mrz&, std::string_view);

// From {document.mrz, a printed field}.
template <Match kMatch>
void ComputeMatch(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  const Value& printed = event->Get(inputs[1]);
  if (!printed.usable_as_key() || printed.truncated) return;
  const auto mrz = ParseMrz(event->Get(inputs[0]).text);
  if (mrz) SetText(ZoneMatchName(kMatch(*mrz, printed.text)), output, event);
}

}  // namespace

std::optional<std::string> DocumentKey(std::string_view issuer, std::string_view type,
                                       std::string_view number) {
  if (IsMaskedNumber(number)) return std::nullopt;
  const std::string normal_type = LettersAndDigits(type, TextCase::kUpper);
  const std::string normal_number = NormalNumber(issuer, normal_type, number);
  if (normal_number.empty()) return std::nullopt;
  return NormalIssuer(issuer) + '|' + normal_type + '|' + normal_number;
}

std::optional<std::string> DocumentHashKey(std::string_view issuer, std::string_view type,
                                           std::string_view hash) {
  if (!IsNumberHash(hash)) return std::nullopt;
  return NormalIssuer(issuer) + '|' + LettersAndDigits(type, TextCase::kUpper) + "|#" +
         LettersAndDigits(hash, TextCase::kLower);
}

void ComputeDocumentKey(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  const std::string_view issuer = event->Get(inputs[0]).text;
  const std::string_view type = event->Get(inputs[1]).text;
  const Value& number = event->Get(inputs[2]);
  const Value& hash = event->Get(inputs[3]);
  std::optional<std::string> key;
  if (number.usable_as_key() && !number.truncated) key = DocumentKey(issuer, type, number.text);
  if (!key && hash.usable_as_key() && !hash.truncated) {
    key = DocumentHashKey(issuer, type, hash.text);
  }
  if (key) event->Set(output, Value::Text(event->Store(*key)));
}

void ComputeDocumentCheck(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  const Value& number = event->Get(inputs[2]);
  if (!number.usable_as_key() || number.truncated) return;
  const auto check =
      CheckDocumentNumber(event->Get(inputs[1]).text, event->Get(inputs[0]).text, number.text);
  if (check) SetText(DigitCheckName(*check), output, event);
}

void ComputeDocumentExpired(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  const auto expired = IsExpired(event->Get(inputs[0]).text, event->time_ms);
  if (expired) event->Set(output, Value::Boolean(*expired));
}

void ComputeMrzCheck(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  const Value& mrz = event->Get(inputs[0]);
  if (!mrz.usable_as_key() || mrz.truncated || IsMasked(mrz.text)) return;
  SetText(DigitCheckName(CheckMrz(mrz.text)), output, event);
}

void ComputeMrzNumberMatch(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  ComputeMatch<MatchNumber>(inputs, output, event);
}

void ComputeMrzNameMatch(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  ComputeMatch<MatchName>(inputs, output, event);
}

void ComputeMrzBirthMatch(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  ComputeMatch<MatchBirthYear>(inputs, output, event);
}

void ComputeMrzExpiryMatch(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  ComputeMatch<MatchExpiry>(inputs, output, event);
}

}  // namespace sekisho
