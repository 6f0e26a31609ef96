// Small markets for tests: accounts of a truth and what a made-up scan says about them.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "core/time.h"
#include "evaluate/outcome.h"
#include "evaluate/truth.h"

namespace sekisho::testing {

constexpr int64_t kNow = 1000 * kDayMs;

// Owns the names that the outcome looks at.
struct Market {
  Truth truth;
  Outcome outcome;
  std::deque<std::string> names;

  Market() {
    outcome.last_ms = kNow;
    outcome.indicators = {{"A02", true}, {"A05", true}, {"B01", true}, {"Z99", false}};
  }

  void AddHonest(std::string account, std::string kind) {
    TruthAccount& one = truth.accounts.emplace_back();
    one.account = std::move(account);
    one.kind = std::move(kind);
  }

  void AddRing(std::string account, std::string ring, std::string care) {
    TruthAccount& one = truth.accounts.emplace_back();
    one.account = std::move(account);
    one.in_ring = true;
    one.ring = std::move(ring);
    one.care = std::move(care);
    one.kind = one.role = "renter";
  }

  // In the order of the queue.
  AccountOutcome& Judge(std::string account, AssessmentLevel level,
                        std::vector<SignOutcome> signs = {}) {
    names.push_back(std::move(account));
    outcome.queue.push_back({names.back(), level, std::move(signs)});
    return outcome.queue.back();
  }

  void Link(AssessmentLevel level, const std::vector<std::string>& accounts) {
    GroupOutcome& group = outcome.groups.emplace_back();
    group.level = level;
    for (const std::string& account : accounts) {
      names.push_back(account);
      group.accounts.push_back(names.back());
    }
  }
};

}  // namespace sekisho::testing
