#include "lists/directory.h"

#include <gtest/gtest.h>

namespace sekisho {
namespace {

ListSpec Spec(int64_t stale_after_days = 0) {
  ListSpec spec;
  spec.file = "list.csv";
  spec.published = "2026-01-01";
  spec.stale_after_days = stale_after_days;
  return spec;
}

TEST(Directory, LongestCodeWins) {
  DiagnosticSink sink(false);
  Directory directory;
  const ListCount count =
      directory.AddInstitutions(Spec(),
                                "code,name,kind,scheme\n"
                                "111000025,Example Bank,bank,routing\n"
                                "GB BUKB,Example Bank,bank,iban\n"
                                "GBBUKB2020,Example Service,money_service,iban\n"
                                "400000,Example Cards,bank,card\n"
                                "0001,銀行の例,sponsor_bank,zengin\n",
                                &sink);
  EXPECT_EQ(count.entries, 5u);
  EXPECT_EQ(count.refused, 0u);
  EXPECT_TRUE(count.parts.Has(ListPart::kInstitution));
  EXPECT_EQ(directory.InstitutionKind("routing", "111000025123", 0), "bank");
  EXPECT_EQ(directory.InstitutionKind("routing", "111000026", 0), "");
  EXPECT_EQ(directory.InstitutionKind("iban", "GBBUKB10201555555555", 0), "bank");
  EXPECT_EQ(directory.InstitutionKind("iban", "GBBUKB20201555555555", 0), "money_service");
  EXPECT_EQ(directory.InstitutionKind("card", "4000001234567890", 0), "bank");
  EXPECT_EQ(directory.InstitutionKind("zengin", "00010011234567", 0), "sponsor_bank");
  EXPECT_EQ(directory.InstitutionKind("zengin", "", 0), "");
  EXPECT_EQ(directory.InstitutionKind("bitcoin", "0001", 0), "");
}

TEST(Directory, KnowsWhetherListsNameMoreThanBanks) {
  DiagnosticSink sink(false);
  Directory directory;
  const int64_t day = *DayStartMs("2026-01-02");
  directory.AddInstitutions(Spec(), "scheme,code,kind\nrouting,111000025,bank\n", &sink);
  EXPECT_FALSE(directory.NamesServices("routing", day));
  directory.AddInstitutions(Spec(30), "scheme,code,kind\nrouting,000000013,sponsor_bank\n", &sink);
  EXPECT_TRUE(directory.NamesServices("routing", day));
  EXPECT_FALSE(directory.NamesServices("zengin", day));
  EXPECT_FALSE(directory.NamesServices("routing", *DayStartMs("2026-02-15")));  // stale
}

TEST(Directory, WhatASecondListKnowsGoesBeforeBank) {
  DiagnosticSink sink(false);
  Directory directory;
  const char* const head = "scheme,code,kind\nrouting,111000025,";
  directory.AddInstitutions(Spec(), std::string(head) + "sponsor_bank\n", &sink);
  directory.AddInstitutions(Spec(), std::string(head) + "bank\n", &sink);
  EXPECT_EQ(directory.InstitutionKind("routing", "111000025", 0), "sponsor_bank");
  Directory other_way;
  other_way.AddInstitutions(Spec(), std::string(head) + "bank\n", &sink);
  other_way.AddInstitutions(Spec(), std::string(head) + "sponsor_bank\n", &sink);
  EXPECT_EQ(other_way.InstitutionKind("routing", "111000025", 0), "sponsor_bank");
}

// A kind of institution is known for as long as a list that names it holds, not for as long as any
// list holds that has the code.
TEST(Directory, AKindEndsWithItsList) {
  DiagnosticSink sink(false);
  const char* const head = "scheme,code,kind\nrouting,111000025,";
  const std::string service = std::string(head) + "money_service\n";
  const std::string bank = std::string(head) + "bank\n";
  const int64_t good = *DayStartMs("2026-01-30");
  const int64_t stale = *DayStartMs("2026-03-01");
  for (const bool service_first : {true, false}) {
    Directory directory;
    if (service_first) directory.AddInstitutions(Spec(30), service, &sink);
    directory.AddInstitutions(Spec(), bank, &sink);
    if (!service_first) directory.AddInstitutions(Spec(30), service, &sink);
    EXPECT_EQ(directory.InstitutionKind("routing", "111000025", good), "money_service");
    EXPECT_EQ(directory.InstitutionKind("routing", "111000025", stale), "bank");
    // The same kind from a list that never ends.
    directory.AddInstitutions(Spec(), service, &sink);
    EXPECT_EQ(directory.InstitutionKind("routing", "111000025", stale), "money_service");
  }
  Directory both_end;
  both_end.AddInstitutions(Spec(30), "scheme,code,kind\nzengin,0001002,money_service\n", &sink);
  both_end.AddInstitutions(Spec(30), "scheme,code,kind\nzengin,0001,bank\n", &sink);
  EXPECT_EQ(both_end.InstitutionKind("zengin", "00010021234567", stale), "");
  // A shorter code holds on when the longer one has ended.
  both_end.AddInstitutions(Spec(), "scheme,code,kind\nzengin,0001,sponsor_bank\n", &sink);
  EXPECT_EQ(both_end.InstitutionKind("zengin", "00010021234567", good), "money_service");
  EXPECT_EQ(both_end.InstitutionKind("zengin", "00010021234567", stale), "sponsor_bank");
  EXPECT_EQ(sink.Take().size(), 0u);
}

// A code that a spreadsheet has shortened would name other banks: 33 of 0033 is the beginning of
// 3312.
TEST(Directory, ACodeThatIsNoneOfItsSchemeIsRefused) {
  const auto entries = [](const std::string& row) {
    DiagnosticSink sink(false);
    Directory directory;
    return directory.AddInstitutions(Spec(), "scheme,code,kind\n" + row + ",bank\n", &sink).entries;
  };
  for (const char* row :
       {"routing,111000025", "routing,1110-0002-5", "zengin,0033", "zengin,0033001",
        "zengin,００３３", "iban,GBBUKB", "iban,DE37040044", "iban,NL ABNA", "iban,XX12345",
        "bic,DEUTDEFF", "bic,DEUTDEFF500", "bic,DEUT", "card,411111", "card,41111111"}) {
    EXPECT_EQ(entries(row), 1u) << row;
  }
  for (const char* row :
       {"routing,111000026", "routing,21000021", "routing,1110", "routing,abc", "zengin,33",
        "zengin,1", "zengin,33001", "zengin,MIZH", "iban,GB82WEST", "iban,DE", "iban,DE3704X",
        "iban,JP0001", "iban,1234", "bic,DEUTDE", "bic,DEUT12FF", "card,4111", "card,VISA12"}) {
    EXPECT_EQ(entries(row), 0u) << row;
  }
}

// "Pay, JP" without quotes: a comma has parted the name.
TEST(Directory, ARowWithMoreCellsThanItsHeadIsRefused) {
  DiagnosticSink sink(false);
  Directory directory;
  const ListCount count =
      directory.AddServices(Spec(), "name,country\nExample Pay,JP,KR\nOther Pay,KR\n", &sink);
  EXPECT_EQ(count.entries, 1u);
  EXPECT_EQ(count.refused, 1u);
  EXPECT_EQ(directory.ServiceCountry("Example Pay", 0), "");
}

TEST(Directory, ACountryEndsWithItsList) {
  DiagnosticSink sink(false);
  Directory directory;
  directory.AddServices(Spec(30), "name,country\nExample Pay,KR\n", &sink);
  directory.AddServices(Spec(), "name,country\nExample Pay,JP\n", &sink);
  EXPECT_EQ(directory.ServiceCountry("Example Pay", *DayStartMs("2026-01-30")), "");
  EXPECT_EQ(directory.ServiceCountry("Example Pay", *DayStartMs("2026-03-01")), "JP");
}

TEST(Directory, OnlyCountryOfAService) {
  DiagnosticSink sink(false);
  Directory directory;
  const ListCount count = directory.AddServices(Spec(30),
                                                "name,country\nExample Pay,kr\nWorld Pay,KR\n"
                                                "world-pay,JP\n世界ペイ,JP\n世界ペイ,JP\n",
                                                &sink);
  EXPECT_EQ(count.entries, 5u);
  const int64_t good = *DayStartMs("2026-01-31") - 1;
  EXPECT_EQ(directory.ServiceCountry(" ＥＸＡＭＰＬＥ pay", good), "KR");
  EXPECT_EQ(directory.ServiceCountry("World Pay", good), "");
  EXPECT_EQ(directory.ServiceCountry("世界ペイ", good), "JP");
  EXPECT_EQ(directory.ServiceCountry("Other", good), "");
  EXPECT_EQ(directory.ServiceCountry("Example Pay", *DayStartMs("2026-01-31")), "");
}

TEST(Directory, LeavesOutBadRows) {
  DiagnosticSink sink(false);
  Directory directory;
  const ListCount rows = directory.AddInstitutions(
      Spec(), "scheme,code,kind\nrouting,1,bank\nwire,111000025,bank\niban,DE,shop\nrouting\n",
      &sink);
  EXPECT_EQ(rows.entries, 0u);
  EXPECT_EQ(rows.refused, 4u);
  EXPECT_TRUE(rows.parts.empty());
  EXPECT_EQ(directory.AddServices(Spec(), "service,land\nA,JP\n", &sink).refused, 1u);
  EXPECT_EQ(directory.AddServices(Spec(), "name,country\nA,JPN\n-,JP\n", &sink).refused, 2u);
  EXPECT_EQ(sink.Take().size(), 7u);
}

}  // namespace
}  // namespace sekisho
