// The events of some accounts, read straight from files: for reports and exchanges, which show what
// happened and not only what a rule looked at.
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/status.h"

namespace sekisho {

class RecordSource;

// Texts point into the reader and are valid during the call only.
struct AccountEvent {
  std::string id;  // of its line when it has none of its own, as in findings
  std::string_view type;
  std::string_view account;
  int64_t time_ms = 0;
  struct Field {
    std::string_view name;
    std::string_view value;  // numbers as written
  };
  std::vector<Field> fields;  // those asked for that it has, in the order asked

  // "" when the event does not have it.
  std::string_view Get(std::string_view name) const;
};

struct AccountEventsQuery {
  std::set<std::string, std::less<>> accounts;  // of these accounts, all events
  std::set<std::string, std::less<>> ids;       // and these events, whosever they are
  std::vector<std::string_view> fields;         // names of docs/events.md
};

// Calls `on_event` for each event, in the order of the files. Returns how many lines cannot be
// read; a scan of the same files names them. Fails when a file cannot be opened or read to its end.
StatusOr<uint64_t> ReadAccountEvents(const std::vector<std::string>& paths,
                                     const AccountEventsQuery& query,
                                     const std::function<void(const AccountEvent&)>& on_event);

// The same of what is left of a source in our own format.
StatusOr<uint64_t> ReadAccountEvents(RecordSource* source, const AccountEventsQuery& query,
                                     const std::function<void(const AccountEvent&)>& on_event);

}  // namespace sekisho
