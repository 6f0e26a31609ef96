// Accounts connected by links (semantics.md 22).
#pragma once

#include <cstdint>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "core/hash.h"
#include "state/stamp.h"

namespace sekisho {

// One link.new event.
struct Link {
  uint16_t kind = 0;    // of the identifier
  uint16_t source = 0;  // where in the event the identifier stood
  Key identifier;
  Key account_a;  // the earlier account
  Key account_b;  // the account that joined
  Stamp since_a;  // the event that brought the earlier account to the identifier
  Stamp at;       // the event that made the link
};

// Union-find over accounts, fed with links in the order of their position. One owner, not
// thread-safe.
class Groups {
 public:
  struct Group {
    std::vector<Key> accounts;    // oldest first, by first link
    std::vector<uint32_t> links;  // indices into links(), in order
  };

  void Add(const Link& link);
  const std::vector<Link>& links() const { return links_; }
  // The groups as they stand, each named by its oldest account (the first of its list), ordered by
  // the position at which that account was first linked.
  std::vector<Group> Snapshot() const;
  size_t bytes_used() const;

 private:
  uint32_t NumberOf(const Key& account);
  uint32_t Root(uint32_t account) const;

  absl::flat_hash_map<std::pair<uint64_t, uint64_t>, uint32_t> numbers_;
  std::vector<Key> accounts_;              // in the order of their first link
  mutable std::vector<uint32_t> parents_;  // compressed on look-up
  std::vector<Link> links_;
};

}  // namespace sekisho
