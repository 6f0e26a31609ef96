// An account that money goes to or comes from, as one comparable key.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/event_view.h"

namespace sekisho {

// What kind of account an identifier is by its shape alone: "e_money" (an e-mail address), "crypto"
// (0x… or bech32), "bank" (IBAN or digits), otherwise "other".
std::string_view KindOfIdentifier(std::string_view identifier);

// "kind|identifier"; for a bank account number of at most ten characters whose institution is
// given, "bank|institution|identifier", since numbers without a bank code repeat between banks. An
// empty kind is taken from the shape of the identifier. The identifier in its normal form:
//   bank, card  letters and digits only, upper case (so an IBAN loses its spaces); a Japanese
//               account in parts by its parts: bank, branch, type (1, 2, 4) where it is given,
//               seven digits, so that 普通 and 1 are one (facts/money/zengin.h)
//   crypto      as written, without a "bitcoin:" scheme; lower case for 0x… and bech32 (BIP 173),
//               whose case carries nothing; base58 keeps its case
//   others      lower case; without spaces and punctuation when it looks like a phone number
// None for an empty or masked identifier.
std::optional<std::string> PayoutKey(std::string_view kind, std::string_view identifier,
                                     std::string_view institution);

// payout.key from {payout.kind, payout.identifier, payout.institution}; payer.key from {payer.kind,
// payer.identifier}. The two compare with each other.
void ComputePayoutKey(std::span<const FieldId> inputs, FieldId output, EventView* event);

}  // namespace sekisho
