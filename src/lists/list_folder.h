// The folder of lists, read from the disk.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/status.h"
#include "lists/list_set.h"

namespace sekisho {

// The name of the manifest.
inline constexpr char kListManifest[] = "lists.yml";

struct ListLoad {
  std::shared_ptr<const ListSet> lists;
  std::vector<Diagnostic> diagnostics;  // what could not be read, with file and line
  bool manifest_whole = true;           // no entry of lists.yml was left out
};

// Reads `folder`/lists.yml and the files it names. Fails when lists.yml itself cannot be read or
// names no list that could be understood; a list that cannot be read is a diagnostic, and missing.
// `exchange` is the key of shared artefacts.
//
// All files are of one moment: when one is replaced or written to meanwhile, everything is read
// again, a few times; then it fails. A writer that rests half way goes unnoticed here.
StatusOr<ListLoad> LoadLists(const std::string& folder,
                             const std::optional<KeyedHash>& exchange = {});

}  // namespace sekisho
