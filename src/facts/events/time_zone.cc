#include "facts/events/time_zone.h"

#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <functional>
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

// The zone, or null when ICU has none of that name. There are some 600 names in all, so what a
// thread remembers stays small.
const icu::TimeZone* ZoneOf(std::string_view name) {
  thread_local std::map<std::string, std::unique_ptr<const icu::TimeZone>, std::less<>> known;
  const auto found = known.find(name);
  if (found != known.end()) return found->second.get();
  std::unique_ptr<const icu::TimeZone> zone(
      icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(
          icu::StringPiece(name.data(), static_cast<int32_t>(name.size())))));
  if (zone == nullptr || *zone == icu::TimeZone::getUnknown()) return nullptr;
  return known.emplace(name, std::move(zone)).first->second.get();
}

}  // namespace

std::optional<int64_t> ZoneOffsetMinutes(std::string_view name, int64_t time_ms) {
  const icu::TimeZone* zone = MayBeIana(name) ? ZoneOf(name) : nullptr;
  if (zone == nullptr) return std::nullopt;
  constexpr UBool kTimeIsUtc = false;
  int32_t standard_ms = 0;
  int32_t daylight_ms = 0;
  UErrorCode error = U_ZERO_ERROR;
  zone->getOffset(static_cast<UDate>(time_ms), kTimeIsUtc, standard_ms, daylight_ms, error);
  if (U_FAILURE(error)) return std::nullopt;
  return (int64_t{standard_ms} + daylight_ms) / kMinuteMs;
}

void ComputeZoneOffset(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  const Value& name = event->Get(inputs[0]);
  if (name.kind != ValueKind::kText) return;
  if (const auto minutes = ZoneOffsetMinutes(name.text, event->time_ms)) {
    event->Set(output, Value::Number(event->Store(std::to_string(*minutes))));
  }
}

}  // namespace sekisho
