// Facts about populations are those of the oracle, for any number of shards, any size of batches,
// and with hand-overs as bytes.
#include "state/population.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <random>

#include "core/time.h"
#include "engine/harness.h"
#include "engine/message_mode.h"
#include "oracle/compare.h"
#include "oracle/oracle.h"

namespace sekisho {
namespace {

constexpr uint64_t kSeed = 0x5eed;
constexpr int64_t kStartMs = 1'767'225'600'000;  // 2026-01-01T00:00:00Z

constexpr const char* kCheap = R"(title: t
name: cheap
logsource: {product: sekisho, category: bid}
detection: {cheap: {price.percent_of_median|lt: 80}, condition: cheap}
)";
constexpr const char* kBusy = R"(title: t
name: busy
logsource: {product: sekisho}
detection: {busy: {bids.percent_of_peers|gte: 150}, condition: busy}
---
title: t
name: often_busy
correlation:
  type: value_avg
  rules: [busy]
  group-by: [account]
  timespan: 2d
  condition: {field: bids.percent_of_peers, gte: 160}
)";

constexpr const char* kNames = R"(title: t
name: contact
logsource: {product: sekisho}
detection: {given: {type: [account.registration, application.submitted]}, condition: given}
---
title: t
name: many_names
correlation:
  type: value_count
  rules: [contact]
  group-by: [email.key]
  timespan: 2d
  condition: {field: email.name_number, gte: 3}
---
title: t
name: third_name
logsource: {product: sekisho}
detection: {third: {phone.name_number|gte: 3}, condition: third}
)";

// A market of some forty accounts over a few days, most of them early on each day, so that many
// have bids on the day before.
class Market {
 public:
  explicit Market(uint32_t seed) : random_(seed) {}

  std::vector<oracle::Event> Events(size_t count) {
    std::vector<oracle::Event> events;
    while (events.size() < count) {
      const std::string id = Below(9) == 0 ? "" : "e" + std::to_string(events.size());
      events.push_back(oracle::MakeEvent(id, Time(), Type(), Fields()));
    }
    return events;
  }

 private:
  uint64_t Below(uint64_t count) { return random_() % count; }
  const char* Of(const std::vector<const char*>& texts) { return texts[Below(texts.size())]; }

  int64_t Time() {
    const uint64_t day = Below(9) == 0 ? Below(40) : Below(4);
    const int64_t in_day_ms =
        Below(5) == 0 ? kDayMs - 1 + static_cast<int64_t>(Below(3)) : Below(600) * kMinuteMs;
    return kStartMs + static_cast<int64_t>(day) * kDayMs + in_day_ms;
  }

  std::string Type() {
    return Below(3) > 0    ? "bid.submitted"
           : Below(3) == 0 ? "session.start"
                           : Of({"account.registration", "application.submitted"});
  }

  std::map<std::string, std::string> Fields() {
    std::map<std::string, std::string> fields;
    // Few have many bids, many have few.
    const uint64_t account = Below(4) == 0 ? Below(3) : Below(40);
    if (Below(30) > 0) fields["account"] = "u" + std::to_string(account);
    if (Below(20) > 0) fields["category"] = Of({"web", "web", "web", "art"});
    if (Below(20) > 0) fields["currency"] = Of({"JPY", "JPY", "JPY", "USD"});
    if (Below(3) > 0) fields["email"] = Of({"a@example.com", "A@example.com", "b@example.com"});
    if (Below(3) > 0) fields["phone"] = Of({"+819000000001", "+81-90-0000-0001", "+819000000002"});
    if (Below(9) > 0) {
      fields["name"] = Of({"Mina Sample", "SAMPLE, Mina", "Jonas Beispiel", "大野太郎", "Ohno Taro",
                           "標山 さくら", "シメヤマ サクラ", "Petra Muster", "-", ""});
    }
    fields["amount"] = Below(15) == 0 ? Of({"0", "-5", "many", "9000000000000", "0.000001", ""})
                                      : std::to_string(50 + Below(100));
    return fields;
  }

  std::mt19937 random_;
};

std::string RulesFor(uint32_t which) {
  if (which == 0) return kCheap;
  if (which == 1) return kBusy;
  if (which == 2) return kNames;
  return std::string(kCheap) + "---\n" + kBusy + "---\n" + kNames;
}

