// A bundle of a partner as a list below a folder of lists.
#pragma once

#include <string>

#include "core/status.h"
#include "dossier/share_bundle.h"

namespace sekisho {

struct ShareTarget {
  std::string folder;   // of lists (docs/lists.md); made when it is not there
  std::string source;   // who sent the bundle
  std::string licence;  // on which terms
};

// Writes the list and names it in lists.yml, behind the lists that stand there. The same artefacts
// again replace their list. Returns the path of the list.
StatusOr<std::string> AddSharedList(const ShareLoad& load, const ShareTarget& target);

}  // namespace sekisho
