#include "cli/list_loading.h"

#include <unistd.h>

#include <cstdio>

#include "cli/document_key.h"
#include "cli/messages.h"
#include "lists/list_folder.h"

namespace sekisho {

StatusOr<std::shared_ptr<const ListSet>> LoadSoundLists(const std::string& folder, bool* whole) {
  if (folder.empty()) return std::shared_ptr<const ListSet>();
  const StatusOr<std::optional<KeyedHash>> exchange = ReadExchangeKey();
  if (!exchange.ok()) return exchange.status();
  StatusOr<ListLoad> load = LoadLists(folder, *exchange);
  if (!load.ok()) return load.status();
  const Terminal terminal = InspectTerminal(STDERR_FILENO);
  for (const Diagnostic& diagnostic : load->diagnostics) {
    std::fputs(FormatDiagnostic(diagnostic, terminal).c_str(), stderr);
  }
  if (whole != nullptr) *whole = load->diagnostics.empty();
  return std::move(load->lists);
}

std::vector<std::string> ListVersions(const ListSet* lists) {
  std::vector<std::string> versions;
  if (lists == nullptr) return versions;
  for (const ListInfo& one : lists->lists()) {
    if (one.loaded) {
      versions.push_back(one.spec.file + " " + one.spec.published + " sha256:" + one.sha256);
    }
  }
  return versions;
}

}  // namespace sekisho
