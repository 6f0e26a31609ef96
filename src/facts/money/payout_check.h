// What the number of a payout account shows by itself, and what class of account it is.
#pragma once

#include <span>
#include <string_view>

#include "core/digit_check.h"
#include "core/event_view.h"

namespace sekisho {

// Which standard an identifier follows, and what its check digits say.
//   iban            ISO 13616
//   routing         routing number of the United States, then the account behind a separator;
//                   only the routing number has a check digit
//   bic             code of a bank (ISO 9362), then the account behind a separator; no check digit
//   zengin          Japanese bank, branch and account; no check digit
//   card            digits of a payment card; a token that hides them has no form
//   bitcoin, ethereum, tron, base58, bech32   see wallet.h
//   email, phone    e-money that is reached by one
// An empty form means that nothing here knows it; then there is nothing to check.
struct PayoutForm {
  std::string_view form;
  DigitCheck check = DigitCheck::kUnchecked;
};

// `kind` as in payout.kind or empty. A masked identifier has no form.
PayoutForm FormOfPayout(std::string_view kind, std::string_view identifier);

// What a directory of institutions may know (payout.institution_kind); kUnknown where none does.
enum class InstitutionKind { kUnknown, kBank, kSponsorBank, kMoneyService, kExchange };

// "bank", "e_money", "card", "money_service", "exchange", "wallet", or "" when nothing tells.
// What is known of the institution or of who receives the money wins over the kind of account: a
// bank account at a money service is one of the service, and a bank that lends its numbers to
// services (kSponsorBank) tells nothing. Without that knowledge "bank" means no more than that the
// account looks like one, so it clears nobody.
std::string_view PayoutClass(std::string_view kind, std::string_view identifier,
                             std::string_view beneficiary_type,
                             InstitutionKind known = InstitutionKind::kUnknown);

// payout.form and payout.check from {payout.kind, payout.identifier}; payout.class from
// {payout.kind, payout.identifier, beneficiary.type, payout.institution_kind}.
void ComputePayoutForm(std::span<const FieldId> inputs, FieldId output, EventView* event);
void ComputePayoutCheck(std::span<const FieldId> inputs, FieldId output, EventView* event);
void ComputePayoutClass(std::span<const FieldId> inputs, FieldId output, EventView* event);

}  // namespace sekisho
