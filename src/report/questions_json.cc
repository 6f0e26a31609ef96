#include "report/questions_json.h"

#include <set>
#include <string>

#include "diligence/vet_words.h"
#include "report/local_json.h"

namespace sekisho {
namespace {

void WriteCodes(std::string_view key, const std::vector<std::string>& codes, JsonWriter* json) {
  json->Key(key).BeginArray();
  for (const std::string& code : codes) json->Text(code);
  json->EndArray();
}

void WriteQuestion(const Question& question, JsonWriter* json) {
  json->BeginObject().Key("id").Text(question.id).Key("measure").Text(question.measure);
  WriteCodes("serves", question.serves, json);
  json->Key("by").Text(question.by);
  WriteText(question.text, &json->Key("text"));
  WriteCodes("answers", question.answer_order, json);
  json->Key("clears").BeginArray();
  for (const std::string& answer : question.answer_order) {
    if (question.answers.at(answer).kind == AnswerEffectKind::kClearsStep) json->Text(answer);
  }
  json->EndArray().Key("evidence").Text(question.evidence);
  json->Key("alternative").Text(question.alternative);
  WriteCodes("doNotRecord", question.do_not_record, json);
  json->Key("ifLanguage").Boolean(question.only_if_language_claimed).EndObject();
}

}  // namespace

void WriteQuestionnaires(const std::vector<Questionnaire>& questionnaires, JsonWriter* json) {
  json->BeginArray();
  for (const Questionnaire& sheet : questionnaires) {
    json->BeginObject().Key("id").Text(sheet.id).Key("version").Integer(sheet.version);
    WriteText(sheet.title, &json->Key("title"));
    WriteCodes("audience", sheet.audience, json);
    json->Key("everyone").Boolean(sheet.ask_everyone).Key("items").BeginArray();
    for (const Question& question : sheet.items) WriteQuestion(question, json);
    json->EndArray().EndObject();
  }
  json->EndArray();
}

void WriteQuestionWords(const std::vector<Questionnaire>& questionnaires, JsonWriter* json) {
  std::set<std::string> words;
  for (const Questionnaire& sheet : questionnaires) {
    for (const Question& question : sheet.items) {
      words.insert(question.by);
      words.insert(question.answer_order.begin(), question.answer_order.end());
      words.insert(question.do_not_record.begin(), question.do_not_record.end());
    }
  }
  json->BeginObject();
  for (const std::string& word : words) {
    WriteInEach([&](Language language) { return VetWord(word, language); }, &json->Key(word));
  }
  json->EndObject();
}

}  // namespace sekisho
