// What event files hold about the account of a candidate, before any rule looks at them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/status.h"
#include "service/missing_input.h"

namespace sekisho {

struct AccountInFiles {
  uint64_t events = 0;
  std::optional<int64_t> first_ms;
  FieldsByType known;                         // what its events have
  std::map<std::string, std::string> payees;  // holder of each payout account, by id of the event
};

// Adds the events of the account up to `until_ms`. Reads the files once. Fails when one cannot be
// read.
Status LookAtAccount(const std::vector<std::string>& paths, const std::string& account,
                     int64_t until_ms, AccountInFiles* out);

}  // namespace sekisho
