#include "report/vet_form.h"

#include "core/json_writer.h"
#include "core/limits.h"
#include "diligence/candidate_fields.h"
#include "diligence/vet_words.h"
#include "report/form_texts.h"
#include "report/html_page.h"
#include "report/local_json.h"
#include "report/page_texts.h"
#include "report/questions_json.h"

namespace sekisho {
namespace {

class FormWriter {
 public:
  FormWriter(const VetFormView& view, JsonWriter* json) : view_(view), json_(*json) {}

  void Write() {
    json_.BeginObject().Key("language").Text(LanguageCode(view_.language));
    json_.Key("audience").Text(view_.audience).Key("example").Raw(view_.example);
    json_.Key("itemsMax")
        .Count(limits::kCandidateItemsMax)
        .Key("bytesMax")
        .Count(limits::kCandidateBytesMax);
    json_.Key("fields");
    Fields(CandidateFields(), "");
    json_.Key("questionnaires");
    WriteQuestionnaires(view_.questionnaires, &json_);
    json_.Key("words");
    WriteQuestionWords(view_.questionnaires, &json_);
    json_.Key("measures");
    Names(view_.measures);
    json_.Key("indicators");
    Names(view_.indicators);
    json_.EndObject();
  }

 private:
  void Fields(const std::vector<CandidateField>& fields, const std::string& above) {
    json_.BeginArray();
    for (const CandidateField& field : fields) Field(field, above + field.key);
    json_.EndArray();
  }

  // {"key", "path", "kind", "label", "hint", "serves", …}; what a field does not have is left out.
  void Field(const CandidateField& field, const std::string& path) {
    json_.BeginObject().Key("key").Text(field.key).Key("path").Text(path);
    json_.Key("kind").Text(FieldKindName(field.kind));
    if (field.required) json_.Key("required").Boolean(true);
    if (const FormText* const text = FindFormText(path)) {
      WritePhrase(text->label, &json_.Key("label"));
      if (!text->hint.en.empty()) WritePhrase(text->hint, &json_.Key("hint"));
      if (!text->one.en.empty()) WritePhrase(text->one, &json_.Key("one"));
      if (!text->serves.empty()) json_.Key("serves").Text(text->serves);
    }
    if (!field.words.empty()) Words(field);
    if (field.most > 0) json_.Key("least").Integer(field.least).Key("most").Integer(field.most);
    if (!field.fields.empty()) {
      json_.Key("fields");
      Fields(field.fields, path + ".");
    }
    json_.EndObject();
  }

  void Words(const CandidateField& field) {
    json_.Key("words").BeginArray();
    for (const std::string_view word : field.words) {
      json_.BeginArray().Text(word);
      WriteInEach([&](Language in) { return VetWordOf(field.key, word, in); }, &json_);
      json_.EndArray();
    }
    json_.EndArray();
  }

  // [["A02", ["Payee …", …]], …]
  template <typename Item>
  void Names(const std::vector<Item>& items) {
    json_.BeginArray();
    for (const Item& item : items) {
      WriteText(item.name, &json_.BeginArray().Text(item.id));
      json_.EndArray();
    }
    json_.EndArray();
  }

  const VetFormView& view_;
  JsonWriter& json_;
};

}  // namespace

std::string VetFormPage(const VetFormView& view) {
  constexpr Phrase kTitle{"Sekisho: candidate file", "Sekisho 候補者ファイル",
                          "Sekisho 후보자 파일"};
  std::string data;
  JsonWriter json(&data);
  FormWriter(view, &json).Write();
  const std::string escaped = EscapeForScript(data);
  return RenderPage(
      {kTitle.In(view.language), view.language, VetFormStyle(), VetFormScript(), escaped});
}

}  // namespace sekisho
