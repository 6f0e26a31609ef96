#include "core/wallet.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include "core/base58.h"
#include "core/bech32.h"
#include "core/keccak.h"
#include "core/text.h"

namespace sekisho {
namespace {

constexpr size_t kBase58AddressBytes = 25;  // version, 20 bytes of hash, 4 of checksum
constexpr size_t kEd25519KeyBytes = 32;
constexpr size_t kEthereumDigits = 40;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsHex(char c) { return IsDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool IsLetter(char c) { return IsUpper(c) || IsLower(c); }

bool AllOf(std::string_view text, bool (*test)(char)) {
  return std::all_of(text.begin(), text.end(), test);
}

bool AnyOf(std::string_view text, bool (*test)(char)) {
  return std::any_of(text.begin(), text.end(), test);
}

std::string Lower(std::string_view text) { return NormalText(text, TextCase::kLower); }

bool IsHexAddress(std::string_view text) {
  return text.size() > 2 && text[0] == '0' && (text[1] == 'x' || text[1] == 'X') &&
         AllOf(text.substr(2), IsHex);
}

// The length of a URI scheme and its colon, 0 without one.
size_t SchemeLength(std::string_view text) {
  const size_t colon = text.find(':');
  return colon != std::string_view::npos && AllOf(text.substr(0, colon), IsLetter) ? colon + 1 : 0;
}

std::string WithoutScheme(std::string_view written) {
  std::string text = NormalText(written, TextCase::kKept);
  while (const size_t scheme = SchemeLength(text)) {
    text = NormalText(text.substr(scheme, text.find('?') - scheme), TextCase::kKept);
  }
  return text;
}

// A Bech32 prefix of letters, as all chains have it.
std::optional<Bech32> Bech32Address(std::string_view text) {
  auto parsed = ParseBech32(text);
  if (parsed && !AllOf(parsed->prefix, IsLetter)) parsed.reset();
  return parsed;
}

DigitCheck PassesIf(bool passes) { return passes ? DigitCheck::kPasses : DigitCheck::kWrongDigit; }

// EIP-55: a letter is upper case where the digit of the hash at its place is 8 or more.
bool PassesEip55(std::string_view digits) {
  const auto hash = Keccak256(Lower(digits));
  for (size_t i = 0; i < digits.size(); ++i) {
    if (IsDigit(digits[i])) continue;
    const int nibble = i % 2 == 0 ? hash[i / 2] >> 4 : hash[i / 2] & 15;
    if (IsUpper(digits[i]) != (nibble >= 8)) return false;
  }
  return true;
}

WalletCheck CheckEthereum(std::string_view digits) {
  if (digits.size() != kEthereumDigits) return {"ethereum", DigitCheck::kMalformed};
  const bool mixed = AnyOf(digits, IsUpper) && AnyOf(digits, IsLower);
  if (!mixed) return {"ethereum", DigitCheck::kUnchecked};
  return {"ethereum", PassesIf(PassesEip55(digits))};
}

WalletCheck CheckBech32(const Bech32& address) {
  const bool intact = address.checksum != Bech32::Checksum::kWrong;
  if (address.prefix != "bc") return {"bech32", PassesIf(intact)};
  if (intact && !IsWitnessProgram(address)) return {"bitcoin", DigitCheck::kMalformed};
  return {"bitcoin", PassesIf(intact)};
}

// What an address whose checksum fails was meant to be, by its first character and length.
std::string_view MeantForm(std::string_view text) {
  const char first = text.front();
  if ((first == '1' || first == '3') && text.size() >= 26 && text.size() <= 35) return "bitcoin";
  return first == 'T' && text.size() == 34 ? "tron" : "";
}

std::string_view FormOfVersion(uint8_t version) {
  if (version == 0x00 || version == 0x05) return "bitcoin";
  return version == 0x41 ? "tron" : "base58";
}

WalletCheck CheckBase58(std::string_view text) {
  const auto bytes = DecodeBase58(text);
  if (!bytes || bytes->empty()) return {};
  if (bytes->size() == kEd25519KeyBytes) return {"base58", DigitCheck::kUnchecked};
  if (bytes->size() == kBase58AddressBytes && PassesBase58Check(*bytes)) {
    return {FormOfVersion(bytes->front()), DigitCheck::kPasses};
  }
  const std::string_view meant = MeantForm(text);
  return meant.empty() ? WalletCheck{} : WalletCheck{meant, DigitCheck::kWrongDigit};
}

}  // namespace

std::string NormalWallet(std::string_view written) {
  const std::string text = WithoutScheme(written);
  return HasWalletForm(text) ? Lower(text) : text;
}

bool HasWalletForm(std::string_view text) {
  return IsHexAddress(text) || Bech32Address(text).has_value();
}

WalletCheck CheckWallet(std::string_view written) {
  const std::string text = WithoutScheme(written);
  if (IsHexAddress(text)) return CheckEthereum(std::string_view(text).substr(2));
  if (const auto address = Bech32Address(text)) return CheckBech32(*address);
  if (Lower(text).starts_with("bc1")) return {"bitcoin", DigitCheck::kMalformed};
  return CheckBase58(text);
}

}  // namespace sekisho
