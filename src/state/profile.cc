#include "state/profile.h"

#include <algorithm>

#include "state/profile_part.h"

namespace sekisho {

ProfilePlan ProfilePlan::Make(FieldTable* fields, const std::set<FieldId>& unread) {
  // What sessions, the most frequent events, visit stands together.
  static constexpr ProfilePartMaker kMakers[] = {
      MakeActivityPart,  MakeVerificationPart, MakeOpenSessionsPart, MakePlacePart,
      MakeTravelPart,    MakeActiveHoursPart,  MakeRhythmPart,       MakeDevicesPart,
      MakeAddressesPart, MakeResidencePart,    MakePacePart,         MakeWorkPart,
      MakeNamesPart,     MakeAuthorPart,       MakeDeliveryPart,     MakeMoneyPart};
  ProfilePlan plan;
  for (const ProfilePartMaker make : kMakers) {
    ProfileFields numbers(fields, unread);
    std::shared_ptr<const ProfilePart> part = make(&numbers);
    if (part == nullptr) continue;
    plan.parts_.push_back({part, plan.bytes_, numbers.inputs(), numbers.outputs()});
    plan.bytes_ += part->bytes();
    plan.outputs_.insert(plan.outputs_.end(), numbers.outputs().begin(), numbers.outputs().end());
  }
  return plan;
}

bool ProfilePlan::ConcernsType(std::string_view type) const {
  return std::any_of(parts_.begin(), parts_.end(),
                     [type](const Placed& placed) { return placed.part->LearnsFrom(type); });
}

bool ProfilePlan::Sets(FieldId field) const {
  return std::find(outputs_.begin(), outputs_.end(), field) != outputs_.end();
}

ProfilePlan::Course ProfilePlan::PlanCourse(std::string_view type,
                                            std::vector<FieldId> reads) const {
  Course course;
  const auto is_read = [&](FieldId field) {
    return std::find(reads.begin(), reads.end(), field) != reads.end();
  };
  for (size_t i = parts_.size(); i-- > 0;) {
    const Placed& placed = parts_[i];
    if (!placed.part->LearnsFrom(type) &&
        std::none_of(placed.outputs.begin(), placed.outputs.end(), is_read)) {
      continue;
    }
    course.parts.insert(course.parts.begin(), static_cast<uint16_t>(i));
    for (const FieldId field : placed.inputs) {
      if (!placed.part->Reads(field, type)) continue;
      reads.push_back(field);
      if (std::find(course.inputs.begin(), course.inputs.end(), field) == course.inputs.end()) {
        course.inputs.push_back(field);
      }
    }
  }
  for (const uint16_t part : course.parts) {
    const Range range = {parts_[part].at, parts_[part].at + parts_[part].part->bytes()};
    if (course.ranges.empty() || course.ranges.back().end != range.begin) {
      course.ranges.push_back(range);
    } else {
      course.ranges.back().end = range.end;
    }
  }
  return course;
}

void ProfilePlan::Visit(const Course& course, std::byte* record, uint64_t seed,
                        EventView* event) const {
  for (const uint16_t part : course.parts) {
    parts_[part].part->Visit(record + parts_[part].at, seed, event);
  }
}

}  // namespace sekisho
