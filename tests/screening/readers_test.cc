#include "screening/readers.h"

#include <gtest/gtest.h>

#include "screening/dates.h"
#include "screening/load.h"
#include "screening/sample.h"

namespace sekisho {
namespace {

std::vector<std::string> Names(const ListedEntry& entry) {
  std::vector<std::string> names;
  for (const ListedName& name : entry.names) names.push_back(name.text);
  return names;
}

using Texts = std::vector<std::string>;

TEST(ReadOfac, JoinsItsThreeFiles) {
  WatchList list;
  ReadOfac({"sdn.csv", testing::kSdn}, {"alt.csv", testing::kAlt}, {"add.csv", testing::kAdd},
           &list);
  ASSERT_EQ(list.entries.size(), 3U);
  const ListedEntry& first = list.entries[0];
  EXPECT_EQ(first.id, "101");
  EXPECT_EQ(first.programme, "SAMPLE");
  EXPECT_EQ(Names(first), (Texts{"PRIMEROV, Vladimir Sergeevich", "PRIMEROFF, Wladimir"}));
  ASSERT_EQ(first.births.size(), 2U);
  EXPECT_EQ(first.births[0], (BirthDate{1971, 1971, 2, 8}));
  EXPECT_EQ(first.births[1], (BirthDate{1968, 1970, 0, 0}));
  EXPECT_EQ(first.documents, (Texts{"AB1234567", "781005"}));
  EXPECT_EQ(first.wallets, (Texts{"1ExampleWalletAddress"}));
  EXPECT_EQ(first.addresses, (Texts{"12 Example Street, Flat 4 Sampleton 1000"}));
  EXPECT_TRUE(list.entries[1].addresses.empty()) << "a country is no address";
  ASSERT_EQ(list.problem_count, 1U);
  EXPECT_EQ(list.problems[0].file, "alt.csv");
  EXPECT_EQ(list.problems[0].line, 3U);
}

TEST(ReadOfac, NamesWhatItCannotRead) {
  WatchList list;
  ReadOfac({"sdn.csv", "1,\"A NAME\",x\n\"2,broken\n3,-0- ,,,,,,,,,,\n"}, {}, {}, &list);
  EXPECT_TRUE(list.entries.empty());
  ASSERT_EQ(list.problem_count, 3U);
  EXPECT_EQ(list.problems[0].reason, "the row has 3 columns, not 12");
  EXPECT_EQ(list.problems[2].line, 3U);
}

TEST(ReadOfac, ReadsOldEncodings) {
  WatchList list;
  ReadOfac({"sdn.csv", "1,\"JOS\xc9\",,,,,,,,,,\n"}, {}, {}, &list);
  ASSERT_EQ(list.entries.size(), 1U);
  EXPECT_EQ(list.entries[0].names[0].text, "JOSÉ");
}

TEST(ReadUn, ReadsPeopleAndCompanies) {
  WatchList list;
  ReadUn("un.xml", testing::kUn, &list);
  EXPECT_EQ(list.problem_count, 0U);
  EXPECT_EQ(list.published, "2026-02-27");
  ASSERT_EQ(list.entries.size(), 2U);
  const ListedEntry& person = list.entries[0];
  EXPECT_EQ(person.id, "SAi.001");
  EXPECT_EQ(Names(person), (Texts{"RI YONG HO", "리영호", "Comrade Example"}));
  EXPECT_FALSE(person.names[1].weak);
  EXPECT_TRUE(person.names[2].weak);
  ASSERT_EQ(person.births.size(), 1U);
  EXPECT_EQ(person.births[0], (BirthDate{1958, 1961, 0, 0}));
  EXPECT_EQ(person.documents, (Texts{"123456789"}));
  EXPECT_EQ(person.addresses, (Texts{"5 Example Road Sampleton"}));
  EXPECT_EQ(Names(list.entries[1]), (Texts{"EXAMPLE SHIPPING COMPANY", "Sample Lines"}));
}

TEST(ReadUn, BrokenDocumentsKeepWhatCameBefore) {
  const std::string_view text = testing::kUn;
  WatchList cut;
  ReadUn("un.xml", text.substr(0, text.find("<ENTITIES>") + 20), &cut);
  EXPECT_EQ(cut.entries.size(), 1U);
  ASSERT_EQ(cut.problem_count, 1U);
  EXPECT_GT(cut.problems[0].line, 1U);

  WatchList with_dtd;
  ReadUn("un.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", &with_dtd);
  ASSERT_EQ(with_dtd.problem_count, 1U);
  EXPECT_EQ(with_dtd.problems[0].reason, "the document has a DTD; the published list has none");

  std::string deep;
  for (int i = 0; i < 100; ++i) deep += "<a>";
  WatchList nested;
  ReadUn("un.xml", deep, &nested);
  ASSERT_EQ(nested.problem_count, 1U);
  EXPECT_EQ(nested.problems[0].reason, "more than 64 levels of elements");
}

TEST(ReadMof, FindsItsHeader) {
  WatchList list;
  ReadMof("mof.csv", testing::kMof, &list);
  EXPECT_EQ(list.problem_count, 0U);
  ASSERT_EQ(list.entries.size(), 1U);
  EXPECT_EQ(Names(list.entries[0]), (Texts{"見本 太郎", "Mihon Taro", "見本 次郎", "Mihon Jiro"}));
  ASSERT_EQ(list.entries[0].births.size(), 1U);
  EXPECT_EQ(list.entries[0].births[0].year_first, 1954);
  EXPECT_EQ(list.entries[0].births[0].year_last, 1959);
  EXPECT_EQ(list.entries[0].documents, (Texts{"AB7654321"}));

  WatchList none;
  ReadMof("mof.csv", "a,b\nc,d\n", &none);
  EXPECT_EQ(none.problem_count, 1U);
}

// Who has no name cannot be found: the row is counted. Headings and notes fill one cell.
TEST(ReadMof, ARowWithoutANameIsCounted) {
  WatchList list;
  ReadMof("mof.csv",
          std::string(testing::kMof) + "第二の見本,,,,,\n" +
              "2026年1月5日,,,,1960年,CD 1\n,,,,,\n（注）見本,,,,,\n",
          &list);
  EXPECT_EQ(list.entries.size(), 1U);
  ASSERT_EQ(list.problem_count, 1U);
  EXPECT_EQ(list.problems[0].reason, "the entry has no name");
  EXPECT_EQ(list.problems[0].line, 7U);
}

TEST(ReadFtm, ReadsEntitiesAndTheirWallets) {
  WatchList list;
  ReadFtm("sample.json", testing::kFtm, &list);
  ASSERT_EQ(list.entries.size(), 1U) << "an address is no party";
  EXPECT_EQ(Names(list.entries[0]), (Texts{"Hanako Example", "見本花子", "Hana"}));
  EXPECT_TRUE(list.entries[0].names[2].weak);
  EXPECT_EQ(list.entries[0].births[0], (BirthDate{1990, 1990, 4, 1}));
  EXPECT_EQ(list.entries[0].wallets, (Texts{"0xExampleWallet"}));
  ASSERT_EQ(list.problem_count, 2U);
  EXPECT_EQ(list.problems[0].line, 4U);
  EXPECT_EQ(list.problems[1].line, 5U);
}

TEST(KindOfListFile, IsToldByTheBeginning) {
  EXPECT_EQ(KindOfListFile(testing::kSdn), ListFileKind::kOfacNames);
  EXPECT_EQ(KindOfListFile(testing::kAlt), ListFileKind::kOfacAliases);
  EXPECT_EQ(KindOfListFile(testing::kAdd), ListFileKind::kOfacAddresses);
  EXPECT_EQ(KindOfListFile(testing::kUn), ListFileKind::kUn);
  EXPECT_EQ(KindOfListFile(testing::kFtm), ListFileKind::kFtm);
  EXPECT_EQ(KindOfListFile("日本語表記,英語表記\n"), ListFileKind::kMof);
  for (const char* other : {"", "\n\n", "name,type\n", "<html></html>", "{\"a\":1}", "\xff\xfe"}) {
    EXPECT_EQ(KindOfListFile(other), ListFileKind::kNone) << other;
  }
}

TEST(ReadBirthDate, WritingsOfLists) {
  const std::pair<const char*, BirthDate> kDates[] = {
      {"1971-05-06", {1971, 1971, 5, 6}},      {"08 Feb 1971", {1971, 1971, 2, 8}},
      {"Feb 1971", {1971, 1971, 2, 0}},        {"1971", {1971, 1971, 0, 0}},
      {"circa 1947", {1946, 1948, 0, 0}},      {"1955-1958", {1955, 1958, 0, 0}},
      {"1955 to 1958", {1955, 1958, 0, 0}},    {"1971年5月6日", {1971, 1971, 5, 6}},
      {"1955年-1958年頃", {1954, 1959, 0, 0}}, {"１９７１年", {1971, 1971, 0, 0}},
  };
  for (const auto& [text, date] : kDates) EXPECT_EQ(ReadBirthDate(text), date) << text;
  for (const char* none : {"", "unknown", "06/05/1971", "71", "1971-13-01", "99999", "1700"}) {
    EXPECT_FALSE(ReadBirthDate(none)) << none;
  }
}

}  // namespace
}  // namespace sekisho
