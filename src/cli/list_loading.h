// Lists as the commands ask for them.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/status.h"
#include "lists/list_set.h"

namespace sekisho {

// The lists of `folder`; null for "". Prints what cannot be read to standard error: such a list is
// missing, and what needs it is not evaluated. `*whole`, if asked for, says whether all could be
// read. Fails when there is no lists.yml that can be read.
StatusOr<std::shared_ptr<const ListSet>> LoadSoundLists(const std::string& folder,
                                                        bool* whole = nullptr);

// Name, day and hash of each list that was read; none for null.
std::vector<std::string> ListVersions(const ListSet* lists);

}  // namespace sekisho
