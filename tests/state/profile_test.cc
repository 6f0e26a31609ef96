// Profiles give what the oracle gives, over months of one account.
#include "state/profile.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "core/schema.h"
#include "core/time.h"
#include "facts/fact.h"
#include "oracle/event.h"
#include "oracle/profile.h"

namespace sekisho {
namespace {

constexpr uint64_t kSeed = 0x5eed;
constexpr int64_t kStartMs = 1'767'225'600'000;  // 2026-01-01T00:00:00Z
using Fields = std::map<std::string, std::string>;

// One name, which the matcher does not see when half of the long form is kept.
constexpr char kLongName[] = "Maximiliane Katharina Exemplarius Beispiel";
constexpr char kItsShortForm[] = "Exemplarius Beispiel";

// Months of one account: a person with a rhythm, and everything that profiles learn from.
class Life {
 public:
  explicit Life(uint32_t seed) : random_(seed) {
    wakes_at_ = Below(24);
    awake_hours_ = 3 + Below(20);
    night_percent_ = Below(4) == 0 ? 40 : Below(6);
    zone_ = Of({"Asia/Tokyo", "Asia/Kolkata", "America/New_York", "?"});
    events_.push_back(Event("account.registration", Person()));
  }

  const std::vector<oracle::Event>& events() const { return events_; }

  void Live(size_t count) {
    while (events_.size() < count) {
      now_ms_ += (Below(8) == 0 ? Below(8) * 12 : Below(3)) * kHourMs + Below(60) * kMinuteMs;
      const size_t local = (now_ms_ / kHourMs + 24 - wakes_at_) % 24;
      if (local >= awake_hours_ && Below(100) >= night_percent_) continue;
      events_.push_back(Below(100) < 85 ? Activity() : Change());
    }
  }

 private:
  uint64_t Below(uint64_t count) { return random_() % count; }
  std::string Of(const std::vector<const char*>& texts) { return texts[Below(texts.size())]; }
  std::string Numbered(const char* text, uint64_t count) {
    return text + std::to_string(Below(count));
  }

  oracle::Event Event(const std::string& type, Fields fields) {
    fields["account"] = "u1";
    return oracle::MakeEvent("e" + std::to_string(events_.size()), now_ms_, type, fields);
  }

  std::string AnyName() {
    return Of({"Mina Sample 1", "SAMPLE, Mina 1", "M. Sample", "Mina Newname", "ﾐﾅ ｻﾝﾌﾟﾙ",
               "見本 花子", "Mihon Hanako", "Mina Newname (née Sample)", "Jonas Beispiel",
               kLongName, kItsShortForm, "-", ""});
  }

  Fields Person() {
    Fields fields = {{"name", Below(3) == 0 ? AnyName() : Numbered("Mina Sample ", 6)},
                     {"email", Numbered("mina", 6) + "@example.com"}};
    if (Below(3) > 0) fields["country"] = Of({"JP", "kr", "Japan", ""});
    if (Below(2) > 0) fields["time_zone"] = Below(5) == 0 ? "Pacific/Chatham" : zone_;
    return fields;
  }

  oracle::Event Activity() {
    Fields fields = {
        {"session", Numbered("s", 20)},
        {"device", Numbered(Below(9) == 0 ? "rare" : "d", 9)},
        {"ip", "192.0.2." + std::to_string(Below(Below(9) == 0 ? 200 : 18))},
        {"country", Of({"JP", "KR", "US"})},
        {"author.email", Numbered("mina", 9) + Of({"@example.com", "@noreply.example"})},
        {"author.name", Numbered("Mina Sample ", 9)}};
    AddPlace(&fields);
    return Event(Of({"session.start", "session.activity", "session.end", "bid.submitted",
                     "message.sent", "work.log", "award.granted", "repository.activity"}),
                 fields);
  }

  // What lists and the platform say about the place, sometimes in part or wrong.
  void AddPlace(Fields* fields) {
    if (Below(6) > 0) (*fields)["network.relayed"] = Below(6) > 0 ? "false" : "true";
    if (Below(6) > 0) (*fields)["network.mobile"] = Below(6) > 0 ? "false" : "true";
    for (const std::string source : {"", "network."}) {
      const bool near = Below(2) == 0;
      const auto micro = [&](int64_t limit) {
        const int64_t one = near ? 1'000'000 : limit;
        return std::to_string(static_cast<int64_t>(Below(2 * static_cast<uint64_t>(one))) - one) +
               "e-6";
      };
      if (Below(3) > 0) (*fields)[source + "latitude"] = micro(90'500'000);
      if (Below(9) > 0) (*fields)[source + "longitude"] = micro(180'000'000);
      if (Below(3) > 0) {
        (*fields)[source + "accuracy_km"] = Of({"1", "0", "20.5", "1000", "50", "-1", "wide"});
      }
    }
  }

