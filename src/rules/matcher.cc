#include "rules/matcher.h"

#include <utility>

#include "rules/detection_program.h"

namespace sekisho {

Matcher::Matcher() = default;
Matcher::Matcher(std::shared_ptr<const DetectionProgram> program) : program_(std::move(program)) {}

bool Matcher::Matches(const EventView& event) const {
  return program_ != nullptr && program_->Matches(event);
}

uint32_t Matcher::EntryFor(std::string_view type, const std::vector<bool>& present) const {
  return program_ == nullptr ? 0 : program_->EntryFor(type, present);
}

bool Matcher::Matches(const EventView& event, uint32_t entry) const {
  return program_ != nullptr && program_->Matches(event, entry);
}

bool Matcher::MayMatchType(std::string_view type) const {
  return program_ != nullptr && program_->JudgeType(type).may_match;
}

bool Matcher::MatchesAllOfType(std::string_view type, const std::vector<bool>& present) const {
  return program_ != nullptr && !program_->JudgeType(type, present).may_fail;
}

bool Matcher::MayMatch(const EventView& event, const std::vector<bool>& open) const {
  return program_ != nullptr && program_->MayMatch(event, open);
}

const std::vector<FieldId>& Matcher::fields() const {
  static const std::vector<FieldId> kNone;
  return program_ == nullptr ? kNone : program_->fields();
}

bool Matcher::searches_event() const { return program_ != nullptr && program_->searches_event(); }

}  // namespace sekisho
