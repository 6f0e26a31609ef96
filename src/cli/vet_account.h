// What event files hold about the account of a candidate, before any rule looks at them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "core/status.h"
#include "service/missing_input.h"
#include "service/record_source.h"

namespace sekisho {

struct AccountInFiles {
  uint64_t events = 0;
  std::optional<int64_t> first_ms;
  FieldsByType known;                         // what its events have
  std::map<std::string, std::string> payees;  // holder of each payout account, by id of the event
};

// Adds the events of the account up to `until_ms`. Reads the source to its end. Fails when that
// cannot be done.
Status LookAtAccount(RecordSource* source, const std::string& account, int64_t until_ms,
                     AccountInFiles* out);

}  // namespace sekisho
