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
