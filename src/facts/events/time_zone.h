// How far the clocks of a time zone are ahead of UTC.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "core/event_view.h"

namespace sekisho {

// Minutes by which local time is ahead of UTC in the IANA time zone `name` at `time_ms`, daylight
// saving time included. None for a name that IANA's database does not have, and for abbreviations
// that several zones share (IST). The rules are those that ICU carries with it: nothing of the
// system's settings or files is read. A newer ICU may know a country's later change of its clocks.
// Thread-safe; each thread remembers the zones it met.
std::optional<int64_t> ZoneOffsetMinutes(std::string_view name, int64_t time_ms);

// time_zone.offset_minutes from {time_zone}, at the event's time.
void ComputeZoneOffset(std::span<const FieldId> inputs, FieldId output, EventView* event);

// time_zone.gap_minutes from {time_zone, network.time_zone}, at the event's time.
void ComputeZoneGap(std::span<const FieldId> inputs, FieldId output, EventView* event);

}  // namespace sekisho
