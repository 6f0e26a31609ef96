#include "facts/network/listed.h"

#include <gtest/gtest.h>

#include "facts/contact/disposable.h"
#include "facts/money/institution.h"
#include "facts/money/listed_wallet.h"
#include "facts/money/payout_check.h"
#include "facts/network/address.h"
#include "facts/network/line.h"
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

const auto kRelayed = [](std::span<const FieldId> inputs, ListSession* session, EventView* event) {
  LookUpRelayed(inputs, kOutput, session, event);
};
const auto kMobile = [](std::span<const FieldId> inputs, ListSession* session, EventView* event) {
  LookUpMobile(inputs, kOutput, session, event);
};

TEST(ListedFact, WhetherTheUserMaySitElsewhere) {
  const ListText vpn = List(ListKind::kNetworkRanges, "vpn", "192.0.2.0/25\n");
  const ListText own = List(ListKind::kNetworkRanges, "exempt", "192.0.2.128/25\n");
  const ListText lines = List(ListKind::kNetworkPlaces, "",
                              "range,connection\n198.51.100.0/25,satellite\n"
                              "198.51.100.128/25,cellular\n");
  EXPECT_EQ(Say({vpn, own, lines}, "192.0.2.1", kRelayed), "true");
  EXPECT_EQ(Say({vpn, own, lines}, "192.0.2.200", kRelayed), "true");
  EXPECT_EQ(Say({vpn, own, lines}, "198.51.100.1", kRelayed), "true");
  EXPECT_EQ(Say({vpn, own, lines}, "203.0.113.1", kRelayed), "false");
  EXPECT_EQ(Say({vpn, own, lines}, "no address", kRelayed), "absent");
  // What one list knows is known; that nobody is behind a VPN, only a list of these can say.
  EXPECT_EQ(Say({own, lines}, "192.0.2.200", kRelayed), "true");
  EXPECT_EQ(Say({own, lines}, "203.0.113.1", kRelayed), "absent");
  EXPECT_EQ(Say({}, "203.0.113.1", kRelayed), "absent");

  const ListText carrier = List(ListKind::kNetworkRanges, "mobile_carrier", "203.0.113.0/24\n");
  EXPECT_EQ(Say({carrier}, "203.0.113.1", kMobile), "true");
  EXPECT_EQ(Say({carrier}, "192.0.2.1", kMobile), "false");
  EXPECT_EQ(Say({lines}, "198.51.100.129", kMobile), "true");
  EXPECT_EQ(Say({lines}, "192.0.2.1", kMobile), "false");
  EXPECT_EQ(Say({vpn, own}, "192.0.2.1", kMobile), "absent");
}

TEST(ListedFact, AStaleListOfVpnsClearsNobody) {
  ListText vpn = List(ListKind::kNetworkRanges, "vpn", "192.0.2.0/25\n");
  vpn.spec.stale_after_days = 30;
  EXPECT_EQ(Say({vpn}, "203.0.113.1", kRelayed), "absent");
  EXPECT_EQ(Say({vpn}, "192.0.2.1", kRelayed), "absent");
}

// Of two lists of one kind one cannot be read: who is on the other is known, nobody is cleared.
TEST(ListedFact, AListThatCannotBeReadClearsNobody) {
  const ListText vpn = List(ListKind::kNetworkRanges, "vpn", "192.0.2.0/25\n");
  for (const char* const list_class : {"vpn", "tor", "exempt"}) {
    const ListText unread = List(ListKind::kNetworkRanges, list_class, "");
    EXPECT_EQ(Say({vpn, unread}, "192.0.2.1", kRelayed), "true");
    EXPECT_EQ(Say({vpn, unread}, "203.0.113.1", kRelayed), "absent") << list_class;
  }
  const ListText unread_home = List(ListKind::kNetworkRanges, "home", "");
  EXPECT_EQ(Say({vpn, unread_home}, "203.0.113.1", kRelayed), "false");
  const ListText database = List(ListKind::kNetworkDatabase, "", "damaged");
  EXPECT_EQ(Say({vpn, database}, "203.0.113.1", kRelayed), "absent");
  const ListText carrier = List(ListKind::kNetworkRanges, "mobile_carrier", "203.0.113.0/24\n");
  EXPECT_EQ(Say({carrier, database}, "203.0.113.1", kMobile), "true");
  EXPECT_EQ(Say({carrier, database}, "192.0.2.1", kMobile), "absent");
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
  std::vector<ListText> two = {lists[0], List(ListKind::kEmailDomains, "disposable", "")};
  EXPECT_EQ(Say(two, "a@throwaway.example", disposable), "true");
  EXPECT_EQ(Say(two, "a@example.com", disposable), "absent");
  // Without the exceptions more is named, not less.
  two[1].spec.list_class = "allowed";
  EXPECT_EQ(Say(two, "a@example.com", disposable), "false");
  EXPECT_EQ(Say({}, "a@throwaway.example", disposable), "absent");
}

