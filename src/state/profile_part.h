// One part of a profile: a few bytes of an account's record and the facts that they give. What the
// files of ProfilePlan share; nobody else includes it.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <set>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/event_view.h"
#include "core/field.h"

namespace sekisho {

// Immutable; shared by all threads.
class ProfilePart {
 public:
  virtual ~ProfilePart() = default;
  // Bytes in the record of each account; all zeros is a new account.
  virtual size_t bytes() const = 0;
  // Must an event of this type visit, because the part learns something from it?
  virtual bool LearnsFrom(std::string_view type) const = 0;
  // May a visit of an event of this type read the field, one of the inputs of the part? What nobody
  // reads is neither computed nor sent.
  virtual bool Reads(FieldId, std::string_view) const { return true; }
  // Sets the facts of `event` from `state`, then learns from the event.
  virtual void Visit(std::byte* state, uint64_t seed, EventView* event) const = 0;
};

// A part with its state as a struct: trivial, an integer or larger aligned to at most 8 bytes.
template <typename State>
class PartWith : public ProfilePart {
 public:
  size_t bytes() const final {
    static_assert(std::is_trivially_copyable_v<State> && alignof(State) <= 8);
    return (sizeof(State) + 7) / 8 * 8;
  }
  void Visit(std::byte* state, uint64_t seed, EventView* event) const final {
    VisitState(reinterpret_cast<State*>(state), seed, event);
  }

 private:
  virtual void VisitState(State* state, uint64_t seed, EventView* event) const = 0;
};

// Where a part finds the numbers of its fields while a plan is made.
class ProfileFields {
 public:
  ProfileFields(FieldTable* fields, const std::set<FieldId>& unread)
      : fields_(fields), unread_(unread) {}

  // The number of a fact that the part sets; kNoField when no rule reads it.
  FieldId Output(std::string_view name) {
    const FieldId field = fields_->Find(name);
    if (field == kNoField || unread_.contains(field)) return kNoField;
    outputs_.push_back(field);
    return field;
  }
  // The number of a field that the part reads. Only parts that are used may ask.
  FieldId Input(std::string_view name) {
    const FieldId field = fields_->Intern(name);
    if (std::find(inputs_.begin(), inputs_.end(), field) == inputs_.end()) {
      inputs_.push_back(field);
    }
    return field;
  }

  const std::vector<FieldId>& outputs() const { return outputs_; }
  const std::vector<FieldId>& inputs() const { return inputs_; }

 private:
  FieldTable* fields_;
  const std::set<FieldId>& unread_;
  std::vector<FieldId> outputs_;
  std::vector<FieldId> inputs_;
};

// Each gives the part, or null when no rule reads what it sets.
using ProfilePartMaker = std::unique_ptr<ProfilePart> (*)(ProfileFields* fields);
std::unique_ptr<ProfilePart> MakeNamesPart(ProfileFields* fields);
std::unique_ptr<ProfilePart> MakeOpenSessionsPart(ProfileFields* fields);
std::unique_ptr<ProfilePart> MakePlacePart(ProfileFields* fields);
std::unique_ptr<ProfilePart> MakeTravelPart(ProfileFields* fields);
std::unique_ptr<ProfilePart> MakeActiveHoursPart(ProfileFields* fields);
std::unique_ptr<ProfilePart> MakeWorkPart(ProfileFields* fields);
std::unique_ptr<ProfilePart> MakeActivityPart(ProfileFields* fields);
std::unique_ptr<ProfilePart> MakePacePart(ProfileFields* fields);
std::unique_ptr<ProfilePart> MakeVerificationPart(ProfileFields* fields);
std::unique_ptr<ProfilePart> MakeResidencePart(ProfileFields* fields);
std::unique_ptr<ProfilePart> MakeDevicesPart(ProfileFields* fields);
std::unique_ptr<ProfilePart> MakeAddressesPart(ProfileFields* fields);
std::unique_ptr<ProfilePart> MakeAuthorPart(ProfileFields* fields);
std::unique_ptr<ProfilePart> MakeDeliveryPart(ProfileFields* fields);
std::unique_ptr<ProfilePart> MakeMoneyPart(ProfileFields* fields);
std::unique_ptr<ProfilePart> MakeRhythmPart(ProfileFields* fields);

// A hash that is never 0, so that 0 can mean "none".
uint64_t Fingerprint(std::string_view text, uint64_t seed);
// That of the value as a key, numbers in one spelling; 0 when the value cannot be a key.
uint64_t Fingerprint(const Value& value, uint64_t seed);
// Half of it, also never 0 for a key: enough to tell a handful apart.
uint32_t ShortFingerprint(const Value& value, uint64_t seed);

bool IsSessionEvent(std::string_view type);

// These do nothing when no rule reads `field`.
void SetNumber(FieldId field, int64_t number, EventView* event);
void SetBoolean(FieldId field, bool value, EventView* event);
// `text` must outlive the event or be a constant.
void SetText(FieldId field, std::string_view text, EventView* event);

// The newest different short fingerprints that were seen, the newest first.
template <size_t kCount>
struct NewestOf {
  std::array<uint32_t, kCount> seen;  // 0 = free; those stand at the end

  bool empty() const { return seen[0] == 0; }
  bool Contains(uint32_t fingerprint) const {
    return std::find(seen.begin(), seen.end(), fingerprint) != seen.end();
  }
  // Makes `fingerprint` the newest; when it is unknown and there is no room, the oldest goes.
  void Add(uint32_t fingerprint) {
    const auto known = std::find(seen.begin(), seen.end() - 1, fingerprint);
    std::move_backward(seen.begin(), known, known + 1);
    seen[0] = fingerprint;
  }
};

}  // namespace sekisho
