#include "state/groups.h"

#include <algorithm>

namespace sekisho {

uint32_t Groups::NumberOf(const Key& account) {
  const auto [found, is_new] = numbers_.try_emplace(std::make_pair(account.high, account.low),
                                                    static_cast<uint32_t>(accounts_.size()));
  if (is_new) {
    accounts_.push_back(account);
    parents_.push_back(found->second);
  }
  return found->second;
}

uint32_t Groups::Root(uint32_t account) const {
  uint32_t root = account;
  while (parents_[root] != root) root = parents_[root];
  while (parents_[account] != root) {
    const uint32_t next = parents_[account];
    parents_[account] = root;
    account = next;
  }
  return root;
}

void Groups::Add(const Link& link) {
  links_.push_back(link);
  const uint32_t a = Root(NumberOf(link.account_a));
  const uint32_t b = Root(NumberOf(link.account_b));
  // The lower number was linked first: the older group keeps its name.
  parents_[std::max(a, b)] = std::min(a, b);
}

std::vector<Groups::Group> Groups::Snapshot() const {
  std::vector<Group> groups;
  std::vector<uint32_t> group_of(accounts_.size());
  for (uint32_t account = 0; account < accounts_.size(); ++account) {
    const uint32_t root = Root(account);
    if (root == account) {
      group_of[account] = static_cast<uint32_t>(groups.size());
      groups.emplace_back();
    }
    groups[group_of[root]].accounts.push_back(accounts_[account]);
  }
  for (uint32_t i = 0; i < links_.size(); ++i) {
    const Key& a = links_[i].account_a;
    const uint32_t account = numbers_.at(std::make_pair(a.high, a.low));
    groups[group_of[Root(account)]].links.push_back(i);
  }
  return groups;
}

size_t Groups::bytes_used() const {
  return links_.capacity() * sizeof(Link) +
         accounts_.capacity() * (sizeof(Key) + sizeof(uint32_t)) +
         numbers_.capacity() * (sizeof(Key) + sizeof(uint32_t) + 1);
}

}  // namespace sekisho
