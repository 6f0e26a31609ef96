// What a display says of itself: its EDID (VESA Enhanced Extended Display Identification Data
// Standard). Layout: https://en.wikipedia.org/wiki/Extended_Display_Identification_Data
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/event_view.h"

namespace sekisho {

struct Display {
  std::string vendor;   // three letters, e.g. "EXA"
  std::string product;  // e.g. "0x7773"
  std::string name;     // of the descriptor 0xFC; empty without one
  std::string serial;   // text of the descriptor 0xFF; empty without one
};

enum class EdidCheck : uint8_t { kMalformed, kWrongSum, kPasses };

// Reads the first block, 128 bytes as 256 hexadecimal digits; white space, colons, commas and a
// leading 0x are passed over, further blocks too. `*display` is filled when it passes. Malformed:
// other text, too few digits, no EDID header, a maker that is no three letters.
EdidCheck ReadEdid(std::string_view text, Display* display);

// From {telemetry.edid}: what became of it, and each part of a block that passes.
void ComputeDisplayCheck(std::span<const FieldId> inputs, FieldId output, EventView* event);
void ComputeDisplayVendor(std::span<const FieldId> inputs, FieldId output, EventView* event);
void ComputeDisplayProduct(std::span<const FieldId> inputs, FieldId output, EventView* event);
void ComputeDisplayName(std::span<const FieldId> inputs, FieldId output, EventView* event);
void ComputeDisplaySerial(std::span<const FieldId> inputs, FieldId output, EventView* event);

}  // namespace sekisho
