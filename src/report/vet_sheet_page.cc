#include "report/vet_sheet_page.h"

#include "core/json_writer.h"
#include "diligence/sheet.h"
#include "report/html_page.h"
#include "report/page_texts.h"
#include "report/plain_text.h"
#include "report/questions_json.h"

namespace sekisho {

std::string VetSheetPage(const Candidate& candidate,
                         const std::vector<Questionnaire>& questionnaires, Language language) {
  constexpr Phrase kTitle{"Interview sheet", "面談シート", "면담지"};
  const std::vector<Questionnaire> sheets = SheetOf(candidate, questionnaires);
  std::string data;
  JsonWriter json(&data);
  json.BeginObject().Key("language").Text(LanguageCode(language));
  json.Key("candidate").Text(VisibleText(candidate.id));
  json.Key("role").Text(VisibleText(candidate.role_id)).Key("questionnaires");
  WriteQuestionnaires(sheets, &json);
  json.Key("words");
  WriteQuestionWords(sheets, &json);
  json.EndObject();
  const std::string escaped = EscapeForScript(data);
  return RenderPage({kTitle.In(language), language, VetSheetStyle(), VetSheetScript(), escaped});
}

}  // namespace sekisho