  Fields Money() {
    return {{"amount", Of({"100", "7.5", "0", "-3", "many", "9000000000000", "0.000001", "40"})},
            {"currency", Below(5) == 0 ? Numbered("X", 9) : Of({"JPY", "jpy", "USD", ""})}};
  }

  oracle::Event Change() {
    switch (Below(11)) {
      case 0:
        return Event("account.registration", Person());
      case 1:
        return Event("application.submitted", Person());
      case 2:
        return Event("verification.result",
                     {{"verification.kind", Of({"identity", "address", "phone"})},
                      {"check.result", Of({"passed", "failed"})},
                      {"country", Of({"JP", "us", "??", ""})}});
      case 3:
        return Event(
            "document.submission",
            {{"document.name", Below(9) == 0 ? std::string(Below(2) + 111, 'n') : AnyName()},
             {"document.address", Numbered("Sample Street ", 8)},
             {"check.result", Of({"passed", "unclear", "failed"})}});
      case 4:
        return Event("shipment.sent", {{"shipment.address", Numbered("Sample Street ", 9)},
                                       {"device", Numbered("d", 9)}});
      case 5:
        return Event("profile.change",
                     {{"field", Of({"country", "email", "address", "name", "phone"})},
                      {"value", Of({"JP", "Korea", "mina7@example.com", "Sample Street 3",
                                    "Mina Newname", "ｓａｍｐｌｅ　Mina"})},
                      {"previous", AnyName()}});
      case 6:
        return Event("milestone.paid", Money());
      case 7:
        return Event("payout.payment", Money());
      case 8:
        return Event("payout.account", {{"payout.holder", AnyName()},
                                        {"payout.declared", Of({"", "", "household"})}});
      default:
        return Event("transfer.sent", Money());
    }
  }

