// What the people of a platform decided, and what they were told, as the events of an input say it:
// exemptions, questions to an account, and answers. No rule counts these events; they are read for
// the assessment (docs/assessment.md).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "assess/exemptions.h"

namespace sekisho {

// An account was asked about an indicator, or has answered.
struct ExplanationEvent {
  std::string account;
  std::string indicator;
  int64_t time_ms = 0;
  bool answer = false;
  bool refused = false;  // the answer did not hold when it was checked
};

struct Statements {
  // As they were granted, and answers that were accepted; in no order.
  std::vector<Exemption> exemptions;
  std::vector<ExplanationEvent> explanations;  // in no order
  uint64_t incomplete = 0;                     // events that do not say what they are about
};

}  // namespace sekisho
