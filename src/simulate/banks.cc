#include "simulate/banks.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "simulate/random.h"

namespace sekisho::simulate {
namespace {

// What follows the check digits: the letters and digits of the bank, the digits of the account, and
// what stands at the end.
struct IbanForm {
  std::string_view country;
  std::string_view letters;
  size_t bank_digits;
  size_t digits;
  std::string_view end;
};
constexpr IbanForm kIbanForms[] = {
    {"BR", "", 8, 15, "P1"},  {"DE", "", 8, 10, ""}, {"ES", "", 8, 12, ""}, {"FR", "", 5, 18, ""},
    {"GB", "EXMP", 6, 8, ""}, {"PL", "", 8, 16, ""}, {"TR", "", 5, 17, ""}, {"UA", "", 6, 19, ""},
};

constexpr uint32_t kSponsorBanks = 9;  // the first of them; before it are ordinary banks
constexpr uint32_t kMoneyServices = 11;
constexpr uint32_t kExchanges = 12;
// A partner bank of which a directory knows only that it is a bank.
constexpr uint32_t kUnknownSponsor = 10;

constexpr uint64_t kNamedWallets = 40;
constexpr uint64_t kNamedWalletUse = 0x3a11e7;

std::string Digits(uint64_t hash, size_t count) {
  std::string digits;
  for (uint64_t part = 0; digits.size() < count; ++part) {
    uint64_t number = Mix(hash, part);
    for (int i = 0; i < 15 && digits.size() < count; ++i, number /= 10) {
      digits.push_back(static_cast<char>('0' + number % 10));
    }
  }
  return digits;
}

// ISO 7064, MOD 97-10: letters count from 10.
uint32_t Mod97(std::string_view text) {
  uint32_t rest = 0;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    const auto value = static_cast<uint32_t>(digit ? c - '0' : c - 'A' + 10);
    rest = (rest * (digit ? 10 : 100) + value) % 97;
  }
  return rest;
}

const IbanForm* FormOf(std::string_view country) {
  const auto* const form =
      std::find_if(std::begin(kIbanForms), std::end(kIbanForms),
                   [&](const IbanForm& one) { return one.country == country; });
  return form == std::end(kIbanForms) ? nullptr : form;
}

uint64_t BankHash(std::string_view country, uint32_t bank) {
  return Mix(static_cast<uint64_t>(country[0]) << 8 | static_cast<uint64_t>(country[1]), bank);
}

// Of workers, clients and teams.
std::set<std::string> Countries() {
  std::set<std::string> countries;
  for (const Place& place : Places()) countries.emplace(place.country);
  for (const Place& place : TeamPlaces()) countries.emplace(place.country);
  return countries;
}

std::string Iban(const IbanForm& form, const std::string& code, uint64_t hash) {
  const std::string account = code + Digits(hash, form.digits) + std::string(form.end);
  const uint32_t check = 98 - Mod97(account + std::string(form.country) + "00");
  std::string iban(form.country);
  iban.push_back(static_cast<char>('0' + check / 10));
  iban.push_back(static_cast<char>('0' + check % 10));
  return iban + account;
}

// 3(d1+d4+d7) + 7(d2+d5+d8) + (d3+d6+d9) is a multiple of ten.
std::string RoutingNumber(uint64_t hash) {
  std::string number = "02" + Digits(hash, 6);
  constexpr int kWeights[] = {3, 7, 1, 3, 7, 1, 3, 7};
  int sum = 0;
  for (size_t i = 0; i < number.size(); ++i) sum += kWeights[i] * (number[i] - '0');
  number.push_back(static_cast<char>('0' + (10 - sum % 10) % 10));
  return number;
}

// Under what standard the country's numbers are, and the code of that bank; no scheme where there
// is none that a directory knows.
struct Code {
  std::string_view scheme;
  std::string code;
};

Code CodeOf(std::string_view country, uint32_t bank) {
  const uint64_t hash = BankHash(country, bank);
  if (const IbanForm* const form = FormOf(country)) {
    return {"iban", std::string(form->letters) + Digits(hash, form->bank_digits)};
  }
  if (country == "US") return {"routing", RoutingNumber(hash)};
  // Japanese codes from 9700 on belong to nobody.
  if (country == "JP") return {"zengin", std::to_string(9700 + bank)};
  return {"", Digits(hash, 3)};
}

}  // namespace

BankKind KindOfBank(uint32_t bank) {
  return bank < kSponsorBanks    ? BankKind::kBank
         : bank < kMoneyServices ? BankKind::kSponsorBank
         : bank < kExchanges     ? BankKind::kMoneyService
                                 : BankKind::kExchange;
}

uint32_t PickBank(BankKind kind, uint64_t hash) {
  switch (kind) {
    case BankKind::kBank:
      return static_cast<uint32_t>(hash % kSponsorBanks);
    case BankKind::kSponsorBank:
      return kSponsorBanks + static_cast<uint32_t>(hash % (kMoneyServices - kSponsorBanks));
    case BankKind::kMoneyService:
      return kMoneyServices;
    default:
      return kExchanges;
  }
}

std::string BankName(uint32_t bank) {
  switch (KindOfBank(bank)) {
    case BankKind::kMoneyService:
      return "Example Money";
    case BankKind::kExchange:
      return "Example Exchange";
    default:
      return "Example Bank " + std::to_string(bank + 1);
  }
}

std::string BankNumber(std::string_view country, uint32_t bank, uint64_t hash) {
  const Code code = CodeOf(country, bank);
  if (const IbanForm* const form = FormOf(country)) return Iban(*form, code.code, hash);
  if (country == "US") return code.code + "-" + Digits(Mix(hash), 10);
  if (country == "JP") {
    return code.code + "-" + Digits(Mix(hash, 1), 3) + "-" + Digits(Mix(hash, 2), 7);
  }
  return code.code + "-" + Digits(Mix(hash), 11);
}

std::string WorldService() { return "Example Pay"; }

std::string ServiceOf(std::string_view country) { return "Sample Pay " + std::string(country); }

std::string Wallet(uint64_t hash) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string wallet = "0x" + std::string(24, '0');
  for (int shift = 60; shift >= 0; shift -= 4) wallet += kHex[(Mix(hash) >> shift) & 15];
  return wallet;
}

std::string NamedWallet(uint64_t hash) {
  return Wallet(Mix(kNamedWalletUse, hash % kNamedWallets));
}

std::string BankList() {
  constexpr std::string_view kKinds[] = {"bank", "sponsor_bank", "money_service", "exchange"};
  std::string text = "scheme,code,kind\n";
  for (const std::string& country : Countries()) {
    for (uint32_t bank = 0; bank < kBanks; ++bank) {
      const Code code = CodeOf(country, bank);
      if (code.scheme.empty()) continue;
      const auto kind = bank == kUnknownSponsor ? BankKind::kBank : KindOfBank(bank);
      text += std::string(code.scheme) + "," + (code.scheme == "iban" ? country : "") + code.code;
      text += "," + std::string(kKinds[static_cast<size_t>(kind)]) + "\n";
    }
  }
  return text;
}

std::string ServiceList() {
  std::string text = "name,country\n";
  for (const std::string& country : Countries()) {
    text += WorldService() + "," + country + "\n" + ServiceOf(country) + "," + country + "\n";
  }
  return text;
}

std::string WalletList() {
  std::string text;
  for (uint64_t i = 0; i < kNamedWallets; ++i) text += NamedWallet(i) + "\n";
  return text;
}

}  // namespace sekisho::simulate
