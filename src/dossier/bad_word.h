// What the check of the wording of reports says about one text.
#pragma once

#include <string>

namespace sekisho {

// A word that may not stand in a report's own sentences.
struct BadWord {
  std::string word;   // in the form that is compared
  std::string write;  // what to write instead
};

}  // namespace sekisho
