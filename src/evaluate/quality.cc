#include "evaluate/quality.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "core/time.h"

namespace sekisho {
namespace {

constexpr int64_t kMonthMs = 30 * kDayMs;
constexpr size_t kMonthsMax = 12;
constexpr std::array<uint64_t, 4> kQueueHeads = {10, 20, 50, 100};
constexpr std::array<std::string_view, 3> kCares = {"careless", "average", "careful"};
// By the age at the newest event, as in docs/calibrate.md.
constexpr std::array<std::string_view, 4> kAges = {"under_30d", "under_180d", "under_1y", "older"};
constexpr std::array<int64_t, 3> kAgeEnds = {30 * kDayMs, 180 * kDayMs, 365 * kDayMs};

class Meter {
 public:
  Meter(const Outcome& outcome, const Truth& truth)
      : outcome_(outcome), comparison_(JoinTruth(outcome, truth)) {}

  Quality Measure() {
    Count();
    Levels();
    Groups();
    Indicators();
    Queue();
    Cases();
    Slices();
    out_.causes = FindCauses(comparison_, outcome_);
    out_.combinations = FindCombinations(comparison_, outcome_);
    out_.missed = FindMissed(comparison_, outcome_);
    return std::move(out_);
  }

 private:
  using Test = std::function<bool(const Judged&)>;
  using Value = std::function<std::string(const Judged&)>;

  void Count() {
    std::set<std::string_view> rings;
    std::set<std::string_view> cares;
    for (const Judged& one : comparison_.accounts) {
      if (!one.truth->in_ring) continue;
      ++out_.ring_accounts;
      if (!one.truth->ring.empty()) rings.insert(one.truth->ring);
      if (!one.truth->care.empty()) cares.insert(one.truth->care);
    }
    out_.accounts = comparison_.accounts.size();
    out_.rings = rings.size();
    for (const std::string_view care : kCares) {
      if (cares.erase(care) > 0) out_.cares.emplace_back(care);
    }
    out_.cares.insert(out_.cares.end(), cares.begin(), cares.end());
    for (const Judged* const one : comparison_.queue) out_.not_in_truth += one == nullptr ? 1 : 0;
  }

  // Accounts of rings with `caught`, and how many of those with `named` they are.
  Catch CatchOf(const Test& named, const Test& caught) const {
    Catch out;
    out.by_care.resize(out_.cares.size());
    for (const Judged& one : comparison_.accounts) {
      if (named(one)) out.precision.Add(one.truth->in_ring);
      if (!one.truth->in_ring) continue;
      const bool is_caught = caught(one);
      out.recall.Add(is_caught);
      for (size_t i = 0; i < out_.cares.size(); ++i) {
        if (one.truth->care == out_.cares[i]) out.by_care[i].Add(is_caught);
      }
    }
    return out;
  }

  void Levels() {
    for (size_t i = 0; i < kTroubleLevelCount; ++i) {
      const Test test = [i](const Judged& one) { return one.level >= kTroubleLevels[i]; };
      out_.levels[i] = CatchOf(test, test);
    }
  }

  void Groups() {
    std::map<std::string_view, uint64_t> sizes;
    for (const Judged& one : comparison_.accounts) {
      if (!one.truth->ring.empty()) ++sizes[one.truth->ring];
    }
    for (size_t i = 0; i < kAssessmentLevels; ++i) {
      const auto level = static_cast<AssessmentLevel>(i);
      std::set<std::string_view> found;
      for (const JudgedGroup& group : comparison_.groups) {
        if (group.level < level) continue;
        found.insert(group.rings.begin(), group.rings.end());
        out_.groups[i].right.Add(!group.rings.empty());
        if (!group.rings.empty()) out_.groups[i].mixed.Add(group.honest);
      }
      for (const auto& [ring, size] : sizes) {
        if (size >= 2) out_.groups[i].found.Add(found.count(ring) > 0);
      }
      out_.linked[i] =
          CatchOf([level](const Judged& one) { return one.grouped && *one.grouped >= level; },
                  [level](const Judged& one) { return one.linked && *one.linked >= level; });
    }
    out_.linked_or_case =
        CatchOf([](const Judged& one) { return one.is_case() || one.in_grouped_case(); },
                [](const Judged& one) { return one.is_case() || one.in_linked_case(); });
  }

