#include "screening/batch.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace sekisho {
namespace {

class Batch : public testing::Test {
 protected:
  ~Batch() override { std::filesystem::remove(path_); }

  StatusOr<ScreenBatchReport> Read(const std::string& text) {
    std::ofstream(path_, std::ios::binary) << text;
    rows_.clear();
    return ReadScreenBatch(path_, [this](const ScreenRow& row) { rows_.push_back(row); });
  }

  // Tests run side by side, in several builds at once.
  const std::string path_ =
      testing::TempDir() + "sekisho_batch_" + std::to_string(getpid()) + ".csv";
  std::vector<ScreenRow> rows_;
};

TEST_F(Batch, TakesWhatTheColumnsSay) {
  const auto report = Read(
      "nationality,Name,id,birth_date,document,address,wallet\n"
      "x,\"Primerov, Vladimir\",u1,1971-02-08,AB 123,\"12 Example Street\",\n"
      "x,,u2,,,,1ExampleWallet\n"
      "x,김용수,u3,1980,,,\n");
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->rows, 3u);
  EXPECT_EQ(report->refused, 0u);
  ASSERT_EQ(rows_.size(), 3u);
  EXPECT_EQ(rows_[0].query.name, "Primerov, Vladimir");
  EXPECT_EQ(rows_[0].id, "u1");
  EXPECT_EQ(rows_[0].line, 2u);
  EXPECT_TRUE(rows_[0].query.birth.has_value());
  EXPECT_EQ(rows_[0].query.documents, std::vector<std::string>{"AB 123"});
  EXPECT_EQ(rows_[0].query.addresses, std::vector<std::string>{"12 Example Street"});
  EXPECT_TRUE(rows_[0].query.wallets.empty());
  EXPECT_EQ(rows_[1].query.wallets, std::vector<std::string>{"1ExampleWallet"});
  EXPECT_TRUE(rows_[1].query.documents.empty()) << "nothing of the row before";
  EXPECT_FALSE(rows_[1].query.birth.has_value());
  EXPECT_EQ(rows_[2].line, 4u);
}

TEST_F(Batch, RefusesRowsAndGoesOn) {
  const auto report = Read("name,birth_date\nMina,first of May\n,1980\nJonas,,\nPetra,\n");
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->refused, 3u);
  EXPECT_EQ(report->first_refused,
            path_ + ":2: birth_date is no date; write it as 1980-04-01, or 1980");
  ASSERT_EQ(rows_.size(), 1u);
  EXPECT_EQ(rows_[0].query.name, "Petra");
}

TEST_F(Batch, NeedsAColumnName) {
  const auto report = Read("who,id\nMina,u1\n");
  ASSERT_FALSE(report.ok());
  EXPECT_NE(report.status().message().find("no column name"), std::string::npos);
  EXPECT_FALSE(ReadScreenBatch(path_ + ".missing", [](const ScreenRow&) {}).ok());
}

TEST_F(Batch, AFileOfWhichNoRowIsReadIsNoneOfTheKind) {
  for (const char* const text : {"{\"name\":\"Mina\"}\n{\"name\":\"Jonas\"}\n", "who,id\nMina\n"}) {
    const auto report = Read(text);
    ASSERT_FALSE(report.ok()) << text;
    EXPECT_NE(report.status().message().find("no column name"), std::string::npos);
  }
  const auto nobody = Read("name,id\n");
  ASSERT_TRUE(nobody.ok()) << nobody.status();
  EXPECT_EQ(nobody->rows, 0u);
}

}  // namespace
}  // namespace sekisho
