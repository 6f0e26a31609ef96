#include "facts/contact/address_key.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <vector>

#include "core/postal_address.h"

namespace sekisho {
namespace {

TEST(AddressKey, OneAddressWrittenDifferently) {
  const std::vector<std::vector<const char*>> kAddresses = {
      {"東京都見本区例町4-3-2", "東京都見本区例町４－３－２", "東京都 見本区 例町 4丁目3番2号",
       "東京都見本区例町四丁目3番2号", "東京都見本区例町4丁目3-2", "東京都見本区例町４ー３ー２",
       "東京都見本区例町4の3の2", "東京都見本区例町4丁目3番地の2",
       "〒100-0000 東京都見本区例町4-3-2", "〒１００－００００　東京都見本区例町４−３−２",
       "東京都見本区例町4‐3‐2"},
      {"東京都見本区例町十二丁目3-501", "東京都見本区例町12丁目3番501号室",
       "東京都見本区例町12-3 501"},
      {"1-2-3 Example, Chiyoda-ku, Tokyo", "1-2-3 EXAMPLE Chiyoda-ku Tokyo",
       "1-2-3, Example, Chiyodaku,Tokyo", " 1 - 2 - 3 Example; Chiyoda ku; Tokyo."},
      {"12 Main Street, Sampletown", "12 main street sampletown", "12, Main Street; Sampletown",
       "12 Main St., Sampletown"},
      {"7 North Sample Avenue, Apartment 3", "7 N. Sample Ave, Apt 3", "7 N Sample Av Apt. 3"},
      {"서울 견본구 예시로 12", "서울견본구예시로12", "서울 견본구 예시로12"},
      {"Straße 1", "STRAßE 1"},
  };
  for (const auto& address : kAddresses) {
    for (const char* written : address)
      EXPECT_EQ(AddressKey(written), AddressKey(address[0])) << written;
  }
}

TEST(AddressKey, DifferentAddresses) {
  const std::pair<const char*, const char*> kPairs[] = {
      {"12 34th Street", "1234th Street"},      {"例町1-23", "例町12-3"},
      {"例町1-2 501", "例町1-2 502"},           {"例町1-2", "例町1-2 501"},
      {"例町2号棟301", "例町3号棟301"},         {"5 Main Street", "5 Main Road"},
      {"5 Main St, Apt 3", "5 Main St, Apt 4"}, {"5 Northgate", "5 N gate"},
  };
  for (const auto& [a, b] : kPairs) EXPECT_NE(AddressKey(a), AddressKey(b)) << a << " / " << b;
}

TEST(AddressKey, ReadableKeys) {
  EXPECT_EQ(AddressKey("東京都見本区例町四丁目3番2号"), "見本区例町4-3-2");
  EXPECT_EQ(AddressKey("見本区一番町5番"), "見本区一番町5");
  EXPECT_EQ(AddressKey("見本区1番町5番"), "見本区1番町5");
  EXPECT_EQ(AddressKey("例町2号棟3号室"), "例町2-3");
  EXPECT_EQ(AddressKey("例町二十一番地三十三間1"), "例町21-1");
  EXPECT_EQ(AddressKey("Suite 5, 12 Main Street"), "12-5 main st");
  EXPECT_EQ(AddressKey("12 Example Street #400, Sample City, Illinois 62701-1234, USA"),
            "12-400 example st sample city il");
  EXPECT_EQ(AddressKey("서울특별시 강남구 테헤란로12길 34, 5층"), "서울시강남구테헤란로12길34-5-f");
}

TEST(AddressKey, NumbersWithoutAWordForThem) {
  EXPECT_EQ(AddressKey("No. 12, Example Street"), "12 example st");
  EXPECT_EQ(AddressKey("12-34 56th Avenue, New York, NY 10001"), "12-34 56th ave new york ny");
  EXPECT_EQ(AddressKey("5 Georgia"), "5 georgia");
  EXPECT_EQ(AddressKey("5 Example Street, #PMB-31"), "5-31 example st");
}

TEST(AddressKey, NoAddressNoKey) {
  for (const char* text :
       {"", " ", "-", "東京都", "Rose Cottage", "12", "〒100-0000", "1-2-3", "例町*-2", "\xff"}) {
    EXPECT_EQ(AddressKey(text), std::nullopt) << text;
  }
  EXPECT_EQ(AddressKey("1 " + std::string(2000, 'a')), std::nullopt);
}

// What the key treats differently.
RC_GTEST_PROP(AddressKey, IsIdempotent, (const std::vector<uint8_t>& choices)) {
  static constexpr const char* kPieces[] = {
      "1",      "2",      "３",     "a",       "B",  "é",      "e\u0301", "ﬁ",      " ",
      "　",     "-",      "ー",     "－",      "の", "丁目",   "番",      "地",     "号",
      "室",     "棟",     "町",     "一",      "十", "二",     "九",      "〒",     ",",
      ".",      "タ",     "ﾞ",      "ﾀ",       "東", "\u0301", "\u3099",  "street", "st",
      "e",      "ast",    "\u1112", "\u1161",  "①",  "㈱",     "½",       "\xff",   "²",
      "#",      "apt",    "fl",     "f",       "階", "층",     "동",      "길",     "第",
      "東京都", "大阪府", "서울",   "경기도 ", "시", "12345",  " usa",    " ohio",  " new york"};
  std::string text;
  for (const uint8_t choice : choices) text += kPieces[choice % std::size(kPieces)];
  const auto once = AddressKey(text);
  if (once) RC_ASSERT(AddressKey(*once) == once);
}

TEST(AddressForm, SaysWhatTheAddressCallsItself) {
  for (const char* mailbox :
       {"P.O. Box 12, Sample City", "PO BOX 7", "p o box  9", "Post Office Box 3",
        "5 Example Street PMB 31", "5 Example Street, #PMB-31", "Postfach 10 20 30, 12345 Ort",
        "例県例市 私書箱12号", "例市 私書箱１２号", "예시시 사서함 12호", "Boîte postale 5"}) {
    EXPECT_EQ(AddressForm(mailbox), "mailbox") << mailbox;
  }
  for (const char* office : {"Virtual Office, 5 Example Street", "例町1-2 バーチャルオフィス例"}) {
    EXPECT_EQ(AddressForm(office), "virtual_office") << office;
  }
  for (const char* home : {"1 PO Boxer Street", "12 Box Lane, Suite 5", "Box 5, Example Farm",
                           "Apo Box 5", "PO Box", "例市例町1-2-3", "", "5 Example Street #12"}) {
    EXPECT_EQ(AddressForm(home), "") << home;
  }
}

}  // namespace
}  // namespace sekisho