  std::mt19937 random_;
  int64_t now_ms_ = kStartMs;
  uint64_t wakes_at_ = 0;
  uint64_t awake_hours_ = 0;
  uint64_t night_percent_ = 0;
  std::string zone_;
  std::vector<oracle::Event> events_;
};

// All fields, so that every part is in use.
FieldTable AllNumbers() {
  FieldTable fields;
  for (const FieldSpec& field : AllFields()) fields.Intern(field.name);
  return fields;
}

std::vector<FieldId> NumbersOf(const FieldTable& fields) {
  std::vector<FieldId> numbers(fields.size());
  std::iota(numbers.begin(), numbers.end(), FieldId{0});
  return numbers;
}

void AddFacts(const FieldTable& fields, EventView* view) {
  for (const Fact& fact : AllFacts()) {
    std::vector<FieldId> inputs;
    for (const std::string_view input : fact.inputs) inputs.push_back(fields.Find(input));
    if (fact.compute != nullptr) fact.compute(inputs, fields.Find(fact.output), view);
  }
}

// "name=value" of every field of an event.
std::map<std::string, std::string> Texts(const EventView& view, const FieldTable& fields) {
  std::map<std::string, std::string> texts;
  for (const FieldId field : view.set_fields()) {
    texts[std::string(fields.Name(field))] = view.Get(field).text;
  }
  return texts;
}

// The number of times that a fact was there, so that a test can see that it was.
using Seen = std::map<std::string, size_t>;

void Compare(const std::vector<oracle::Event>& events, Seen* seen) {
  FieldTable fields = AllNumbers();
  const ProfilePlan plan = ProfilePlan::Make(&fields);
  std::vector<uint64_t> record(plan.bytes() / 8);
  std::vector<std::unique_ptr<EventView>> kept;
  std::vector<const EventView*> own;
  EventView view(fields.size());
  for (const oracle::Event& event : events) {
    kept.push_back(std::make_unique<EventView>(fields.size()));
    EventView* expected = kept.back().get();
    oracle::FillView(event, fields, expected);
    AddFacts(fields, expected);
    oracle::SetProfileFacts(fields, own, expected);
    own.push_back(expected);

    oracle::FillView(event, fields, &view);
    AddFacts(fields, &view);
    plan.Visit(plan.PlanCourse(view.type, NumbersOf(fields)),
               reinterpret_cast<std::byte*>(record.data()), kSeed, &view);
    const auto texts = Texts(view, fields);
    ASSERT_EQ(texts, Texts(*expected, fields)) << event.raw;
    for (const auto& [name, text] : texts) {
      if (plan.Sets(fields.Find(name))) ++(*seen)[name];
      const bool listed = name.ends_with("match") || name == "profile.document_holder";
      if (listed) ++(*seen)[std::string(name).append(" ").append(text)];
    }
  }
}

RC_GTEST_PROP(Profile, GivesWhatTheOracleGives, ()) {
  Life life(*rc::gen::arbitrary<uint32_t>());
  life.Live(*rc::gen::inRange<size_t>(1, 300));
  Seen seen;
  Compare(life.events(), &seen);
}

TEST(Profile, LongLives) {
  Seen seen;
  for (uint32_t seed = 0; seed < 12; ++seed) {
    Life life(seed);
    life.Live(900);
    Compare(life.events(), &seen);
  }
  FieldTable fields = AllNumbers();
  const ProfilePlan plan = ProfilePlan::Make(&fields);
  for (const FieldSpec& field : AllFields()) {
    if (!plan.Sets(fields.Find(field.name))) continue;
    EXPECT_GT(seen[std::string(field.name)], 0u) << field.name;
  }
  for (const char* match :
       {"profile.hours_match consistent", "profile.hours_match below_resolution",
        "profile.hours_match contradicts", "author.match same", "author.match unrelated",
        "shipment.address_match same", "shipment.address_match different",
        "payout.holder_match same", "payout.holder_match variant", "payout.holder_match declared",
        "payout.holder_match unrelated", "profile.name_match same", "profile.name_match variant",
        "profile.name_match declared", "profile.name_match unrelated"}) {
    EXPECT_GT(seen[match], 0u) << match;
  }
}

TEST(Profile, TheShortFormOfANameKeptInPartIsNoOtherHolder) {
  std::vector<oracle::Event> events;
  const auto add = [&](const char* type, const char* field, const char* name) {
    events.push_back(oracle::MakeEvent("e" + std::to_string(events.size()),
                                       kStartMs + static_cast<int64_t>(events.size()) * kDayMs,
                                       type, {{"account", "u1"}, {field, name}}));
  };
  add("account.registration", "name", "Jonas Wolfgang Amadeus Placeholder-Probe the Elder");
  add("account.registration", "name", "Bartholomew Ferdinand Illustration-Sample the Younger");
  add("document.submission", "document.name", kLongName);
  add("document.submission", "document.name", kItsShortForm);
  Seen seen;
  Compare(events, &seen);
  ASSERT_EQ(seen["profile.document_holder"], 2u);
  EXPECT_EQ(std::count_if(
                seen.begin(), seen.end(),
                [](const auto& one) { return one.first.starts_with("profile.document_holder "); }),
            1)
      << "one holder";
}

TEST(Profile, TheFirstHoursOfTheCalendar) {
  std::vector<oracle::Event> events;
  for (int64_t hour = 0; hour < 30; ++hour) {
    events.push_back(oracle::MakeEvent("e" + std::to_string(hour), hour * kHourMs,
                                       "session.activity", {{"account", "u1"}}));
  }
  Seen seen;
  Compare(events, &seen);
}

TEST(Profile, OnlyWhatIsReadTakesRoom) {
  FieldTable none;
  EXPECT_FALSE(ProfilePlan::Make(&none).used());
  EXPECT_EQ(ProfilePlan::Make(&none).bytes(), 0u);
  FieldTable one;
  one.Intern("profile.verified");
  const ProfilePlan verified = ProfilePlan::Make(&one);
  EXPECT_EQ(verified.bytes(), 8u);
  EXPECT_TRUE(verified.ConcernsType("verification.result"));
  EXPECT_FALSE(verified.ConcernsType("session.start"));
  FieldTable all = AllNumbers();
  EXPECT_LE(ProfilePlan::Make(&all).bytes(), 1300u);
}

}  // namespace
}  // namespace sekisho
