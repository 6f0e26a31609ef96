#include <array>
#include <map>

#include "core/time.h"
#include "oracle/choices.h"
#include "oracle/generators.h"

namespace sekisho::oracle {
namespace {

constexpr int64_t kStartMs = 1'767'225'600'000;  // 2026-01-01T00:00:00Z

using Fields = std::map<std::string, std::string>;
using Seed = std::array<uint16_t, 24>;

// Mostly there; sometimes missing, null or empty.
void Put(Choices* choices, Fields* fields, const char* name, const std::string& value) {
  if (!choices->Chance(12)) {
    (*fields)[name] = value;
  } else if (choices->Chance(50)) {
    (*fields)[name] = choices->Of({"null", ""});
  }
}

std::string Account(Choices* c) { return c->Of({"u1", "u2", "u3", "7", "7.0"}); }
std::string Device(Choices* c) { return c->Of({"d1", "d2", "d3"}); }
std::string Name(Choices* c) { return c->Of({"Mina Sample", "SAMPLE Mina", "山田 太郎"}); }
std::string Payee(Choices* c) { return c->Of({"a@example.com", "A@example.com", "b@example.com"}); }
std::string Number(Choices* c) {
  return c->Of({"5", "5.0", "30", "0", "-20", "60.5", "1e2", "0.333333", "90", "many"});
}

void PutSession(Choices* c, Fields* fields) {
  Put(c, fields, "session", c->Of({"s1", "s2", "s3"}));
  Put(c, fields, "ip",
      c->Of({"192.0.2.1", "::ffff:192.0.2.1", "192.0.2.2", "2001:db8::1", "2001:db8::2", "?"}));
  Put(c, fields, "country", c->Of({"JP", "KR", "US"}));
  Put(c, fields, "device", Device(c));
}

void PutMoney(Choices* c, Fields* fields) {
  Put(c, fields, "project", c->Of({"p1", "p2"}));
  Put(c, fields, "amount", Number(c));
  Put(c, fields, "currency", c->Of({"JPY", "USD"}));
}

void PutPerson(Choices* c, Fields* fields) {
  Put(c, fields, "name", Name(c));
  Put(c, fields, "email", Payee(c));
  Put(c, fields, "country", c->Of({"JP", "KR", "Japan"}));
  Put(c, fields, "time_zone", c->Of({"Asia/Tokyo", "UTC", "Asia/Nowhere"}));
  if (c->Chance(30)) Put(c, fields, "website", c->Of({"https://a.example.com/", "a.example.com"}));
}

// What the parts of profiles are about besides sessions and bids.
std::string LessFrequent(Choices* c, Fields* fields) {
  switch (c->Below(7)) {
    case 0:
      Put(c, fields, "verification.kind", c->Of({"identity", "address", "phone"}));
      Put(c, fields, "check.result", c->Of({"passed", "failed"}));
      Put(c, fields, "country", c->Of({"jp", "KR"}));
      return "verification.result";
    case 1:
      Put(c, fields, "shipment.address", c->Of({"例町1-2", "例町3丁目4番"}));
      Put(c, fields, "device", Device(c));
      return "shipment.sent";
    case 2:
      PutMoney(c, fields);
      return "transfer.sent";
    case 3:
      PutMoney(c, fields);
      Put(c, fields, "client", c->Of({"u1", "c1"}));
      return c->Of({"milestone.paid", "payout.payment"});
    case 4:
      Put(c, fields, "author.email", c->Of({"a@example.com", "1@users.noreply.example.com"}));
      Put(c, fields, "author.name", Name(c));
      return "repository.activity";
    case 5:
      PutPerson(c, fields);
      return "application.submitted";
    default:
      Put(c, fields, "field", c->Of({"email", "address", "country", "name"}));
      Put(c, fields, "value", c->Of({"a@example.com", "例町3-4", "US", "Lina"}));
      return "profile.change";
  }
}

std::string TypeAndFields(Choices* c, Fields* fields) {
  Put(c, fields, "account", Account(c));
  switch (c->Below(20)) {
    case 0:
    case 1:
      PutSession(c, fields);
      return "session.start";
    case 2:
    case 3:
      PutSession(c, fields);
      return "session.activity";
    case 4:
      PutSession(c, fields);
      return "session.end";
    case 5:
      PutMoney(c, fields);
      return "bid.submitted";
    case 6:
      PutMoney(c, fields);
      Put(c, fields, "client", c->Of({"u1", "u2", "c1"}));
      return "award.granted";
    case 7:
    case 8:
      Put(c, fields, "minutes", Number(c));
      Put(c, fields, "device", Device(c));
      return "work.log";
    case 9:
      Put(c, fields, "other_account", Account(c));
      Put(c, fields, "rating", c->Of({"5", "1"}));
      return "review.given";
    case 10:
      Put(c, fields, "document.type", "passport");
      Put(c, fields, "document.number", c->Of({"AB1", "ab-1", "AB2"}));
      Put(c, fields, "document.name", Name(c));
      Put(c, fields, "document.address", c->Of({"例町1丁目2番", "例町9"}));
      Put(c, fields, "check.result", c->Of({"passed", "unclear"}));
      return "document.submission";
    case 11:
      Put(c, fields, "payout.kind", "e_money");
      Put(c, fields, "payout.identifier", Payee(c));
      Put(c, fields, "payout.holder", Name(c));
      return "payout.account";
    case 12:
      Put(c, fields, "field", c->Of({"name", "email"}));
      Put(c, fields, "value", Name(c));
      return "profile.change";
    case 13:
      PutPerson(c, fields);
      return "account.registration";
    default:
      return LessFrequent(c, fields);
  }
}

// Whole minutes, so that events meet each other and the edges of windows; now and then one
// millisecond beside them, and on other days.
int64_t Time(Choices* c) {
  int64_t time_ms = kStartMs + static_cast<int64_t>(c->Below(40)) * kMinuteMs;
  if (c->Chance(10)) time_ms += c->Chance(50) ? 1 : kMinuteMs - 1;
  if (c->Chance(15)) time_ms += static_cast<int64_t>(c->Below(9)) * 23 * kHourMs;
  return time_ms;
}

std::vector<Event> FromSeeds(const std::vector<Seed>& seeds) {
  std::vector<Event> events;
  for (const Seed& seed : seeds) {
    Choices choices(seed);
    if (!events.empty() && choices.Chance(4)) {
      events.push_back(events[choices.Below(events.size())]);
      continue;
    }
    const int64_t time_ms = Time(&choices);
    const int64_t sequence = choices.Chance(20) ? static_cast<int64_t>(choices.Below(3)) : 0;
    const std::string id = choices.Chance(10) ? "" : "e" + std::to_string(events.size());
    Fields fields;
    const std::string type = TypeAndFields(&choices, &fields);
    events.push_back(MakeEvent(id, time_ms, type, fields, sequence));
  }
  return events;
}

}  // namespace

rc::Gen<std::vector<Event>> Events(size_t count_max) {
  const auto seed = rc::gen::resize(rc::kNominalSize, rc::gen::arbitrary<Seed>());
  return rc::gen::map(
      rc::gen::resize(static_cast<int>(count_max), rc::gen::container<std::vector<Seed>>(seed)),
      FromSeeds);
}

}  // namespace sekisho::oracle
