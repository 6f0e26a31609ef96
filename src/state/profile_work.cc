// What a profile knows of work and age: profile.bids, .awards, .age_days, .days_since_activity.
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

}  // namespace sekisho
