// Addresses of cryptocurrency wallets.
#pragma once

#include <string>
#include <string_view>

#include "core/digit_check.h"

namespace sekisho {

// The address as it is compared: without spaces at its ends and a URI scheme with its parameters
// ("bitcoin:…?amount=1", BIP 21); lower case for 0x… and Bech32, whose case carries nothing but a
// check (BIP 173, EIP-55); base58 keeps its case. Idempotent.
std::string NormalWallet(std::string_view written);

// True for the form of 0x… or Bech32, which nothing else has. Base58 looks like many other things.
bool HasWalletForm(std::string_view text);

struct WalletCheck {
  std::string_view form;  // "bitcoin", "ethereum", "tron", "base58", "bech32", or "" for none
  DigitCheck check = DigitCheck::kMalformed;
};

// What an address is and whether its checksum holds.
//   bitcoin   base58check of 21 bytes, version 0x00 or 0x05; or prefix bc with a witness program
//   tron      base58check of 21 bytes, version 0x41
//   base58    base58check of another version; or 32 bytes, an Ed25519 key without a checksum
//   ethereum  0x and 40 hex digits; EIP-55 when both cases occur, kUnchecked in one case
//   bech32    another prefix (other chains, test networks) with either checksum
// A base58 text whose checksum fails is "bitcoin" or "tron" when it has their length and first
// character. The case of the letters counts, so pass the address as written.
WalletCheck CheckWallet(std::string_view written);

}  // namespace sekisho
