#include "facts/network/listed.h"

#include <gtest/gtest.h>

#include "facts/contact/disposable.h"
#include "facts/network/address.h"
#include "lists/list_spec.h"

namespace sekisho {
namespace {

constexpr FieldId kInput = 5;
constexpr FieldId kOutput = 6;
constexpr int64_t kTimeMs = 1'775'002'200'000;  // 2026-04-01

ListText List(ListKind kind, const char* list_class, const char* text, bool pool = false) {
  ListSpec spec;
  spec.kind = kind;
  spec.file = "list";
  spec.published = "2026-01-01";
  spec.list_class = list_class;
  spec.pool = pool;
  return {spec, text};
}

// What the fact says about `input`; "absent" without a value.
template <typename LookUp>
std::string Say(const std::vector<ListText>& lists, const char* input, const LookUp& look_up) {
  DiagnosticSink sink(false);
  ListSession session(ListSet::Make(lists, &sink));
  EventView event(8);
  event.time_ms = kTimeMs;
  event.Set(kInput, Value::Text(input));
  const FieldId inputs[] = {kInput};
  look_up(std::span<const FieldId>(inputs), &session, &event);
  const Value& value = event.Get(kOutput);
  return value.present() ? std::string(value.text) : "absent";
}

TEST(ListedFact, CountryAndNumbers) {
  const std::vector<ListText> lists = {
      List(ListKind::kNetworkPlaces, "", "range,country,asn\n192.0.2.0/24,jp,AS64500\n")};
  const auto country = [](std::span<const FieldId> inputs, ListSession* session, EventView* event) {
    LookUpNetwork<NetworkField::kCountry>(inputs, kOutput, session, event);
  };
  EXPECT_EQ(Say(lists, "192.0.2.7", country), "JP");
  EXPECT_EQ(Say(lists, "::ffff:192.0.2.7", country), "JP");
  EXPECT_EQ(Say(lists, "198.51.100.1", country), "absent");
  EXPECT_EQ(Say(lists, "", country), "absent");
  EXPECT_EQ(Say({}, "192.0.2.7", country), "absent");
  EXPECT_EQ(Say(lists, "192.0.2.7",
                [](std::span<const FieldId> inputs, ListSession* session, EventView* event) {
                  LookUpNumber<NetworkField::kAsn>(inputs, kOutput, session, event);
                  EXPECT_EQ(event->Get(kOutput).kind, ValueKind::kNumber);
                }),
            "64500");
}

TEST(ListedFact, APoolIsOneAddress) {
  const auto address = [](std::span<const FieldId> inputs, ListSession* session, EventView* event) {
    ComputeNetworkAddress(inputs, kOutput, event);
    LookUpPool(inputs, kOutput, session, event);
  };
  const char* const text = "198.51.100.0/25,brand=One\n203.0.113.0/24,brand=One\n";
  const std::vector<ListText> pool = {List(ListKind::kNetworkRanges, "mobile_carrier", text, true)};
  EXPECT_EQ(Say(pool, "198.51.100.7", address), "198.51.100.0/25");
  EXPECT_EQ(Say(pool, "203.0.113.9", address), "198.51.100.0/25");
  EXPECT_EQ(Say(pool, "198.51.100.200", address), "198.51.100.200");
  const std::vector<ListText> no_pool = {List(ListKind::kNetworkRanges, "mobile_carrier", text)};
  EXPECT_EQ(Say(no_pool, "198.51.100.7", address), "198.51.100.7");
}

TEST(ListedFact, DisposableMail) {
  const auto disposable = [](std::span<const FieldId> inputs, ListSession* session,
                             EventView* event) {
    LookUpDisposable(inputs, kOutput, session, event);
  };
  const std::vector<ListText> lists = {
      List(ListKind::kEmailDomains, "disposable", "throwaway.example\n")};
  EXPECT_EQ(Say(lists, "a@throwaway.example", disposable), "true");
  EXPECT_EQ(Say(lists, "a@B.Throwaway.EXAMPLE", disposable), "true");
  EXPECT_EQ(Say(lists, "a@example.com", disposable), "false");
  EXPECT_EQ(Say(lists, "throwaway.example", disposable), "absent");
  EXPECT_EQ(Say({}, "a@throwaway.example", disposable), "absent");
}

}  // namespace
}  // namespace sekisho
