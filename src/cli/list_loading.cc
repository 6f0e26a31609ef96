#include "cli/list_loading.h"

#include "cli/document_key.h"
#include "cli/messages.h"

namespace sekisho {
namespace {

constexpr size_t kVersionShown = 12;  // hexadecimal digits, as of the hashes of `lists show`

}  // namespace

StatusOr<ListLoad> ReadLists(const std::string& folder) {
  const StatusOr<std::optional<KeyedHash>> exchange = ReadExchangeKey();
  if (!exchange.ok()) return exchange.status();
  return LoadLists(folder, *exchange);
}

StatusOr<std::shared_ptr<const ListSet>> LoadSoundLists(const std::string& folder, bool* whole) {
  if (folder.empty()) return std::shared_ptr<const ListSet>();
  StatusOr<ListLoad> load = ReadLists(folder);
  if (!load.ok()) return load.status();
  PrintDiagnostics(load->diagnostics);
  if (whole != nullptr) *whole = load->diagnostics.empty();
  return std::move(load->lists);
}

void PrintReload(const std::string& folder, const ListReload& reload) {
  const std::string version = "version " + reload.lists->version().substr(0, kVersionShown);
  switch (reload.outcome) {
    case ListReload::Outcome::kLoaded:
      PrintDiagnostics(reload.diagnostics);
      return PrintNote(folder + ": the new lists are in force, " + version);
    case ListReload::Outcome::kUnchanged:
      return PrintNote(folder + ": nothing has changed, " + version);
    case ListReload::Outcome::kKept:
      PrintDiagnostics(reload.diagnostics);
      return PrintWarning(folder + ": the lists before stay in force, " + version + ": " +
                          reload.reason);
  }
}

std::vector<std::string> ListVersions(const ListSet* lists) {
  std::vector<std::string> versions;
  if (lists == nullptr) return versions;
  for (const ListInfo& one : lists->lists()) {
    if (one.loaded && !IsWatchList(one.spec.kind)) {
      versions.push_back(one.spec.file + " " + one.spec.published + " sha256:" + one.sha256);
    }
  }
  return versions;
}

}  // namespace sekisho
