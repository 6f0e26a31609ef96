// The event files that the user named.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/status.h"

namespace sekisho {

struct ScanInputs {
  uint64_t bytes = 0;              // of all files as they are; 0 when one is not a plain file
  std::vector<std::string> empty;  // files without a byte
};

// Says in words what is wrong with a file before anything is read: it does not exist (with the
// nearest name in its folder), is a folder, may not be read, is named twice, is a rule file.
StatusOr<ScanInputs> CheckInputs(const std::vector<std::string>& paths);

}  // namespace sekisho
