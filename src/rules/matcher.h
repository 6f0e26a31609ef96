// The compiled `detection` of a Sigma rule: which single events it selects.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "core/event_view.h"
#include "core/field.h"

namespace sekisho {

class DetectionProgram;  // rules/detection_program.h

// Pure: the answer depends on the event alone. Safe to call from many threads at once.
class Matcher {
 public:
  Matcher();
  explicit Matcher(std::shared_ptr<const DetectionProgram> program);

  bool Matches(const EventView& event) const;
  // For many events that are alike: EntryFor says where those of `type` that have the fields
  // `present` (by FieldId) may begin, Matches goes on from there.
  uint32_t EntryFor(std::string_view type, const std::vector<bool>& present = {}) const;
  bool Matches(const EventView& event, uint32_t entry) const;

  // Could an event of this type match at all? False only when the detection rules it out whatever
  // the other fields are; the engine then never calls Matches for that type. Events of foreign
  // formats have an empty type; rules see their own field `type` then, so nothing is ruled out.
  bool MayMatchType(std::string_view type) const;
  // True when every event of the type matches, whatever its fields; with `present`, every one that
  // has these fields (by FieldId).
  bool MatchesAllOfType(std::string_view type, const std::vector<bool>& present = {}) const;

  // Could an event match that is as `event`, but for the fields that are open (by FieldId) and may
  // have any value? For questions about inputs, not for events.
  bool MayMatch(const EventView& event, const std::vector<bool>& open) const;

  // The fields Matches may look at, without duplicates.
  const std::vector<FieldId>& fields() const;
  // Does Matches look for keywords, in the raw line and in all fields?
  bool searches_event() const;

 private:
  std::shared_ptr<const DetectionProgram> program_;
};

}  // namespace sekisho
