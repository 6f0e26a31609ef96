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
    if (fact.compute != nullptr) fact.compute(inputs, output, &event);
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

using Fields = std::map<std::string, std::string>;

// Fields of every kind of event at once.
const Fields& Delivered() {
  static const Fields fields = {{"account", "u2"},
                                {"client", "c1"},
                                {"ip", "::ffff:192.0.2.7"},
                                {"document.issuer", "jp"},
                                {"document.type", "passport"},
                                {"document.number", "tk 1"},
                                {"document.name", "Yamada Taro"},
                                {"document.birth_year", "1974"},
                                {"document.expires", "2012-04-15"},
                                {"document.mrz",
                                 "P<UTOYAMADA<<TARO<<<<<<<<<<<<<<<<<<<<<<<<<<<"
                                 "L898902C36UTO7408122F1204159ZE184226B<<<<<10"},
                                {"payout.kind", "e_money"},
                                {"payout.identifier", "A@example.com"},
                                {"payout.holder", "YAMADA TARO"},
                                {"payer.identifier", "a@EXAMPLE.com"},
                                {"name", "Taro Yamada"},
                                {"email", "B@example.com"},
                                {"phone", "+81 90 1234 5678"},
                                {"employer.domain", "examp1e.com"},
                                {"time_zone", "Asia/Tokyo"},
                                {"birth_year", "1969"},
                                {"career.years", "10"},
                                {"shipment.address", "例町1丁目2番"},
                                {"document.address", "例町1-2"},
                                {"author.email", "C@example.com"},
                                {"author.name", "Taro Yamada"},
                                {"commit.time", "2024-01-01T00:00:00Z"},
                                {"external.created", "2024-01-03"},
                                {"external.site", "code.example.org"},
                                {"external.handle", "@Hanako"},
                                {"request.value", "Example  Messenger"},
                                {"website", "https://www.example.com/"}};
  return fields;
}

const Fields& Expected() {
  static const Fields facts = {{"network.address", "192.0.2.7"},
                               {"time.hour", "0"},
                               {"time.day", "0"},
                               {"pair", "c1|u2"},
                               {"document.key", "JP|PASSPORT|TK1"},
                               {"document.name_key", "taro yamada"},
                               {"document.check", "malformed"},
                               {"document.expired", "false"},
                               {"document.mrz_check", "passes"},
                               {"document.number_match", "different"},
                               {"document.name_match", "same"},
                               {"document.birth_match", "same"},
                               {"document.expiry_match", "same"},
                               {"payout.form", "email"},
                               {"payout.check", "unchecked"},
                               {"payout.class", "e_money"},
                               {"payout.key", "e_money|a@example.com"},
                               {"payout.holder_key", "taro yamada"},
                               {"payer.key", "e_money|a@example.com"},
                               {"name.key", "taro yamada"},
                               {"email.key", "b@example.com"},
                               {"phone.key", "+819012345678"},
                               {"phone.valid", "true"},
                               {"phone.type", "mobile"},
                               {"phone.region", "JP"},
                               {"email.valid", "true"},
                               {"email.domain", "example.com"},
                               {"email.domain_match", "look_alike"},
                               {"time_zone.offset_minutes", "540"},
                               {"career.contradiction", "years_exceed_age"},
                               {"shipment.address_key", "例町1-2"},
                               {"document.address_key", "例町1-2"},
                               {"author.email_key", "c@example.com"},
                               {"author.name_key", "taro yamada"},
                               {"commit.days_before_account", "2"},
                               {"external.key", "code.example.org|hanako"},
                               {"request.value_key", "example messenger"},
                               {"website.key", "example.com"}};
  return facts;
}

TEST(AllFacts, ComputeTheirFields) { EXPECT_EQ(Compute(Delivered()), Expected()); }

TEST(AllFacts, OnlyAChangedFieldOfThatKindHasAKey) {
  const auto facts = Compute({{"field", "name"}, {"value", "YAMADA Taro"}});
  EXPECT_EQ(facts.at("changed.name_key"), "taro yamada");
  EXPECT_EQ(Compute({{"field", "phone"}, {"value", "0312345678"}}).count("changed.name_key"), 0u);
  EXPECT_EQ(Compute({{"field", "address"}, {"value", "例町1の2"}}).at("changed.address_key"),
            "例町1-2");
  EXPECT_EQ(Compute({{"field", "email"}, {"value", "A@example.com"}}).at("changed.email_key"),
            "a@example.com");
  EXPECT_EQ(Compute({{"field", "address"}, {"value", "a1@example.com"}}).count("changed.email_key"),
            0u);
}

TEST(AllFacts, AbsentWithoutTheirInputs) {
  EXPECT_EQ(Compute({}),
            (std::map<std::string, std::string>{{"time.day", "0"}, {"time.hour", "0"}}));
}

}  // namespace
}  // namespace sekisho
