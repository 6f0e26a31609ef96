// A report as JSON (docs/vetting.md). Equal reports give equal bytes.
#pragma once

#include <string>
#include <vector>

#include "core/language.h"
#include "diligence/vetting.h"

namespace sekisho {

// What the report was made with.
struct VetVersions {
  std::string catalogue;
  std::vector<std::string> lists;
};

// One object with a line end. Texts in one language.
std::string VetJson(const VetReport& report, const VetInput& input, const VetVersions& versions,
                    Language language);

}  // namespace sekisho
