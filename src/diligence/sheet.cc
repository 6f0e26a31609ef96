#include "diligence/sheet.h"

#include <algorithm>

namespace sekisho {

bool IsAsked(const Question& question, const Candidate& candidate) {
  if (!question.only_if_language_claimed) return true;
  return std::any_of(candidate.claims.languages.begin(), candidate.claims.languages.end(),
                     [](const LanguageClaim& one) { return one.level != "basic"; });
}

std::vector<Questionnaire> SheetOf(const Candidate& candidate,
                                   const std::vector<Questionnaire>& questionnaires) {
  std::vector<Questionnaire> sheets;
  for (const Questionnaire& sheet : questionnaires) {
    const bool mine = std::find(sheet.audience.begin(), sheet.audience.end(), candidate.audience) !=
                      sheet.audience.end();
    if (!mine || (!sheet.ask_everyone && candidate.stage != "engaged")) continue;
    sheets.push_back(sheet);
    std::erase_if(sheets.back().items,
                  [&](const Question& question) { return !IsAsked(question, candidate); });
  }
  return sheets;
}

}  // namespace sekisho
