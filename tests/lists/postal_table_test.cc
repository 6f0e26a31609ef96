#include "lists/postal_table.h"

#include <gtest/gtest.h>

#include "core/postal_address.h"
#include "core/time.h"

namespace sekisho {
namespace {

constexpr int64_t kTimeMs = 1'775'002'200'000;  // 2026-04-01

ListSpec Spec(const char* list_class, int64_t stale_after_days = 0) {
  ListSpec spec;
  spec.kind = ListKind::kPostalAddresses;
  spec.file = "places.txt";
  spec.published = "2026-03-01";
  spec.list_class = list_class;
  spec.stale_after_days = stale_after_days;
  return spec;
}

std::string ClassOf(const PostalTable& table, const char* address, int64_t time_ms = kTimeMs) {
  return std::string(table.ClassOf(*ReadPostalAddress(address), time_ms));
}

TEST(PostalTable, FindsAnAddressInAnyWriting) {
  PostalTable table;
  DiagnosticSink sink(false);
  const ListCount count =
      table.AddAddresses(Spec("mailbox"),
                         "# mailbox services\n12 Example Street #400, Sample City\n\n"
                         "東京都例区例町1丁目2番3号\nno number here\n",
                         &sink);
  EXPECT_EQ(count.entries, 2u);
  EXPECT_EQ(count.refused, 1u);
  EXPECT_TRUE(count.parts.Has(ListPart::kMailbox));
  ASSERT_EQ(sink.errors(), 1u);
  EXPECT_EQ(sink.Take()[0].place.line, 5);
  EXPECT_EQ(ClassOf(table, "12 EXAMPLE ST 400 Sample City"), "mailbox");
  EXPECT_EQ(ClassOf(table, "東京都例区例町１－２－３"), "mailbox");
  EXPECT_EQ(ClassOf(table, "12 Example Street, Sample City"), "");
  EXPECT_EQ(ClassOf(table, "12 Example Street #40, Sample City"), "");
}

TEST(PostalTable, TheClassThatSaysMostGoesFirstWhileItsListIsGood) {
  PostalTable table;
  DiagnosticSink sink(false);
  table.AddAddresses(Spec("business"), "1 Example Road, Sample City\n", &sink);
  table.AddAddresses(Spec("mailbox", 20), "1 Example Road, Sample City\n", &sink);
  EXPECT_EQ(ClassOf(table, "1 Example Road, Sample City", kTimeMs - 30 * kDayMs), "mailbox");
  EXPECT_EQ(ClassOf(table, "1 Example Road, Sample City"), "business");
}

TEST(PostalTable, AnAddressWithoutAFlatStandsForAll) {
  PostalTable table;
  DiagnosticSink sink(false);
  table.AddAddresses(Spec("mailbox"), "東京都例区例町1-2-3\n12 Example Street, Sample City, OH\n",
                     &sink);
  table.AddAddresses(Spec("business"), "東京都例区例町1-2-3 例ビル405\n", &sink);
  EXPECT_EQ(ClassOf(table, "東京都例区例町1丁目2番3号 例ビル4階"), "mailbox");
  EXPECT_EQ(ClassOf(table, "例区例町1-2-3-406"), "mailbox");
  EXPECT_EQ(ClassOf(table, "例区例町1-2-3-405"), "business");
  EXPECT_EQ(ClassOf(table, "例区例町1-2-4 例ビル4階"), "");
  EXPECT_EQ(ClassOf(table, "12 Example St., 4th Floor, Suite 400, Sample City, Ohio, USA"),
            "mailbox");
}

TEST(PostalTable, TheSameAddressTwice) {
  PostalTable table;
  DiagnosticSink sink(false);
  table.AddAddresses(Spec("vacant", 1), "1 Example Road, Sample City\n", &sink);
  table.AddAddresses(Spec("vacant", 90), "1 Example Rd., Sample City\n", &sink);
  EXPECT_EQ(ClassOf(table, "1 Example Road, Sample City"), "vacant");
  EXPECT_TRUE(sink.Take().empty());
}

}  // namespace
}  // namespace sekisho
