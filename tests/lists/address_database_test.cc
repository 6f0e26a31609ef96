#include "lists/address_database.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "lists/database_writer.h"

namespace sekisho {
namespace {

using testing::DatabaseWriter;
using testing::Datum;
using Map = Datum::Map;

Datum City() {
  return {Map{{"country", {Map{{"iso_code", {std::string("jp")}}}}},
              {"city", {Map{{"names", {Map{{"en", {std::string("Example City")}}}}}}}},
              {"location",
               {Map{{"latitude", {35.5}},
                    {"longitude", {139.25}},
                    {"accuracy_radius", {uint16_t{20}}},
                    {"time_zone", {std::string("Asia/Tokyo")}}}}}}};
}

Datum Network() {
  return {Map{{"autonomous_system_number", {uint32_t{64500}}},
              {"autonomous_system_organization", {std::string("Example Net")}},
              {"connection_type", {std::string("Cable/DSL")}},
              {"is_hosting_provider", {true}},
              {"is_anonymous_vpn", {false}}}};
}

std::shared_ptr<const AddressDatabase> Open(const std::string& bytes) {
  auto opened = AddressDatabase::Open(bytes);
  EXPECT_TRUE(opened.ok()) << opened.status();
  return opened.ok() ? *opened : nullptr;
}

NetworkValues Find(const AddressDatabase& database, const char* address) {
  NetworkValues values;
  database.Find(*ParseAddress(address), &values);
  return values;
}

class DatabaseForms : public ::testing::TestWithParam<std::pair<int, int>> {};

TEST_P(DatabaseForms, ReadsEveryValue) {
  const auto [record_size, ip_version] = GetParam();
  DatabaseWriter writer(static_cast<uint16_t>(record_size), static_cast<uint16_t>(ip_version));
  writer.Add("192.0.2.0/24", City());
  writer.Add("198.51.100.64/26", Network());
  const auto database = Open(writer.Bytes());
  ASSERT_NE(database, nullptr);
  EXPECT_EQ(database->networks(), 2u);
  EXPECT_EQ(database->type(), "Sekisho-Test");

  const NetworkValues place = Find(*database, "192.0.2.200");
  EXPECT_EQ(At(place, NetworkField::kCountry), "JP");
  EXPECT_EQ(At(place, NetworkField::kCity), "Example City");
  EXPECT_EQ(At(place, NetworkField::kLatitude), "35.5");
  EXPECT_EQ(At(place, NetworkField::kLongitude), "139.25");
  EXPECT_EQ(At(place, NetworkField::kAccuracy), "20");
  EXPECT_EQ(At(place, NetworkField::kTimeZone), "Asia/Tokyo");
  EXPECT_EQ(At(place, NetworkField::kClass), "");

  const NetworkValues network = Find(*database, "::ffff:198.51.100.65");
  EXPECT_EQ(At(network, NetworkField::kAsn), "64500");
  EXPECT_EQ(At(network, NetworkField::kOrganisation), "Example Net");
  EXPECT_EQ(At(network, NetworkField::kConnection), "home");
  EXPECT_EQ(At(network, NetworkField::kClass), "hosting");

  EXPECT_EQ(Find(*database, "198.51.100.63"), NetworkValues());
  EXPECT_EQ(Find(*database, "2001:db8::1"), NetworkValues());
  for (const ListPart part : {ListPart::kCountry, ListPart::kAsn, ListPart::kHosting}) {
    EXPECT_TRUE(database->parts().Has(part)) << ListPartName(part);
  }
  EXPECT_FALSE(database->parts().Has(ListPart::kTor));
}

INSTANTIATE_TEST_SUITE_P(All, DatabaseForms,
                         ::testing::Values(std::pair(24, 6), std::pair(28, 6), std::pair(32, 6),
                                           std::pair(24, 4), std::pair(28, 4)));

TEST(AddressDatabase, ReadsIpv6) {
  DatabaseWriter writer;
  writer.Add("2001:db8:5::/48", City());
  const auto database = Open(writer.Bytes());
  ASSERT_NE(database, nullptr);
  EXPECT_EQ(At(Find(*database, "2001:db8:5:ffff::1"), NetworkField::kCountry), "JP");
  EXPECT_EQ(Find(*database, "2001:db8:6::1"), NetworkValues());
}

// Three exits of Tor among three thousand networks, none of them where a sample would look, and a
// map that all records share beside one that a single record has.
TEST(AddressDatabase, FindsWhatFewRecordsHave) {
  DatabaseWriter writer;
  for (uint32_t i = 0; i < 3000; ++i) {
    const std::string range = "10." + std::to_string(i / 250) + "." + std::to_string(i % 250);
    Map record = {{"autonomous_system_number", {uint32_t{64500 + i}}}};
    if (i == 1000) record.push_back({"is_tor_exit_node", {true}});
    if (i == 1500) record.push_back({"traits", {Map{{"is_anonymous_vpn", {true}}}}});
    if (i == 2000) record.push_back({"city", {Map{{"names", {Map{{"en", {std::string("A")}}}}}}}});
    if (i == 2510) record.push_back({"country", {std::string("JP")}});
    writer.Add((range + ".0/24").c_str(), {record});
  }
  const auto database = Open(writer.Bytes());
  ASSERT_NE(database, nullptr);
  EXPECT_EQ(database->networks(), 3000u);
  ListParts expected;
  for (const ListPart part :
       {ListPart::kTor, ListPart::kVpn, ListPart::kCity, ListPart::kCountry, ListPart::kAsn}) {
    expected.Add(part);
  }
  EXPECT_EQ(database->parts().All(), expected.All());
  EXPECT_EQ(At(Find(*database, "10.4.0.1"), NetworkField::kClass), "tor");
  EXPECT_EQ(At(Find(*database, "10.6.0.1"), NetworkField::kClass), "vpn");
  EXPECT_EQ(At(Find(*database, "10.8.0.1"), NetworkField::kCity), "A");
  EXPECT_EQ(At(Find(*database, "10.10.10.1"), NetworkField::kCountry), "JP");
  EXPECT_EQ(At(Find(*database, "10.10.11.1"), NetworkField::kCountry), "");
}

TEST(AddressDatabase, RefusesWhatIsNone) {
  for (const std::string& bytes : {std::string(), std::string("x"), std::string(1000, '\0'),
                                   std::string("\xab\xcd\xefMaxMind.com")}) {
    const auto opened = AddressDatabase::Open(bytes);
    ASSERT_FALSE(opened.ok());
    EXPECT_FALSE(opened.status().message().empty());
  }
}

std::string Small() {
  DatabaseWriter writer;
  writer.Add("192.0.2.0/24", City());
  writer.Add("198.51.100.64/26", Network());
  return writer.Bytes();
}

// Whatever is left of a file, it is refused or every look-up in it ends.
void TryOut(const std::string& bytes) {
  const auto opened = AddressDatabase::Open(bytes);
  if (!opened.ok()) return;
  for (const char* address : {"192.0.2.1", "198.51.100.65", "::1", "2001:db8::1", "0.0.0.0"}) {
    for (const std::string& value : Find(**opened, address)) EXPECT_LE(value.size(), 256u);
  }
}

TEST(AddressDatabase, SurvivesEveryTruncation) {
  const std::string whole = Small();
  for (size_t size = 0; size < whole.size(); ++size) TryOut(whole.substr(0, size));
}

TEST(AddressDatabase, SurvivesEveryChangedByte) {
  const std::string whole = Small();
  std::mt19937 random(7);
  for (size_t at = 0; at < whole.size(); ++at) {
    for (const int change : {1, 0x80, static_cast<int>(random() % 255 + 1)}) {
      std::string changed = whole;
      changed[at] = static_cast<char>(changed[at] ^ change);
      TryOut(changed);
    }
  }
}

// The library skips what it does not need by recursion: without a look at the data first, this file
// would use up the stack.
TEST(AddressDatabase, RefusesDeepNesting) {
  Datum deep{std::string("end")};
  for (int i = 0; i < 200; ++i) deep = {Map{{"a", deep}}};
  DatabaseWriter writer;
  writer.Add("192.0.2.0/24", {Map{{"a", deep}, {"country_code", {std::string("JP")}}}});
  const auto opened = AddressDatabase::Open(writer.Bytes());
  ASSERT_FALSE(opened.ok());
  EXPECT_NE(opened.status().message().find("nested too deeply"), std::string::npos);
}

// The text between `from`, at or behind `at`, and the next quote or line end, without a last comma.
std::string After(const std::string& text, const std::string& from, size_t at, size_t end) {
  const size_t found = text.find(from, at);
  if (found == std::string::npos || found >= end) return "";
  const size_t begin = found + from.size();
  std::string value = text.substr(begin, text.find_first_of("\"\n", begin) - begin);
  if (from.ends_with(' ') && value.ends_with(',')) value.pop_back();  // a number
  return value;
}

// Every network of a public test file against the text that the file was made from: an object for
// each, its range at one depth of indentation. Returns how many said something.
size_t Compare(const std::string& name, const std::string& key, NetworkField field) {
  const std::filesystem::path folder = std::filesystem::path(std::getenv("SEKISHO_DATA")) / "mmdb";
  const auto read = [&](const std::string& ending) {
    std::ifstream file(folder / (name + ending), std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
  };
  const auto database = Open(read(".mmdb"));
  if (database == nullptr) return 0;
  const std::string text = read(".json");
  size_t compared = 0;
  for (size_t at = text.find("\n    \""); at != std::string::npos;) {
    const size_t next = text.find("\n    \"", at + 1);
    const std::string range = After(text, "\n    \"", at, text.size());
    const std::string expected = After(text, key, at, std::min(next, text.size()));
    if (const auto read_range = ParseAddressRange(range); read_range && !expected.empty()) {
      NetworkValues values;
      database->Find(read_range->first, &values);
      EXPECT_EQ(At(values, field), expected) << range;
      ++compared;
    }
    at = next;
  }
  return compared;
}

TEST(AddressDatabase, AgreesWithPublicFiles) {
  if (std::getenv("SEKISHO_DATA") == nullptr) GTEST_SKIP() << "SEKISHO_DATA is not set";
  EXPECT_GT(Compare("GeoLite2-ASN-Test", "\"autonomous_system_number\": ", NetworkField::kAsn),
            100u);
  EXPECT_GT(Compare("GeoLite2-City-Test", "\"time_zone\": \"", NetworkField::kTimeZone), 20u);
  EXPECT_GT(Compare("GeoLite2-City-Test", "\"accuracy_radius\": ", NetworkField::kAccuracy), 20u);
  EXPECT_GT(Compare("GeoLite2-ASN-Test", "\"autonomous_system_organization\": \"",
                    NetworkField::kOrganisation),
            100u);
}

}  // namespace
}  // namespace sekisho
