#include "facts/money/payout.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <optional>
#include <string>

namespace sekisho {
namespace {

struct Case {
  const char* kind;
  const char* identifier;
  const char* institution;
  std::optional<std::string> key;
};

// The identifiers are examples of the standards (ISO 13616, BIP 173, EIP-55) or invented.
TEST(PayoutKey, OneFormPerAccount) {
  const Case kCases[] = {
      {"e_money", "Pay.Me@Example.com", "", "e_money|pay.me@example.com"},
      {"E_MONEY", " pay.me@example.com ", "", "e_money|pay.me@example.com"},
      {"e_money", "+81 90-0000-0000", "", "e_money|819000000000"},
      {"e_money", "@Some.Handle", "", "e_money|@some.handle"},
      {"bank", "GB82 WEST 1234 5698 7654 32", "", "bank|GB82WEST12345698765432"},
      {"bank", "gb82west12345698765432", "Some Bank", "bank|GB82WEST12345698765432"},
      {"bank", "0000-000-1234567", "", "bank|00000001234567"},
      {"bank", "0001-001-1-1234567", "", "bank|000100111234567"},
      {"bank", "0001 001 普通 1234567", "", "bank|000100111234567"},
      {"bank", "０００１－００１　普通預金", "", "bank|0001001普通預金"},
      {"bank", "0001-001-2-34567", "", "bank|000100120034567"},
      {"bank", "10940-12345671", "", "bank|990009811234567"},  // Japan Post Bank
      {"bank", "１２３４５６７", "0000", "bank|0000|1234567"},
      {"bank", "1234567", "9999", "bank|9999|1234567"},
      {"card", "0000 0000-0000 0000", "Some Bank", "card|0000000000000000"},
      {"crypto", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "",
       "crypto|0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"},
      {"crypto", "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", "",
       "crypto|bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"},
      {"crypto", "bitcoin:bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4?amount=1", "",
       "crypto|bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"},
      {"crypto", "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2", "",
       "crypto|1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2"},
      {"", "Pay.Me@Example.com", "", "e_money|pay.me@example.com"},
      {"", "gb82 west 1234 5698 7654 32", "", "bank|GB82WEST12345698765432"},
      {"", "000-1234567", "", "bank|0001234567"},
      {"", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "",
       "crypto|0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"},
      {"", "Some-Handle", "", "other|some-handle"},
      {"bank", "", "", std::nullopt},
      {"bank", " - ", "", std::nullopt},
      {"card", "**** **** **** 1234", "", std::nullopt},
      {"card", "XXXX XXXX XXXX 1234", "", std::nullopt},
      {"e_money", "p•••@example.com", "", std::nullopt},
  };
  for (const Case& c : kCases) {
    EXPECT_EQ(PayoutKey(c.kind, c.identifier, c.institution), c.key) << c.identifier;
  }
}

TEST(PayoutKey, CaseOfBase58IsPartOfTheAddress) {
  EXPECT_NE(PayoutKey("crypto", "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2", ""),
            PayoutKey("crypto", "1bvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2", ""));
}

RC_GTEST_PROP(PayoutKey, IsIdempotent, (const std::string& noise)) {
  for (const char* kind : {"bank", "card", "crypto", "e_money", "other"}) {
    for (const std::string& text : {noise, "0X" + noise, "BC1QQQQQQ" + noise, "bitcoin:" + noise}) {
      const auto once = PayoutKey(kind, text, "");
      if (once) RC_ASSERT(PayoutKey(kind, once->substr(once->find('|') + 1), "") == once);
    }
  }
}

}  // namespace
}  // namespace sekisho
