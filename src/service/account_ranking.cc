#include "service/account_ranking.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "absl/container/flat_hash_map.h"

namespace sekisho {
namespace {

void Rate(const RuleSet& rules, const ScanReport& report, AccountFindings* account) {
  std::set<size_t> indicators;
  std::set<size_t> hard_indicators;
  std::set<RuleIndex> plain_rules;
  std::set<std::string> classes;
  for (const uint32_t finding : account->findings) {
    const RuleIndex index = report.findings[finding].rule;
    const Rule& rule = rules.rules[index];
    if (!rule.indicator) {
      plain_rules.insert(index);
      continue;
    }
    indicators.insert(*rule.indicator);
    if (rule.grade != "context") classes.insert(rules.indicators[*rule.indicator].evidence_class);
    if (rule.grade == "hard" || rule.grade == "opener") hard_indicators.insert(*rule.indicator);
  }
  account->hard = hard_indicators.size();
  account->indicators = indicators.size() + plain_rules.size();
  account->classes.assign(classes.begin(), classes.end());
}

}  // namespace

std::vector<AccountFindings> RankAccounts(const RuleSet& rules, const ScanReport& report) {
  absl::flat_hash_map<std::string_view, size_t> index;
  std::vector<AccountFindings> accounts;
  for (uint32_t i = 0; i < report.findings.size(); ++i) {
    for (const std::string& name : report.findings[i].accounts) {
      const auto [found, is_new] = index.emplace(name, accounts.size());
      if (is_new) accounts.emplace_back().account = name;
      accounts[found->second].findings.push_back(i);
    }
  }
  for (AccountFindings& account : accounts) Rate(rules, report, &account);
  const auto rank = [](const AccountFindings& a) {
    return std::tuple(a.classes.size(), a.hard, a.indicators, a.findings.size());
  };
  std::sort(accounts.begin(), accounts.end(),
            [&rank](const AccountFindings& a, const AccountFindings& b) {
              const auto rank_a = rank(a);
              const auto rank_b = rank(b);
              return rank_a != rank_b ? rank_a > rank_b : a.account < b.account;
            });
  return accounts;
}

}  // namespace sekisho
