// The tables of a mapping: which files they are, how they hang together, and what their rows mean
// (docs/mapping.md, "Tables").
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/status.h"
#include "ingest/mapping.h"
#include "ingest/time_form.h"

namespace sekisho {

// The names of the files of a table: "*" stands for any text within a name, and one time form in
// braces for the time at which a file was taken: "users_{yyyyMMdd}.csv". Compared with the end of
// the path, as many names as the pattern has; ".gz" and ".zst" are left out before.
class FilePattern {
 public:
  static StatusOr<FilePattern> Parse(std::string_view pattern,
                                     const std::optional<CivilZone>& zone);
  // `taken_ms` gets the time in the name, if the pattern has one.
  bool Matches(std::string_view path, std::optional<int64_t>* taken_ms) const;
  const std::string& text() const { return text_; }
  bool has_time() const { return !forms_.forms.empty(); }

 private:
  // Does `name` from `at` on suit the pattern from `part` on?
  bool MatchesFrom(size_t part, std::string_view name, std::optional<int64_t>* taken_ms) const;
  bool MatchesTime(size_t part, std::string_view name, std::optional<int64_t>* taken_ms) const;

  struct Part {
    enum class Kind : uint8_t { kText, kAny, kTime } kind;
    std::string text;
  };
  std::string text_;
  std::vector<Part> parts_;
  TimeForms forms_;
};

// When a row becomes an event of a kind.
enum class RowTrigger : uint8_t {
  kRow,     // each row; in a table of states a row whose key the table before it does not have
  kChange,  // one of the columns differs from the table before
  kGone,    // the table before has the row, this one has not
};

struct TableEvent {  // beside the MappedEvent of the same index
  RowTrigger on = RowTrigger::kRow;
  std::vector<int> columns;  // slots; kChange only
};

// Columns of the row of another table whose key stands in a column of this one.
struct TableJoin {
  std::string name;  // what paths call it: "name.column"
  std::string table;
  int slot = -1;                                     // of this table: holds the key
  std::vector<std::pair<std::string, int>> columns;  // lower-case column there, slot here
};

// Immutable after reading.
struct MappedTable {
  std::string name;
  std::vector<FilePattern> files;
  bool states = false;  // rows are states of things that the next file shows again
  int key_slot = -1;    // unique within a file
  std::vector<TableJoin> joins;
  std::vector<int> own_slots;                  // of columns of this table
  std::vector<std::pair<int, int>> old_slots;  // slot of "old.x", slot of "x"
  int taken_slot = -1;                         // of "snapshot.taken"
  Mapping mapping;                             // of its rows
  std::vector<TableEvent> events;
};

}  // namespace sekisho
