// Is a MaxMind DB file whole (https://maxmind.github.io/MaxMind-DB/)? The library that reads such
// files trusts the nesting of their data; this looks at all of it first, without recursion.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sekisho {

// Offset of the marker before the metadata, the last one in the file; npos when there is none where
// one may be.
size_t FindDatabaseMetadata(std::string_view bytes);

// The marker's own length.
inline constexpr size_t kDatabaseMarkerBytes = 14;

// Values of one section (metadata, or the data of the records), each looked at once.
class DatabaseValues {
 public:
  // `section` outlives this. Pointers count from its start.
  explicit DatabaseValues(std::string_view section);

  // Looks at the value at `offset` and at all that it points to. False when something is out of
  // bounds, nested more deeply than limits::kDatabaseNestingMax, larger than
  // limits::kDatabaseValuesMax, or of no known type; `problem` then says what.
  bool Check(size_t offset, std::string* problem);

 private:
  struct Head {
    uint8_t type = 0;
    uint64_t size = 0;    // bytes, or entries of a map or array
    size_t payload = 0;   // where the payload begins
    uint64_t target = 0;  // of a pointer
  };

  bool CheckOne(size_t offset, std::string* problem);
  const char* ReadHead(size_t offset, Head* head) const;
  const char* ReadPointer(uint8_t control, size_t at, Head* head) const;

  std::string_view section_;
  std::vector<bool> seen_;
  std::vector<size_t> pending_;
  uint64_t steps_ = 0;
};

}  // namespace sekisho