// Of a number, with kind bank.
std::string ClassOf(const std::vector<ListText>& lists, const char* number) {
  DiagnosticSink sink(false);
  ListSession session(ListSet::Make(lists, &sink));
  EventView event(11);
  event.time_ms = kTimeMs;
  event.Set(kInput, Value::Text("bank"));
  event.Set(8, Value::Text(number));
  const FieldId inputs[] = {kInput, 8, 9, 10};
  LookUpInstitutionKind(std::span(inputs, 2), 10, &session, &event);
  ComputePayoutClass(inputs, kOutput, &event);
  const Value& value = event.Get(kOutput);
  return value.present() ? std::string(value.text) : "absent";
}

TEST(ListedFact, TheDirectoryGoesBeforeTheLookOfAnAccount) {
  const std::vector<ListText> lists = {
      List(ListKind::kBankDirectory, "",
           "scheme,code,kind\nrouting,111000025,sponsor_bank\niban,GBBUKB,money_service\n"
           "zengin,0001,bank\nbic,EXAMBEBB,money_service\n")};
  EXPECT_EQ(ClassOf(lists, "111000025-123456"), "absent");
  EXPECT_EQ(ClassOf(lists, "GB33 BUKB 2020 1555 5555 55"), "money_service");
  EXPECT_EQ(ClassOf(lists, "0001-001-1234567"), "bank");
  EXPECT_EQ(ClassOf(lists, "EXAMBEBB 967-1234567"), "money_service");
  EXPECT_EQ(ClassOf(lists, "EXAMBEBBXXX/9671234567"), "money_service");
  EXPECT_EQ(ClassOf(lists, "EXAMDEBB 9671234567"), "bank");
  EXPECT_EQ(ClassOf(lists, "0002-001-1234567"), "bank");  // not listed: no more than it looks like
  EXPECT_EQ(ClassOf({}, "GB33 BUKB 2020 1555 5555 55"), "bank");
}

// That a bank lends its numbers stands in a second list; while it is silent, "bank" is not known.
TEST(ListedFact, ABankIsOnlyABankWhenEveryDirectorySpeaks) {
  const ListText banks =
      List(ListKind::kBankDirectory, "",
           "scheme,code,kind\nrouting,111000025,bank\nrouting,021000021,sponsor_bank\n");
  const auto kind = [&](const std::vector<ListText>& lists, const char* number) {
    DiagnosticSink sink(false);
    return std::string(ListSet::Make(lists, &sink)->InstitutionKind("routing", number, kTimeMs));
  };
  ListText sponsors =
      List(ListKind::kBankDirectory, "", "scheme,code,kind\nrouting,011401533,sponsor_bank\n");
  EXPECT_EQ(kind({banks, sponsors}, "111000025"), "bank");
  sponsors.spec.stale_after_days = 30;
  EXPECT_EQ(kind({banks, sponsors}, "111000025"), "");
  EXPECT_EQ(kind({banks, sponsors}, "021000021"), "sponsor_bank");
  sponsors.text = "";
  EXPECT_EQ(kind({banks, sponsors}, "111000025"), "");
  EXPECT_EQ(kind({banks}, "111000025"), "bank");
}

TEST(ListedFact, NamedWallet) {
  const std::vector<ListText> lists = {
      List(ListKind::kWalletAddresses, "", "0x00000000000000000000000000000000000000AA\n")};
  const auto listed = [&](const char* kind, const char* number) {
    DiagnosticSink sink(false);
    ListSession session(ListSet::Make(lists, &sink));
    EventView event(9);
    event.time_ms = kTimeMs;
    event.Set(kInput, Value::Text(kind));
    event.Set(8, Value::Text(number));
    const FieldId inputs[] = {kInput, 8};
    LookUpListedWallet(inputs, kOutput, &session, &event);
    const Value& value = event.Get(kOutput);
    return value.present() ? std::string(value.text) : "absent";
  };
  EXPECT_EQ(listed("crypto", "0x00000000000000000000000000000000000000aA"), "true");
  EXPECT_EQ(listed("crypto", "ethereum:0x00000000000000000000000000000000000000aa"), "true");
  EXPECT_EQ(listed("crypto", "0x00000000000000000000000000000000000000ab"), "false");
  EXPECT_EQ(listed("bank", "0000-001-1234567"), "absent");
}

}  // namespace
}  // namespace sekisho
