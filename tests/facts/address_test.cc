#include "facts/network/address.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <optional>
#include <string>

namespace sekisho {
namespace {

struct Case {
  const char* written;
  std::optional<std::string> address;
};

TEST(NormalAddress, OneFormPerAddress) {
  const Case kCases[] = {
      {"192.0.2.1", "192.0.2.1"},
      {" 192.0.2.1\t", "192.0.2.1"},
      {"192.0.2.1:443", "192.0.2.1"},
      {"0.0.0.0", "0.0.0.0"},
      {"255.255.255.255", "255.255.255.255"},
      {"::ffff:192.0.2.1", "192.0.2.1"},
      {"::FFFF:c000:0201", "192.0.2.1"},
      {"[::ffff:192.0.2.1]:8080", "192.0.2.1"},
      {"2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"},
      {"2001:DB8:1:2::9", "2001:db8:1:2::/64"},
      {"2001:0db8:0001:0002:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"},
      {"2001:db8::1", "2001:db8::/64"},
      {"[2001:db8::1]", "2001:db8::/64"},
      {"[2001:db8::1]:443", "2001:db8::/64"},
      {"2001:db8::192.0.2.1", "2001:db8::/64"},
      {"fe80::1%eth0", "fe80::/64"},
      {"::1", "::/64"},
      {"2001:db8:1:2::/64", "2001:db8:1:2::/64"},
  };
  for (const Case& c : kCases) EXPECT_EQ(NormalAddress(c.written), c.address) << c.written;
}

TEST(NormalAddress, RefusesWhatIsNoAddress) {
  const char* kCases[] = {"",
                          " ",
                          "192.0.2",
                          "192.0.2.1.5",
                          "192.0.2.256",
                          "192.0.2.1000",
                          "192.0.2.01",
                          "192.0.2.-1",
                          "192.0.2.1 5",
                          "192.0.2.",
                          "0xc0.0.2.1",
                          "192.0.2.1:https",
                          "192.0.2.1/24",
                          "2001:db8::1::2",
                          "2001:db8",
                          "12345::",
                          "[2001:db8::1",
                          "[2001:db8::1]x",
                          "[]",
                          "localhost",
                          "gateway.example.com"};
  for (const char* text : kCases) EXPECT_EQ(NormalAddress(text), std::nullopt) << text;
  EXPECT_EQ(NormalAddress(std::string(5000, '1')), std::nullopt);
  EXPECT_EQ(NormalAddress(std::string_view("2001:db8::1\0", 12)), "2001:db8::/64")
      << "inet_pton reads up to the NUL; nothing after it is lost";
}

RC_GTEST_PROP(NormalAddress, WritesIpv6AsInetNtopDoes, ()) {
  std::array<unsigned char, 16> bytes = {};
  // Groups of zeros are what the short form is about.
  for (size_t i = 0; i < 8; ++i) bytes[i] = *rc::gen::element<unsigned char>(0, 0, 1, 0x20, 0xff);
  std::array<char, INET6_ADDRSTRLEN> written = {};
  inet_ntop(AF_INET6, bytes.data(), written.data(), written.size());
  bytes[15] = *rc::gen::arbitrary<unsigned char>();
  std::array<char, INET6_ADDRSTRLEN> host = {};
  inet_ntop(AF_INET6, bytes.data(), host.data(), host.size());
  RC_ASSERT(NormalAddress(host.data()) == std::string(written.data()) + "/64");
}

TEST(NormalAddress, DifferentHalvesOfIpv6) {
  EXPECT_EQ(NormalAddress("2001:db8::1"), NormalAddress("2001:db8::ffff:1"));
  EXPECT_NE(NormalAddress("2001:db8::1"), NormalAddress("2001:db8:0:1::1"));
}

RC_GTEST_PROP(NormalAddress, IsIdempotentAndKeepsIpv4,
              (uint8_t a, uint8_t b, uint8_t c, uint8_t d)) {
  const std::string text = std::to_string(a) + '.' + std::to_string(b) + '.' + std::to_string(c) +
                           '.' + std::to_string(d);
  RC_ASSERT(IsNormalIpv4(text));
  RC_ASSERT(NormalAddress(text) == text);
  RC_ASSERT(NormalAddress("::ffff:" + text) == text);
}

RC_GTEST_PROP(NormalAddress, IsIdempotentForAnyText, (const std::string& noise)) {
  for (const std::string& text : {noise, "2001:db8:" + noise, "192.0.2." + noise}) {
    const auto once = NormalAddress(text);
    if (once) RC_ASSERT(NormalAddress(*once) == once);
  }
}

RC_GTEST_PROP(NormalAddress, IsIdempotentForIpv6, (const std::array<uint16_t, 8>& groups)) {
  std::string text;
  char group[8];
  for (const uint16_t g : groups) {
    std::snprintf(group, sizeof group, "%s%x", text.empty() ? "" : ":", g);
    text += group;
  }
  const auto once = NormalAddress(text);
  RC_ASSERT(once.has_value());
  RC_ASSERT(NormalAddress(*once) == once);
}

}  // namespace
}  // namespace sekisho
