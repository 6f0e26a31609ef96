// Writes a step into a report file, as `sekisho report step` does.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/status.h"

namespace sekisho {

struct ReportStep {
  std::string state;
  std::string by;
  int64_t at_ms = 0;
  std::string reason;
  std::string channel;
  std::string reference;
};

// The text of the file with the step as its last state, bound to the content that the file has now.
// The rest keeps its order and values. InvalidArgument when the text is no JSON object with a list
// `states`; whether the step is allowed, CheckStates says.
StatusOr<std::string> TakeStep(const std::string& file, std::string_view text,
                               const ReportStep& step);

}  // namespace sekisho
