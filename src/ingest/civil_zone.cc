// The zones of times in tables (time_form.h).
#include <unicode/basictz.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <utility>

#include "core/time.h"
#include "ingest/time_form.h"

namespace sekisho {
namespace {

constexpr size_t kNameBytesMax = 64;  // no IANA name is longer

// Minutes east of UTC of "+09:00"; false when it is another form.
bool ReadOffset(std::string_view text, int64_t* minutes) {
  if (text.size() != 6 || text[3] != ':' || (text[0] != '+' && text[0] != '-')) return false;
  int digits[4];
  const size_t places[4] = {1, 2, 4, 5};
  for (size_t i = 0; i < 4; ++i) {
    digits[i] = text[places[i]] - '0';
    if (digits[i] < 0 || digits[i] > 9) return false;
  }
  const int hours = digits[0] * 10 + digits[1];
  const int rest = digits[2] * 10 + digits[3];
  if (hours > 23 || rest > 59) return false;
  *minutes = (hours * 60 + rest) * (text[0] == '-' ? -1 : 1);
  return true;
}

// The basic zones of ICU, which all of IANA's are; null for another name.
std::unique_ptr<icu::BasicTimeZone> FindZone(std::string_view name) {
  // ICU also knows ambiguous abbreviations ("EST"); IANA's names have a slash.
  if (name.size() > kNameBytesMax || name.find('/') == std::string_view::npos) return nullptr;
  std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(
      icu::StringPiece(name.data(), static_cast<int32_t>(name.size())))));
  if (zone == nullptr || *zone == icu::TimeZone::getUnknown()) return nullptr;
  auto* const basic = dynamic_cast<icu::BasicTimeZone*>(zone.get());
  return std::unique_ptr<icu::BasicTimeZone>(basic == nullptr ? nullptr : basic->clone());
}

}  // namespace

struct CivilZone::Rules {
  std::unique_ptr<const icu::BasicTimeZone> zone;
};

StatusOr<CivilZone> CivilZone::Parse(std::string_view name) {
  CivilZone zone;
  zone.name_ = std::string(name);
  int64_t minutes = 0;
  if (name == "UTC") return zone;
  if (ReadOffset(name, &minutes)) {
    zone.offset_ms_ = minutes * kMinuteMs;
    return zone;
  }
  std::unique_ptr<icu::BasicTimeZone> found = FindZone(name);
  if (found == nullptr) {
    return InvalidInput("there is no zone \"" + zone.name_ +
                        "\"; write an IANA name (Asia/Tokyo), UTC or an offset (+09:00)");
  }
  zone.rules_ = std::make_shared<const Rules>(Rules{std::move(found)});
  return zone;
}

StatusOr<int64_t> CivilZone::ToUtc(int64_t local_ms) const {
  if (rules_ == nullptr) return local_ms - offset_ms_;
  int64_t utc_ms[2];
  const UTimeZoneLocalOption options[2] = {UCAL_TZ_LOCAL_FORMER, UCAL_TZ_LOCAL_LATTER};
  for (size_t i = 0; i < 2; ++i) {
    int32_t standard_ms = 0;
    int32_t daylight_ms = 0;
    UErrorCode error = U_ZERO_ERROR;
    rules_->zone->getOffsetFromLocal(static_cast<UDate>(local_ms), options[i], options[i],
                                     standard_ms, daylight_ms, error);
    if (U_FAILURE(error)) return absl::InternalError("cannot be placed in " + name_);
    utc_ms[i] = local_ms - (int64_t{standard_ms} + daylight_ms);
  }
  if (utc_ms[0] == utc_ms[1]) return utc_ms[0];
  return InvalidInput("does not exist, or exists twice, in " + name_ +
                      ", where clocks are set at that hour; export times with their offset");
}

}  // namespace sekisho
