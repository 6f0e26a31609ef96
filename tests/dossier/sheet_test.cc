// What each recipient gets, and what nobody gets before the report is approved.
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "dossier/report_draft.h"
#include "dossier/report_sheet.h"
#include "dossier/report_words.h"
#include "dossier/sample.h"
#include "paper/sheet_html.h"
#include "paper/sheet_pdf.h"

namespace sekisho {
namespace {

constexpr Language kLanguages[] = {Language::kEnglish, Language::kJapanese, Language::kKorean};

std::string Html(const ReportFile& report, std::string_view recipient, Language language) {
  const std::vector<Indicator> indicators = SampleIndicators();
  return SheetHtml(
      MakeReportSheet({report, *FindRecipient(recipient), indicators, References(), language}));
}

bool Has(const std::string& page, std::string_view text) {
  return page.find(text) != std::string::npos;
}

TEST(ReportSheet, NothingPersonalBeforeApproval) {
  for (const std::vector<std::string>& states :
       {std::vector<std::string>{}, {"checked"}, {"withheld"}, {"checked", "approved", "draft"}}) {
    const ReportFile report = Sample(states);
    for (const Recipient& recipient : Recipients()) {
      for (const Language language : kLanguages) {
        const std::string page = Html(report, recipient.id, language);
        for (const std::string& value : PersonalValues()) {
          EXPECT_FALSE(Has(page, value)) << recipient.id << ": " << value;
        }
      }
    }
  }
}

TEST(ReportSheet, PartsOfNamesAreHiddenToo) {
  ReportFile report = Sample({});
  report.account_names = {"Hanako Sample", "見本花子", "홍길동"};
  report.summary = "HANAKO answered. 見本さんと花子さん。길동 씨. Hana stays.";
  const std::string page = Html(report, "us", Language::kEnglish);
  EXPECT_TRUE(Has(page, "<p>•••• answered. ••••さんと••••さん。•••• 씨. Hana stays.</p>"));
}

// A value that is written in another way cannot be covered by dots: its sentence is withheld.
TEST(ReportSheet, OtherFormsOfAValueAreHiddenToo) {
  for (const std::string_view text :
       {"Ｈａｎａｋｏ did not answer.", "Sample, Hanako did not.", "She is HANAKO.", "モリさん",
        "call 090-8642-9753", "call 819086429753", "EX00 77 1234", "ex-00771234"}) {
    ReportFile report = Sample({});
    report.account_names = {"SAMPLE, Hanako", "ﾓﾘ ｹﾝｼﾞ"};
    report.contacts = {"+81 90-8642-9753"};
    report.money[0].account = "EX-0077-1234";
    report.summary = text;
    const std::string page = Html(report, "us", Language::kEnglish);
    for (const std::string_view shown :
         {"Ｈａｎａｋｏ", "Hanako", "HANAKO", "Sample", "モリ", "9753", "00 77", "0077"}) {
      EXPECT_FALSE(Has(page, shown)) << text << ": " << shown;
    }
  }
}

// People write the bank before the number; in a sentence the number stands alone.
TEST(ReportSheet, TheNumberOfAnAccountIsHiddenWithoutItsBank) {
  for (const std::string_view text : {"EX-4711-9 must be paid", "ex 47119", "paid to EX47119",
                                      "GB33 BUKB 2020 was named", "gb33bukb2020"}) {
    ReportFile report = Sample({});
    report.money[0].account = "Sample Bank EX-4711-9";
    report.money.push_back(report.money[0]);
    report.money[1].account = "Sample Bank GB33 BUKB 2020";
    report.threats = text;
    const std::string page = Html(report, "us", Language::kEnglish);
    for (const std::string_view shown : {"4711", "BUKB", "bukb"}) {
      EXPECT_FALSE(Has(page, shown)) << text;
    }
  }
}

TEST(ReportSheet, KindsOfDocumentsAndValuesWaitForApproval) {
  ReportFile report = Sample({});
  report.document_types = {"passport EX-1"};
  report.findings[0].value = "device-77";
  const std::string page = Html(report, "us", Language::kEnglish);
  EXPECT_FALSE(Has(page, "passport"));
  EXPECT_FALSE(Has(page, "device-77"));
}

TEST(ReportSheet, EverythingAfterApproval) {
  const ReportFile report = Sample({"checked", "approved"});
  for (const std::string_view recipient : {"jp", "us", "kr"}) {
    const std::string page = Html(report, recipient, Language::kEnglish);
    for (const std::string& value : PersonalValues()) EXPECT_TRUE(Has(page, value)) << value;
    EXPECT_TRUE(Has(page, "2026-04-01 09:59:00 +09:00")) << "local time";
    EXPECT_TRUE(Has(page, "35,200.5 USD")) << "total";
  }
}

// The table of docs/reports.md.
TEST(ReportSheet, BlocksOfEachRecipient) {
  const ReportFile report = Sample({"checked", "approved"});
  const auto has = [&](std::string_view recipient, const Phrase& block) {
    const Recipient& to = *FindRecipient(recipient);
    return Has(Html(report, recipient, Language::kEnglish),
               block.In(to.language.value_or(Language::kEnglish)));
  };
  for (const Phrase* block :
       {&words::kReporter, &words::kSummary, &words::kIndicators, &words::kTimeline,
        &words::kSubject, &words::kTotal, &words::kTaken, &words::kPreserve, &words::kAttachments,
        &words::kVersions, &words::kNobodySends, &words::kContactsHint}) {
    for (const Recipient& to : Recipients()) EXPECT_TRUE(has(to.id, *block)) << block->en;
  }
  for (const Phrase* block :
       {&words::kAsked, &words::kActive, &words::kTechnical, &words::kAccess, &words::kLaws}) {
    for (const std::string_view to : {"jp", "us", "kr"}) EXPECT_TRUE(has(to, *block)) << block->en;
    EXPECT_FALSE(has("str", *block)) << block->en;
  }
  EXPECT_TRUE(has("str", words::kMarkRestricted));
  EXPECT_TRUE(has("str", words::kNoNotice));
  EXPECT_FALSE(Has(Html(report, "str", Language::kEnglish), "Nothing so far."));
  EXPECT_TRUE(has("us", words::kLoss));
}

TEST(ReportSheet, ContactsAndLaws) {
  const ReportFile report = Sample({});
  const auto ids = [&](std::string_view recipient, char letter) {
    const std::string page = Html(report, recipient, Language::kEnglish);
    std::string found;
    for (int i = 1; i <= 16; ++i) {
      const std::string id = absl::StrCat(std::string(1, letter), i < 10 ? "0" : "", i);
      if (Has(page, ">" + id + " ")) found += (found.empty() ? "" : " ") + id;
    }
    return found;
  };
  EXPECT_EQ(ids("jp", 'R'), "R01 R02 R03 R04");
  EXPECT_EQ(ids("us", 'R'), "R06 R07");
  EXPECT_EQ(ids("kr", 'R'), "R09 R10");
  EXPECT_EQ(ids("jp", 'L'), "L01 L02");
  EXPECT_EQ(ids("us", 'L'), "L06 L09 L11");
  EXPECT_EQ(ids("kr", 'L'), "L14");
  EXPECT_EQ(ids("str", 'L'), "");
}

TEST(ReportSheet, OldContactsAreConfirmedFirst) {
  ReportFile report = Sample({});
  const std::string_view hint = words::kConfirmFirst.ja;
  EXPECT_FALSE(Has(Html(report, "jp", Language::kEnglish), hint));
  constexpr int64_t kChecked = 1'795'305'600'000;  // 2026-11-22
  constexpr int64_t kDay = 86'400'000;
  report.as_of = kChecked + 90 * kDay;
  EXPECT_FALSE(Has(Html(report, "jp", Language::kEnglish), hint));
  report.as_of = kChecked + 91 * kDay;
  EXPECT_TRUE(Has(Html(report, "jp", Language::kEnglish), hint));
}

TEST(ReportSheet, NothingInItSends) {
  for (const Recipient& to : Recipients()) {
    const std::string page = Html(Sample({"checked", "approved"}), to.id, Language::kJapanese);
    for (const std::string_view part :
         {"mailto:", "<a ", "<form", "<button", "<script", "href", "src=", "<img"}) {
      EXPECT_FALSE(Has(page, part)) << to.id << ": " << part;
    }
  }
}

TEST(ReportSheet, LanguageOfTheRecipient) {
  const ReportFile report = Sample({});
  EXPECT_TRUE(Has(Html(report, "jp", Language::kEnglish), "<html lang=\"ja\">"));
  EXPECT_TRUE(Has(Html(report, "us", Language::kJapanese), "<html lang=\"en\">"));
  EXPECT_TRUE(Has(Html(report, "kr", Language::kEnglish), "<html lang=\"ko\">"));
  EXPECT_TRUE(Has(Html(report, "str", Language::kJapanese), "<html lang=\"ja\">"));
}

TEST(ReportSheet, TextOfOthersIsShownAsText) {
  ReportFile report = Sample({"checked", "approved"});
  report.summary = "<script>alert(1)</script> & \"x\" \xE2\x80\xAE";
  const std::string page = Html(report, "us", Language::kEnglish);
  EXPECT_TRUE(Has(page, "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot; ⟨U+202E⟩"));
}

TEST(ReportSheet, PdfIsTheSameEveryTime) {
  const ReportFile report = Sample({"checked", "approved"});
  const std::vector<Indicator> indicators = SampleIndicators();
  for (const Recipient& to : Recipients()) {
    const Sheet sheet = MakeReportSheet({report, to, indicators, References(), Language::kKorean});
    const StatusOr<std::string> once = SheetPdf(sheet);
    if (absl::IsFailedPrecondition(once.status())) GTEST_SKIP() << once.status();
    ASSERT_TRUE(once.ok()) << once.status();
    EXPECT_EQ(*once, *SheetPdf(sheet));
    EXPECT_TRUE(once->starts_with("%PDF-"));
    EXPECT_TRUE(Has(*once, "/CreationDate (20260410000000"));
  }
}

TEST(ReportSheet, LongReportsHaveEveryRow) {
  ReportFile report = Sample({"checked", "approved"});
  const ReportEvent event = report.events[0];
  for (int i = 0; i < 400; ++i) report.events.push_back(event);
  report.summary = std::string(5000, 'x');
  const std::vector<Indicator> indicators = SampleIndicators();
  const StatusOr<std::string> pdf = SheetPdf(MakeReportSheet(
      {report, *FindRecipient("us"), indicators, References(), Language::kEnglish}));
  if (absl::IsFailedPrecondition(pdf.status())) GTEST_SKIP() << pdf.status();
  ASSERT_TRUE(pdf.ok());
}

}  // namespace
}  // namespace sekisho
