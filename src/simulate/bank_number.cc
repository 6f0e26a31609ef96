#include "simulate/bank_number.h"

#include <algorithm>
#include <iterator>

#include "simulate/random.h"

namespace sekisho::simulate {
namespace {

// What follows the check digits: letters, digits, letters and digits at the end.
struct IbanForm {
  std::string_view country;
  std::string_view bank;
  size_t digits;
  std::string_view end;
};
constexpr IbanForm kIbanForms[] = {
    {"BR", "", 23, "P1"},   {"DE", "", 18, ""}, {"ES", "", 20, ""}, {"FR", "", 23, ""},
    {"GB", "EXMP", 14, ""}, {"PL", "", 24, ""}, {"TR", "", 22, ""}, {"UA", "", 25, ""},
};

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

std::string Iban(const IbanForm& form, uint64_t hash) {
  std::string account(form.bank);
  account += Digits(hash, form.digits);
  account += form.end;
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

}  // namespace

std::string BankNumber(std::string_view country, uint64_t hash) {
  const auto* const form =
      std::find_if(std::begin(kIbanForms), std::end(kIbanForms),
                   [&](const IbanForm& one) { return one.country == country; });
  if (form != std::end(kIbanForms)) return Iban(*form, hash);
  if (country == "US") return RoutingNumber(hash) + "-" + Digits(Mix(hash), 10);
  if (country == "JP") {
    return Digits(hash, 4) + "-" + Digits(Mix(hash, 1), 3) + "-" + Digits(Mix(hash, 2), 7);
  }
  return Digits(hash, 3) + "-" + Digits(Mix(hash), 11);
}

}  // namespace sekisho::simulate
