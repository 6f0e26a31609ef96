#include "state/profile.h"

#include <algorithm>

#include "state/profile_part.h"

namespace sekisho {

ProfilePlan ProfilePlan::Make(FieldTable* fields) {
  static constexpr ProfilePartMaker kMakers[] = {
      MakeNamesPart,     MakeOpenSessionsPart, MakePlacePart,     MakeActiveHoursPart,
      MakeWorkPart,      MakeActivityPart,     MakePacePart,      MakeVerificationPart,
      MakeResidencePart, MakeDevicesPart,      MakeAddressesPart, MakeHolderPart,
      MakeAuthorPart,    MakeDeliveryPart,     MakeMoneyPart,     MakeRhythmPart};
  ProfilePlan plan;
  ProfileFields numbers(fields);
  for (const ProfilePartMaker make : kMakers) {
    std::shared_ptr<const ProfilePart> part = make(&numbers);
    if (part == nullptr) continue;
    plan.parts_.push_back({part, plan.bytes_});
    plan.bytes_ += part->bytes();
  }
  plan.inputs_ = numbers.inputs();
  plan.outputs_ = numbers.outputs();
  return plan;
}

bool ProfilePlan::ConcernsType(std::string_view type) const {
  return std::any_of(parts_.begin(), parts_.end(),
                     [type](const Placed& placed) { return placed.part->LearnsFrom(type); });
}

bool ProfilePlan::Sets(FieldId field) const {
  return std::find(outputs_.begin(), outputs_.end(), field) != outputs_.end();
}

void ProfilePlan::Visit(std::byte* record, uint64_t seed, EventView* event) const {
  for (const Placed& placed : parts_) placed.part->Visit(record + placed.at, seed, event);
}

}  // namespace sekisho
