// Rows of a table by their key, with the columns that are needed of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "core/limits.h"
#include "core/status.h"

namespace sekisho {

// Bounded by limits::kTableBytesMax. Not thread-safe.
class RowStore {
 public:
  struct Row {
    std::vector<std::string> values;
    uint32_t file = 0;  // the newest file that showed the row
    uint64_t line = 0;  // its line there
  };

  // Null when no row has the key. Valid until the next Set or Erase.
  Row* Find(std::string_view key) {
    const auto found = rows_.find(ToAbsl(key));
    return found == rows_.end() ? nullptr : &found->second;
  }

  // Puts `row` in the place of what was there. Fails when the rows take too much memory.
  Status Set(std::string_view key, Row row);
  void Erase(std::string_view key);

  // The keys of rows that `file` did not show, sorted.
  std::vector<std::string> KeysNotIn(uint32_t file) const;

 private:
  static size_t BytesOf(std::string_view key, const Row& row);

  absl::flat_hash_map<std::string, Row> rows_;
  size_t bytes_ = 0;
};

}  // namespace sekisho
