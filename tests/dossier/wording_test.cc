// The cases of cases/wording.txt, and the texts that the program writes into reports itself.
#include "dossier/wording.h"

#include <gtest/gtest.h>

#include <fstream>

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
       {R"("findings": [{"indicator": "B01", "value": "a spy"}])",
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
