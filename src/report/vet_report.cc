#include "report/vet_report.h"

#include <set>

#include "core/json_writer.h"
#include "core/time.h"
#include "diligence/vet_words.h"
#include "report/form_texts.h"
#include "report/html_page.h"
#include "report/local_json.h"
#include "report/page_texts.h"
#include "report/plain_text.h"
#include "service/assessment_words.h"

namespace sekisho {
namespace {

template <typename Item>
const Item* ById(std::span<const Item> items, std::string_view id) {
  for (const Item& one : items) {
    if (one.id == id) return &one;
  }
  return nullptr;
}

class VetReportWriter {
 public:
  VetReportWriter(const VetReportView& view, JsonWriter* json)
      : view_(view), report_(view.report), json_(*json) {}

  void Write() {
    json_.BeginObject().Key("language").Text(LanguageCode(view_.language));
    Plain("candidate", report_.candidate);
    Plain("role", view_.input.candidate.role_id);
    json_.Key("asOf").Text(FormatTime(report_.as_of));
    json_.Key("level").Integer(static_cast<int>(report_.level));
    WritePhrase(PathPhrase(report_.path), &json_.Key("path"));
    json_.Key("reverificationOnly").Boolean(report_.reverification_only);
    Local("next", report_.next_step);
    WritePhrase(VetLimits(), &json_.Key("limits"));
    json_.Key("asked").Count(report_.same_sheet.asked);
    json_.Key("total").Count(report_.same_sheet.total);
    json_.Key("catalogue").Text(view_.versions.catalogue);
    Texts("lists", view_.versions.lists);
    List("findings", report_.findings, &VetReportWriter::Finding);
    List("matrix", report_.matrix, &VetReportWriter::Row);
    List("tasks", report_.tasks, &VetReportWriter::Task);
    List("gates", report_.gates, &VetReportWriter::Gate);
    List("skipped", report_.not_evaluated, &VetReportWriter::Skipped);
    List("leftOut", view_.input.candidate.left_out, &VetReportWriter::Left);
    Documents();
    Measures();
    Words();
    json_.EndObject();
  }

 private:
  template <typename Item>
  void List(std::string_view key, const std::vector<Item>& items,
            void (VetReportWriter::*write)(const Item&)) {
    json_.Key(key).BeginArray();
    for (const Item& item : items) (this->*write)(item);
    json_.EndArray();
  }

  void Plain(std::string_view key, std::string_view text) {
    json_.Key(key).Text(VisibleText(text));
  }
  void Local(std::string_view key, const LocalText& text) {
    WriteText({VisibleText(text.en), VisibleText(text.ja), VisibleText(text.ko)}, &json_.Key(key));
  }
  void Texts(std::string_view key, const std::vector<std::string>& texts) {
    json_.Key(key).BeginArray();
    for (const std::string& text : texts) json_.Text(VisibleText(text));
    json_.EndArray();
  }
  void Time(std::string_view key, std::optional<int64_t> time_ms) {
    if (time_ms) json_.Key(key).Text(FormatTime(*time_ms));
  }
  // A word that the page shows; all of them are written at the end.
  void Word(std::string_view key, const std::string& word) {
    json_.Key(key).Text(word);
    if (!word.empty()) words_.insert(word);
  }

  void Place(const std::string& pointer) {
    json_.BeginArray().Text(VisibleText(pointer));
    const LocalText words = PointerWords(pointer);
    WriteText({VisibleText(words.en), VisibleText(words.ja), VisibleText(words.ko)}, &json_);
    json_.EndArray();
  }

  void Finding(const VetFinding& finding) {
    json_.BeginObject().Key("id").Text(finding.indicator);
    WriteInEach([&](Language in) { return view_.words.grade(GradeName(finding.grade), in); },
                &json_.Key("grade"));
    json_.Key("proxy").Boolean(finding.proxy).Key("source").Text(finding.source);
    Local("message", finding.message);
    Time("time", finding.time_ms);
    json_.Key("at").BeginArray();
    for (const std::string& pointer : finding.at) Place(pointer);
    json_.EndArray();
    Parameters(finding.indicator);
    if (const Indicator* const one = ById(view_.input.indicators, finding.indicator)) About(*one);
    json_.EndObject();
  }

  void Parameters(const std::string& code) {
    json_.Key("parameters").BeginArray();
    for (const VettingParameter* const one : view_.input.policy.Of(code)) {
      json_.BeginArray().Text(one->name).Integer(one->value).Text(one->why).EndArray();
    }
    json_.EndArray();
  }

  void About(const Indicator& indicator) {
    Local("name", indicator.name);
    Local("meaning", indicator.meaning);
    WriteInEach(
        [&](Language in) { return view_.words.evidence_class(indicator.evidence_class, in); },
        &json_.Key("class"));
    WriteTexts("harmless", indicator.false_positives, &json_);
    WriteTexts("clears", indicator.what_clears, &json_);
    json_.Key("measures").BeginArray();
    for (const IndicatorMeasure& one : indicator.measures) json_.Text(one.code);
    json_.EndArray().Key("sources").BeginArray();
    for (const IndicatorSource& one : indicator.sources) {
      json_.BeginArray().Count(NumberOf(one.document));
      WritePlace(one.place, &view_.input.measures, &json_);
      json_.EndArray();
    }
    json_.EndArray();
  }

