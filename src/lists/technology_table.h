// When technologies were first public, by lists.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "absl/container/flat_hash_map.h"
#include "lists/list_spec.h"
#include "lists/network_table.h"

namespace sekisho {

// Immutable after the lists were added; shared by all threads.
class TechnologyTable {
 public:
  // Reads a list of the kind technologies: CSV with the columns name and first_public, a day
  // YYYY-MM-DD or a year. Of several lines for one name the earliest counts, so that a forerunner
  // of the same name, or an early test version, has a line of its own.
  ListCount AddTechnologies(const ListSpec& spec, std::string_view text, DiagnosticSink* sink);

  // The year in which the technology was first public; nothing when no list knows it at that time.
  // Names are compared without regard to width, case, spaces and punctuation but + and #.
  std::optional<int64_t> FirstYear(std::string_view name, int64_t time_ms) const;

  bool empty() const { return entries_.empty(); }

 private:
  struct Entry {
    int64_t year = 0;
    int64_t until_ms = 0;
  };

  absl::flat_hash_map<std::string, Entry> entries_;  // by folded name
};

}  // namespace sekisho
