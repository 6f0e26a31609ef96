// Displays by their EDID. The blocks are made here; PiKVM's default values are those of its
// handbook (https://docs.pikvm.org/edid/).
#include "facts/devices/display.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <string>

namespace sekisho {
namespace {

using Block = std::array<uint8_t, 128>;

void PutText(uint8_t tag, std::string text, size_t at, Block* block) {
  text += '\n';
  text.resize(13, ' ');
  (*block)[at + 3] = tag;
  for (size_t i = 0; i < text.size(); ++i) (*block)[at + 5 + i] = static_cast<uint8_t>(text[i]);
}

void Close(Block* block) {
  int sum = 0;
  for (size_t i = 0; i < 127; ++i) sum += (*block)[i];
  (*block)[127] = static_cast<uint8_t>(-sum);
}

Block Made(const std::string& vendor, int product, const std::string& name,
           const std::string& serial) {
  Block block = {0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0};
  const int packed =
      (vendor[0] - 'A' + 1) << 10 | (vendor[1] - 'A' + 1) << 5 | (vendor[2] - 'A' + 1);
  block[8] = static_cast<uint8_t>(packed >> 8);
  block[9] = static_cast<uint8_t>(packed);
  block[10] = static_cast<uint8_t>(product);
  block[11] = static_cast<uint8_t>(product >> 8);
  block[54] = 1;  // a timing
  if (!name.empty()) PutText(0xfc, name, 72, &block);
  if (!serial.empty()) PutText(0xff, serial, 108, &block);
  Close(&block);
  return block;
}

std::string Hex(const Block& block, const std::string& between = "") {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string text;
  for (const uint8_t byte : block) {
    text += kDigits[byte >> 4];
    text += kDigits[byte & 0xf];
    text += between;
  }
  return text;
}

TEST(Display, ReadsItsParts) {
  Display display;
  ASSERT_EQ(ReadEdid(Hex(Made("LNX", 0x7773, "PiKVM V4 Plus", "CAFEBABE")), &display),
            EdidCheck::kPasses);
  EXPECT_EQ(display.vendor, "LNX");
  EXPECT_EQ(display.product, "0x7773");
  EXPECT_EQ(display.name, "PiKVM V4 Plus");
  EXPECT_EQ(display.serial, "CAFEBABE");
}

TEST(Display, PartsMayBeMissing) {
  Display display;
  ASSERT_EQ(ReadEdid(Hex(Made("EXA", 0x000a, "", "")), &display), EdidCheck::kPasses);
  EXPECT_EQ(display.product, "0x000a");
  EXPECT_EQ(display.name + display.serial, "");
}

TEST(Display, ReadsTheFormsOfInventories) {
  const Block block = Made("EXA", 1, "Monitor", "");
  Display display;
  for (const std::string& text :
       {"0x" + Hex(block), Hex(block, " "), Hex(block, ":"), Hex(block, ",\n"),
        Hex(block) + Hex(block), " " + Hex(block) + " and more"}) {
    EXPECT_EQ(ReadEdid(text, &display), EdidCheck::kPasses) << text;
    EXPECT_EQ(display.name, "Monitor");
  }
}

TEST(Display, RefusesWhatIsNoEdid) {
  Display display;
  const std::string good = Hex(Made("EXA", 1, "Monitor", ""));
  Block header = Made("EXA", 1, "", "");
  header[0] = 1;
  Close(&header);
  Block vendor = Made("EXA", 1, "", "");
  vendor[8] = vendor[9] = 0;
  Close(&vendor);
  for (const std::string& text :
       {std::string(), good.substr(1), good.substr(0, 255), "g" + good, Hex(header), Hex(vendor)}) {
    EXPECT_EQ(ReadEdid(text, &display), EdidCheck::kMalformed) << text;
  }
}

TEST(Display, BytesThatAreNoTextAreShownAsSuch) {
  Display display;
  ASSERT_EQ(ReadEdid(Hex(Made("EXA", 1, "a\xc3\x01z  ", "")), &display), EdidCheck::kPasses);
  EXPECT_EQ(display.name, "a??z");
}

RC_GTEST_PROP(Display, OneChangedByteBreaksTheSum, ()) {
  Block block = Made("EXA", *rc::gen::inRange(0, 0x10000), "Monitor", "S1");
  const auto at = *rc::gen::inRange<size_t>(8, 128);
  const auto by = *rc::gen::inRange(1, 256);
  block[at] = static_cast<uint8_t>(block[at] + by);
  Display display;
  RC_ASSERT(ReadEdid(Hex(block), &display) == EdidCheck::kWrongSum);
}

}  // namespace
}  // namespace sekisho
