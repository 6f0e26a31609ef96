// The words of the catalogue that the report of `vet` needs, which the command line has for its own
// output.
#pragma once

#include <string>
#include <string_view>

#include "assess/assessment.h"
#include "core/language.h"

namespace sekisho {

struct VetPageWords {
  using Word = std::string (*)(std::string_view word, Language language);
  Word due;
  Word grade;
  Word evidence_class;
  std::string (*level)(AssessmentLevel level, Language language);
};

}  // namespace sekisho