  size_t NumberOf(const std::string& document) {
    for (size_t i = 0; i < documents_.size(); ++i) {
      if (documents_[i] == document) return i;
    }
    documents_.push_back(document);
    return documents_.size() - 1;
  }

  void Row(const MatrixRow& row) {
    json_.BeginObject();
    Word("field", row.field);
    Word("outcome", row.outcome);
    json_.Key("values").BeginArray();
    for (const MatrixRow::Value& value : row.values) {
      json_.BeginObject().Key("place");
      Place(value.source);
      json_.Key("source");
      Place(SourceOf(value.source));
      Plain("value", value.value);
      json_.EndObject();
    }
    json_.EndArray().EndObject();
  }

  // Whose word it is: "/documents/0/name" is the document's, "/claims/names/1" the candidate's.
  static std::string SourceOf(const std::string& pointer) {
    size_t end = pointer.find('/', 1);
    if (pointer.substr(0, end) != "/claims" && end != std::string::npos) {
      end = pointer.find('/', end + 1);
    }
    return pointer.substr(0, end);
  }

  void Task(const VetTask& task) {
    json_.BeginObject().Key("id").Text(VisibleText(task.id)).Key("measure").Text(task.measure);
    Word("part", task.part);
    Plain("about", task.about);
    Word("state", task.state);
    Word("result", task.result);
    Word("owner", task.owner);
    WriteInEach([&](Language in) { return view_.words.due(task.due, in); }, &json_.Key("due"));
    json_.Key("settled").Boolean(task.settled());
    Time("next", task.next_ms);
    Time("time", task.time_ms);
    Texts("needs", task.depends_on);
    Texts("questions", task.questions);
    Texts("evidence", task.evidence);
    Texts("because", task.because);
    Plain("by", task.by);
    Plain("second", task.second);
    Plain("reason", task.reason);
    Local("note", task.note);
    json_.EndObject();
    measures_.insert(task.measure);
  }

  void Gate(const VetGate& gate) {
    json_.BeginObject();
    Word("gate", gate.gate);
    json_.Key("state").Text(gate.state);
    words_.insert("gate_" + gate.state);
    Local("text", gate.text);
    Texts("missing", gate.missing);
    json_.Key("hints").BeginArray();
    for (const LocalText& hint : gate.hints) WriteText(hint, &json_);
    json_.EndArray();
    for (const std::string& one : gate.missing) measures_.insert(one.substr(0, one.find(':')));
    Time("since", gate.since_ms);
    Plain("by", gate.by);
    Plain("second", gate.second);
    Plain("reason", gate.reason);
    json_.EndObject();
  }

  void Skipped(const VetNotEvaluated& one) {
    json_.BeginObject().Key("id").Text(one.id).Key("why").Text(one.why);
    Local("what", one.what_to_supply);
    if (const Indicator* const known = ById(view_.input.indicators, one.id)) {
      Local("name", known->name);
    }
    json_.EndObject();
  }

  void Documents() {
    json_.Key("documents").BeginArray();
    for (const std::string& key : documents_) {
      const auto found = view_.input.measures.documents.find(key);
      if (found == view_.input.measures.documents.end()) {
        json_.BeginArray().Text(key).Text("").EndArray();
      } else {
        WriteDocument(key, found->second.date, found->second, &json_);
      }
    }
    json_.EndArray();
  }

  void Measures() {
    json_.Key("measures").BeginObject();
    for (const std::string& id : measures_) {
      const Measure* const one = ById(std::span<const Measure>(view_.input.measures.measures), id);
      if (one == nullptr) continue;
      json_.Key(id).BeginObject();
      Local("name", one->name);
      WriteTexts("steps", one->steps, &json_);
      WriteTexts("keep", one->evidence, &json_);
      Local("fairness", one->fairness);
      json_.EndObject();
    }
    json_.EndObject();
  }

  void Left(const LeftOut& one) {
    json_.BeginObject().Key("at").Text(one.at);
    Time("time", one.time_ms);
    json_.EndObject();
  }

  void Words() {
    json_.Key("words").BeginObject().Key("level").BeginArray();
    for (int level = 0; level <= static_cast<int>(AssessmentLevel::kUrgent); ++level) {
      WriteInEach(
          [&](Language in) { return view_.words.level(static_cast<AssessmentLevel>(level), in); },
          &json_);
    }
    json_.EndArray().Key("of").BeginObject();
    for (const std::string& word : words_) {
      WriteInEach([&](Language in) { return VetWord(word, in); }, &json_.Key(word));
    }
    json_.EndObject().EndObject();
  }

  const VetReportView& view_;
  const VetReport& report_;
  JsonWriter& json_;
  std::vector<std::string> documents_;  // in the order of their numbers
  std::set<std::string> measures_;
  std::set<std::string> words_;
};

}  // namespace

std::string VetReportPage(const VetReportView& view) {
  constexpr Phrase kTitle{"Sekisho: due diligence", "Sekisho 確認レポート", "Sekisho 확인 보고서"};
  std::string data;
  JsonWriter json(&data);
  VetReportWriter(view, &json).Write();
  const std::string escaped = EscapeForScript(data);
  return RenderPage(
      {kTitle.In(view.language), view.language, VetReportStyle(), VetReportScript(), escaped});
}

}  // namespace sekisho
