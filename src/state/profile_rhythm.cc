// Does the time of day at which an account is active fit the time zone that its owner claims?
// profile.hours_difference, profile.hours_match, set on events of activity.
//
// Counted are the distinct clock hours (UTC) with activity, by hour of the day, since the owner
// last claimed another zone (time_zone of a registration or an application). Most people are awake
// from 7 to 24 o'clock. So for each of the 24 offsets from UTC we add up the counted hours that
// fall into these 17 hours of local time. Every offset that covers nearly as much as the best one
// (all but 5 % of the hours) fits: somebody who works from 9 to 18 fits many zones, which is as it
// should be. The difference is that between the claimed offset and the nearest one that fits, in
// whole hours around the clock, cut in the owner's favour.
//
//   consistent        no difference
//   below_resolution  1 to 3 hours: habits and daylight saving time make as much. UTC+8, +9 and +10
//                     cannot be told apart, and nothing may be concluded
//   contradicts       more
//
// Absent before 200 counted hours on 14 different days, without a claimed zone, and when no time of
// rest can be seen, because the best offset covers less than 80 % (hours without any rhythm would
// give 71 %): several people use the account in turns, or a program.
#include "core/number.h"
#include "core/time.h"
#include "state/profile_part.h"

namespace sekisho {
namespace {

constexpr int kHoursOfDay = 24;
constexpr int kWakesAt = 7;
constexpr uint32_t kHoursMin = 200;
constexpr uint32_t kDaysMin = 14;
constexpr int64_t kResolutionHours = 3;
constexpr int64_t kDayMinutes = 24 * 60;

struct Rhythm {
  uint16_t counted[kHoursOfDay];  // by hour of the day; stops at its largest number
  int32_t newest_hour;            // since 1970, plus one; 0 = none
  uint32_t hours;
  uint32_t days;
  int16_t zone_minutes;  // claimed, east of UTC
  int16_t has_zone;
};

bool IsActivity(std::string_view type) {
  return type == "session.start" || type == "session.activity" || type == "bid.submitted" ||
         type == "message.sent" || type == "work.log" || type == "repository.activity";
}

bool IsClaim(std::string_view type) {
  return type == "account.registration" || type == "application.submitted";
}

// The way between two offsets around the clock, in minutes.
int64_t Distance(int64_t a_minutes, int64_t b_minutes) {
  const int64_t way = ((a_minutes - b_minutes) % kDayMinutes + kDayMinutes) % kDayMinutes;
  return std::min(way, kDayMinutes - way);
}

// Counted hours that are after 7 o'clock, by offset of the zone.
std::array<uint32_t, kHoursOfDay> AwakeByOffset(const Rhythm& rhythm) {
  uint32_t total = 0;
  uint32_t asleep = 0;  // from 0 to 7 o'clock at offset 0
  for (int hour = 0; hour < kHoursOfDay; ++hour) {
    total += rhythm.counted[hour];
    if (hour < kWakesAt) asleep += rhythm.counted[hour];
  }
  std::array<uint32_t, kHoursOfDay> awake = {};
  for (int offset = 0; offset < kHoursOfDay; ++offset) {
    awake[offset] = total - asleep;
    // One hour further east, the night begins and ends one hour (UTC) earlier.
    asleep += rhythm.counted[(2 * kHoursOfDay - offset - 1) % kHoursOfDay];
    asleep -= rhythm.counted[(2 * kHoursOfDay - offset - 1 + kWakesAt) % kHoursOfDay];
  }
  return awake;
}

class RhythmPart final : public PartWith<Rhythm> {
 public:
  RhythmPart(FieldId difference, FieldId match, ProfileFields* fields)
      : difference_(difference), match_(match), zone_(fields->Input("time_zone.offset_minutes")) {}

  bool LearnsFrom(std::string_view type) const override {
    return IsActivity(type) || IsClaim(type);
  }
  // Its only input is the zone.
  bool Reads(FieldId, std::string_view type) const override { return IsClaim(type); }

 private:
  void VisitState(Rhythm* rhythm, uint64_t, EventView* event) const override {
    if (IsClaim(event->type)) {
      LearnZone(*event, rhythm);
    } else if (IsActivity(event->type)) {
      SetFacts(*rhythm, event);
      LearnHour(*event, rhythm);
    }
  }

  void LearnZone(const EventView& event, Rhythm* rhythm) const {
    const Value& zone = event.Get(zone_);
    const auto micros = zone.present() ? ParseMicros(zone.text) : std::nullopt;
    if (!micros) return;
    const auto minutes = static_cast<int16_t>(*micros / kMicro);
    if (rhythm->has_zone != 0 && rhythm->zone_minutes != minutes) *rhythm = {};
    rhythm->zone_minutes = minutes;
    rhythm->has_zone = 1;
  }

  static void LearnHour(const EventView& event, Rhythm* rhythm) {
    const auto hour = static_cast<int32_t>(event.time_ms / kHourMs + 1);
    if (hour == rhythm->newest_hour) return;
    const bool new_day = rhythm->newest_hour == 0 ||
                         (hour - 1) / kHoursOfDay != (rhythm->newest_hour - 1) / kHoursOfDay;
    rhythm->newest_hour = hour;
    rhythm->days += new_day;
    uint16_t& counted = rhythm->counted[(hour - 1) % kHoursOfDay];
    if (counted == UINT16_MAX) return;
    ++counted;
    ++rhythm->hours;
  }

  void SetFacts(const Rhythm& rhythm, EventView* event) const {
    if (rhythm.has_zone == 0 || rhythm.hours < kHoursMin || rhythm.days < kDaysMin) return;
    const std::array<uint32_t, kHoursOfDay> awake = AwakeByOffset(rhythm);
    const uint32_t best = *std::max_element(awake.begin(), awake.end());
    if (best * uint64_t{100} < rhythm.hours * uint64_t{80}) return;
    int64_t nearest = kDayMinutes;
    for (int offset = 0; offset < kHoursOfDay; ++offset) {
      if ((best - awake[offset]) * uint64_t{100} > rhythm.hours * uint64_t{5}) continue;
      nearest = std::min(nearest, Distance(offset * 60, rhythm.zone_minutes));
    }
    const int64_t hours = nearest / 60;
    SetNumber(difference_, hours, event);
    SetText(match_,
            hours == 0                  ? "consistent"
            : hours <= kResolutionHours ? "below_resolution"
                                        : "contradicts",
            event);
  }

  const FieldId difference_;
  const FieldId match_;
  const FieldId zone_;
};

}  // namespace

std::unique_ptr<ProfilePart> MakeRhythmPart(ProfileFields* fields) {
  const FieldId difference = fields->Output("profile.hours_difference");
  const FieldId match = fields->Output("profile.hours_match");
  if (difference == kNoField && match == kNoField) return nullptr;
  return std::make_unique<RhythmPart>(difference, match, fields);
}

}  // namespace sekisho
