// Which files belong to a table.
#include <gtest/gtest.h>

#include "core/time.h"
#include "ingest/table_mapping.h"

namespace sekisho {
namespace {

std::string Match(std::string_view pattern, std::string_view path) {
  const StatusOr<CivilZone> zone = CivilZone::Parse("Asia/Tokyo");
  const StatusOr<FilePattern> parsed = FilePattern::Parse(pattern, *zone);
  if (!parsed.ok()) return "malformed";
  std::optional<int64_t> taken_ms;
  if (!parsed->Matches(path, &taken_ms)) return "no";
  return taken_ms ? FormatTime(*taken_ms) : "yes";
}

TEST(FilePattern, ComparesTheEndOfThePath) {
  EXPECT_EQ(Match("users.csv", "users.csv"), "yes");
  EXPECT_EQ(Match("users.csv", "/data/2026/users.csv"), "yes");
  EXPECT_EQ(Match("users.csv", "users.csv.gz"), "yes");
  EXPECT_EQ(Match("users.csv", "new_users.csv"), "no");
  EXPECT_EQ(Match("users*.csv", "users.csv"), "yes");
  EXPECT_EQ(Match("users*.csv", "users-a/b.csv"), "no");
  EXPECT_EQ(Match("a/users.csv", "b/users.csv"), "no");
  EXPECT_EQ(Match("a/users.csv", "b/a/users.csv"), "yes");
}

TEST(FilePattern, ReadsTheTimeInTheName) {
  EXPECT_EQ(Match("users_{yyyyMMdd}.csv", "x/users_20260401.csv.zst"), "2026-03-31T15:00:00Z");
  EXPECT_EQ(Match("users_{yyyyMMdd}.csv", "users_20260431.csv"), "no");
  EXPECT_EQ(Match("users_{yyyyMMdd}.csv", "users_.csv"), "no");
  EXPECT_EQ(Match("{yyyy-MM}-01/u.csv", "2026-04-01/u.csv"), "malformed");
  EXPECT_EQ(Match("{yyyy-M-d}/u.csv", "in/2026-4-1/u.csv"), "2026-03-31T15:00:00Z");
  EXPECT_EQ(Match("u*{yyyyMMdd}*.csv", "u-20260401-b.csv"), "2026-03-31T15:00:00Z");
}

TEST(FilePattern, RefusesWhatIsNoPattern) {
  for (const char* pattern :
       {"", "/a.csv", "{yyyyMMdd", "{}.csv", "a*b*c*", "{yyyyMMdd}{yyyyMMdd}"}) {
    EXPECT_EQ(Match(pattern, "a.csv"), "malformed") << pattern;
  }
}

}  // namespace
}  // namespace sekisho
