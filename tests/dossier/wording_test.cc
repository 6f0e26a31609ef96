// The cases of cases/wording.txt, and the texts that the program writes into reports itself.
#include "dossier/wording.h"

#include <gtest/gtest.h>

#include <array>
#include <fstream>

#include "dossier/country_list.h"
#include "dossier/sample.h"
#include "measures/load.h"

namespace sekisho {
namespace {

constexpr std::string_view kRefuses = "refuses: ";
constexpr std::string_view kAllows = "allows: ";

TEST(Wording, Cases) {
  const WordingCheck check(References().documents);
  std::ifstream file(SEKISHO_SOURCE_DIR "/tests/dossier/cases/wording.txt");
  int cases = 0;
  for (std::string line; std::getline(file, line);) {
    const std::string_view text = line;
    if (text.starts_with(kAllows)) {
      const auto bad = check.Find(text.substr(kAllows.size()));
      EXPECT_FALSE(bad) << line << ": " << (bad ? bad->word : "");
      ++cases;
    } else if (text.starts_with(kRefuses)) {
      const size_t bar = text.find(" | ");
      ASSERT_NE(bar, std::string_view::npos) << line;
      const auto bad = check.Find(text.substr(bar + 3));
      ASSERT_TRUE(bad) << line;
      EXPECT_EQ(bad->word, text.substr(kRefuses.size(), bar - kRefuses.size())) << line;
      EXPECT_FALSE(bad->write.empty());
      ++cases;
    }
  }
  EXPECT_GT(cases, 30);
}

// Every country of the table, in three languages: the place of a thing, and where somebody is from.
TEST(Wording, EveryCountryIsAPlaceAndNoOrigin) {
  const WordingCheck check({});
  const auto fill = [](std::string_view text, const std::string& name) {
    std::string filled(text);
    return filled.replace(filled.find('$'), 1, name);
  };
  int countries = 0;
  for (const CountryList::Country& one : CountryList::Get().countries()) {
    if (one.name.en.empty() || one.code == "KP") continue;
    ++countries;
    for (const auto& [name, texts] :
         {std::pair(one.name.en, std::array{"The payout account is in $.", "A sign-in from $.",
                                            "The document was issued by $ in 2024.",
                                            "The address in $ was used.", "Bank of $"}),
          std::pair(one.name.ja, std::array{"受取口座は$の銀行である。", "$からの接続があった。",
                                            "旅券の発行国は$である。", "$時間の9時。", "$の住所"}),
          std::pair(one.name.ko, std::array{"정산 계좌는 $ 은행입니다.", "$에서 접속했습니다.",
                                            "$ 발행 여권입니다.", "$ 시간 9시", "$의 주소"})}) {
      for (const char* const text : texts) {
        EXPECT_FALSE(check.Find(fill(text, name))) << fill(text, name);
      }
    }
    for (const auto& [name, texts] :
         {std::pair(one.name.en, std::array{"He is from $.", "born in $", "a citizen of $"}),
          std::pair(one.name.ja, std::array{"$人である", "$出身である", "$系とみられる"}),
          std::pair(one.name.ko,
                    std::array{"$ 출신입니다", "$ 사람입니다", "$에서 태어났습니다"})}) {
      for (const char* const text : texts) {
        const auto bad = check.Find(fill(text, name));
        ASSERT_TRUE(bad) << fill(text, name);
        // What the advice tells to write may be written.
        for (size_t at = bad->write.find('"'); at != std::string::npos;) {
          const size_t end = bad->write.find('"', at + 1);
          ASSERT_NE(end, std::string::npos);
          const std::string advice = bad->write.substr(at + 1, end - at - 1);
          EXPECT_FALSE(check.Find(advice)) << advice;
          at = bad->write.find('"', end + 1);
        }
      }
    }
  }
  EXPECT_GT(countries, 200);
}

TEST(Wording, EveryDemonymIsRefused) {
  const WordingCheck check({});
  for (const auto& [word, country] : CountryList::Get().demonyms()) {
    const std::string_view capital = CountryList::Get().AsWritten(word);
    const std::string written = capital.empty() ? word : std::string(capital);
    EXPECT_TRUE(check.Find("The user is " + written + ".")) << written;
    const bool country_too = CountryList::Get().english().contains(word + "s");  // Philippines
    EXPECT_TRUE(country_too || check.Find("two " + written + "s")) << written;
    EXPECT_FALSE(check.Find("under " + written + " law")) << written;
  }
  EXPECT_GT(CountryList::Get().demonyms().size(), 200u);
}

TEST(Wording, NamesAreQuotedInTheProgramsOwnSentencesOnly) {
  ReportFile report;
  report.file = "r.json";
  report.payouts = {{"Chinese Garden Ltd", ""}};
  const std::string text = "the payee is Chinese Garden Ltd";
  report.free_texts = {{text, "/findings/0/observed/en", 1, 1, true}, {text, "/summary", 1, 1}};
  const WordingCheck check(References().documents);
  const std::vector<Diagnostic> problems = check.Check(report);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_NE(problems[0].message.find("/summary"), std::string::npos);
}

// An account, an address or a value is named as it is; else no report about it could be made.
TEST(Wording, IdsAndValuesAreQuotedInTheProgramsOwnSentencesToo) {
  ReportFile report;
  report.account = "asian-dev";
  report.contacts = {"desk@korean.example.com"};
  report.events = {{"e1", "session.start", "chinese-77", 0, {{"device", "russian box"}}}};
  const WordingCheck check(References().documents);
  for (const std::string_view text :
       {"asian-dev: 4 addresses", "asian-dev wrote to desk@korean.example.com",
        "asian-dev and chinese-77 share a device", "russian box was used"}) {
    report.free_texts = {{std::string(text), "/findings/0/observed/en", 1, 1, true}};
    EXPECT_TRUE(check.Check(report).empty()) << text;
    report.free_texts[0].quotes = false;
    EXPECT_FALSE(check.Check(report).empty()) << text;
  }
}

// Wherever a person can write, the wording is checked.
TEST(Wording, EveryTextThatStandsOnThePage) {
  for (const std::string_view part :
       {R"("reporter": {"role": "North Korean desk"})",
        R"("reporter": {"reachable_hours": "for a spy"})",
        R"("findings": [{"indicator": "B01", "value": "a spy"}])",
        R"("attachments": [{"name": "spy.pdf"}])", R"("subject": {"document_types": ["spy card"]})",
        R"("states": [{"state": "draft", "by": "A", "at": "2026-04-10T00:00:00Z",
                       "channel": "for a spy", "reference": "spy 1"}])"}) {
    std::string text = R"({"format": "sekisho.report/1", "id": "r-1", "source": "events",
      "account": "u1", "as_of": "2026-04-10T00:00:00Z", "level": "flag", )";
    text += part;
    if (!part.starts_with("\"states")) {
      text += R"(, "states": [{"state": "draft", "by": "A", "at": "2026-04-10T00:00:00Z"}])";
    }
    const ReportFileLoad load = ReadReportFile({"r.json", text + "}"}, {});
    ASSERT_TRUE(load.report) << text;
    EXPECT_FALSE(WordingCheck({}).Check(*load.report).empty()) << part;
  }
}

