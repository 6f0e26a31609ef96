#include "lists/technology_table.h"

#include <gtest/gtest.h>

#include "core/time.h"

namespace sekisho {
namespace {

constexpr int64_t kTimeMs = 1'775'002'200'000;  // 2026-04-01

ListSpec Spec(int64_t stale_after_days = 0) {
  ListSpec spec;
  spec.kind = ListKind::kTechnologies;
  spec.file = "technologies.csv";
  spec.published = "2026-03-01";
  spec.stale_after_days = stale_after_days;
  return spec;
}

TEST(TechnologyTable, TheEarliestLineOfAName) {
  TechnologyTable table;
  DiagnosticSink sink(false);
  const ListCount count = table.AddTechnologies(
      Spec(),
      "first_public,maker,name\n2018-02-03,x,Old Name\n2016,x,old-name\n1985,x,C++\n"
      "2000,x,C#\n1972,x,C\nsoon,x,D\n2020-02-30,x,E\n1999,x,.\n",
      &sink);
  EXPECT_EQ(count.entries, 5u);
  EXPECT_EQ(count.refused, 3u);
  EXPECT_TRUE(count.parts.Has(ListPart::kTechnology));
  EXPECT_EQ(sink.Take()[0].place.line, 7);
  EXPECT_EQ(table.FirstYear("OldName", kTimeMs), 2016);
  EXPECT_EQ(table.FirstYear("ｃ＋＋", kTimeMs), 1985);
  EXPECT_EQ(table.FirstYear("c #", kTimeMs), 2000);
  EXPECT_EQ(table.FirstYear("C", kTimeMs), 1972);
  EXPECT_EQ(table.FirstYear("D", kTimeMs), std::nullopt);
}

TEST(TechnologyTable, AStaleListSaysNothing) {
  TechnologyTable table;
  DiagnosticSink sink(false);
  table.AddTechnologies(Spec(10), "name,first_public\nExample,2020\n", &sink);
  EXPECT_EQ(table.FirstYear("Example", kTimeMs), std::nullopt);
  EXPECT_EQ(table.FirstYear("Example", kTimeMs - 30 * kDayMs), 2020);
}

TEST(TechnologyTable, MessagesAreCutAtACharacter) {
  TechnologyTable table;
  DiagnosticSink sink(false);
  std::string text = "name,first_public\nExample,1";
  for (int i = 0; i < 30; ++i) text += "年";
  table.AddTechnologies(Spec(), text + "\n", &sink);
  std::string shown = "\"1";
  for (int i = 0; i < 19; ++i) shown += "年";
  EXPECT_EQ(sink.Take()[0].message, shown + "\" is no day YYYY-MM-DD and no year");
}

TEST(TechnologyTable, WithoutAColumnNothingIsRead) {
  TechnologyTable table;
  DiagnosticSink sink(false);
  const ListCount count = table.AddTechnologies(Spec(), "name,year\nExample,2020\n", &sink);
  EXPECT_EQ(count.entries, 0u);
  EXPECT_EQ(sink.errors(), 1u);
  EXPECT_TRUE(table.empty());
}

}  // namespace
}  // namespace sekisho
