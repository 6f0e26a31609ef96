#include "facts/devices/display.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace sekisho {
namespace {

constexpr size_t kBlockBytes = 128;
using Block = std::array<uint8_t, kBlockBytes>;

constexpr std::array<uint8_t, 8> kHeader = {0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x00};
constexpr size_t kVendorAt = 8;
constexpr size_t kProductAt = 10;
constexpr size_t kDescriptorsAt[] = {54, 72, 90, 108};
constexpr size_t kTagAt = 3;  // in a descriptor that is no timing
constexpr size_t kTextAt = 5;
constexpr size_t kTextBytes = 13;
constexpr uint8_t kNameTag = 0xfc;
constexpr uint8_t kSerialTag = 0xff;

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool IsBetween(char c) { return c == ' ' || c == ':' || c == ',' || (c >= '\t' && c <= '\r'); }

bool ReadBlock(std::string_view text, Block* block) {
  size_t digits = 0;
  for (size_t i = 0; i < text.size() && digits < 2 * kBlockBytes; ++i) {
    if (IsBetween(text[i])) continue;
    if (digits == 0 && (text.substr(i, 2) == "0x" || text.substr(i, 2) == "0X")) {
      ++i;
      continue;
    }
    const int digit = HexDigit(text[i]);
    if (digit < 0) return false;
    uint8_t& byte = (*block)[digits / 2];
    byte = static_cast<uint8_t>(digits % 2 == 0 ? digit << 4 : byte | digit);
    ++digits;
  }
  return digits == 2 * kBlockBytes;
}

// Three times five bits, A is 1; empty when one is no letter.
std::string Vendor(const Block& block) {
  const int packed = block[kVendorAt] << 8 | block[kVendorAt + 1];
  std::string vendor;
  for (const int shift : {10, 5, 0}) {
    const int letter = packed >> shift & 0x1f;
    if (letter < 1 || letter > 26) return "";
    vendor += static_cast<char>('A' + letter - 1);
  }
  return vendor;
}

std::string Product(const Block& block) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string product = "0x";
  for (const size_t at : {kProductAt + 1, kProductAt}) {  // the low byte comes first
    product += kDigits[block[at] >> 4];
    product += kDigits[block[at] & 0xf];
  }
  return product;
}

// The text of the first descriptor with that tag, up to its line end, without spaces behind it.
// Bytes that are no ASCII become "?".
std::string DescriptorText(const Block& block, uint8_t tag) {
  for (const size_t at : kDescriptorsAt) {
    if (block[at] != 0 || block[at + 1] != 0 || block[at + kTagAt] != tag) continue;
    std::string text;
    for (size_t i = at + kTextAt; i < at + kTextAt + kTextBytes; ++i) {
      const uint8_t byte = block[i];
      if (byte == '\n' || byte == 0) break;
      text += byte >= ' ' && byte < 0x7f ? static_cast<char>(byte) : '?';
    }
    while (text.ends_with(' ')) text.pop_back();
    return text;
  }
  return "";
}

std::optional<Display> DisplayOf(std::span<const FieldId> inputs, const EventView& event) {
  const Value& edid = event.Get(inputs[0]);
  Display display;
  if (!edid.present() || ReadEdid(edid.text, &display) != EdidCheck::kPasses) return std::nullopt;
  return display;
}

void SetText(FieldId output, const std::string& text, EventView* event) {
  if (!text.empty()) event->Set(output, Value::Text(event->Store(text)));
}

}  // namespace

EdidCheck ReadEdid(std::string_view text, Display* display) {
  Block block = {};
  if (!ReadBlock(text, &block)) return EdidCheck::kMalformed;
  if (!std::equal(kHeader.begin(), kHeader.end(), block.begin())) return EdidCheck::kMalformed;
  if (std::accumulate(block.begin(), block.end(), 0) % 256 != 0) return EdidCheck::kWrongSum;
  const std::string vendor = Vendor(block);
  if (vendor.empty()) return EdidCheck::kMalformed;
  *display = {vendor, Product(block), DescriptorText(block, kNameTag),
              DescriptorText(block, kSerialTag)};
  return EdidCheck::kPasses;
}

void ComputeDisplayCheck(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  const Value& edid = event->Get(inputs[0]);
  if (!edid.present() || edid.text.empty()) return;
  Display display;
  const EdidCheck check = ReadEdid(edid.text, &display);
  event->Set(output, Value::Text(check == EdidCheck::kPasses     ? "passes"
                                 : check == EdidCheck::kWrongSum ? "wrong_sum"
                                                                 : "malformed"));
}

void ComputeDisplayVendor(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  if (const auto display = DisplayOf(inputs, *event)) SetText(output, display->vendor, event);
}

void ComputeDisplayProduct(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  if (const auto display = DisplayOf(inputs, *event)) SetText(output, display->product, event);
}

void ComputeDisplayName(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  if (const auto display = DisplayOf(inputs, *event)) SetText(output, display->name, event);
}

void ComputeDisplaySerial(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  if (const auto display = DisplayOf(inputs, *event)) SetText(output, display->serial, event);
}

}  // namespace sekisho
