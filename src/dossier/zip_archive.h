// Zip files in memory. Used inside of this layer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/status.h"
#include "dossier/bundle.h"

namespace sekisho {

// Members in the order given, with fixed times and attributes.
StatusOr<std::string> WriteZip(const std::vector<BundleMember>& members);

// All members, by name. Limits and errors are those of CheckBundle.
StatusOr<std::vector<BundleMember>> ReadZip(std::string_view bytes);

}  // namespace sekisho
