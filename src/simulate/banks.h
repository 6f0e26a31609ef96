// Banks, services and wallets of the market: numbers of accounts as banks give them out, with check
// digits that fit, and what a directory knows of who keeps them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "simulate/places.h"

namespace sekisho::simulate {

// Each country has the same ones under codes of its own.
enum class BankKind : uint8_t { kBank, kSponsorBank, kMoneyService, kExchange };

// A bank of the country, by its number below kBanks.
inline constexpr uint32_t kBanks = 13;
BankKind KindOfBank(uint32_t bank);
// The number of a bank of that kind.
uint32_t PickBank(BankKind kind, uint64_t hash);
std::string BankName(uint32_t bank);

// The number of an account at that bank in that country (ISO 3166-1 alpha-2), another one for each
// `hash`: an IBAN (ISO 13616) where the country has them, in the United States a routing number and
// the account, in Japan bank, branch and account, elsewhere bank and account.
std::string BankNumber(std::string_view country, uint32_t bank, uint64_t hash);

// A service for payments to an e-mail address. One is offered everywhere, the others are a
// country's own.
std::string WorldService();
std::string ServiceOf(std::string_view country);

// An address on a chain whose letters' case carries nothing, so that no check digit is needed.
// Nobody can have it: it begins with zeros.
std::string Wallet(uint64_t hash);
// One of those that authorities have named.
std::string NamedWallet(uint64_t hash);

// Lists (docs/lists.md): bank_directory, payment_services, wallet_addresses.
std::string BankList();
std::string ServiceList();
std::string WalletList();

}  // namespace sekisho::simulate
