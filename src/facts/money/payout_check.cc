#include "facts/money/payout_check.h"

#include <unicode/locid.h>

#include <algorithm>
#include <string>

#include "core/bank_code.h"
#include "core/iban.h"
#include "core/text.h"
#include "core/wallet.h"
#include "facts/money/payout.h"
#include "facts/money/zengin.h"

namespace sekisho {
namespace {

constexpr size_t kRoutingDigits = 9;
constexpr size_t kAccountDigitsMax = 17;  // of an account of the United States

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool AllDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), IsDigit);
}

// "021000021 - 1234567": nine digits, a separator, the digits of the account.
std::string_view RoutingPart(std::string_view text) {
  const size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
  if (end != kRoutingDigits || end == text.size()) return "";
  const std::string account = LettersAndDigits(text.substr(end), TextCase::kUpper);
  const bool form =
      AllDigits(account) && account.size() >= 4 && account.size() <= kAccountDigitsMax;
  return form ? text.substr(0, end) : "";
}

bool IsCountry(std::string_view code) {
  for (const char* const* known = icu::Locale::getISOCountries(); *known != nullptr; ++known) {
    if (code == *known) return true;
  }
  return false;
}

// "MHCBJPJT / 123-4567890": the code of a bank, a separator, the account. Countries without IBAN
// are paid that way. The name of a bank may look like a code ("Exambank 1234567"), so it must stand
// in capitals, and its country must be one.
bool HasBicForm(std::string_view text) {
  constexpr size_t kAccountMin = 4;
  constexpr size_t kAccountMax = 34;
  const auto is_code = [](char c) { return IsDigit(c) || (c >= 'A' && c <= 'Z'); };
  const size_t end =
      static_cast<size_t>(std::find_if_not(text.begin(), text.end(), is_code) - text.begin());
  const std::string_view code = text.substr(0, end);
  if (end == text.size() || CheckBic(code) == DigitCheck::kMalformed) return false;
  if (std::any_of(code.begin(), code.begin() + 6, IsDigit) || !IsCountry(code.substr(4, 2))) {
    return false;
  }
  const std::string account = LettersAndDigits(text.substr(end), TextCase::kUpper);
  return account.size() >= kAccountMin && account.size() <= kAccountMax &&
         std::any_of(account.begin(), account.end(), IsDigit);
}

PayoutForm FormOfBank(std::string_view text) {
  if (ParseZenginAccount(text)) return {"zengin", DigitCheck::kUnchecked};
  if (const auto routing = RoutingPart(text); !routing.empty()) {
    return {"routing", CheckRoutingNumber(routing)};
  }
  const std::string compact = LettersAndDigits(text, TextCase::kUpper);
  if (HasIbanForm(compact)) return {"iban", CheckIban(compact)};
  return HasBicForm(text) ? PayoutForm{"bic", DigitCheck::kUnchecked} : PayoutForm{};
}

PayoutForm FormOfCard(std::string_view text) {
  const bool digits = AllDigits(LettersAndDigits(text, TextCase::kUpper));
  return digits ? PayoutForm{"card", CheckCard(text)} : PayoutForm{};
}

PayoutForm FormOfWallet(std::string_view text) {
  const WalletCheck wallet = CheckWallet(text);
  return wallet.form.empty() ? PayoutForm{} : PayoutForm{wallet.form, wallet.check};
}

PayoutForm FormOfService(std::string_view text) {
  if (text.find('@') != std::string_view::npos && text.front() != '@') return {"email"};
  return text.front() == '+' && AllDigits(LettersAndDigits(text, TextCase::kLower))
             ? PayoutForm{"phone"}
             : PayoutForm{};
}

InstitutionKind KindOfInstitution(std::string_view name) {
  if (name == "bank") return InstitutionKind::kBank;
  if (name == "sponsor_bank") return InstitutionKind::kSponsorBank;
  if (name == "money_service") return InstitutionKind::kMoneyService;
  return name == "exchange" ? InstitutionKind::kExchange : InstitutionKind::kUnknown;
}

bool HasIdentifier(const Value& value) { return value.usable_as_key() && !value.truncated; }

}  // namespace

PayoutForm FormOfPayout(std::string_view kind, std::string_view identifier) {
  const std::string text = NormalText(identifier, TextCase::kKept);
  if (text.empty() || IsMasked(text)) return {};
  std::string known = NormalText(kind, TextCase::kLower);
  if (known.empty()) known = KindOfIdentifier(text);
  if ((known == "bank" || known == "card") && IsMaskedNumber(text)) return {};
  if (known == "bank") return FormOfBank(text);
  if (known == "card") return FormOfCard(text);
  if (known == "crypto") return FormOfWallet(text);
  return known == "e_money" ? FormOfService(text) : PayoutForm{};
}

std::string_view PayoutClass(std::string_view kind, std::string_view identifier,
                             std::string_view beneficiary_type, InstitutionKind known) {
  if (known == InstitutionKind::kMoneyService || beneficiary_type == "money_service") {
    return "money_service";
  }
  if (known == InstitutionKind::kExchange || beneficiary_type == "exchange") return "exchange";
  if (known == InstitutionKind::kSponsorBank) return "";
  std::string form = NormalText(kind, TextCase::kLower);
  if (form.empty() && !identifier.empty()) form = KindOfIdentifier(identifier);
  if (form == "crypto") return "wallet";
  for (const std::string_view name : {"bank", "e_money", "card"}) {
    if (form == name) return name;
  }
  return known == InstitutionKind::kBank ? "bank" : "";
}

void ComputePayoutForm(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  if (!HasIdentifier(event->Get(inputs[1]))) return;
  const auto found = FormOfPayout(event->Get(inputs[0]).text, event->Get(inputs[1]).text);
  if (!found.form.empty()) event->Set(output, Value::Text(found.form));
}

void ComputePayoutCheck(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  if (!HasIdentifier(event->Get(inputs[1]))) return;
  const auto found = FormOfPayout(event->Get(inputs[0]).text, event->Get(inputs[1]).text);
  if (!found.form.empty()) event->Set(output, Value::Text(DigitCheckName(found.check)));
}

void ComputePayoutClass(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  const std::string_view kind = event->Get(inputs[0]).text;
  const std::string_view identifier = event->Get(inputs[1]).text;
  const std::string_view found = PayoutClass(kind, identifier, event->Get(inputs[2]).text,
                                             KindOfInstitution(event->Get(inputs[3]).text));
  if (!found.empty()) event->Set(output, Value::Text(found));
}

}  // namespace sekisho
