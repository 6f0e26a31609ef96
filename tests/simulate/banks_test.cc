// Numbers of bank accounts pass the checks of the facts, which know nothing of the simulator.
#include "simulate/banks.h"

#include <gtest/gtest.h>

#include <set>

#include "core/bank_code.h"
#include "core/iban.h"

namespace sekisho::simulate {
namespace {

TEST(Banks, IbansAndRoutingNumbersHaveTheirCheckDigits) {
  for (uint64_t hash = 0; hash < 200; ++hash) {
    for (const char* const country : {"BR", "DE", "ES", "FR", "GB", "PL", "TR", "UA"}) {
      EXPECT_EQ(CheckIban(BankNumber(country, hash % kBanks, hash)), DigitCheck::kPasses)
          << BankNumber(country, hash % kBanks, hash);
    }
    EXPECT_EQ(CheckRoutingNumber(BankNumber("US", hash % kBanks, hash).substr(0, 9)),
              DigitCheck::kPasses)
        << BankNumber("US", hash % kBanks, hash);
  }
}

TEST(Banks, EachAccountHasItsOwn) {
  std::set<std::string> numbers;
  for (uint64_t hash = 0; hash < 2'000; ++hash) {
    for (const char* const country : {"DE", "JP", "KR", "US"}) {
      numbers.insert(BankNumber(country, hash % kBanks, hash));
    }
  }
  EXPECT_EQ(numbers.size(), 8'000u);
}

}  // namespace
}  // namespace sekisho::simulate
