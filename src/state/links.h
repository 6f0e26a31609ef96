// Which accounts share an identifier (semantics.md 20).
#pragma once

#include <cstdint>

#include "core/hash.h"
#include "core/limits.h"
#include "state/block_pool.h"
#include "state/entry_list.h"
#include "state/key_table.h"
#include "state/stamp.h"

namespace sekisho {

// One account of an identifier and the event that brought it there.
class LinkedAccount {
 public:
  LinkedAccount() = default;
  LinkedAccount(const Key& account, Stamp since) : since_(since) {
    std::memcpy(account_, &account, sizeof account_);
  }
  Key account() const {
    Key key;
    std::memcpy(&key, account_, sizeof account_);
    return key;
  }
  const Stamp& since() const { return since_; }

 private:
  uint32_t account_[4] = {0, 0, 0, 0};
  Stamp since_;
};
static_assert(sizeof(LinkedAccount) == 28);

inline const Stamp& StampOf(const LinkedAccount& account) { return account.since(); }

// The accounts of every identifier of one kind in one shard. Not thread-safe.
class LinkTable {
 public:
  explicit LinkTable(BlockPool* pool)
      : table_(EntryList<LinkedAccount>::Bytes(kInline)), pool_(pool) {}

  void PrefetchSlot(const Key& identifier) const { table_.PrefetchSlot(identifier); }
  void PrefetchRecord(const Key& identifier) const {
    const uint32_t record = table_.Guess(identifier);
    if (record != 0) __builtin_prefetch(table_.Payload(record), 1);
  }

  // `account` used `identifier`. Calls link(earlier) for each earlier account that it is now linked
  // to, oldest first, or hub() once when the identifier has more accounts than are linked in pairs.
  template <typename OnLink, typename OnHub>
  void Add(const Key& identifier, const Key& account, Stamp stamp, OnLink link, OnHub hub) {
    const uint32_t record = table_.FindOrInsert(identifier);
    EntryList<LinkedAccount> accounts(table_.Payload(record), kInline, pool_);
    for (uint32_t i = accounts.size(); i-- > 0;) {
      if (accounts[i].account() == account) return;
    }
    if (accounts.size() > limits::kLinkAccountsMax) {
      if (!accounts.head().flag) {
        accounts.head().flag = 1;
        hub();
      }
      return;
    }
    for (uint32_t i = 0; i < accounts.size(); ++i) link(accounts[i]);
    accounts.PushBack(LinkedAccount(account, stamp));
  }

  size_t size() const { return table_.size(); }
  size_t bytes_used() const { return table_.bytes_used(); }

 private:
  static constexpr uint32_t kInline = 1;
  KeyTable table_;
  BlockPool* pool_;
};

}  // namespace sekisho
