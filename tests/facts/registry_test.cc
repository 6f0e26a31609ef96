#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "facts/fact.h"

namespace sekisho {
namespace {

// Computes every fact for an event of text fields and returns those that are present.
std::map<std::string, std::string> Compute(const std::map<std::string, std::string>& fields) {
  FieldTable table;
  for (const Fact& fact : AllFacts()) {
    table.Intern(fact.output);
    for (const std::string_view input : fact.inputs) table.Intern(input);
  }
  EventView event(table.size());
  for (const auto& [name, value] : fields) event.Set(table.Find(name), Value::Text(value));
  std::map<std::string, std::string> facts;
  for (const Fact& fact : AllFacts()) {
    std::vector<FieldId> inputs;
    for (const std::string_view input : fact.inputs) inputs.push_back(table.Find(input));
    const FieldId output = table.Find(fact.output);
    fact.compute(inputs, output, &event);
    if (event.Get(output).present()) facts.emplace(fact.output, event.Get(output).text);
  }
  return facts;
}

TEST(AllFacts, EachOutputOnceAndAfterItsInputs) {
  std::set<std::string_view> later;
  for (const Fact& fact : AllFacts()) EXPECT_TRUE(later.insert(fact.output).second) << fact.output;
  for (const Fact& fact : AllFacts()) {
    EXPECT_GE(fact.inputs.size(), 1u) << fact.output;
    EXPECT_LE(fact.inputs.size(), 4u) << fact.output;
    for (const std::string_view input : fact.inputs) EXPECT_EQ(later.count(input), 0u) << input;
    later.erase(fact.output);
  }
}

TEST(AllFacts, ComputeTheirFields) {
  using Fields = std::map<std::string, std::string>;
  EXPECT_EQ(Compute({{"account", "u2"},
                     {"client", "c1"},
                     {"ip", "::ffff:192.0.2.7"},
                     {"document.issuer", "jp"},
                     {"document.type", "passport"},
                     {"document.number", "tk 1"},
                     {"document.name", "Yamada Taro"},
                     {"payout.kind", "e_money"},
                     {"payout.identifier", "A@example.com"},
                     {"payout.holder", "YAMADA TARO"},
                     {"payer.identifier", "a@EXAMPLE.com"},
                     {"name", "Taro Yamada"},
                     {"email", "B@example.com"},
                     {"phone", "+81 90 0000 0000"}}),
            (Fields{{"network.address", "192.0.2.7"},
                    {"time.hour", "0"},
                    {"time.day", "0"},
                    {"pair", "c1|u2"},
                    {"document.key", "JP|PASSPORT|TK1"},
                    {"document.name_key", "taro yamada"},
                    {"payout.key", "e_money|a@example.com"},
                    {"payout.holder_key", "taro yamada"},
                    {"payer.key", "e_money|a@example.com"},
                    {"name.key", "taro yamada"},
                    {"email.key", "b@example.com"},
                    {"phone.key", "+819000000000"}}));
}

TEST(AllFacts, OnlyAChangedNameHasANameKey) {
  const auto facts = Compute({{"field", "name"}, {"value", "YAMADA Taro"}});
  EXPECT_EQ(facts.at("changed.name_key"), "taro yamada");
  EXPECT_EQ(Compute({{"field", "phone"}, {"value", "0312345678"}}).count("changed.name_key"), 0u);
}

TEST(AllFacts, AbsentWithoutTheirInputs) {
  EXPECT_EQ(Compute({}),
            (std::map<std::string, std::string>{{"time.day", "0"}, {"time.hour", "0"}}));
}

}  // namespace
}  // namespace sekisho
