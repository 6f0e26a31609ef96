#include "cli/list_loading.h"

#include "cli/clock.h"
#include "cli/document_key.h"
#include "cli/messages.h"
#include "cli/text_width.h"
#include "core/time.h"

namespace sekisho {
namespace {

constexpr size_t kVersionShown = 12;  // hexadecimal digits, as of the hashes of `lists show`

// False when a list is dated ahead. Findings do not depend on it: lists answer for the time of the
// event.
bool CheckDates(const std::string& folder, const ListSet& lists) {
  const int64_t today_ms = DayStartMs(Today()).value_or(0);
  bool sound = true;
  for (const ListInfo& list : lists.lists()) {
    if (!IsAhead(list.spec, today_ms)) continue;
    sound = false;
    PrintWarning(folder + "/lists.yml:" + std::to_string(list.spec.place.line) + ": " +
                 Printable(list.spec.file) + " is published " + list.spec.published +
                 ", a day that has not come: nobody can say when it goes stale; correct the date");
  }
  return sound;
}

}  // namespace

bool IsAhead(const ListSpec& spec, int64_t today_ms) {
  return DayStartMs(spec.published).value_or(today_ms) > today_ms + kDayMs;
}

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
  const bool sound = CheckDates(folder, *load->lists);
  if (whole != nullptr) *whole = sound && load->diagnostics.empty();
  return std::move(load->lists);
}

void PrintReload(const std::string& folder, const ListReload& reload) {
  const std::string version = "version " + reload.lists->version().substr(0, kVersionShown);
  switch (reload.outcome) {
    case ListReload::Outcome::kLoaded:
      PrintDiagnostics(reload.diagnostics);
      CheckDates(folder, *reload.lists);
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
