#include "evaluate/judged.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "absl/container/flat_hash_map.h"

namespace sekisho {
namespace {

using Index = absl::flat_hash_map<std::string_view, Judged*>;

void Raise(std::optional<AssessmentLevel>* level, AssessmentLevel to) {
  *level = std::max(level->value_or(to), to);
}

JudgedGroup JoinGroup(const GroupOutcome& group, const Index& index) {
  JudgedGroup out;
  out.level = group.level;
  std::map<std::string_view, std::vector<Judged*>> rings;
  for (const std::string_view account : group.accounts) {
    const auto found = index.find(account);
    if (found == index.end()) continue;
    Judged* const one = found->second;
    Raise(&one->grouped, group.level);
    out.honest |= !one->truth->in_ring;
    if (!one->truth->ring.empty()) rings[one->truth->ring].push_back(one);
  }
  for (const auto& [ring, members] : rings) {
    if (members.size() < 2) continue;
    out.rings.push_back(ring);
    for (Judged* const member : members) Raise(&member->linked, group.level);
  }
  return out;
}

}  // namespace

Comparison JoinTruth(const Outcome& outcome, const Truth& truth) {
  Comparison out;
  Index index;
  out.accounts.reserve(truth.accounts.size());  // the index points into it
  for (const TruthAccount& account : truth.accounts) {
    Judged& one = out.accounts.emplace_back();
    one.truth = &account;
    index.emplace(account.account, &one);
  }
  for (const AccountOutcome& account : outcome.queue) {
    const auto found = index.find(account.account);
    Judged* const one = found == index.end() ? nullptr : found->second;
    out.queue.push_back(one);
    if (one == nullptr) continue;
    one->outcome = &account;
    one->level = account.level;
  }
  for (const GroupOutcome& group : outcome.groups) out.groups.push_back(JoinGroup(group, index));
  return out;
}

}  // namespace sekisho
