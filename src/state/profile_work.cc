// What a profile knows of work and age: profile.bids, .awards, .age_days, .days_since_activity,
// .bids_today, .bids_last_day, .age_class.
#include "core/time.h"
#include "state/profile_part.h"

namespace sekisho {
namespace {

struct Work {
  int64_t first_ms;
  uint32_t seen;
  uint32_t bids;
  uint64_t awards;
};

class WorkPart final : public PartWith<Work> {
 public:
  WorkPart(FieldId bids, FieldId awards, FieldId age_days)
      : bids_(bids), awards_(awards), age_days_(age_days) {}

  // The age of an account starts with its first event, whatever it is.
  bool LearnsFrom(std::string_view) const override { return true; }

 private:
  void VisitState(Work* work, uint64_t, EventView* event) const override {
    if (work->seen == 0) {
      work->first_ms = event->time_ms;
      work->seen = 1;
    }
    SetNumber(bids_, work->bids, event);
    SetNumber(awards_, static_cast<int64_t>(work->awards), event);
    SetNumber(age_days_, (event->time_ms - work->first_ms) / kDayMs, event);
    if (event->type == "bid.submitted") ++work->bids;
    if (event->type == "award.granted") ++work->awards;
  }

  const FieldId bids_;
  const FieldId awards_;
  const FieldId age_days_;
};

struct Activity {
  int64_t newest_ms;  // of the previous event, plus one; 0 = none
};

class ActivityPart final : public PartWith<Activity> {
 public:
  explicit ActivityPart(FieldId days) : days_(days) {}

  bool LearnsFrom(std::string_view) const override { return true; }

 private:
  void VisitState(Activity* activity, uint64_t, EventView* event) const override {
    if (activity->newest_ms != 0) {
      SetNumber(days_, (event->time_ms - (activity->newest_ms - 1)) / kDayMs, event);
    }
    activity->newest_ms = event->time_ms + 1;
  }

  const FieldId days_;
};

// Days since 1970 (UTC), plus one; 0 = none.
struct Pace {
  int32_t first_day;
  int32_t day;  // of the newest event
  uint32_t bids;
  uint32_t bids_before;  // on the day before `day`
};

class PacePart final : public PartWith<Pace> {
 public:
  PacePart(FieldId today, FieldId last_day, FieldId age_class)
      : today_(today), last_day_(last_day), age_class_(age_class) {}

  bool LearnsFrom(std::string_view) const override { return true; }

 private:
  static std::string_view ClassOf(int32_t days) {
    if (days < 7) return "under_7d";
    if (days < 30) return "7d_to_29d";
    if (days < 90) return "30d_to_89d";
    return days < 365 ? "90d_to_364d" : "from_365d";
  }

  void VisitState(Pace* pace, uint64_t, EventView* event) const override {
    const auto day = static_cast<int32_t>(event->time_ms / kDayMs + 1);
    if (pace->first_day == 0) pace->first_day = day;
    if (pace->day != day) {
      pace->bids_before = pace->day + 1 == day ? pace->bids : 0;
      pace->bids = 0;
      pace->day = day;
    }
    SetNumber(today_, pace->bids, event);
    if (pace->first_day < day) SetNumber(last_day_, pace->bids_before, event);
    SetText(age_class_, ClassOf(day - pace->first_day), event);
    if (event->type == "bid.submitted") ++pace->bids;
  }

  const FieldId today_;
  const FieldId last_day_;
  const FieldId age_class_;
};

}  // namespace

std::unique_ptr<ProfilePart> MakeWorkPart(ProfileFields* fields) {
  const FieldId bids = fields->Output("profile.bids");
  const FieldId awards = fields->Output("profile.awards");
  const FieldId age_days = fields->Output("profile.age_days");
  if (bids == kNoField && awards == kNoField && age_days == kNoField) return nullptr;
  return std::make_unique<WorkPart>(bids, awards, age_days);
}

std::unique_ptr<ProfilePart> MakeActivityPart(ProfileFields* fields) {
  const FieldId days = fields->Output("profile.days_since_activity");
  if (days == kNoField) return nullptr;
  return std::make_unique<ActivityPart>(days);
}

std::unique_ptr<ProfilePart> MakePacePart(ProfileFields* fields) {
  const FieldId today = fields->Output("profile.bids_today");
  const FieldId last_day = fields->Output("profile.bids_last_day");
  const FieldId age_class = fields->Output("profile.age_class");
  if (today == kNoField && last_day == kNoField && age_class == kNoField) return nullptr;
  return std::make_unique<PacePart>(today, last_day, age_class);
}

}  // namespace sekisho
