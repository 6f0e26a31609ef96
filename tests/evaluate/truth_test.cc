// Files that say what accounts are: what is read, and what is refused with its place.
#include "evaluate/truth.h"

#include <gtest/gtest.h>

namespace sekisho {
namespace {

TEST(Truth, ReadsWhatSimulateWrites) {
  const StatusOr<Truth> truth = ParseTruth(
      "account,kind,ring,role,care,country,language,created,label\n"
      "u1,client,,,,US,en,2024-05-16,honest\n"
      "u2,owner,r7,owner,careful,JP,ja,1970-01-02,ring\n",
      "truth.csv");
  ASSERT_TRUE(truth.ok()) << truth.status();
  ASSERT_EQ(truth->accounts.size(), 2u);
  EXPECT_FALSE(truth->accounts[0].in_ring);
  EXPECT_EQ(truth->accounts[0].kind, "client");
  EXPECT_EQ(truth->accounts[0].country, "US");
  const TruthAccount& ring = truth->accounts[1];
  EXPECT_TRUE(ring.in_ring);
  EXPECT_EQ(ring.ring, "r7");
  EXPECT_EQ(ring.role, "owner");
  EXPECT_EQ(ring.care, "careful");
  EXPECT_EQ(ring.language, "ja");
  EXPECT_EQ(ring.created_ms, 24 * 3600 * 1000);
}

TEST(Truth, NeedsAccountAndLabelOnly) {
  const StatusOr<Truth> truth = ParseTruth(
      "\xEF\xBB\xBFnote,label,account\r\n\"a \"\"closed\"\" case,\nold\",ring,\"u,1\"\r\n\r\n"
      ",honest,u2",
      "t.csv");
  ASSERT_TRUE(truth.ok()) << truth.status();
  ASSERT_EQ(truth->accounts.size(), 2u);
  EXPECT_EQ(truth->accounts[0].account, "u,1");
  EXPECT_TRUE(truth->accounts[0].in_ring);
  EXPECT_EQ(truth->accounts[1].account, "u2");
  EXPECT_EQ(truth->accounts[1].created_ms, std::nullopt);
}

TEST(Truth, RefusesWithThePlaceAndTheReason) {
  struct Case {
    const char* text;
    const char* message;
  };
  for (const Case& one : {
           Case{"", "t.csv:1: there is no column account"},
           Case{"account\nu1\n", "t.csv:1: there is no column label"},
           Case{"account,label\n", "t.csv: it names no account"},
           Case{"account,label,label\n", "t.csv:1: the column label is there twice"},
           Case{"account,label\nu1,honest\nu2\n", "t.csv:3: 1 cells, but the first line names 2"},
           Case{"account,label\nu1,guilty\n",
                "t.csv:2: the label \"guilty\" is unknown; write ring or honest"},
           Case{"account,label\nu1,ring\nu1,ring\n", "t.csv:3: the account \"u1\" is there twice"},
           Case{"account,label\n,ring\n", "t.csv:2: the account is empty"},
           Case{"account,label,ring\nu1,honest,r1\n",
                "t.csv:2: an honest account belongs to no ring, but the ring is \"r1\""},
           Case{"account,label,created\nu1,ring,2026-02-30\n",
                "t.csv:2: the day \"2026-02-30\" cannot be read; write YYYY-MM-DD"},
           Case{"account,label\nu1,\"ring\n", "t.csv:2: "},
           Case{"account,label\nu\xFF,ring\n", "t.csv: it is not UTF-8; save it as UTF-8"},
       }) {
    const StatusOr<Truth> truth = ParseTruth(one.text, "t.csv");
    ASSERT_FALSE(truth.ok()) << one.text;
    EXPECT_EQ(ToStd(truth.status().message()).substr(0, std::string_view(one.message).size()),
              one.message)
        << one.text << truth.status();
  }
}

TEST(Truth, AFileThatDoesNotExist) { EXPECT_FALSE(ReadTruth("no/such/file.csv").ok()); }

}  // namespace
}  // namespace sekisho
