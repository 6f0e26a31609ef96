// The bytes of a list.
#pragma once

#include <string>

#include "core/status.h"

namespace sekisho {

// The whole file, as it is; fails with the reason alone, without the path, when it cannot be read
// or is larger than limits::kListBytesMax.
StatusOr<std::string> ReadListFile(const std::string& path);

}  // namespace sekisho
