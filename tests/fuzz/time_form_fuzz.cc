// Forms of times: the first line is a form, the second a zone, the rest a text to read.
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "core/limits.h"
#include "core/time.h"
#include "fuzz/require.h"
#include "ingest/time_form.h"

namespace sekisho::fuzz {
namespace {

std::string_view TakeLine(std::string_view* data) {
  const size_t end = data->find('\n');
  const std::string_view line = data->substr(0, end);
  data->remove_prefix(end == std::string_view::npos ? data->size() : end + 1);
  return line;
}

void RequireFailure(const Status& status) { RequireMessage(std::string(ToStd(status.message()))); }

// The time as ISO 8601 without a zone, and the form that reads it.
constexpr char kPlainForm[] = "yyyy-MM-dd'T'HH:mm:ss.SSS";

std::string PlainText(int64_t local_ms) {
  const std::string utc = FormatTime(local_ms);  // 2026-04-01T00:05:07.250Z
  std::string plain = utc.substr(0, utc.size() - 1);
  if (plain.find('.') == std::string::npos) plain += ".000";
  return plain;
}

// ICU's other direction, from UTC to local, agrees.
void CheckZone(const CivilZone& zone, int64_t local_ms, int64_t utc_ms) {
  if (zone.name().find('/') == std::string::npos) return;
  const std::unique_ptr<icu::TimeZone> icu_zone(
      icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(zone.name())));
  int32_t raw_ms = 0;
  int32_t daylight_ms = 0;
  UErrorCode error = U_ZERO_ERROR;
  icu_zone->getOffset(static_cast<UDate>(utc_ms), 0, raw_ms, daylight_ms, error);
  Require(U_SUCCESS(error) && utc_ms + raw_ms + daylight_ms == local_ms,
          "the clocks of the zone show the local time at that time", zone.name());
}

void Check(std::string_view data) {
  const std::string_view pattern = TakeLine(&data);
  const std::string_view zone_name = TakeLine(&data);
  // Spaces around a time do not count.
  data.remove_prefix(std::min(data.find_first_not_of(' '), data.size()));
  data = data.substr(0, data.find_last_not_of(' ') + 1);
  // Rows and mappings are UTF-8 when a time in them is read.
  for (const std::string_view text : {pattern, zone_name, data}) {
    if (FindBadUtf8(text) < text.size()) return;
  }
  StatusOr<CivilZone> zone = CivilZone::Parse(zone_name);
  if (!zone.ok()) RequireFailure(zone.status());
  StatusOr<TimeForm> form = TimeForm::Parse(pattern);
  if (!form.ok()) {
    RequireFailure(form.status());
    return;
  }
  Require(form->pattern() == pattern, "a form keeps its pattern", pattern);
  const std::optional<LocalTime> local = form->Read(data);
  TimeForms forms;
  const bool has_offset = form->has_offset();
  forms.forms.push_back(*form);
  if (zone.ok()) forms.zone = *zone;
  const StatusOr<LocalTime> same = forms.ReadLocal(data);
  const StatusOr<int64_t> utc_ms = forms.Read(data);
  if (!same.ok()) RequireFailure(same.status());
  if (!utc_ms.ok()) RequireFailure(utc_ms.status());
  Require(same.ok() || !utc_ms.ok(), "what has a time has a local one");
  if (!local) {
    Require(!utc_ms.ok(), "what suits no form is no time", data);
    return;
  }
  Require(!local->offset_minutes || has_offset, "an offset is read where the form has one");
  if (!utc_ms.ok()) return;
  Require(*utc_ms >= limits::kTimeMsMin && *utc_ms < limits::kTimeMsEnd, "a time is an event time");
  if (local->offset_minutes) {
    Require(*utc_ms == local->ms - *local->offset_minutes * kMinuteMs, "an offset goes before");
  } else {
    CheckZone(*forms.zone, local->ms, *utc_ms);
  }
  // Written plainly, the local time is read as the same one.
  if (local->ms < 0) return;
  const std::optional<LocalTime> again = TimeForm::Parse(kPlainForm)->Read(PlainText(local->ms));
  Require(again && again->ms == local->ms, "written plainly it is the same", data);
}

}  // namespace
}  // namespace sekisho::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  sekisho::fuzz::Check({reinterpret_cast<const char*>(data), size});
  return 0;
}
