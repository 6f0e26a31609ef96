// What lies together in the records of a plan.
#include "engine/plan.h"

#include <gtest/gtest.h>

#include <string>

#include "engine/harness.h"

namespace sekisho {
namespace {

// A detection on sign-ins with `condition`, and a count of them per account.
std::string CountOf(const std::string& name, const std::string& condition) {
  return "title: t\nname: " + name +
         "\nlogsource: {product: sekisho}\ndetection:\n  a: " + condition +
         "\n  condition: a\n---\ntitle: t\nname: many_" + name +
         "\ncorrelation:\n  type: event_count\n  rules: [" + name +
         "]\n  group-by: [account]\n  timespan: 1h\n  condition: {gte: 3}\n---\n";
}

// The tables of the two counts.
bool ShareARecord(const std::string& one, const std::string& other) {
  const RuleSet rules = LoadText(CountOf("one", one) + CountOf("other", other));
  const StatusOr<Plan> plan = Plan::Make(rules, 0);
  EXPECT_TRUE(plan.ok());
  EXPECT_EQ(plan->windows().size(), 2U);
  return plan->windows()[0].table == plan->windows()[1].table;
}

TEST(Plan, WhatNearlyAllSignInsEnterSharesARecord) {
  EXPECT_TRUE(ShareARecord("{type: session.start}", "{type: session.activity}"));
  EXPECT_TRUE(ShareARecord("{type: session.start}", "{type: [session.start, bid.submitted]}"));
  EXPECT_TRUE(ShareARecord("{type: session.start}", "{type: session.start, country|exists: true}"));
}

TEST(Plan, WhatIsRareHasItsOwnRecord) {
  EXPECT_FALSE(ShareARecord("{type: session.start}", "{type: bid.submitted}"));
  EXPECT_FALSE(ShareARecord("{type: session.start}", "{type: session.start, managed: true}"));
  EXPECT_FALSE(
      ShareARecord("{type: session.start}", "{type: session.start, country|exists: false}"));
}

}  // namespace
}  // namespace sekisho
