#include "screening/screener.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "names/match.h"
#include "screening/addresses.h"
#include "screening/dates.h"
#include "screening/exceptions.h"
#include "screening/readers.h"
#include "screening/sample.h"

namespace sekisho {
namespace {

std::vector<WatchList> SampleLists() {
  std::vector<WatchList> lists(3);
  lists[0].name = "ofac";
  ReadOfac({"sdn.csv", testing::kSdn}, {"alt.csv", testing::kAlt}, {"add.csv", testing::kAdd},
           lists.data());
  lists[1].name = "un";
  ReadUn("un.xml", testing::kUn, &lists[1]);
  lists[2].name = "sample";
  ReadFtm("sample.json", testing::kFtm, &lists[2]);
  return lists;
}

class ScreenerTest : public ::testing::Test {
 protected:
  std::vector<ScreenHit> Screen(const ScreenQuery& query) {
    return screener_.Screen(query, {}, &scratch_);
  }
  std::vector<ScreenHit> Screen(const char* name) {
    ScreenQuery query;
    query.name = name;
    return Screen(query);
  }

  Screener screener_{SampleLists()};
  Screener::Scratch scratch_;
};

TEST_F(ScreenerTest, ANameAloneIsLow) {
  for (const char* name : {"Vladimir Primerov", "PRIMEROV VLADIMIR SERGEEVICH", "Владимир Примеров",
                           "Ri Yong Ho", "이영호", "李英浩", "Acme Example Trading", "見本花子"}) {
    const std::vector<ScreenHit> hits = Screen(name);
    ASSERT_EQ(hits.size(), 1U) << name;
    EXPECT_EQ(hits[0].level, HitLevel::kLow) << name;
  }
  EXPECT_TRUE(Screen("Taro Yamada").empty());
  EXPECT_TRUE(Screen("").empty());
}

TEST_F(ScreenerTest, ASecondIdentifierRaises) {
  ScreenQuery query;
  query.name = "Vladimir Primerov";
  query.birth = ReadBirthDate("1971-02-08");
  EXPECT_EQ(Screen(query).at(0).level, HitLevel::kHigh);
  query.birth = ReadBirthDate("1971");
  EXPECT_EQ(Screen(query).at(0).level, HitLevel::kMedium);
  query.birth = ReadBirthDate("1985-02-08");
  EXPECT_EQ(Screen(query).at(0).level, HitLevel::kLow);
  EXPECT_TRUE(Screen(query).at(0).other_birth);
  query.documents = {"ab-123 4567"};
  EXPECT_EQ(Screen(query).at(0).level, HitLevel::kHigh);
  query.documents.clear();
  query.addresses = {"Flat 4, 12 Example Street, Sampleton"};
  EXPECT_EQ(Screen(query).at(0).level, HitLevel::kMedium);
}

TEST_F(ScreenerTest, AWalletNeedsNoName) {
  ScreenQuery query;
  query.name = "Taro Yamada";
  query.wallets = {"0xExampleWallet"};
  const std::vector<ScreenHit> hits = Screen(query);
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_EQ(hits[0].level, HitLevel::kHigh);
  EXPECT_TRUE(hits[0].name.empty());
  query.wallets.clear();
  query.documents = {"TR123"};
  ASSERT_EQ(Screen(query).size(), 1U);
  EXPECT_EQ(Screen(query)[0].level, HitLevel::kMedium);
}

TEST_F(ScreenerTest, EarlierLookUpsDoNotMatter) {
  const std::vector<ScreenHit> before = Screen("Vladimir Primerov");
  Screen("Kim Yong Su");
  Screen("Acme");
  const std::vector<ScreenHit> after = Screen("Vladimir Primerov");
  ASSERT_EQ(before.size(), after.size());
  EXPECT_EQ(before[0].score, after[0].score);
}

RC_GTEST_PROP(ScreenerProperty, AListedNameFindsItsEntry, ()) {
  const auto letters = rc::gen::elementOf(std::string("abdegiklmnoprstuz"));
  const auto word = rc::gen::resize(
      8, rc::gen::suchThat(rc::gen::container<std::string>(letters),
                           [](const std::string& text) { return text.size() >= 3; }));
  const auto names = *rc::gen::resize(
      20, rc::gen::nonEmpty(rc::gen::container<std::vector<std::pair<std::string, std::string>>>(
              rc::gen::pair(word, word))));
  std::vector<WatchList> lists(1);
  for (size_t i = 0; i < names.size(); ++i) {
    ListedEntry entry;
    entry.id = std::to_string(i);
    entry.names.push_back({names[i].first + " " + names[i].second, false});
    lists[0].entries.push_back(entry);
  }
  const Screener screener(std::move(lists));
  Screener::Scratch scratch;
  const auto at = *rc::gen::inRange<size_t>(0, names.size());
  ScreenQuery query;
  query.name = names[at].second + ", " + names[at].first;
  const std::vector<ScreenHit> hits = screener.Screen(query, {}, &scratch);
  // As the slow way, name by name, would: everything from the least score on is found.
  for (const ScreenHit& hit : hits) {
    RC_ASSERT(MatchNames(query.name, hit.name).score == hit.score);
  }
  RC_ASSERT(std::any_of(hits.begin(), hits.end(), [&](const ScreenHit& hit) {
    return hit.entry == at ||
           screener.entry(hit).names[0].text == screener.lists()[0].entries[at].names[0].text;
  }));
}

TEST(AreSameAddress, NumbersAndWords) {
  EXPECT_TRUE(AreSameAddress("12 Example Street, Sampleton", "Example Street 12, SAMPLETON"));
  EXPECT_TRUE(AreSameAddress("見本県見本市見本町１－２－３", "見本県見本市見本町1-2-3"));
  EXPECT_FALSE(AreSameAddress("12 Example Street, Sampleton", "14 Example Street, Sampleton"));
  EXPECT_FALSE(AreSameAddress("Sampleton", "Sampleton"));
  EXPECT_FALSE(AreSameAddress("12 Example Street", "12 Other Road"));
}

constexpr char kToday[] = "2026-11-23";

class ExceptionsTest : public ScreenerTest {
 protected:
  void SetUp() override {
    path_ = ::testing::TempDir() + "exceptions_" +
            ::testing::UnitTest::GetInstance()->current_test_info()->name() + ".csv";
    std::filesystem::remove(path_);
  }
  void TearDown() override { std::filesystem::remove(path_); }

