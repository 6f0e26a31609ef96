#include "ingest/time_reader.h"

#include <bit>
#include <cstring>

#include "core/limits.h"
#include "core/time.h"

namespace sekisho {
namespace {

// Two decimal digits, or at least 100 when they are none.
unsigned Two(const char* text) {
  const unsigned tens = static_cast<unsigned char>(text[0]) - unsigned{'0'};
  const unsigned ones = static_cast<unsigned char>(text[1]) - unsigned{'0'};
  return tens > 9 || ones > 9 ? 100 : tens * 10 + ones;
}

constexpr size_t kDayBytes = 10;     // "2026-04-01"
constexpr size_t kSecondBytes = 19;  // "2026-04-01T09:05:00"
constexpr size_t kUsualBytes = 24;   // "2026-04-01T09:05:00.250Z"

// Milliseconds of the fraction (one to three digits) at `*at`, which moves behind it; -1 when it
// is another form.
int FractionMs(std::string_view text, size_t* at) {
  static constexpr int kScale[] = {100, 10, 1};
  int ms = 0;
  size_t digits = 0;
  for (++*at; *at < text.size() && text[*at] >= '0' && text[*at] <= '9'; ++*at) {
    if (digits == 3) return -1;
    ms += (text[*at] - '0') * kScale[digits++];
  }
  return digits == 0 ? -1 : ms;
}

// Minutes east of UTC of "Z" or "+09:00"; false when it is another form.
bool OffsetMinutes(std::string_view text, int* minutes) {
  *minutes = 0;
  if (text == "Z") return true;
  if (text.size() != 6 || text[3] != ':' || (text[0] != '+' && text[0] != '-')) return false;
  const unsigned hours = Two(text.data() + 1);
  const unsigned rest = Two(text.data() + 4);
  if (hours > 23 || rest > 59) return false;
  *minutes = static_cast<int>(hours * 60 + rest) * (text[0] == '-' ? -1 : 1);
  return true;
}

// Milliseconds since midnight of the form that nearly all have, "T09:05:00.250Z", taken eight
// characters at a time; -1 when it is another form.
int ClockMs(const char* text) {
  if constexpr (std::endian::native != std::endian::little) return -1;
  // What should be a digit becomes 0 to 9, everything else 0.
  uint64_t clock;
  uint64_t rest;
  std::memcpy(&clock, text + 1, sizeof clock);  // "09:05:00"
  std::memcpy(&rest, text + 6, sizeof rest);    // ":00.250Z"
  clock ^= 0x30'30'3a'30'30'3a'30'30;
  rest ^= 0x5a'30'30'30'2e'30'30'3a;
  constexpr uint64_t kClockAbove9 = 0x06'06'00'06'06'00'06'06;
  constexpr uint64_t kClockOther = 0xf0'f0'ff'f0'f0'ff'f0'f0;
  constexpr uint64_t kRestAbove9 = 0x00'06'06'06'00'06'06'00;
  constexpr uint64_t kRestOther = 0xff'f0'f0'f0'ff'f0'f0'ff;
  if (((clock | (clock + kClockAbove9)) & kClockOther) != 0 ||
      ((rest | (rest + kRestAbove9)) & kRestOther) != 0 || text[0] != 'T') {
    return -1;
  }
  const uint64_t pairs = clock * 10 + (clock >> 8);
  const auto hour = static_cast<int>(pairs & 0xff);
  const auto minute = static_cast<int>(pairs >> 24 & 0xff);
  const auto second = static_cast<int>(pairs >> 48 & 0xff);
  if (hour > 23 || minute > 59 || second > 59) return -1;
  const auto digit = [rest](int at) { return static_cast<int>(rest >> 8 * at & 0xff); };
  return ((hour * 60 + minute) * 60 + second) * 1000 + digit(4) * 100 + digit(5) * 10 + digit(6);
}

}  // namespace

bool TimeReader::ReadFast(std::string_view text, int64_t* time_ms) {
  if (text.size() <= kSecondBytes) return false;
  const Day& day = *DayOf(text);
  if (std::memcmp(text.data(), day.text, kDayBytes) != 0) return false;
  const char* clock = text.data() + kDayBytes;
  if (text.size() == kUsualBytes) {
    const int clock_ms = ClockMs(clock);
    *time_ms = day.ms + clock_ms;
    if (clock_ms >= 0) return *time_ms >= limits::kTimeMsMin && *time_ms < limits::kTimeMsEnd;
  }
  const unsigned hour = Two(clock + 1);
  const unsigned minute = Two(clock + 4);
  const unsigned second = Two(clock + 7);
  if (clock[0] != 'T' || clock[3] != ':' || clock[6] != ':' || hour > 23 || minute > 59 ||
      second > 59) {
    return false;
  }
  size_t at = kSecondBytes;
  int fraction_ms = 0;
  if (text[at] == '.') {
    fraction_ms = FractionMs(text, &at);
    if (fraction_ms < 0) return false;
  }
  int offset = 0;
  if (!OffsetMinutes(text.substr(at), &offset)) return false;
  const int64_t minutes = static_cast<int64_t>(hour * 60 + minute) - offset;
  *time_ms = day.ms + minutes * kMinuteMs + second * kSecondMs + fraction_ms;
  return *time_ms >= limits::kTimeMsMin && *time_ms < limits::kTimeMsEnd;
}

StatusOr<int64_t> TimeReader::Read(std::string_view text) {
  int64_t time_ms = 0;
  if (ReadFast(text, &time_ms)) return time_ms;
  StatusOr<int64_t> read = ParseTime(text);
  if (read.ok() && text.size() > kSecondBytes) {
    // Remember the day as the text writes it, whatever its offset makes of it in UTC.
    char midnight[] = "0000-00-00T00:00:00Z";
    std::memcpy(midnight, text.data(), kDayBytes);
    if (const StatusOr<int64_t> day_ms = ParseTime(midnight); day_ms.ok()) {
      Day& day = *DayOf(text);
      std::memcpy(day.text, text.data(), kDayBytes);
      day.ms = *day_ms;
    }
  }
  return read;
}

}  // namespace sekisho
