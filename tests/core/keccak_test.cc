#include "core/keccak.h"

#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <cstdio>
#include <string>

namespace sekisho {
namespace {

std::string Hex(const std::array<uint8_t, 32>& bytes) {
  std::string text;
  for (const uint8_t byte : bytes) {
    char hex[3];
    std::snprintf(hex, sizeof hex, "%02x", byte);
    text += hex;
  }
  return text;
}

// Known answers of the Keccak team (KeccakKAT-3, r = 1088, c = 512) and of Ethereum.
TEST(Keccak256, Vectors) {
  EXPECT_EQ(Hex(Keccak256("")), "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
  EXPECT_EQ(Hex(Keccak256("abc")),
            "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45");
  EXPECT_EQ(Hex(Keccak256("\xcc")),
            "eead6dbfc7340a56caedc044696a168870549a6a7f6f56961e84a54bd9970b8a");
}

// The same sponge with the padding of FIPS 202 is SHA3-256, which OpenSSL has.
RC_GTEST_PROP(Keccak256, AgreesWithOpenSslOnSha3, (const std::string& noise)) {
  const size_t length = *rc::gen::inRange<size_t>(0, 600);
  std::string text = noise;
  while (text.size() < length) text += noise + '.';
  std::array<uint8_t, 32> expected = {};
  unsigned bytes = 0;
  RC_ASSERT(
      EVP_Digest(text.data(), text.size(), expected.data(), &bytes, EVP_sha3_256(), nullptr) == 1);
  RC_ASSERT(Keccak256(text, 0x06) == expected);
}

}  // namespace
}  // namespace sekisho
