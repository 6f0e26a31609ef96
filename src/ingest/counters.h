// What a decoder saw, for the summary at the end of a run.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace sekisho {

// How often each name occurred; bounded, because names come from the input.
class NameCounts {
 public:
  static constexpr size_t kNamesMax = 1000;

  void Add(std::string_view name, uint64_t count = 1);
  void Merge(const NameCounts& other);

  const std::map<std::string, uint64_t, std::less<>>& counts() const { return counts_; }
  // Occurrences of further names, once kNamesMax are known.
  uint64_t others() const { return others_; }
  uint64_t total() const;

 private:
  std::map<std::string, uint64_t, std::less<>> counts_;
  uint64_t others_ = 0;
};

struct Counters {
  uint64_t records = 0;  // blank lines left out; = events + rejects + not mapped
  uint64_t events = 0;
  uint64_t rejects = 0;
  uint64_t values_truncated = 0;    // longer than limits::kFieldBytesMax
  uint64_t list_items_dropped = 0;  // beyond limits::kListItemsMax
  NameCounts not_mapped;            // by kind of record; delivered as foreign events if asked
  NameCounts unknown_fields;        // kept in the line, read by nobody
  NameCounts forbidden_fields;      // dropped

  void Merge(const Counters& other);
};

}  // namespace sekisho
