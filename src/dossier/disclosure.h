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
  // it, and of the parts of its names, in whatever case of the Latin letters. Where a value stands
  // in it in another width, case or with other separators, the whole text is withheld. What
  // somebody describes in other words nobody can recognise.
  std::string Free(std::string_view text) const;

 private:
  void Add(std::string_view value, size_t bytes_min);
  void AddName(const std::string& name);
  void AddAccount(const std::string& account);
  bool HasOtherForm(std::string_view text) const;

  bool open_;
  Language language_;
  std::vector<std::string> values_;   // lower case, longest first
  std::vector<std::string> forms_;    // NormalText of them
  std::vector<std::string> letters_;  // LettersAndDigits of them, where these are many
};

}  // namespace sekisho
