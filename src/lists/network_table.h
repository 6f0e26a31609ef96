// Address ranges of all lists that are text files, with what each list says about them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "lists/list_spec.h"
#include "lists/network_values.h"
#include "lists/range_table.h"

namespace sekisho {

// What one line of a list says, shared by all lines that say the same.
struct NetworkRecord {
  NetworkValues values;
  int64_t from_ms = 0;
  int64_t until_ms = kNoEndMs;  // not included
};

// What became of one list.
struct ListCount {
  size_t entries = 0;
  size_t refused = 0;     // lines that cannot be read
  ListParts parts;        // what it brings
  bool unusable = false;  // the list as a whole, which has been reported
};

// Immutable after Build(); shared by all threads then.
class NetworkTable {
 public:
  // Reads a list of the kind network_ranges: a line is a range or an address, and after it, each
  // after a comma, what differs from the list: class=…, brand=…, from=…, until=…. A line of Tor's
  // exit-addresses is read too, and the JSON of cloud companies
  // (lists/cloud_ranges.h). Problems go to `sink`.
  ListCount AddRanges(const ListSpec& spec, std::string_view text, DiagnosticSink* sink);
  // Reads a list of the kind network_places: CSV whose first line names the columns range, country,
  // city, latitude, longitude, accuracy_km, time_zone, asn, organisation, connection; range and one
  // more.
  ListCount AddPlaces(const ListSpec& spec, std::string_view text, DiagnosticSink* sink);
  void Build();

  // What is known about the address: the numbers of records, the longest prefix first.
  std::span<const uint32_t> Find(const Address& address) const { return table_.Find(address); }
  // The value of the first of these records that holds at that time and has one; else "". A brand
  // only of the class that the address has: an office inside the range of a service is an office.
  std::string_view Value(std::span<const uint32_t> records, NetworkField field,
                         int64_t time_ms) const;

  bool empty() const { return records_.empty(); }

 private:
  uint32_t NumberOf(NetworkRecord record);

  std::vector<RangeTable::Entry> entries_;
  std::vector<NetworkRecord> records_;
  absl::flat_hash_map<std::string, uint32_t> numbers_;  // by content
  RangeTable table_;
};

}  // namespace sekisho
