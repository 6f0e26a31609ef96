// The lists in force: loaded from a folder, replaced as a whole without a stop.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "core/status.h"
#include "lists/list_set.h"

namespace sekisho {

struct ListLoad {
  std::shared_ptr<const ListSet> lists;
  std::vector<Diagnostic> diagnostics;  // what could not be read, with file and line
};

// Reads `folder`/lists.yml and the files it names. Fails when lists.yml itself cannot be read or
// names no list that could be understood; a list that cannot be read is a diagnostic, and missing.
// `exchange` is the key of shared artefacts.
StatusOr<ListLoad> LoadLists(const std::string& folder,
                             const std::optional<KeyedHash>& exchange = {});

// The name of the manifest.
inline constexpr char kListManifest[] = "lists.yml";

// Who reads holds on to the set it got: a run sees the same lists from its start to its end.
// Thread-safe.
class ListRegistry {
 public:
  explicit ListRegistry(std::string folder) : folder_(std::move(folder)) {}

  // Loads the folder and puts its lists in the place of the ones before. When that fails, those
  // before stay in force.
  StatusOr<std::vector<Diagnostic>> Load();

  // Never null; empty before the first Load.
  std::shared_ptr<const ListSet> Current() const;

 private:
  const std::string folder_;
  std::mutex loading_;  // one Load at a time
  mutable std::mutex mutex_;
  std::shared_ptr<const ListSet> current_ = std::make_shared<ListSet>();
};

}  // namespace sekisho
