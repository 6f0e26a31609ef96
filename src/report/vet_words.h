// The words that the pages of `vet` need, which the command line has for its own output.
#pragma once

#include <string>
#include <string_view>

#include "assess/assessment.h"
#include "core/language.h"

namespace sekisho {

struct VetPageWords {
  using Word = std::string (*)(std::string_view word, Language language);
  // A word of a field of a candidate file.
  std::string (*of)(std::string_view key, std::string_view word, Language language);
  Word word;  // of tasks, gates, questionnaires
  Word due;
  Word grade;
  Word evidence_class;
  std::string (*level)(AssessmentLevel level, Language language);
};

}  // namespace sekisho