  void Indicators() {
    std::vector<std::vector<const Judged*>> named(outcome_.indicators.size());
    for (const Judged& one : comparison_.accounts) {
      if (one.outcome == nullptr) continue;
      for (const SignOutcome& sign : one.outcome->signs) named[sign.indicator].push_back(&one);
    }
    // Everybody is in the denominators; the named ones are counted where they stand.
    const Catch nobody =
        CatchOf([](const Judged&) { return false; }, [](const Judged&) { return false; });
    for (uint32_t i = 0; i < named.size(); ++i) {
      if (!outcome_.indicators[i].computed) continue;
      IndicatorCatch& line = out_.indicators.emplace_back();
      line.indicator = i;
      line.caught = nobody;
      for (const Judged* const one : named[i]) {
        line.caught.precision.Add(one->truth->in_ring);
        if (!one->truth->in_ring) continue;
        ++line.caught.recall.part;
        for (size_t care = 0; care < out_.cares.size(); ++care) {
          if (one->truth->care == out_.cares[care]) ++line.caught.by_care[care].part;
        }
      }
    }
    std::sort(out_.indicators.begin(), out_.indicators.end(),
              [this](const IndicatorCatch& a, const IndicatorCatch& b) {
                return Code(a.indicator) < Code(b.indicator);
              });
  }

  const std::string& Code(uint32_t indicator) const { return outcome_.indicators[indicator].code; }

  void Queue() {
    for (const uint64_t first : kQueueHeads) out_.queue.push_back({first, {}});
    uint64_t at = 0;
    for (const Judged* const one : comparison_.queue) {
      if (one == nullptr) continue;
      if (++at > kQueueHeads.back()) break;
      for (QueueHead& head : out_.queue) {
        if (at <= head.first) head.right.Add(one->truth->in_ring);
      }
    }
  }

  void Cases() {
    for (const Judged& one : comparison_.accounts) {
      if (!one.is_case()) continue;
      int64_t opened = 0;
      for (const SignOutcome& sign : one.outcome->signs) {
        if (sign.decisive) opened = std::max(opened, sign.first_ms);
      }
      const int64_t back = std::max<int64_t>(0, outcome_.last_ms - opened) / kMonthMs;
      const bool known = back < static_cast<int64_t>(kMonthsMax);
      if (known && out_.months.size() <= static_cast<size_t>(back)) {
        out_.months.resize(static_cast<size_t>(back) + 1);
      }
      MonthCases& month = known ? out_.months[static_cast<size_t>(back)] : out_.earlier;
      ++month.all;
      month.honest += one.truth->in_ring ? 0 : 1;
    }
  }

  std::string Age(const Judged& one) const {
    if (!one.truth->created_ms) return "";
    const int64_t age = outcome_.last_ms - *one.truth->created_ms;
    size_t i = 0;
    while (i < kAgeEnds.size() && age >= kAgeEnds[i]) ++i;
    return std::string(kAges[i]);
  }

  std::vector<Slice> Cut(bool in_ring, const Value& value) const {
    std::map<std::string, Slice> slices;
    for (const Judged& one : comparison_.accounts) {
      if (one.truth->in_ring != in_ring) continue;
      Slice& slice = slices[value(one)];
      for (size_t i = 0; i < kTroubleLevelCount; ++i) {
        slice.at_least[i].Add(one.level >= kTroubleLevels[i]);
      }
      slice.linked_case.Add(one.in_linked_case());
      slice.linked_or_case.Add(one.is_case() || one.in_linked_case());
    }
    std::vector<Slice> out;
    for (auto& [name, slice] : slices) {
      slice.value = name;
      out.push_back(std::move(slice));
    }
    return out;
  }

  // Slices with these values come first, in this order.
  template <typename Names>
  static void Order(const Names& names, std::vector<Slice>* slices) {
    const auto place = [&names](const Slice& slice) {
      return std::find(names.begin(), names.end(), slice.value) - names.begin();
    };
    std::stable_sort(slices->begin(), slices->end(),
                     [&place](const Slice& a, const Slice& b) { return place(a) < place(b); });
  }

  void Slices() {
    const Value age = [this](const Judged& one) { return Age(one); };
    out_.kinds = Cut(false, [](const Judged& one) { return one.truth->kind; });
    out_.countries = Cut(false, [](const Judged& one) { return one.truth->country; });
    out_.languages = Cut(false, [](const Judged& one) { return one.truth->language; });
    out_.ages = Cut(false, age);
    out_.ring_cares = Cut(true, [](const Judged& one) { return one.truth->care; });
    out_.ring_roles = Cut(true, [](const Judged& one) { return one.truth->role; });
    out_.ring_ages = Cut(true, age);
    Order(kAges, &out_.ages);
    Order(kAges, &out_.ring_ages);
    Order(out_.cares, &out_.ring_cares);
  }

  const Outcome& outcome_;
  const Comparison comparison_;
  Quality out_;
};

}  // namespace

Quality MeasureQuality(const Outcome& outcome, const Truth& truth) {
  return Meter(outcome, truth).Measure();
}

}  // namespace sekisho
