#include "diligence/questionnaire.h"

#include <algorithm>
#include <filesystem>
#include <optional>

#include "core/suggestion.h"
#include "yaml/section.h"
#include "yaml/yaml.h"
#include "yaml/yaml_file.h"

namespace sekisho {
namespace {

bool IsQuestionId(std::string_view id) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return id.size() >= 3 && id.size() <= 4 && id[0] == 'Q' && digit(id[1]) && digit(id[2]) &&
         (id.size() == 3 || (id[3] >= 'a' && id[3] <= 'z'));
}

// "finding(F03)" and the others; nothing for other text.
std::optional<AnswerEffect> ParseEffect(std::string_view text) {
  if (text == "nothing") return AnswerEffect{};
  if (text == "clears_step") return AnswerEffect{AnswerEffectKind::kClearsStep, ""};
  if (text == "task_open") return AnswerEffect{AnswerEffectKind::kTaskOpen, ""};
  const size_t open = text.find('(');
  if (open == std::string_view::npos || text.back() != ')') return std::nullopt;
  const std::string target(text.substr(open + 1, text.size() - open - 2));
  const std::string_view verb = text.substr(0, open);
  if (verb == "context") return AnswerEffect{AnswerEffectKind::kContext, target};
  if (verb == "finding") return AnswerEffect{AnswerEffectKind::kFinding, target};
  if (verb == "offer") return AnswerEffect{AnswerEffectKind::kOffer, target};
  return std::nullopt;
}

class SheetReader {
 public:
  SheetReader(ReadContext* context, const QuestionReferences& known)
      : context_(context), known_(known) {}

  Questionnaire Read(const YamlNode& map) {
    CheckKeys(map,
              {"id", "version", "title", "audience", "ask", "jurisdictions", "languages", "sources",
               "items"},
              Sk::kQuestionKey, "a questionnaire", context_);
    Questionnaire sheet;
    sheet.place = context_->Place(map);
    sheet.id = Text(map, "id");
    if (const YamlNode* const version = Required(map, "version")) {
      sheet.version = ReadCount(*version, "`version`", context_, Sk::kQuestionValue).value_or(1);
    }
    if (const YamlNode* const title = Required(map, "title")) {
      sheet.title = ReadLocalText(*title, "`title`", context_);
    }
    sheet.audience = Words(map, "audience", {"client", "employer"});
    sheet.ask_everyone =
        Word(map, "ask", {"everyone_in_role", "everyone_engaged"}) != "everyone_engaged";
    sheet.sources = Texts(map, "sources");
    for (const std::string& source : sheet.sources) {
      Refer(known_.documents, source, "document", context_->Place(map));
    }
    if (const YamlNode* const items = Required(map, "items")) {
      if (const std::vector<YamlNode>* const list = ReadList(*items, "items", context_)) {
        for (const YamlNode& item : *list) ReadQuestion(item, &sheet);
      }
    }
    return sheet;
  }

 private:
  const YamlNode* Required(const YamlNode& map, std::string_view key) {
    const YamlNode* const node = map.Find(key);
    if (node != nullptr && !node->is_null()) return node;
    context_->Report(Sk::kQuestionKeyMissing, context_->Place(map),
                     "there is no `" + std::string(key) + "`");
    return nullptr;
  }

  std::string Text(const YamlNode& map, std::string_view key) {
    const YamlNode* const node = Required(map, key);
    if (node == nullptr) return "";
    return ReadText(*node, "`" + std::string(key) + "`", context_, Sk::kQuestionValue).value_or("");
  }

  std::string Word(const YamlNode& map, std::string_view key,
                   const std::vector<std::string_view>& words) {
    const YamlNode* const node = Required(map, key);
    if (node == nullptr) return "";
    return ReadWord(*node, "`" + std::string(key) + "`", words, context_, Sk::kQuestionValue)
        .value_or("");
  }

  std::vector<std::string> Texts(const YamlNode& map, std::string_view key) {
    std::vector<std::string> texts;
    const YamlNode* const node = map.Find(key);
    if (node == nullptr) return texts;
    for (PlacedText& text :
         ReadTexts(*node, "an entry of `" + std::string(key) + "`", context_, Sk::kQuestionValue)) {
      texts.push_back(std::move(text.text));
    }
    return texts;
  }

  std::vector<std::string> Words(const YamlNode& map, std::string_view key,
                                 const std::vector<std::string_view>& words) {
    std::vector<std::string> texts;
    if (Required(map, key) == nullptr) return texts;
    texts = Texts(map, key);
    for (const std::string& text : texts) {
      if (std::find(words.begin(), words.end(), text) != words.end()) continue;
      context_->Report(Sk::kQuestionValue, context_->Place(*map.Find(key)),
                       "\"" + text + "\" is not one of " + Enumerate(words));
    }
    return texts;
  }

  void Refer(const std::set<std::string>& known, const std::string& name, std::string_view what,
             SourcePlace place) {
    if (name.empty() || known.contains(name)) return;
    context_->Report(Sk::kQuestionReference, std::move(place),
                     "there is no " + std::string(what) + " " + name);
  }

