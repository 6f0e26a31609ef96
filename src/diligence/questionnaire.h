// Interview and check sheets (questionnaires/, docs/vetting.md): the same questions for everybody
// of a role, and what each answer means. Answers are people's; nothing here scores them.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/language.h"
#include "core/status.h"
#include "yaml/diagnostics.h"

namespace sekisho {

enum class AnswerEffectKind : uint8_t {
  kNothing,
  kClearsStep,  // the step of the task is done
  kTaskOpen,    // it is still to be done
  kContext,     // shown beside the indicator, never counted
  kFinding,     // a finding of the indicator
  kOffer,       // offer another way, which is another question
};

struct AnswerEffect {
  AnswerEffectKind kind = AnswerEffectKind::kNothing;
  std::string target;  // code of an indicator, or a question
};

struct Question {
  std::string id;  // "Q07"
  std::string measure;
  std::vector<std::string> serves;  // codes of indicators
  std::string by;                   // candidate | interviewer | reviewer | vendor | manager
  LocalText text;
  std::map<std::string, AnswerEffect> answers;  // allowed values
  std::vector<std::string> answer_order;        // as in the file
  std::string evidence;                         // none | optional | required
  std::string alternative;                      // a question of equal strength, or empty
  std::vector<std::string> do_not_record;
  bool only_if_language_claimed = false;  // at native or business level
  SourcePlace place;
};

struct Questionnaire {
  std::string id;
  int64_t version = 1;
  LocalText title;
  std::vector<std::string> audience;  // client | employer
  bool ask_everyone = true;           // false: only those who work already
  std::vector<std::string> sources;   // keys of references/sources.yml
  std::vector<Question> items;
  SourcePlace place;
};

// What questionnaires may refer to.
struct QuestionReferences {
  std::set<std::string> measures;
  std::set<std::string> indicators;
  std::set<std::string> documents;
};

struct QuestionnaireText {
  std::string name;
  std::string text;
};

struct QuestionnaireLoad {
  std::vector<Questionnaire> questionnaires;  // by id
  std::vector<Diagnostic> diagnostics;

  bool has_errors() const { return !diagnostics.empty(); }
};

QuestionnaireLoad ReadQuestionnaires(const std::vector<QuestionnaireText>& texts,
                                     const QuestionReferences& known);
// questionnaires/**/*.yml below `folder`.
QuestionnaireLoad LoadQuestionnaires(const std::string& folder, const QuestionReferences& known);

// Null when there is none.
const Question* FindQuestion(const std::vector<Questionnaire>& all, std::string_view id);

}  // namespace sekisho
