// Where the program finds the indicators and mappings that come with it.
#pragma once

#include <string>
#include <vector>

#include "core/status.h"

namespace sekisho {

// The folder that holds indicators/ and mappings/: SEKISHO_DATA_DIR when it is set; else, seen from
// the program, ../share/sekisho (installed) or a folder above it (source tree).
StatusOr<std::string> DataFolder();

// The files and folders given, each of which must exist; without any, the indicators that come with
// the program.
StatusOr<std::vector<std::string>> IndicatorPaths(const std::vector<std::string>& given);

// The file of a mapping, given as a file or by the name of one that comes with the program.
StatusOr<std::string> MappingPath(const std::string& given);

// The policy of assessments: the file given, which must exist; without one, the policy that comes
// with the program.
StatusOr<std::string> PolicyPath(const std::string& given);

}  // namespace sekisho
