#include "core/number_hash.h"

#include <gtest/gtest.h>

namespace sekisho {
namespace {

TEST(NumberHash, IsHexadecimalDigits) {
  EXPECT_TRUE(IsNumberHash("924837731a17dae80cf53f9964e061a1"));
  EXPECT_TRUE(IsNumberHash("924837731A17DAE8"));
  EXPECT_FALSE(IsNumberHash("924837731a17dae"));
  EXPECT_FALSE(IsNumberHash("TK1234567"));
}

// Synthetic numbers: of cards, of the examples of the IBAN registry, of wallets.
TEST(AccountHash, IsNeverANumber) {
  for (const char* hash :
       {"924837731a17dae80cf53f9964e061a1", "924837731a17dae8", "h-1", "account-12", "Main_account",
        "**** 1234", "****123", "00000000000000000000000000000000"}) {
    EXPECT_TRUE(IsAccountHash(hash)) << hash;
  }
  for (const char* number :
       {"4111111111111111", "4111 1111 1111 1111", "DE89 3704 0044 0532 0130 00",
        "BE68 5390 0754 7034", "GB82WEST12345698765432", "0001-001-1234567", "1234567",
        "a@example.com", "@some.handle", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "the account of the cousin", "口座１", ""}) {
    EXPECT_FALSE(IsAccountHash(number)) << number;
  }
}

}  // namespace
}  // namespace sekisho
