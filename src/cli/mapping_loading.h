// Mappings as the commands ask for them.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/status.h"
#include "service/scan_mapping.h"

namespace sekisho {

// The mapping given as a file or by the name of one that comes along; prints what is wrong with it
// to standard error and fails when it has an error.
StatusOr<std::shared_ptr<const Mapping>> LoadMappingNamed(const std::string& given);

}  // namespace sekisho