TEST(Wording, TheIdStandsOnEveryPage) {
  const std::string text = R"({"format": "sekisho.report/1", "id": "dprk-case-1",
    "source": "events", "account": "u1", "as_of": "2026-04-10T00:00:00Z", "level": "flag",
    "states": [{"state": "draft", "by": "A", "at": "2026-04-10T00:00:00Z"}]})";
  const ReportFileLoad load = ReadReportFile({"r.json", text}, {});
  ASSERT_TRUE(load.report);
  const std::vector<Diagnostic> problems = WordingCheck({}).Check(*load.report);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].message, "/id: \"dprk\" may not stand in a report");
}

TEST(Wording, WhatTheProgramPutsInQuotationMarksIsAName) {
  ReportFile report;
  const std::string text = "education: \"Example American School\" here, \"German Example\" there";
  report.free_texts = {{text, "/findings/0/observed/en", 1, 1, true},
                       {"学歴：一方は「インド人学校」", "/findings/0/observed/ja", 1, 1, true},
                       {"학력: 한쪽은 “인도인 학교”", "/findings/0/observed/ko", 1, 1, true}};
  EXPECT_TRUE(WordingCheck({}).Check(report).empty());
  report.free_texts[0].quotes = false;
  EXPECT_EQ(WordingCheck({}).Check(report).size(), 1u);
}

TEST(Wording, EveryTitleMayBeQuoted) {
  const WordingCheck check(References().documents);
  int titles = 0;
  for (const auto& [key, document] : References().documents) {
    for (const std::string* title : {&document.title.en, &document.title.ja, &document.title.ko}) {
      if (title->empty()) continue;
      ++titles;
      EXPECT_FALSE(check.Find("Item 3 of " + *title + ".")) << *title;
    }
  }
  EXPECT_GT(titles, 10);
}

}  // namespace
}  // namespace sekisho