  ScreenException Sample() const {
    const WatchList& list = screener_.lists()[0];
    return {"ofac",          "103",         FingerprintOf(list.entries[2]),
            "Kim Young-soo", "R. Reviewer", "born in 1999",
            "2027-03-31",    HitLevel::kLow};
  }

  std::string path_;
};

TEST_F(ExceptionsTest, AreRememberedUntilTheirDay) {
  ASSERT_TRUE(ScreenExceptions::Append(path_, Sample(), kToday).ok());
  const auto read = ScreenExceptions::Read(path_);
  ASSERT_TRUE(read.ok()) << read.status();
  ASSERT_EQ(read->size(), 1U);
  const WatchList& list = screener_.lists()[0];
  const ListedEntry& entry = list.entries[2];
  const auto state = [&](const char* name, const char* today) {
    return read->Find(name, list, entry, HitLevel::kLow, today).state;
  };
  EXPECT_EQ(state("KIM YOUNG SOO", "2027-03-31"), ExceptionState::kHolds);
  EXPECT_EQ(state("KIM YOUNG SOO", "2027-04-01"), ExceptionState::kEnded);
  EXPECT_EQ(state("Kim Yong Su", "2027-03-31"), ExceptionState::kNone) << "another person";
  ListedEntry changed = entry;
  changed.documents.emplace_back("NEW1");
  EXPECT_EQ(read->Find("Kim Young-soo", list, changed, HitLevel::kLow, kToday).state,
            ExceptionState::kEntryChanged);
  EXPECT_EQ(read->Find("Kim Young-soo", list, entry, HitLevel::kMedium, kToday).state,
            ExceptionState::kLevelRaised);
}

TEST_F(ExceptionsTest, DoNotBeginWhenTheyAreOver) {
  ScreenException exception = Sample();
  exception.until = "2026-11-22";
  EXPECT_FALSE(ScreenExceptions::Append(path_, exception, kToday).ok());
  exception.until = kToday;
  EXPECT_TRUE(ScreenExceptions::Append(path_, exception, kToday).ok());
}

TEST_F(ExceptionsTest, AFileOfBeforeGetsTheLevel) {
  const ScreenException old = Sample();
  std::ofstream(path_) << "list,entry,fingerprint,name,who,why,until\nofac,103," << old.fingerprint
                       << ",Kim Young-soo,R,seen,2027-03-31\n";
  ScreenException fresh = Sample();
  fresh.level = HitLevel::kHigh;
  fresh.name = "Kim Yong Su";
  ASSERT_TRUE(ScreenExceptions::Append(path_, fresh, kToday).ok());
  const auto read = ScreenExceptions::Read(path_);
  ASSERT_TRUE(read.ok()) << read.status();
  ASSERT_EQ(read->size(), 2U);
  const WatchList& list = screener_.lists()[0];
  const auto state = [&](const char* name, HitLevel level) {
    return read->Find(name, list, list.entries[2], level, kToday).state;
  };
  EXPECT_EQ(state("Kim Young-soo", HitLevel::kLow), ExceptionState::kHolds);
  EXPECT_EQ(state("Kim Young-soo", HitLevel::kHigh), ExceptionState::kLevelRaised);
  EXPECT_EQ(state("Kim Yong Su", HitLevel::kHigh), ExceptionState::kHolds);
}

TEST_F(ExceptionsTest, NeedWhoWhyAndUntil) {
  for (const auto member :
       {&ScreenException::who, &ScreenException::why, &ScreenException::until}) {
    ScreenException exception = Sample();
    (exception.*member).clear();
    EXPECT_FALSE(ScreenExceptions::Append(path_, exception, kToday).ok());
  }
  ScreenException exception = Sample();
  exception.until = "next year";
  EXPECT_FALSE(ScreenExceptions::Append(path_, exception, kToday).ok());
  EXPECT_FALSE(std::filesystem::exists(path_));
}

}  // namespace
}  // namespace sekisho
