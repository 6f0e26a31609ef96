// E-mail addresses and phone numbers in comparable forms.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/event_view.h"

namespace sekisho {

// Lower case and NFKC, without surrounding spaces and a final dot; a host in another script in its
// ASCII form (Punycode), so that both ways to write it are one. Tags ("+shop") and dots of the
// local part stay: what they mean is each provider's own rule. None when it is no address.
std::optional<std::string> EmailKey(std::string_view text);

// The digits, with a leading "+" for the international form ("+" or "00"; a "(0)" in it is
// dropped). What follows the number (an extension) is cut. National numbers stay national: without
// the country nobody can complete them. None with fewer than five digits or when masked.
std::optional<std::string> PhoneKey(std::string_view text);

// email.key from {email}, author.email_key from {author.email}; phone.key from {phone}.
void ComputeEmailKey(std::span<const FieldId> inputs, FieldId output, EventView* event);
// changed.email_key from {field, value}: the key of `value` when `field` is "email".
void ComputeChangedEmailKey(std::span<const FieldId> inputs, FieldId output, EventView* event);
void ComputePhoneKey(std::span<const FieldId> inputs, FieldId output, EventView* event);

}  // namespace sekisho