  void ReadQuestion(const YamlNode& item, Questionnaire* sheet) {
    if (!item.is_map()) {
      context_->Report(Sk::kQuestionValue, context_->Place(item),
                       "a question must be a map, not " + std::string(DescribeKind(item)));
      return;
    }
    CheckKeys(item,
              {"id", "measure", "serves", "by", "text", "effect", "evidence", "alternative",
               "do_not_record", "only_if"},
              Sk::kQuestionKey, "a question", context_);
    Question question;
    question.place = context_->Place(item);
    question.id = Text(item, "id");
    if (!IsQuestionId(question.id)) {
      context_->Report(Sk::kQuestionValue, question.place,
                       "the id \"" + question.id + "\" is malformed", "write for example Q07");
    }
    question.measure = Text(item, "measure");
    Refer(known_.measures, question.measure, "measure", question.place);
    question.serves = Texts(item, "serves");
    for (const std::string& code : question.serves) {
      Refer(known_.indicators, code, "indicator", question.place);
    }
    question.by = Word(item, "by", {"candidate", "interviewer", "reviewer", "vendor", "manager"});
    if (const YamlNode* const text = Required(item, "text")) {
      question.text = ReadLocalText(*text, "`text`", context_);
    }
    if (const YamlNode* const effect = Required(item, "effect")) ReadEffects(*effect, &question);
    question.evidence = item.Find("evidence") == nullptr
                            ? "optional"
                            : Word(item, "evidence", {"none", "optional", "required"});
    question.alternative = item.Find("alternative") == nullptr ? "" : Text(item, "alternative");
    question.do_not_record = Texts(item, "do_not_record");
    question.only_if_language_claimed =
        item.Find("only_if") != nullptr && !Word(item, "only_if", {"language_claimed"}).empty();
    sheet->items.push_back(std::move(question));
  }

  void ReadEffects(const YamlNode& map, Question* question) {
    if (!map.is_map() || map.entries.empty()) {
      context_->Report(Sk::kQuestionValue, context_->Place(map),
                       "`effect` must be a map from each allowed answer to what it means");
      return;
    }
    for (const YamlEntry& entry : map.entries) {
      const std::optional<AnswerEffect> effect = ParseEffect(entry.value.text);
      if (!effect) {
        context_->Report(Sk::kQuestionValue, context_->Place(entry.value),
                         "\"" + entry.value.text + "\" is no effect",
                         "nothing, clears_step, task_open, context(F01), finding(F03) or "
                         "offer(Q01)");
        continue;
      }
      if (effect->kind == AnswerEffectKind::kContext ||
          effect->kind == AnswerEffectKind::kFinding) {
        Refer(known_.indicators, effect->target, "indicator", context_->Place(entry.value));
      }
      question->answers.emplace(entry.key, *effect);
      question->answer_order.push_back(entry.key);
    }
  }

  ReadContext* context_;
  const QuestionReferences& known_;
};

// Ids stand once; alternatives and offers lead to questions.
void CheckAcross(const std::vector<Questionnaire>& all, DiagnosticSink* sink) {
  std::set<std::string> ids;
  for (const Questionnaire& sheet : all) {
    for (const Question& question : sheet.items) {
      if (ids.insert(question.id).second) continue;
      sink->Report(Sk::kQuestionReference, question.place, question.id + " stands twice");
    }
  }
  const auto refer = [&](const Question& question, const std::string& target) {
    if (target.empty() || ids.contains(target)) return;
    sink->Report(Sk::kQuestionReference, question.place, "there is no question " + target);
  };
  for (const Questionnaire& sheet : all) {
    for (const Question& question : sheet.items) {
      refer(question, question.alternative);
      for (const auto& [answer, effect] : question.answers) {
        if (effect.kind == AnswerEffectKind::kOffer) refer(question, effect.target);
      }
    }
  }
}

QuestionnaireLoad Read(const std::vector<QuestionnaireText>& texts, const QuestionReferences& known,
                       DiagnosticSink* sink) {
  QuestionnaireLoad load;
  for (const QuestionnaireText& text : texts) {
    ReadContext context{text.name, sink};
    const size_t errors = sink->errors();
    const std::vector<YamlNode> documents = ReadYaml(text.name, text.text, sink);
    const YamlNode* const root = documents.empty() ? nullptr : documents[0].Find("questionnaire");
    if (documents.size() == 1 && root != nullptr && root->is_map()) {
      CheckKeys(documents[0], {"questionnaire"}, Sk::kQuestionKey, "the document", &context);
      load.questionnaires.push_back(SheetReader(&context, known).Read(*root));
    } else if (sink->errors() == errors) {
      sink->Report(Sk::kQuestionDocument, {text.name, 1, 1},
                   "the file is not one document with the key `questionnaire`");
    }
  }
  std::stable_sort(load.questionnaires.begin(), load.questionnaires.end(),
                   [](const Questionnaire& a, const Questionnaire& b) { return a.id < b.id; });
  CheckAcross(load.questionnaires, sink);
  load.diagnostics = sink->Take();
  return load;
}

}  // namespace

QuestionnaireLoad ReadQuestionnaires(const std::vector<QuestionnaireText>& texts,
                                     const QuestionReferences& known) {
  DiagnosticSink sink(/*foreign=*/false);
  return Read(texts, known, &sink);
}

QuestionnaireLoad LoadQuestionnaires(const std::string& folder, const QuestionReferences& known) {
  DiagnosticSink sink(/*foreign=*/false);
  std::vector<QuestionnaireText> texts;
  const auto files =
      FindYamlFiles((std::filesystem::path(folder) / "questionnaires").string(), &sink);
  if (files) {
    for (const std::string& file : *files) {
      if (std::optional<std::string> text = ReadYamlText(file, &sink)) {
        texts.push_back({file, *std::move(text)});
      }
    }
  }
  return Read(texts, known, &sink);
}

const Question* FindQuestion(const std::vector<Questionnaire>& all, std::string_view id) {
  for (const Questionnaire& sheet : all) {
    for (const Question& question : sheet.items) {
      if (question.id == id) return &question;
    }
  }
  return nullptr;
}

}  // namespace sekisho
