#include "lists/list_set.h"

#include <gtest/gtest.h>

#include "core/time.h"
#include "lists/list_session.h"

namespace sekisho {
namespace {

int64_t At(const char* day) { return *DayStartMs(day); }

ListSpec Spec(const std::vector<std::pair<std::string, std::string>>& given) {
  DiagnosticSink sink(false);
  std::vector<ListKey> keys = {
      {"file", "list.txt", {}}, {"source", "test", {}}, {"licence", "none", {}}};
  for (const auto& [key, value] : given) keys.push_back({key, value, {}});
  const bool dated = std::any_of(given.begin(), given.end(),
                                 [](const auto& one) { return one.first == "published"; });
  if (!dated) keys.push_back({"published", "2026-01-01", {}});
  const std::optional<ListSpec> spec = MakeListSpec(keys, {}, &sink);
  const std::vector<Diagnostic> diagnostics = sink.Take();
  EXPECT_TRUE(spec) << (diagnostics.empty() ? "" : diagnostics[0].message);
  return spec.value_or(ListSpec());
}

struct Made {
  std::shared_ptr<const ListSet> set;
  std::vector<Diagnostic> said;
};

Made Make(std::vector<ListText> lists) {
  DiagnosticSink sink(false);
  Made made;
  made.set = ListSet::Make(std::move(lists), &sink);
  made.said = sink.Take();
  return made;
}

std::string Ask(const ListSet& set, const char* ip, NetworkField field,
                const char* day = "2026-02-01") {
  ListSession session(std::shared_ptr<const ListSet>(std::shared_ptr<void>(), &set));
  return std::string(session.Network(ip, field, At(day)));
}

TEST(ListSet, NarrowestRangeGivesTheClassAndEachFieldItsOwn) {
  const Made made =
      Make({{Spec({{"kind", "network_ranges"}, {"class", "hosting"}}), "192.0.2.0/24\n"},
            {Spec({{"kind", "network_ranges"}, {"class", "vpn"}}),
             "192.0.2.0/24\n192.0.2.64/26,brand=Example VPN\n"},
            {Spec({{"kind", "network_ranges"}, {"class", "exempt"}}), "192.0.2.96/27\n"},
            {Spec({{"kind", "network_ranges"}, {"class", "watched"}}), "192.0.2.0/25,brand=why\n"},
            {Spec({{"kind", "network_places"}}),
             "range,country,asn,organisation\n192.0.0.0/16,jp,AS64500,\"Net, Example\"\n"}});
  ASSERT_TRUE(made.said.empty()) << made.said[0].message;
  const ListSet& set = *made.set;
  EXPECT_EQ(Ask(set, "192.0.2.1", NetworkField::kClass), "vpn");  // of equal ranges
  EXPECT_EQ(Ask(set, "192.0.2.1", NetworkField::kBrand), "");
  EXPECT_EQ(Ask(set, "192.0.2.70", NetworkField::kBrand), "Example VPN");
  EXPECT_EQ(Ask(set, "192.0.2.100", NetworkField::kClass), "exempt");
  EXPECT_EQ(Ask(set, "192.0.2.100", NetworkField::kWatched), "why");
  EXPECT_EQ(Ask(set, "192.0.2.200", NetworkField::kWatched), "");
  EXPECT_EQ(Ask(set, "::ffff:192.0.2.100", NetworkField::kCountry), "JP");
  EXPECT_EQ(Ask(set, "192.0.2.100", NetworkField::kAsn), "64500");
  EXPECT_EQ(Ask(set, "192.0.2.100", NetworkField::kOrganisation), "Net, Example");
  EXPECT_EQ(Ask(set, "198.51.100.1", NetworkField::kClass), "");
  EXPECT_EQ(Ask(set, "nonsense", NetworkField::kClass), "");
}

// A brand says whose exit an address is, so it goes with the class: a narrower range of another
// class takes it away, and one of the same class that only lacks the name does not.
TEST(ListSet, BrandIsOneOfTheClass) {
  const auto vpn = Spec({{"kind", "network_ranges"}, {"class", "vpn"}});
  const Made made = Make(
      {{vpn, "192.0.2.0/24,brand=Example VPN\n198.51.100.0/24,brand=Other VPN,until=2026-02-10\n"},
       {vpn, "192.0.2.64/28\n198.51.100.0/25,class=hosting,from=2026-02-05,until=2026-02-06\n"},
       {Spec({{"kind", "network_ranges"}, {"class", "exempt"}}), "192.0.2.96/27\n"},
       {Spec({{"kind", "network_ranges"}, {"class", "home"}}), "192.0.2.128/27\n192.0.2.0/24\n"},
       {Spec({{"kind", "network_ranges"}, {"class", "watched"}}), "192.0.2.8/29\n"}});
  const auto brand = [&](const char* ip, const char* day = "2026-02-01") {
    return Ask(*made.set, ip, NetworkField::kBrand, day);
  };
  EXPECT_EQ(brand("192.0.2.1"), "Example VPN");
  EXPECT_EQ(brand("192.0.2.9"), "Example VPN");   // watched is no class
  EXPECT_EQ(brand("192.0.2.65"), "Example VPN");  // the same class, without a name
  EXPECT_EQ(brand("192.0.2.100"), "");            // exempt
  EXPECT_EQ(brand("192.0.2.130"), "");            // home
  EXPECT_EQ(brand("198.51.100.1", "2026-02-04"), "Other VPN");
  EXPECT_EQ(brand("198.51.100.1", "2026-02-05"), "");
  EXPECT_EQ(brand("198.51.100.1", "2026-02-07"), "Other VPN");
  EXPECT_EQ(brand("198.51.100.1", "2026-02-11"), "");
}

TEST(ListSet, SaysWhatItSaidAtThatTime) {
  const Made made =
      Make({{Spec({{"kind", "network_ranges"}, {"class", "vpn"}, {"from", "2026-01-10"}}),
             "192.0.2.0/24,until=2026-01-20\n192.0.2.0/25,from=2026-03-01,class=tor\n"},
            {Spec({{"kind", "network_ranges"},
                   {"class", "hosting"},
                   {"published", "2026-01-01"},
                   {"stale_after_days", "30"}}),
             "192.0.2.0/16\n"}});
  const auto at = [&](const char* day) {
    return Ask(*made.set, "192.0.2.1", NetworkField::kClass, day);
  };
  EXPECT_EQ(at("2026-01-09"), "hosting");
  EXPECT_EQ(at("2026-01-10"), "vpn");
  EXPECT_EQ(at("2026-01-20"), "vpn");
  EXPECT_EQ(at("2026-01-21"), "hosting");
  EXPECT_EQ(at("2026-01-30"), "hosting");
  EXPECT_EQ(at("2026-01-31"), "");  // stale: 30 days after 1 January
  EXPECT_EQ(at("2026-03-01"), "tor");
  EXPECT_TRUE(made.set->PartsAt(At("2026-01-31") - 1).Has(ListPart::kHosting));
  EXPECT_FALSE(made.set->PartsAt(At("2026-01-31")).Has(ListPart::kHosting));
  EXPECT_TRUE(made.set->PartsAt(At("2026-02-01")).Has(ListPart::kVpn));
}

TEST(ListSet, PoolIsNamedByItsFirstRange) {
  const Made made =
      Make({{Spec({{"kind", "network_ranges"}, {"class", "mobile_carrier"}, {"pool", "true"}}),
             "198.51.100.0/25,brand=One\n192.0.2.0/24,brand=One\n"
             "203.0.113.0/25,brand=Two\n203.0.113.128/25\n"}});
  EXPECT_EQ(Ask(*made.set, "198.51.100.7", NetworkField::kPool), "192.0.2.0/24");
  EXPECT_EQ(Ask(*made.set, "192.0.2.9", NetworkField::kPool), "192.0.2.0/24");
  EXPECT_EQ(Ask(*made.set, "203.0.113.1", NetworkField::kPool), "203.0.113.0/25");
  EXPECT_EQ(Ask(*made.set, "203.0.113.200", NetworkField::kPool), "203.0.113.128/25");
  EXPECT_EQ(Ask(*made.set, "198.51.100.7", NetworkField::kBrand), "");  // a carrier is no VPN
}

TEST(ListSet, LeavesOutBadLinesAndSaysWhere) {
  const Made made = Make({{Spec({{"kind", "network_ranges"}, {"class", "vpn"}}),
                           "\xef\xbb\xbf# head\r\n192.0.2.0/24 # exit\r\nnonsense\r\n"
                           "198.51.100.0/24,class=wpn\r\n\r\n; note\n203.0.113.0/24,until=soon\n"
                           "ExitNode 0011\nPublished 2026-01-01 00:00:00\n"
                           "ExitAddress 198.51.100.7 2026-01-01 00:00:00\n\xff\xfe\n"},
                          {Spec({{"kind", "network_places"}}), "range,kountry\n192.0.2.0/24,JP\n"},
                          {Spec({{"kind", "email_domains"}}), "# nothing\n"}});
  std::vector<std::string> said;
  for (const Diagnostic& one : made.said) {
    said.push_back(one.code + ":" + std::to_string(one.place.line));
  }
  EXPECT_EQ(said, (std::vector<std::string>{"SK2305:3", "SK2305:4", "SK2305:7", "SK2305:11",
                                            "SK2305:1", "SK2304:0", "SK2304:0"}));
  EXPECT_EQ(Ask(*made.set, "192.0.2.1", NetworkField::kClass), "vpn");
  EXPECT_EQ(Ask(*made.set, "198.51.100.7", NetworkField::kClass), "vpn");
  ASSERT_EQ(made.set->lists().size(), 3u);
  EXPECT_TRUE(made.set->lists()[0].loaded);
  EXPECT_EQ(made.set->lists()[0].entries, 2u);
  EXPECT_EQ(made.set->lists()[0].refused, 4u);
  EXPECT_FALSE(made.set->lists()[1].loaded);
  EXPECT_FALSE(made.set->lists()[2].loaded);
  EXPECT_FALSE(made.set->parts().Has(ListPart::kDisposableEmail));
}

TEST(ListSet, ManyBadLinesAreCountedNotListed) {
  std::string text = "192.0.2.1\n" + std::string(1 << 20, 'x') + "\n";
  for (int i = 0; i < 1000; ++i) text += "bad\n";
  const Made made = Make({{Spec({{"kind", "network_ranges"}, {"class", "vpn"}}), text}});
  EXPECT_EQ(made.set->lists()[0].refused, 1001u);
  EXPECT_EQ(made.said.size(), 21u);
  EXPECT_NE(made.said.back().message.find("981"), std::string::npos);
}

TEST(ListSet, DisposableMail) {
  const Made made = Make(
      {{Spec({{"kind", "email_domains"}}), "Throwaway.example\n*.minute.example\n@relay.example\n"},
       {Spec({{"kind", "email_domains"}, {"class", "allowed"}}),
        "relay.example\nok.minute.example\n"}});
  using Answer = ListSet::Answer;
  const auto ask = [&](const char* domain) { return made.set->IsDisposable(domain, 0); };
  EXPECT_EQ(ask("throwaway.example"), Answer::kYes);
  EXPECT_EQ(ask("a.b.throwaway.example"), Answer::kYes);
  EXPECT_EQ(ask("notthrowaway.example"), Answer::kNo);
  EXPECT_EQ(ask("minute.example"), Answer::kYes);
  EXPECT_EQ(ask("ok.minute.example"), Answer::kNo);
  EXPECT_EQ(ask("relay.example"), Answer::kNo);
  EXPECT_EQ(ask("example"), Answer::kNo);
  EXPECT_EQ(ListSet().IsDisposable("throwaway.example", 0), Answer::kUnknown);
}

// What nobody names is only known to be on no list when every list of the manifest speaks.
TEST(ListSet, ASilentListLeavesWhatIsNotNamedUnknown) {
  const auto ranges = [](const char* file, const char* list_class, int64_t days) {
    ListSpec spec = Spec({{"kind", "network_ranges"}, {"class", list_class}});
    spec.file = file;
    spec.stale_after_days = days;
    return spec;
  };
  const Made made = Make(
      {{ranges("one.txt", "vpn", 0), "192.0.2.0/24\n"},
       {ranges("two.txt", "vpn", 30), "198.51.100.0/24\n"},
       {ranges("three.txt", "tor", 0), ""},
       {Spec({{"kind", "wallet_addresses"}}), "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed\n"}});
  const int64_t good = At("2026-01-31") - 1;
  const int64_t stale = At("2026-01-31");
  EXPECT_TRUE(made.set->WholeAt(good).Has(ListPart::kVpn));
  EXPECT_FALSE(made.set->WholeAt(stale).Has(ListPart::kVpn));
  EXPECT_TRUE(made.set->PartsAt(stale).Has(ListPart::kVpn));
  EXPECT_TRUE(made.set->SilentAt(good).Has(ListPart::kTor));
  EXPECT_EQ(made.set->SilentFiles(ListParts::Everything(), good),
            (std::vector<std::string>{"three.txt"}));
  EXPECT_EQ(made.set->SilentFiles(ListParts::Everything(), stale),
            (std::vector<std::string>{"two.txt", "three.txt"}));
  EXPECT_TRUE(made.set->WholeAt(stale).Has(ListPart::kListedWallet));
}

// Each address is one of docs/lists.md's: the first column, quotes and spaces around taken off.
TEST(ListSet, WalletsStandInTheFirstColumn) {
  const Made made = Make({{Spec({{"kind", "wallet_addresses"}}),
                           "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed,ETH,2026-01-01\n"
                           "\"bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4\", XBT\n"
                           "zcash-Form0not0Known0Here # a form without check digits here\n"}});
  ASSERT_TRUE(made.said.empty()) << made.said[0].message;
  using Answer = ListSet::Answer;
  const auto ask = [&](const char* wallet) { return made.set->IsListedWallet(wallet, 0); };
  EXPECT_EQ(ask("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"), Answer::kYes);
  EXPECT_EQ(ask("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"), Answer::kYes);
  EXPECT_EQ(ask("zcash-Form0not0Known0Here"), Answer::kYes);
  EXPECT_EQ(ask("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaee"), Answer::kNo);
}

// What can never be asked for is refused, so that nobody takes it for an entry.
TEST(ListSet, RefusesWhatNoEventCanHave) {
  const Made made =
      Make({{Spec({{"kind", "wallet_addresses"}}),
             "address\n0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD\n'0x00'\n"
             "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb\n0x00000000000000000000000000000000000000aa\n"},
            {Spec({{"kind", "email_domains"}}),
             "domain\n192.0.2.1\na..example\nmail.example,reason\n\"mail.example\"\na@b.example\n"
             "ok.example\n"},
            {Spec({{"kind", "network_ranges"}, {"class", "vpn"}}),
             "range\n\"192.0.2.0/24\"\n192.0.2.0/24,a note\n192.0.2.1 192.0.2.9\n192.0.2.7\n"}});
  for (const ListInfo& list : made.set->lists()) EXPECT_EQ(list.entries, 1u) << list.spec.file;
  EXPECT_EQ(made.set->lists()[0].refused, 4u);
  EXPECT_EQ(made.set->lists()[1].refused, 6u);
  EXPECT_EQ(made.set->lists()[2].refused, 4u);
}

TEST(ListSet, KnowsItsFiles) {
  const Made made = Make({{Spec({{"kind", "email_domains"}}), "abc"}});
  // SHA-256 of "abc" (FIPS 180-2, appendix B.1).
  EXPECT_EQ(made.set->lists()[0].sha256,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

// The cache never changes an answer, whatever was asked before.
TEST(ListSession, AnswersAsIfNothingHadBeenAsked) {
  const Made made = Make({{Spec({{"kind", "network_ranges"}, {"class", "vpn"}}),
                           "10.0.0.0/9\n10.0.3.0/24,class=tor\n2001:db8::/32\n"}});
  ListSession session(made.set);
  for (int round = 0; round < 2; ++round) {
    for (uint32_t i = 0; i < 20'000; i += 7) {
      const std::string ip = "10." + std::to_string(i >> 16) + "." + std::to_string(i >> 8 & 255) +
                             "." + std::to_string(i & 255);
      const std::string_view expected = (i >> 8) == 3 ? "tor" : "vpn";
      EXPECT_EQ(session.Network(ip, NetworkField::kClass, 0), expected) << ip;
    }
    const std::string longest = "2001:0db8:0000:0000:0000:ffff:ffff:ffff      ";
    EXPECT_EQ(session.Network(longest, NetworkField::kClass, 0), "vpn");
    EXPECT_EQ(session.Network(longest + " ", NetworkField::kClass, 0), "vpn");
    EXPECT_EQ(session.Network("", NetworkField::kClass, 0), "");
  }
}

// The forms of Amazon, Google, Microsoft and Oracle, one behind the other.
TEST(ListSet, ReadsWhatCloudCompaniesPublish) {
  const char* const files[] = {
      R"({"syncToken": "1", "prefixes": [{"ip_prefix": "192.0.2.0/25", "region": "x"}],
          "ipv6_prefixes": [{"ipv6_prefix": "2001:db8:a::/48"}]})",
      R"({"prefixes": [{"ipv4Prefix": "192.0.2.128/26", "scope": "x"},
                       {"ipv6Prefix": "2001:db8:b::/48"}]})",
      R"({"values": [{"name": "198.51.100.0/24", "properties":
                      {"addressPrefixes": ["192.0.2.192/27", "2001:db8:c::/48"]}}]})",
      R"({"regions": [{"region": "x", "cidrs": [{"cidr": "192.0.2.224/27", "tags": ["OCI"]}]}]})"};
  std::vector<ListText> lists;
  for (const char* file : files) {
    lists.push_back({Spec({{"kind", "network_ranges"}, {"class", "hosting"}}), file});
  }
  const Made made = Make(std::move(lists));
  ASSERT_TRUE(made.said.empty()) << made.said[0].message;
  for (const char* ip : {"192.0.2.1", "192.0.2.129", "192.0.2.200", "192.0.2.230", "2001:db8:a::1",
                         "2001:db8:b::1", "2001:db8:c::1"}) {
    EXPECT_EQ(Ask(*made.set, ip, NetworkField::kClass), "hosting") << ip;
  }
  EXPECT_EQ(Ask(*made.set, "198.51.100.1", NetworkField::kClass), "");  // a name
}

TEST(ListSet, SaysWhatIsWrongInTheJsonOfACloudCompany) {
  const Made made = Make({{Spec({{"kind", "network_ranges"}, {"class", "hosting"}}),
                           R"({"prefixes": [{"ip_prefix": "192.0.2.0/99"}]})"},
                          {Spec({{"kind", "network_ranges"}, {"class", "hosting"}}),
                           R"({"prefixes": [{"ip_prefix": "192.0.2.0/25")"}});
  std::string said;
  for (const Diagnostic& one : made.said) said += one.message + "\n";
  EXPECT_NE(said.find("\"192.0.2.0/99\" is no address or range"), std::string::npos) << said;
  EXPECT_NE(said.find("begins like JSON but is none"), std::string::npos) << said;
}

}  // namespace
}  // namespace sekisho
