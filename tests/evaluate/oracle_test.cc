// Random markets: every number again, counted account by account from its definition.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

#include "evaluate/market.h"
#include "evaluate/quality.h"

namespace sekisho {
namespace {

using testing::kNow;
using testing::Market;
using Level = AssessmentLevel;

Level AnyLevel() { return static_cast<Level>(*rc::gen::inRange(0, 4)); }

std::string AnyOf(std::vector<std::string> words) { return *rc::gen::elementOf(std::move(words)); }

std::vector<SignOutcome> AnySigns() {
  std::vector<SignOutcome> signs;
  for (uint32_t indicator = 0; indicator < 3; ++indicator) {
    if (!*rc::gen::arbitrary<bool>()) continue;
    const bool counts = *rc::gen::arbitrary<bool>();
    const int64_t days = *rc::gen::inRange<int64_t>(0, 500);
    signs.push_back({indicator, counts, counts && *rc::gen::arbitrary<bool>(),
                     counts && *rc::gen::arbitrary<bool>(), kNow - days * kDayMs});
  }
  return signs;
}

// Accounts a0 to a14; those of 12 and more are in no truth.
Market AnyMarket() {
  Market market;
  std::vector<int> queue;
  for (int i = 0; i < 15; ++i) {
    const std::string name = "a" + std::to_string(i);
    if (i < 12) {
      if (*rc::gen::arbitrary<bool>()) {
        market.AddRing(name, AnyOf({"", "r", "s", "t"}), AnyOf({"careless", "careful", ""}));
      } else {
        market.AddHonest(name, AnyOf({"family", "agency", "client"}));
      }
      market.truth.accounts.back().country = AnyOf({"AA", "BB"});
    }
    if (*rc::gen::arbitrary<bool>()) market.Judge(name, AnyLevel(), AnySigns());
    queue.push_back(i);
  }
  std::vector<std::string> names;
  for (const int i : queue) names.push_back("a" + std::to_string(i));
  for (size_t at = 0; at + 1 < names.size();) {
    const auto size = *rc::gen::inRange<size_t>(1, 5);
    if (size > 1) {
      const size_t end = std::min(names.size(), at + size);
      market.Link(AnyLevel(), {names.begin() + static_cast<ptrdiff_t>(at),
                               names.begin() + static_cast<ptrdiff_t>(end)});
    }
    at += size;
  }
  return market;
}

const AccountOutcome* OutcomeOfAccount(const Market& market, std::string_view account) {
  for (const AccountOutcome& one : market.outcome.queue) {
    if (one.account == account) return &one;
  }
  return nullptr;
}

Level LevelOf(const Market& market, std::string_view account) {
  const AccountOutcome* const outcome = OutcomeOfAccount(market, account);
  return outcome == nullptr ? Level::kContext : outcome->level;
}

bool Holds(const GroupOutcome& group, std::string_view account) {
  return std::count(group.accounts.begin(), group.accounts.end(), account) > 0;
}

bool Grouped(const Market& market, const TruthAccount& account, Level level) {
  for (const GroupOutcome& group : market.outcome.groups) {
    if (group.level >= level && Holds(group, account.account)) return true;
  }
  return false;
}

bool Linked(const Market& market, const TruthAccount& account, Level level) {
  for (const GroupOutcome& group : market.outcome.groups) {
    if (group.level < level || !Holds(group, account.account)) continue;
    for (const TruthAccount& other : market.truth.accounts) {
      if (other.account != account.account && !other.ring.empty() && other.ring == account.ring &&
          Holds(group, other.account)) {
        return true;
      }
    }
  }
  return false;
}

template <typename In, typename Of>
Share Count(const Market& market, const In& in, const Of& of) {
  Share share;
  for (const TruthAccount& account : market.truth.accounts) {
    if (of(account)) share.Add(in(account));
  }
  return share;
}

bool InRing(const TruthAccount& account) { return account.in_ring; }

template <typename Named, typename Caught>
void CheckCatch(const Market& market, const Quality& quality, const Catch& caught,
                const Named& named, const Caught& is_caught) {
  RC_ASSERT(caught.precision == Count(market, InRing, named));
  RC_ASSERT(caught.recall == Count(market, is_caught, InRing));
  for (size_t i = 0; i < quality.cares.size(); ++i) {
    RC_ASSERT(caught.by_care[i] == Count(market, is_caught, [&](const TruthAccount& account) {
                return account.in_ring && account.care == quality.cares[i];
              }));
  }
}

RC_GTEST_PROP(QualityOracle, LevelsAndLinks, ()) {
  const Market market = AnyMarket();
  const Quality quality = MeasureQuality(market.outcome, market.truth);
  for (size_t i = 0; i < kTroubleLevelCount; ++i) {
    const auto test = [&](const TruthAccount& account) {
      return LevelOf(market, account.account) >= kTroubleLevels[i];
    };
    CheckCatch(market, quality, quality.levels[i], test, test);
  }
  for (size_t i = 0; i < kAssessmentLevels; ++i) {
    const auto level = static_cast<Level>(i);
    CheckCatch(
        market, quality, quality.linked[i],
        [&](const TruthAccount& account) { return Grouped(market, account, level); },
        [&](const TruthAccount& account) { return Linked(market, account, level); });
  }
  const auto is_case = [&](const TruthAccount& account) {
    return LevelOf(market, account.account) >= Level::kReview;
  };
  CheckCatch(
      market, quality, quality.linked_or_case,
      [&](const TruthAccount& account) {
        return is_case(account) || Grouped(market, account, Level::kReview);
      },
      [&](const TruthAccount& account) {
        return is_case(account) || Linked(market, account, Level::kReview);
      });
}

RC_GTEST_PROP(QualityOracle, Groups, ()) {
  const Market market = AnyMarket();
  const Quality quality = MeasureQuality(market.outcome, market.truth);
  for (size_t i = 0; i < kAssessmentLevels; ++i) {
    GroupCatch expected;
    std::set<std::string> rings;
    for (const TruthAccount& account : market.truth.accounts) {
      if (!account.ring.empty()) rings.insert(account.ring);
    }
    std::set<std::string> found;
    for (const GroupOutcome& group : market.outcome.groups) {
      if (group.level < static_cast<Level>(i)) continue;
      bool right = false;
      for (const std::string& ring : rings) {
        const Share members = Count(
            market, [&](const TruthAccount& one) { return Holds(group, one.account); },
            [&](const TruthAccount& one) { return one.ring == ring; });
        if (members.part < 2) continue;
        right = true;
        found.insert(ring);
      }
      expected.right.Add(right);
      const Share honest = Count(
          market, [&](const TruthAccount& one) { return Holds(group, one.account); },
          [](const TruthAccount& one) { return !one.in_ring; });
      if (right) expected.mixed.Add(honest.part > 0);
    }
    for (const std::string& ring : rings) {
      const Share all = Count(
          market, [](const TruthAccount&) { return true; },
          [&](const TruthAccount& one) { return one.ring == ring; });
      if (all.part >= 2) expected.found.Add(found.count(ring) > 0);
    }
    RC_ASSERT(quality.groups[i].right == expected.right);
    RC_ASSERT(quality.groups[i].mixed == expected.mixed);
    RC_ASSERT(quality.groups[i].found == expected.found);
  }
}

RC_GTEST_PROP(QualityOracle, Indicators, ()) {
  const Market market = AnyMarket();
  const Quality quality = MeasureQuality(market.outcome, market.truth);
  RC_ASSERT(quality.indicators.size() == 3u);
  for (const IndicatorCatch& line : quality.indicators) {
    const auto named = [&](const TruthAccount& account) {
      const AccountOutcome* const outcome = OutcomeOfAccount(market, account.account);
      if (outcome == nullptr) return false;
      return std::any_of(outcome->signs.begin(), outcome->signs.end(),
                         [&](const SignOutcome& sign) { return sign.indicator == line.indicator; });
    };
    CheckCatch(market, quality, line.caught, named, named);
  }
}

RC_GTEST_PROP(QualityOracle, SlicesCoverEverybody, ()) {
  const Market market = AnyMarket();
  const Quality quality = MeasureQuality(market.outcome, market.truth);
  for (const auto& [slices, field] : {std::pair(&quality.kinds, &TruthAccount::kind),
                                      std::pair(&quality.countries, &TruthAccount::country)}) {
    uint64_t accounts = 0;
    for (const Slice& slice : *slices) {
      const auto of = [&, field = field](const TruthAccount& account) {
        return !account.in_ring && account.*field == slice.value;
      };
      accounts += slice.linked_case.of;
      for (size_t i = 0; i < kTroubleLevelCount; ++i) {
        RC_ASSERT(slice.at_least[i] == Count(
                                           market,
                                           [&](const TruthAccount& account) {
                                             return LevelOf(market, account.account) >=
                                                    kTroubleLevels[i];
                                           },
                                           of));
      }
    }
    RC_ASSERT(accounts == quality.accounts - quality.ring_accounts);
  }
}

RC_GTEST_PROP(QualityOracle, EveryCaseIsInAMonthAndInACombination, ()) {
  const Market market = AnyMarket();
  const Quality quality = MeasureQuality(market.outcome, market.truth);
  uint64_t cases = quality.earlier.all;
  uint64_t honest = quality.earlier.honest;
  for (const MonthCases& month : quality.months) {
    cases += month.all;
    honest += month.honest;
  }
  uint64_t combined = 0;
  uint64_t combined_honest = 0;
  for (const Combination& line : quality.combinations) {
    combined += line.ring + line.honest;
    combined_honest += line.honest;
  }
  const Share expected = Count(market, InRing, [&](const TruthAccount& one) {
    return LevelOf(market, one.account) >= Level::kReview;
  });
  RC_ASSERT(cases == expected.of);
  RC_ASSERT(combined == expected.of);
  RC_ASSERT(honest == expected.of - expected.part);
  RC_ASSERT(combined_honest == honest);
}

// Taking an indicator out of an account's signs clears it exactly when the indicator was alone.
RC_GTEST_PROP(QualityOracle, AloneMeansThatNothingElseWouldDo, ()) {
  const Market market = AnyMarket();
  const Quality quality = MeasureQuality(market.outcome, market.truth);
  const auto suffices = [](const SignOutcome& sign) {
    return sign.counts && (sign.solid || sign.decisive);
  };
  for (const KindCauses& kind : quality.causes) {
    for (const Cause& cause : kind.causes) {
      uint64_t accounts = 0;
      uint64_t alone = 0;
      for (const TruthAccount& account : market.truth.accounts) {
        if (account.in_ring || account.kind != kind.kind) continue;
        if (LevelOf(market, account.account) == Level::kContext) continue;
        std::set<uint32_t> enough;
        for (const SignOutcome& sign : OutcomeOfAccount(market, account.account)->signs) {
          if (suffices(sign)) enough.insert(sign.indicator);
        }
        if (enough.count(cause.indicator) == 0) continue;
        ++accounts;
        alone += enough.size() == 1 ? 1 : 0;
      }
      RC_ASSERT(cause.accounts == accounts);
      RC_ASSERT(cause.alone == alone);
    }
  }
}

}  // namespace
}  // namespace sekisho