RC_GTEST_PROP(Population, IsThatOfTheOracle, ()) {
  const RuleSet rules = LoadText(RulesFor(*rc::gen::inRange<uint32_t>(0, 4)));
  const std::vector<oracle::Event> events =
      Market(*rc::gen::arbitrary<uint32_t>()).Events(*rc::gen::inRange<size_t>(1, 400));
  const uint32_t shards = *rc::gen::element<uint32_t>(1, 2, 5);
  const size_t batch = *rc::gen::element<size_t>(1, 7, 1000);
  const StatusOr<Plan> plan = Plan::Make(rules, kSeed);
  RC_ASSERT(plan.ok());
  const SettledEvents settled(*plan, events);
  const oracle::Result result = oracle::FindAll(rules, events);
  const Lines expected = Expected(result, rules, kSeed);
  for (const EngineResult& found : {RunEngine(*plan, settled, shards, batch),
                                    RunMessageMode(*plan, settled, shards, batch, 1)}) {
    RC_ASSERT(Diff(expected, Found(found.episodes, rules, settled.ids())) == "");
    RC_ASSERT(oracle::DiffCounts(result.counts, FoundCounts(found, rules, settled)) == "");
  }
  for (const char* rule : {"cheap", "busy", "often_busy", "many_names", "third_name"}) {
    const std::string name = std::string(rule) + " ";
    RC_CLASSIFY(std::any_of(expected.begin(), expected.end(),
                            [&](const std::string& line) { return line.starts_with(name); }),
                std::string(rule));
  }
}

// Ten bids of 100 yesterday; what is asked for today is a percentage of that.
TEST(Population, PriceAgainstTheDayBefore) {
  const RuleSet rules = LoadText(kCheap);
  const StatusOr<Plan> plan = Plan::Make(rules, kSeed);
  ASSERT_TRUE(plan.ok());
  const auto findings = [&](size_t yesterday, int64_t today_ms, const char* amount) {
    std::vector<oracle::Event> events;
    const std::map<std::string, std::string> usual = {
        {"category", "web"}, {"currency", "JPY"}, {"account", "u1"}, {"amount", "100"}};
    for (size_t i = 0; i < yesterday; ++i) {
      events.push_back(
          oracle::MakeEvent("y" + std::to_string(i), kStartMs, "bid.submitted", usual));
    }
    std::map<std::string, std::string> bid = usual;
    bid["amount"] = amount;
    events.push_back(oracle::MakeEvent("t", kStartMs + today_ms, "bid.submitted", bid));
    const SettledEvents settled(*plan, events);
    return RunEngine(*plan, settled, 2, 3).episodes.size();
  };
  EXPECT_EQ(findings(10, kDayMs, "70"), 1u);
  EXPECT_EQ(findings(10, kDayMs, "90"), 0u);
  EXPECT_EQ(findings(9, kDayMs, "70"), 0u) << "too few to compare with";
  EXPECT_EQ(findings(10, kHourMs, "70"), 0u) << "the day is not closed";
  EXPECT_EQ(findings(10, 2 * kDayMs, "70"), 0u) << "nothing happened on the day before";
}

TEST(Population, Histogram) {
  LogHistogram histogram = {};
  EXPECT_EQ(histogram.Median(), 0);
  for (int64_t value = 1; value <= 31; ++value) histogram.Add(value);
  EXPECT_EQ(histogram.Median(), 16) << "small values are exact";
  EXPECT_TRUE(histogram.Remove(16));
  EXPECT_FALSE(histogram.Remove(16));
  EXPECT_EQ(histogram.Median(), 15);
  EXPECT_EQ(histogram.total, 30u);
}

RC_GTEST_PROP(Population, MedianIsNearlyExact, (const std::vector<uint64_t>& numbers)) {
  LogHistogram histogram = {};
  std::vector<int64_t> values;
  for (const uint64_t number : numbers) {
    values.push_back(static_cast<int64_t>(number >> (1 + number % 63)));
    histogram.Add(values.back());
  }
  if (values.empty()) return;
  std::sort(values.begin(), values.end());
  const int64_t exact = values[(values.size() - 1) / 2];
  RC_ASSERT(std::abs(histogram.Median() - exact) <= exact / 32 + 1);
}

}  // namespace
}  // namespace sekisho
