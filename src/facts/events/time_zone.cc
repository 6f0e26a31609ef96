#include "facts/events/time_zone.h"

#include <unicode/basictz.h>
#include <unicode/timezone.h>
#include <unicode/tztrans.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <string>

#include "core/time.h"

namespace sekisho {
namespace {

// No IANA name is longer.
constexpr size_t kNameBytesMax = 64;

// ICU also knows ambiguous abbreviations of old Java versions, and custom offsets. IANA's names
// have a slash, but for these.
bool MayBeIana(std::string_view name) {
  static constexpr std::string_view kWithoutSlash[] = {
      "UTC",     "GMT",      "UCT",       "Zulu",    "Universal", "Greenwich", "GMT0",
      "CET",     "MET",      "EET",       "WET",     "EST",       "MST",       "HST",
      "EST5EDT", "CST6CDT",  "MST7MDT",   "PST8PDT", "Japan",     "ROK",       "ROC",
      "PRC",     "Hongkong", "Singapore", "GB",      "GB-Eire",   "Eire",      "Portugal",
      "Poland",  "Turkey",   "Israel",    "Iran",    "Egypt",     "Libya",     "Cuba",
      "Jamaica", "Navajo",   "NZ",        "NZ-CHAT", "W-SU",      "Iceland",   "Kwajalein"};
  if (name.size() > kNameBytesMax || name == "Etc/Unknown") return false;
  return name.find('/') != std::string_view::npos ||
         std::find(std::begin(kWithoutSlash), std::end(kWithoutSlash), name) !=
             std::end(kWithoutSlash);
}

// A zone, and its offset at the times that were asked for last.
class Zone {
 public:
  explicit Zone(std::unique_ptr<const icu::TimeZone> zone) : zone_(std::move(zone)) {}

  std::optional<int64_t> OffsetMinutes(int64_t time_ms) {
    if (time_ms < from_ms_ || time_ms >= to_ms_) Find(time_ms);
    return minutes_;
  }

 private:
  // The offset at `time_ms`, and from when until when it holds.
  void Find(int64_t time_ms) {
    constexpr UBool kTimeIsUtc = false;
    int32_t standard_ms = 0;
    int32_t daylight_ms = 0;
    UErrorCode error = U_ZERO_ERROR;
    const auto time = static_cast<UDate>(time_ms);
    zone_->getOffset(time, kTimeIsUtc, standard_ms, daylight_ms, error);
    minutes_.reset();
    if (U_SUCCESS(error)) minutes_ = (int64_t{standard_ms} + daylight_ms) / kMinuteMs;
    from_ms_ = time_ms;
    to_ms_ = time_ms + 1;
    const auto* const basic = dynamic_cast<const icu::BasicTimeZone*>(zone_.get());
    if (basic == nullptr) return;
    icu::TimeZoneTransition change;
    from_ms_ = basic->getPreviousTransition(time, true, change)
                   ? static_cast<int64_t>(change.getTime())
                   : std::numeric_limits<int64_t>::min();
    to_ms_ = basic->getNextTransition(time, false, change) ? static_cast<int64_t>(change.getTime())
                                                           : std::numeric_limits<int64_t>::max();
  }

  std::unique_ptr<const icu::TimeZone> zone_;
  std::optional<int64_t> minutes_;
  int64_t from_ms_ = 0;
  int64_t to_ms_ = 0;
};

// The zone, or null when ICU has none of that name. There are some 600 names in all, so what a
// thread remembers stays small.
Zone* ZoneOf(std::string_view name) {
  thread_local std::map<std::string, Zone, std::less<>> known;
  const auto found = known.find(name);
  if (found != known.end()) return &found->second;
  if (!MayBeIana(name)) return nullptr;
  std::unique_ptr<const icu::TimeZone> zone(
      icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(
          icu::StringPiece(name.data(), static_cast<int32_t>(name.size())))));
  if (zone == nullptr || *zone == icu::TimeZone::getUnknown()) return nullptr;
  return &known.emplace(name, Zone(std::move(zone))).first->second;
}

}  // namespace

std::optional<int64_t> ZoneOffsetMinutes(std::string_view name, int64_t time_ms) {
  Zone* zone = ZoneOf(name);
  return zone == nullptr ? std::nullopt : zone->OffsetMinutes(time_ms);
}

void ComputeZoneOffset(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  const Value& name = event->Get(inputs[0]);
  if (name.kind != ValueKind::kText) return;
  if (const auto minutes = ZoneOffsetMinutes(name.text, event->time_ms)) {
    event->Set(output, Value::Number(event->Store(std::to_string(*minutes))));
  }
}

void ComputeZoneGap(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  std::optional<int64_t> offsets[2];
  for (size_t i = 0; i < 2; ++i) {
    const Value& name = event->Get(inputs[i]);
    if (name.kind == ValueKind::kText) offsets[i] = ZoneOffsetMinutes(name.text, event->time_ms);
  }
  if (!offsets[0] || !offsets[1]) return;
  const int64_t gap = std::abs(*offsets[0] - *offsets[1]);
  event->Set(output, Value::Number(event->Store(std::to_string(gap))));
}

}  // namespace sekisho
