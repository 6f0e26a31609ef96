#include "service/exempt_groups.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "core/hash.h"
#include "engine/links.h"

namespace sekisho {
namespace {

// Indicators that group by an identifier of each kind.
std::map<std::string_view, std::vector<std::string>> IndicatorsOfKinds(const RuleSet& rules) {
  std::map<std::string_view, std::vector<std::string>> indicators;
  for (const Rule& rule : rules.rules) {
    const CorrelationRule* correlation = rule.correlation();
    if (correlation == nullptr || !rule.indicator) continue;
    const std::vector<std::string>& by = correlation->group_by;
    for (const LinkSource& source : kLinkSources) {
      if (std::find(by.begin(), by.end(), source.identifier) == by.end()) continue;
      std::vector<std::string>& codes = indicators[kLinkKinds[source.kind]];
      const std::string& code = rules.indicators[*rule.indicator].id;
      if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
    }
  }
  return indicators;
}

std::optional<ExemptionKind> SubjectKind(std::string_view link_kind) {
  if (link_kind == "device") return ExemptionKind::kDevice;
  if (link_kind == "payout") return ExemptionKind::kPayee;
  return std::nullopt;
}

// The connected parts of what is left of a group.
std::vector<AccountGroup> Split(AccountGroup group) {
  absl::flat_hash_map<std::string, size_t> at;  // account → its place in the group
  for (size_t i = 0; i < group.accounts.size(); ++i) at.emplace(group.accounts[i], i);
  std::vector<size_t> oldest(group.accounts.size());
  for (size_t i = 0; i < oldest.size(); ++i) oldest[i] = i;
  const auto root = [&oldest](size_t i) {
    while (oldest[i] != i) i = oldest[i] = oldest[oldest[i]];
    return i;
  };
  for (const AccountGroup::Link& link : group.links) {
    const size_t a = root(at[link.account_a]);
    const size_t b = root(at[link.account_b]);
    oldest[std::max(a, b)] = std::min(a, b);
  }
  std::map<size_t, AccountGroup> parts;
  for (size_t i = 0; i < group.accounts.size(); ++i) {
    parts[root(i)].accounts.push_back(group.accounts[i]);
  }
  for (AccountGroup::Link& link : group.links) {
    parts[root(at[link.account_a])].links.push_back(std::move(link));
  }
  std::vector<AccountGroup> split;
  for (auto& [first, part] : parts) {
    if (part.accounts.size() < 2) continue;
    // As the resolver names groups.
    part.id = KeyToHex(HashBytes(part.accounts.front(), 0));
    absl::flat_hash_map<uint32_t, uint32_t> numbers;
    for (AccountGroup::Link& link : part.links) {
      link.identifier =
          numbers.emplace(link.identifier, static_cast<uint32_t>(numbers.size())).first->second;
    }
    split.push_back(std::move(part));
  }
  return split;
}

}  // namespace

uint64_t DropExemptedLinks(const RuleSet& rules, const ExemptionRegister& exemptions,
                           std::vector<AccountGroup>* groups) {
  if (exemptions.exemptions().empty()) return 0;
  std::map<std::string_view, std::vector<std::string>> indicators = IndicatorsOfKinds(rules);
  uint64_t dropped = 0;
  std::vector<AccountGroup> kept;
  for (AccountGroup& group : *groups) {
    const size_t before = group.links.size();
    std::erase_if(group.links, [&](const AccountGroup::Link& link) {
      const std::vector<std::string>& codes = indicators[link.kind];
      const std::optional<ExemptionKind> kind = SubjectKind(link.kind);
      return exemptions.CoversPair(codes, link.account_a, link.account_b) ||
             (kind && exemptions.CoversSubject(codes, *kind, link.shared));
    });
    if (group.links.size() == before) {
      kept.push_back(std::move(group));
      continue;
    }
    dropped += before - group.links.size();
    for (AccountGroup& part : Split(std::move(group))) kept.push_back(std::move(part));
  }
  *groups = std::move(kept);
  return dropped;
}

}  // namespace sekisho
