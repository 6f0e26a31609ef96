// The lists of a market load without a warning, name what its people use, and do not name all of
// it.
#include "simulate/lists.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>

#include "core/postal_address.h"
#include "lists/list_session.h"
#include "simulate/market_under_test.h"

namespace sekisho::simulate {
namespace {

using testing::MarketUnderTest;
using testing::Seen;
using testing::Text;

constexpr uint32_t kAccounts = 4'000;

struct Loaded {
  std::shared_ptr<const ListSet> lists;
  std::vector<Diagnostic> diagnostics;
};

Loaded Load(uint32_t accounts) {
  std::map<std::string, std::string> files;
  for (MarketList& list : MakeLists(accounts)) files[list.file] = std::move(list.text);
  DiagnosticSink sink(false);
  std::vector<ListText> texts;
  for (ListSpec& spec : ReadListManifest("lists.yml", files.at("lists.yml"), &sink)) {
    std::string text = files.at(spec.file);
    texts.push_back({std::move(spec), std::move(text)});
  }
  EXPECT_EQ(texts.size() + 1, files.size()) << "each file is named once";
  Loaded loaded;
  loaded.lists = ListSet::Make(std::move(texts), &sink);
  loaded.diagnostics = sink.Take();
  return loaded;
}

TEST(MarketLists, LoadWithoutAWarning) {
  for (const uint32_t accounts : {10u, 20'000u, 200'000u}) {
    const Loaded loaded = Load(accounts);
    for (const Diagnostic& diagnostic : loaded.diagnostics) {
      ADD_FAILURE() << FormatDiagnostic(diagnostic);
    }
    for (const ListInfo& list : loaded.lists->lists()) {
      EXPECT_TRUE(list.loaded) << list.spec.file;
      EXPECT_GT(list.entries, 0u) << list.spec.file;
      EXPECT_EQ(list.refused, 0u) << list.spec.file;
    }
  }
}

TEST(MarketLists, EachKindAndClassIsThere) {
  std::set<std::string> kinds;
  const Loaded loaded = Load(kAccounts);
  for (const ListInfo& list : loaded.lists->lists()) {
    kinds.insert(std::string(ListKindName(list.spec.kind)) + " " + list.spec.list_class);
  }
  // A database in MaxMind's format would say what network_places says.
  EXPECT_EQ(kinds,
            (std::set<std::string>{
                "network_ranges vpn", "network_ranges hosting", "network_ranges mobile_carrier",
                "network_places ", "email_domains disposable", "wallet_addresses ",
                "bank_directory ", "payment_services ", "postal_addresses mailbox",
                "postal_addresses forwarder", "postal_addresses virtual_office",
                "postal_addresses vacant", "postal_addresses business", "technologies "}));
}

const MarketUnderTest& HonestMarket() {
  static const MarketUnderTest& market = *new MarketUnderTest([] {
    MarketOptions options;
    options.accounts = kAccounts;
    options.days = 30;
    options.seed = 2;
    options.ring_accounts_ppm = 0;
    return testing::MakeForTest(options);
  }());
  return market;
}

// What lists say about events of one market.
class Uses {
 public:
  Uses() : session_(Load(kAccounts).lists) {}

  std::string Network(const Seen& event, NetworkField field) {
    return std::string(session_.Network(Text(event, "ip"), field, event.time_ms));
  }

  // Of an American, Japanese or British account.
  std::string Bank(const Seen& event) const {
    std::string number = Text(event, "payout.identifier");
    std::erase(number, '-');
    const Directory& directory = session_.lists().directory();
    const std::string country = number.substr(0, 2);
    for (const auto& [scheme, code] :
         {std::pair<std::string, std::string>{"routing", number},
          {"zengin", number},
          {"iban", number.size() > 4 ? country + number.substr(4) : ""}}) {
      const auto kind = directory.InstitutionKind(scheme, code, event.time_ms);
      if (!kind.empty()) return std::string(kind);
    }
    return "";
  }

  std::string Service(const Seen& event) const {
    return std::string(session_.lists().directory().ServiceCountry(
        Text(event, "payout.institution"), event.time_ms));
  }

  std::string Postal(const std::string& address, int64_t time_ms) const {
    const auto read = ReadPostalAddress(address);
    return read ? std::string(session_.lists().places().ClassOf(*read, time_ms)) : "";
  }

  // Years of experience that are too many or begin too early.
  int64_t YearsTooMany(const Seen& event) const {
    const auto first = session_.lists().FirstYear(Text(event, "skill.name"), event.time_ms);
    if (!first) return 0;
    const std::string since = Text(event, "skill.since_year");
    if (!since.empty()) return *first - testing::Number(event, "skill.since_year");
    const int64_t year = 1970 + event.time_ms / 31'556'952'000;
    return testing::Number(event, "skill.years") - (year - *first + 1);
  }

 private:
  ListSession session_;
};

TEST(MarketLists, HonestPeopleUseWhatListsName) {
  Uses uses;
  std::map<std::string, std::set<std::string>> found;  // what: accounts
  for (const Seen& event : HonestMarket().events) {
    std::string what;
    if (event.type == "session.start") {
      const std::string line = uses.Network(event, NetworkField::kConnection);
      what = "line " + uses.Network(event, NetworkField::kClass) + "/" + line;
    } else if (event.type == "payout.account" && Text(event, "payout.kind") == "bank") {
      what = "bank " + uses.Bank(event);
    } else if (event.type == "payout.account" && Text(event, "payout.kind") == "e_money") {
      const std::string country = uses.Service(event);
      what = country.empty()                            ? "service of many countries"
             : country == Text(event, "payout.country") ? "service at home"
                                                        : "service of another country";
    } else if (event.type == "payout.account") {
      what = Text(event, "payout.kind");
    } else if (event.type == "transfer.sent" && Text(event, "beneficiary.type") == "exchange") {
      what = "transfer to " + uses.Bank(event);
    } else if (event.type == "profile.change" && Text(event, "field") == "address") {
      what = "address " + uses.Postal(Text(event, "value"), event.time_ms);
    } else if (event.type == "skill.claimed") {
      what =
          "years too many: " + std::to_string(std::clamp<int64_t>(uses.YearsTooMany(event), 0, 2));
    } else if (event.type == "verification.result") {
      what = "found " + Text(event, "verification.institution");
    }
    if (!what.empty()) found[what].insert(Text(event, "account"));
  }
  for (const char* const what : {"line /home",
                                 "line /business",
                                 "line vpn/hosting",
                                 "line /hosting",
                                 "line mobile_carrier/mobile",
                                 "bank bank",
                                 "bank sponsor_bank",
                                 "bank money_service",
                                 "service of many countries",
                                 "service at home",
                                 "service of another country",
                                 "crypto",
                                 "transfer to exchange",
                                 "address mailbox",
                                 "address forwarder",
                                 "address virtual_office",
                                 "address business",
                                 "years too many: 0",
                                 "years too many: 1",
                                 "years too many: 2",
                                 "found bank",
                                 "found money_service"}) {
    EXPECT_GT(found[what].size(), 0u) << what;
  }
  // Most do none of it.
  EXPECT_LT(found["bank sponsor_bank"].size(), kAccounts / 10);
  EXPECT_LT(found["bank money_service"].size(), kAccounts / 20);
  EXPECT_LT(found["years too many: 2"].size(), kAccounts / 100);
  EXPECT_LT(found["crypto"].size(), kAccounts / 50);
}

}  // namespace
}  // namespace sekisho::simulate
