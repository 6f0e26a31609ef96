// Is a MaxMind DB file whole (https://maxmind.github.io/MaxMind-DB/)? The library that reads such
// files trusts the nesting of their data; this looks at all of it first, without recursion.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sekisho {

// Offset of the marker before the metadata, the last one in the file; npos when there is none where
// one may be.
size_t FindDatabaseMetadata(std::string_view bytes);

// The marker's own length.
inline constexpr size_t kDatabaseMarkerBytes = 14;

struct DatabaseMetadata {
  uint64_t node_count = 0;
  uint64_t record_size = 0;  // bits
  uint64_t ip_version = 0;   // 4 or 6
  std::string type;          // what the maker calls it
};

// Reads the metadata behind the marker. False when something that a reader needs is missing or out
// of its range; `problem` then says what.
bool ReadDatabaseMetadata(std::string_view section, DatabaseMetadata* metadata,
                          std::string* problem);

// The marker and these metadata, written anew, for the library: it leaks memory when others, such
// as the descriptions, are malformed.
std::string WriteDatabaseMetadata(const DatabaseMetadata& metadata);

// Values of one section (metadata, or the data of the records), each looked at once.
class DatabaseValues {
 public:
  // `section` outlives this. Pointers count from its start.
  explicit DatabaseValues(std::string_view section);

  // Looks at the value at `offset` and at all that it points to. False when something is out of
  // bounds, nested more deeply than limits::kDatabaseNestingMax, larger than
  // limits::kDatabaseValuesMax, or of no known type; `problem` then says what.
  bool Check(size_t offset, std::string* problem);

  // Where the value at `offset` stands, or the one that it points to. For what was checked.
  size_t Target(size_t offset) const;

  // An entry of a map: its value, pointers followed.
  struct Entry {
    std::string_view key;
    size_t value = 0;  // offset
    bool is_map = false;
    bool is_shared = false;  // a pointer leads to it, so that it may be met again
  };
  // Those of the map at `offset`, which was checked; none for other values.
  void Entries(size_t offset, std::vector<Entry>* entries) const;

  // Of a map at the start of a section that was checked. A text is the bytes, a whole number up to
  // 64 bits is `number`; other values are neither.
  struct Member {
    std::string_view key;
    std::string_view text;
    std::optional<uint64_t> number;
  };
  std::vector<Member> Members() const;

 private:
  struct Head {
    uint8_t type = 0;
    uint64_t size = 0;    // bytes, or entries of a map or array
    size_t payload = 0;   // where the payload begins
    uint64_t target = 0;  // of a pointer
  };

  bool CheckOne(size_t offset, std::string* problem);
  const char* ReadHead(size_t offset, Head* head) const;
  size_t Follow(size_t at, Head* head) const;
  size_t Behind(size_t at) const;
  const char* ReadPointer(uint8_t control, size_t at, Head* head) const;

  std::string_view section_;
  std::vector<bool> seen_;
  std::vector<size_t> pending_;
  uint64_t steps_ = 0;
};

}  // namespace sekisho
