// Lists as the commands ask for them.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/status.h"
#include "lists/list_folder.h"
#include "lists/list_set.h"
#include "lists/live_lists.h"

namespace sekisho {

// LoadLists with the key of the exchange that the environment gives.
StatusOr<ListLoad> ReadLists(const std::string& folder);

// The lists of `folder`; null for "". Prints what cannot be read to standard error: such a list is
// missing, and what needs it is not evaluated. `*whole`, if asked for, says whether all could be
// read and none is dated ahead. Fails when there is no lists.yml that can be read.
StatusOr<std::shared_ptr<const ListSet>> LoadSoundLists(const std::string& folder,
                                                        bool* whole = nullptr);

// Was the list published more than a day after the day that begins at `today_ms`? Its age, and when
// it goes stale, are then not known.
bool IsAhead(const ListSpec& spec, int64_t today_ms);

// Says to standard error what came of a reload of `folder`: which lists are in force, and why.
void PrintReload(const std::string& folder, const ListReload& reload);

// Name, day and hash of each list that was read and facts are looked up in; none for null.
std::vector<std::string> ListVersions(const ListSet* lists);

}  // namespace sekisho
