// Questionnaires, as the scripts of the pages read them. Used inside of this layer.
#pragma once

#include <vector>

#include "core/json_writer.h"
#include "diligence/questionnaire.h"

namespace sekisho {

// [{"id", "title", "version", "audience", "everyone", "items": [{"id", "measure", "serves", "by",
// "text", "answers", "clears", "evidence", "alternative", "doNotRecord", "ifLanguage"}]}]
void WriteQuestionnaires(const std::vector<Questionnaire>& questionnaires, JsonWriter* json);

// {"interviewer": ["interviewer", "面談担当", "면담 담당"], …}: every word of the questionnaires.
void WriteQuestionWords(const std::vector<Questionnaire>& questionnaires, JsonWriter* json);

}  // namespace sekisho
