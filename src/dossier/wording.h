// The wording of reports: they say what was observed and judge nobody.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/status.h"
#include "dossier/bad_word.h"
#include "dossier/report_file.h"
#include "measures/measure.h"

namespace sekisho {

// Words for nationalities, peoples and origins, and words that judge a person, in English, Japanese
// and Korean. Letters count in whatever width and case; English words count as whole words, the
// others wherever they stand; invisible characters (in Japanese spaces too) between their letters
// do not hide one. A country may be named as the place of a thing, not as the origin of a person
// (dossier/origin_check.h).
class WordingCheck {
 public:
  // Titles of the documents may be quoted in full.
  explicit WordingCheck(const std::map<std::string, SourceDocument>& documents);

  // The first bad word of the text, if there is one.
  std::optional<BadWord> Find(std::string_view text) const;

  // One error for each free text of the report that has one. In the sentences that the program
  // wrote about findings, ids and names of the account and its payees, the values of its events and
  // what stands in quotation marks are read over.
  std::vector<Diagnostic> Check(const ReportFile& report) const;

 private:
  struct Title {
    std::string words;  // the title in the forms that are compared
    std::string letters;
    std::string plain;
    std::string unspaced;
  };
  std::vector<Title> titles_;  // longest first
};

}  // namespace sekisho
