#include "core/keyed_hash.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace sekisho {
namespace {

const std::string kKey = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

std::string MessageOf(std::string_view hex) {
  return std::string(KeyedHash::Parse(hex, "SEKISHO_KEY").status().message());
}

// Computed with the hashlib of Python: blake2b(b"JP|PASSPORT|TK1234567", digest_size=16,
// key=bytes(range(32)), person=b"document").
TEST(KeyedHash, IsKeyedBlake2b) {
  const auto hash = KeyedHash::Parse(kKey, "SEKISHO_KEY");
  ASSERT_TRUE(hash.ok());
  EXPECT_EQ(hash->Hash("document", "JP|PASSPORT|TK1234567"), "924837731a17dae80cf53f9964e061a1");
  EXPECT_EQ(hash->Hash("", ""), "3daf97bce7888fd59773c66bf647459c");
  EXPECT_EQ(KeyedHash::ForDemo().Hash("document", "x"), hash->Hash("document", "x"));
}

TEST(KeyedHash, KeysAreReadWithSpaceAroundAndInAnyCase) {
  const auto hash = KeyedHash::Parse(
      " 000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F\r\n", "a file");
  ASSERT_TRUE(hash.ok());
  EXPECT_EQ(hash->Hash("", "x"), KeyedHash::ForDemo().Hash("", "x"));
}

TEST(KeyedHash, WrongKeysAreRefusedAndNotRepeated) {
  EXPECT_NE(MessageOf("").find("the key in SEKISHO_KEY has another form"), std::string::npos);
  EXPECT_NE(MessageOf(kKey + "00").find("another form"), std::string::npos);
  EXPECT_NE(MessageOf(kKey.substr(2)).find("another form"), std::string::npos);
  EXPECT_NE(MessageOf("x" + kKey.substr(1)).find("another form"), std::string::npos);
  EXPECT_NE(MessageOf(std::string(64, 'a')).find("repeats one byte"), std::string::npos);
  EXPECT_EQ(MessageOf(kKey.substr(2)).find("0102"), std::string::npos);
}

RC_GTEST_PROP(KeyedHash, DependsOnKeyPurposeAndValue,
              (const std::string& value, const std::string& other)) {
  const KeyedHash demo = KeyedHash::ForDemo();
  std::string key = kKey;
  key[5] = 'f';
  const KeyedHash second = *KeyedHash::Parse(key, "a test");
  RC_ASSERT(demo.Hash("document", value) == demo.Hash("document", value));
  RC_ASSERT((demo.Hash("document", value) == demo.Hash("document", other)) == (value == other));
  RC_ASSERT(demo.Hash("document", value) != demo.Hash("payout", value));
  RC_ASSERT(demo.Hash("document", value) != second.Hash("document", value));
}

}  // namespace
}  // namespace sekisho
