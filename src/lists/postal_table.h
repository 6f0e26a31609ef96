// Postal addresses of all lists, with what each list says about them.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "absl/container/flat_hash_map.h"
#include "core/postal_address.h"
#include "lists/list_spec.h"
#include "lists/network_table.h"

namespace sekisho {

// Immutable after the lists were added; shared by all threads.
class PostalTable {
 public:
  // Reads a list of the kind postal_addresses: an address a line. "#" begins a comment only at the
  // start of a line, because it stands before the numbers of flats.
  ListCount AddAddresses(const ListSpec& spec, std::string_view text, DiagnosticSink* sink);

  // The name of the class of the address at that time, "" when no list has one. An address without
  // a flat stands for all flats there, unless another list names the flat itself. Of several
  // classes the first in the order of AddressClasses.
  std::string_view ClassOf(const PostalAddress& address, int64_t time_ms) const;

  bool empty() const { return entries_.empty(); }

 private:
  std::string_view ClassOfKey(std::string_view key, int64_t time_ms) const;

  // By class: the moment from which on no list says so.
  using Until = std::array<int64_t, kAddressClasses>;

  absl::flat_hash_map<std::string, Until> entries_;
};

}  // namespace sekisho
