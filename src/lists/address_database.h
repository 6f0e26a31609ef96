// A MaxMind DB file: what it says about addresses, whatever it is called and whoever made it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/status.h"
#include "lists/address.h"
#include "lists/network_values.h"

struct MMDB_s;

namespace sekisho {

// Read through libmaxminddb, after all of the file was looked at: nothing in it can make a look-up
// fail. Works on a copy in memory, so that the file may be replaced meanwhile. Immutable; safe to
// use from many threads at once.
class AddressDatabase {
 public:
  // InvalidArgument says what is wrong with the file.
  static StatusOr<std::shared_ptr<const AddressDatabase>> Open(std::string_view bytes);

  ~AddressDatabase();
  AddressDatabase(const AddressDatabase&) = delete;
  AddressDatabase& operator=(const AddressDatabase&) = delete;

  // Fills in what is known about the address and was empty.
  void Find(const Address& address, NetworkValues* values) const;

  // What its records bring, by all of them.
  const ListParts& parts() const { return parts_; }
  // Networks that have a record.
  uint64_t networks() const { return networks_; }
  const std::string& type() const { return type_; }

 private:
  struct Source;  // where a value may stand in a record
  class Search;
  static const std::vector<Source>& AllSources();

  AddressDatabase();
  Status Load(std::string_view bytes);
  Status CheckTree(std::string_view data);
  void AddSource(const Source& source);
  bool Read(uint32_t record, const Source& source, NetworkValues* values) const;

  std::unique_ptr<MMDB_s> database_;
  bool is_open_ = false;
  ListParts parts_;
  std::vector<const Source*> sources_;  // those that its records have
  uint64_t networks_ = 0;
  std::string type_;
};

}  // namespace sekisho
