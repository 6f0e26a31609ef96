// The readers of numbers that people type and devices report, on arbitrary text: what they say is
// consistent.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/bank_code.h"
#include "core/base58.h"
#include "core/bech32.h"
#include "core/iban.h"
#include "core/identity_mask.h"
#include "core/japanese_licence.h"
#include "core/my_number.h"
#include "core/number_hash.h"
#include "core/postal_address.h"
#include "core/wallet.h"
#include "facts/contact/address_key.h"
#include "facts/contact/domain.h"
#include "facts/contact/email.h"
#include "facts/contact/look_alike.h"
#include "facts/contact/phone.h"
#include "facts/devices/display.h"
#include "facts/identity/document_number.h"
#include "facts/identity/mrz.h"
#include "facts/identity/mrz_match.h"
#include "facts/identity/national_number.h"
#include "facts/money/payout_check.h"
#include "facts/money/zengin.h"
#include "fuzz/require.h"

namespace sekisho::fuzz {
namespace {

void CheckAddress(std::string_view text) {
  const std::string_view form = AddressForm(text);
  Require(form.empty() || form == "mailbox" || form == "virtual_office", "a form is known", form);
  if (const auto key = AddressKey(text)) {
    Require(AddressKey(*key) == key, "the key of an address is one step away", text);
  }
}

void CheckMoney(std::string_view text) {
  for (const char* kind : {"", "bank", "card", "crypto", "e_money"}) {
    const PayoutForm found = FormOfPayout(kind, text);
    Require(!found.form.empty() || found.check == DigitCheck::kUnchecked,
            "what has no form is not judged", text);
  }
  Require(CheckIban(text) != DigitCheck::kUnchecked, "an IBAN has check digits", text);
  Require(CheckRoutingNumber(text) != DigitCheck::kUnchecked, "a routing number has one", text);
  Require(CheckLei(text) != DigitCheck::kUnchecked, "an LEI has check digits", text);
  Require(CheckBic(text) != DigitCheck::kPasses, "a BIC has no check digit", text);
  const std::string wallet = NormalWallet(text);
  Require(NormalWallet(wallet) == wallet, "the form of a wallet is one step away", text);
  if (const auto field = ZenginHolder(text)) {
    Require(ZenginHolder(*field) == field, "the field of a holder is one step away", text);
  }
  if (const auto account = ParseZenginAccount(text)) {
    Require(account->bank.size() == 4 && account->branch.size() == 3 && account->number.size() == 7,
            "an account has all its digits", text);
  }
  if (const auto bytes = DecodeBase58(text)) PassesBase58Check(*bytes);
  if (const auto address = ParseBech32(text)) IsWitnessProgram(*address);
}

void CheckIdentity(std::string_view text) {
  const std::string masked = MaskIdentityNumbers(text);
  Require(MaskIdentityNumbers(masked) == masked, "what is masked leaves nothing to mask", text);
  if (IsMyNumber(text)) {
    Require(IsRefusedAsMyNumber("", "", text), "a My Number is refused", text);
    Require(IsRefusedAsMyNumber("driving_licence", "JP", text) ==
                (CheckJapaneseLicence(text) != DigitCheck::kPasses),
            "a valid licence is not", text);
    Require(!IsNumberHash(text), "a number is no hash", text);
  }
  for (const char* type : {"passport", "driving_licence", "residence_card", "national_id",
                           "social_security_card", "tax_id", "company_registration"}) {
    for (const char* issuer : {"JP", "US", "KR", "CN"}) CheckDocumentNumber(type, issuer, text);
  }
  const auto mrz = ParseMrz(text);
  Require(mrz.has_value() == (CheckMrz(text) != DigitCheck::kMalformed),
          "what can be read is judged", text);
  if (!mrz) return;
  Require(MatchNumber(*mrz, mrz->number) != ZoneMatch::kDifferent, "a number is itself", text);
  std::string name;
  for (const auto* words : {&mrz->given, &mrz->surname}) {
    for (const std::string& word : *words) name += word + " ";
  }
  Require(MatchName(*mrz, name) != ZoneMatch::kDifferent, "a name is itself", text);
  MatchName(*mrz, text);
  MatchBirthYear(*mrz, text);
  MatchBirthDay(*mrz, text);
  MatchExpiry(*mrz, text);
}

void CheckContact(std::string_view text) {
  if (const auto address = ParseEmail(text)) {
    Require(AsciiHost(address->host) == address->host, "a host is one step away", text);
    Require(address->host.ends_with(address->domain), "a domain ends its host", text);
    Require(address->domain.empty() || MatchDomains(text, address->domain) == "same",
            "an address belongs to its domain", text);
  }
  MatchDomains("a@example.com", text);
  Require(!LooksAlike(text, text), "a text does not look like itself, it is itself", text);
  EditDistance(text, "example", 2);
  for (const char* region : {"", "JP", "US"}) {
    const auto phone = ReadPhone(text, region);
    Require(!phone || phone->valid || phone->type.empty(), "only valid numbers have a kind", text);
  }
}

void CheckDisplay(std::string_view text) {
  Display display;
  if (ReadEdid(text, &display) != EdidCheck::kPasses) return;
  Require(display.vendor.size() == 3 && display.product.size() == 6,
          "a display that can be read has a maker and a number", text);
  for (const std::string& part : {display.name, display.serial}) {
    Require(part.size() <= 13 && FindBadUtf8(part) == part.size(), "its texts are short", part);
  }
}

}  // namespace
}  // namespace sekisho::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  sekisho::fuzz::CheckAddress(text);
  sekisho::fuzz::CheckMoney(text);
  sekisho::fuzz::CheckIdentity(text);
  sekisho::fuzz::CheckContact(text);
  sekisho::fuzz::CheckDisplay(text);
  return 0;
}
