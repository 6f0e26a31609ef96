#include "core/wallet.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cctype>
#include <string>

#include "core/base58.h"
#include "core/bech32.h"

namespace sekisho {
namespace {

struct Case {
  const char* address;
  const char* form;
  DigitCheck check;
};

void Expect(const Case& c) {
  const WalletCheck wallet = CheckWallet(c.address);
  EXPECT_EQ(wallet.form, c.form) << c.address;
  EXPECT_EQ(DigitCheckName(wallet.check), DigitCheckName(c.check)) << c.address;
}

TEST(Wallet, BitcoinInBase58) {
  const Case kCases[] = {
      // The first output of the first block, and an address of BIP 13's kind.
      {"1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "bitcoin", DigitCheck::kPasses},
      {"1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2", "bitcoin", DigitCheck::kPasses},
      {"3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy", "bitcoin", DigitCheck::kPasses},
      {"bitcoin:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa?amount=1", "bitcoin", DigitCheck::kPasses},
      {"1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", "bitcoin", DigitCheck::kWrongDigit},
      {"1a1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "bitcoin", DigitCheck::kWrongDigit},
      // Another version byte: a coin of the same family.
      {"mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn", "base58", DigitCheck::kPasses},
      {"1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfN0", "", DigitCheck::kMalformed},
      {"1A1zp1eP5QGefi2DMPTfTL5SLmv7DivfNa", "bitcoin", DigitCheck::kWrongDigit},
      {"", "", DigitCheck::kMalformed},
      {"hello", "", DigitCheck::kMalformed},
  };
  for (const Case& c : kCases) Expect(c);
}

// The vectors of BIP 173 and BIP 350. "bc" is the main network, other prefixes are other networks.
TEST(Wallet, ValidWitnessAddresses) {
  for (const char* address :
       {"BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4",
        "bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y",
        "BC1SW50QGDZ25J", "bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs",
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0"}) {
    Expect({address, "bitcoin", DigitCheck::kPasses});
  }
  for (const char* address : {"tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sl5k7",
                              "tb1qqqqqp399et2xygdj5xreqhjjvcmzhxw4aywxecjdzew6hylgvsesrxh6hy",
                              "tb1pqqqqp399et2xygdj5xreqhjjvcmzhxw4aywxecjdzew6hylgvsesf3hn0c"}) {
    Expect({address, "bech32", DigitCheck::kPasses});
  }
}

TEST(Wallet, InvalidWitnessAddresses) {
  for (const char* address :
       {"bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5",                      // checksum
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd",  // Bech32, not Bech32m
        "BC1S0XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ54WELL",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh",                      // Bech32m, not Bech32
        "bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4",  // character
        "BC130XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ7ZWS8R",  // version
        "BC13W508D6QEJXTDG4Y5R3ZARVARY0C5XW7KN40WF2", "bc1rw5uspcuh",
        "bc10w508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kw5rljs90",
        "bc1pw5dgrnzv",  // length of program
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v8n0nx0muaewav253zgeav",
        "BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P",
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v07qwwzcrf",  // padding
        "bc1zw508d6qejxtdg4y5r3zarvaryvqyzf3du",
        "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3t4",  // both cases
        "bc1gmk9yu"}) {
    const WalletCheck wallet = CheckWallet(address);
    EXPECT_EQ(wallet.form, "bitcoin") << address;
    EXPECT_TRUE(AsksAgain(wallet.check)) << address;
  }
}

TEST(Bech32, PartsOfTheVectors) {
  // BIP 173 and BIP 350, valid strings without regard to addresses.
  for (const char* text : {"A12UEL5L", "a12uel5l", "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw",
                           "split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w"}) {
    const auto parsed = ParseBech32(text);
    ASSERT_TRUE(parsed) << text;
    EXPECT_EQ(parsed->checksum, Bech32::Checksum::kBech32) << text;
  }
  for (const char* text : {"A1LQFN3A", "abcdef1l7aum6echk45nj3s0wdvt2fg8x9yrzpqzd3ryx"}) {
    const auto parsed = ParseBech32(text);
    ASSERT_TRUE(parsed) << text;
    EXPECT_EQ(parsed->checksum, Bech32::Checksum::kBech32m) << text;
  }
  for (const char* text : {"pzry9x0s0muk", "1pzry9x0s0muk", "x1b4n0q5v", "li1dgmt3", "1qzzfhee"}) {
    EXPECT_FALSE(ParseBech32(text)) << text;
  }
}

// The checksum is made to catch every error of up to four characters.
RC_GTEST_PROP(Bech32, CatchesUpToFourChanges, ()) {
  static constexpr std::string_view kAlphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  const std::string valid = "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0";
  std::string changed = valid;
  const int changes = *rc::gen::inRange(1, 5);
  for (int i = 0; i < changes; ++i) {
    const size_t at = *rc::gen::inRange<size_t>(3, valid.size());
    changed[at] = kAlphabet[*rc::gen::inRange<size_t>(0, kAlphabet.size())];
  }
  if (changed == valid) return;
  RC_ASSERT(ParseBech32(changed)->checksum == Bech32::Checksum::kWrong);
}

// The examples of EIP-55.
TEST(Wallet, Ethereum) {
  for (const char* address :
       {"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
        "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
        "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb"}) {
    Expect({address, "ethereum", DigitCheck::kPasses});
  }
  const Case kCases[] = {
      {"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD", "ethereum", DigitCheck::kWrongDigit},
      {"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe0", "ethereum", DigitCheck::kWrongDigit},
      {"0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed", "ethereum", DigitCheck::kUnchecked},
      {"0X5AAEB6053F3E94C9B9A09F33669435E7EF1BEAED", "ethereum", DigitCheck::kUnchecked},
      {"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe", "ethereum", DigitCheck::kMalformed},
  };
  for (const Case& c : kCases) Expect(c);
}

RC_GTEST_PROP(Wallet, NoLetterOfAnEthereumAddressMayChangeItsCase, ()) {
  std::string address = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
  const size_t at = *rc::gen::inRange<size_t>(2, address.size());
  const auto letter = static_cast<unsigned char>(address[at]);
  if (std::isalpha(letter) == 0) return;
  address[at] = static_cast<char>(letter ^ 0x20);
  RC_ASSERT(CheckWallet(address).check == DigitCheck::kWrongDigit);
}

TEST(Wallet, Tron) {
  Expect({"TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", "tron", DigitCheck::kPasses});
  Expect({"TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6u", "tron", DigitCheck::kWrongDigit});
}

TEST(Wallet, AKeyOfThirtyTwoBytesHasNoChecksum) {
  Expect({"11111111111111111111111111111111", "base58", DigitCheck::kUnchecked});
}

RC_GTEST_PROP(Base58, CatchesAChangedCharacter, ()) {
  static constexpr std::string_view kAlphabet =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  const std::string valid = "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa";
  std::string changed = valid;
  changed[*rc::gen::inRange<size_t>(0, valid.size())] =
      kAlphabet[*rc::gen::inRange<size_t>(0, kAlphabet.size())];
  if (changed != valid) RC_ASSERT(AsksAgain(CheckWallet(changed).check));
}

TEST(Base58, Bytes) {
  EXPECT_EQ(DecodeBase58("11"), (std::vector<uint8_t>{0, 0}));
  EXPECT_EQ(DecodeBase58("2g"), (std::vector<uint8_t>{0x61}));
  EXPECT_EQ(DecodeBase58("1ZiCa"), (std::vector<uint8_t>{0, 'a', 'b', 'c'}));
  EXPECT_EQ(DecodeBase58("0"), std::nullopt);
  EXPECT_EQ(DecodeBase58(std::string(129, '2')), std::nullopt);
  EXPECT_FALSE(PassesBase58Check({}));
}

}  // namespace
}  // namespace sekisho
