// What of a report may be seen: no value that leads to a person before the report is approved.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/language.h"
#include "dossier/report_file.h"

namespace sekisho {

class Disclosure {
 public:
  Disclosure(const ReportFile& report, Language language);

  bool open() const { return open_; }
  // A personal value, or "withheld until approved"; an empty one stays empty.
  std::string Personal(std::string_view value) const;
  // A text of people, with dots in the place of every personal value of the report that stands in
  // it, and of the parts of its names, in whatever case of the Latin letters. What somebody
  // describes in other words nobody can recognise.
  std::string Free(std::string_view text) const;

 private:
  bool open_;
  Language language_;
  std::vector<std::string> values_;  // lower case, longest first
};

}  // namespace sekisho
