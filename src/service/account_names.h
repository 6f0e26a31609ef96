// Which account the names of other products belong to: logins, serial numbers, numbers of staff.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "absl/container/flat_hash_map.h"
#include "core/event_view.h"
#include "core/field.h"
#include "core/status.h"

namespace sekisho {

// Immutable; shared by any threads.
class AccountNames {
 public:
  // Reads a CSV file: the column `account`, and in every other column further names of that account
  // (empty: none). White space around a name and the case of A to Z do not matter. Fails when the
  // file cannot be read whole, lacks the column, or gives one name to two accounts.
  static StatusOr<std::shared_ptr<const AccountNames>> Read(const std::string& path);

  // The account that `name` is a name of, itself included; empty when the file does not know it.
  std::string_view Find(std::string_view name) const;

  // Puts accounts in the place of their names in the fields of `event` that hold one. How many
  // values the file does not know; they stay as they are.
  int Apply(const FieldTable& fields, EventView* event) const;

 private:
  struct Entry {
    std::string account;
    uint64_t line = 0;
  };
  Status Add(std::string_view name, std::string_view account, uint64_t line);

  absl::flat_hash_map<std::string, Entry> accounts_;  // by name in lower case
};

}  // namespace sekisho
