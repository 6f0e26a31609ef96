#include "diligence/vet_json.h"

#include <algorithm>

#include "core/json_writer.h"
#include "core/time.h"

namespace sekisho {
namespace {

void Texts(const std::vector<std::string>& texts, JsonWriter* json) {
  json->BeginArray();
  for (const std::string& text : texts) json->Text(text);
  json->EndArray();
}

// Members without a value are left out.
void Member(std::string_view key, const std::string& text, JsonWriter* json) {
  if (!text.empty()) json->Key(key).Text(text);
}

void Member(std::string_view key, const std::vector<std::string>& texts, JsonWriter* json) {
  if (!texts.empty()) Texts(texts, &json->Key(key));
}

void Member(std::string_view key, std::optional<int64_t> time_ms, JsonWriter* json) {
  if (time_ms) json->Key(key).Text(FormatTime(*time_ms));
}

class Writer {
 public:
  Writer(const VetReport& report, const VetInput& input, Language language, JsonWriter* json)
      : report_(report), input_(input), language_(language), json_(*json) {}

  void Write(const VetVersions& versions) {
    json_.BeginObject().Key("candidate").Text(report_.candidate);
    json_.Key("as_of").Text(FormatTime(report_.as_of));
    json_.Key("versions").BeginObject().Key("catalogue").Text(versions.catalogue);
    Texts(versions.lists, &json_.Key("lists"));
    json_.EndObject();
    json_.Key("level").Text(LevelName(report_.level)).Key("path").Text(PathName(report_.path));
    if (report_.reverification_only) json_.Key("only_outcome").Text("reverification");
    List("findings", report_.findings, &Writer::Finding);
    List("matrix", report_.matrix, &Writer::Row);
    List("tasks", report_.tasks, &Writer::Task);
    List("gates", report_.gates, &Writer::Gate);
    List("not_evaluated", report_.not_evaluated, &Writer::Skipped);
    List("left_out", input_.candidate.left_out, &Writer::Left);
    if (input_.events_given) Events(input_.events);
    json_.Key("same_sheet").BeginObject();
    json_.Key("asked").Count(report_.same_sheet.asked).Key("total").Count(report_.same_sheet.total);
    json_.EndObject();
    json_.Key("next_step").Text(report_.next_step.In(language_));
    json_.Key("limits").Text(VetLimits().In(language_)).EndObject();
  }

 private:
  template <typename Item>
  void List(std::string_view key, const std::vector<Item>& items,
            void (Writer::*write)(const Item&)) {
    json_.Key(key).BeginArray();
    for (const Item& item : items) (this->*write)(item);
    json_.EndArray();
  }

  const Indicator* IndicatorOf(const std::string& code) const {
    for (const Indicator& one : input_.indicators) {
      if (one.id == code) return &one;
    }
    return nullptr;
  }

  void Finding(const VetFinding& finding) {
    json_.BeginObject().Key("indicator").Text(finding.indicator);
    if (const Indicator* const indicator = IndicatorOf(finding.indicator)) {
      json_.Key("name").Text(indicator->name.In(language_));
      json_.Key("class").Text(indicator->evidence_class);
    }
    json_.Key("grade").Text(GradeName(finding.grade)).Key("proxy").Boolean(finding.proxy);
    json_.Key("source").Text(finding.source);
    Member("at", finding.at, &json_);
    Member("time", finding.time_ms, &json_);
    json_.Key("message").Text(finding.message.In(language_));
    Parameters(finding.indicator);
    json_.EndObject();
  }

  // The numbers of the rule.
  void Parameters(const std::string& code) {
    const std::vector<const VettingParameter*> parameters = input_.policy.Of(code);
    if (parameters.empty()) return;
    json_.Key("parameters").BeginObject();
    for (const VettingParameter* const one : parameters) json_.Key(one->name).Integer(one->value);
    json_.EndObject();
  }

  void Row(const MatrixRow& row) {
    json_.BeginObject().Key("field").Text(row.field).Key("values").BeginArray();
    for (const MatrixRow::Value& value : row.values) {
      json_.BeginObject().Key("source").Text(value.source).Key("value").Text(value.value);
      json_.EndObject();
    }
    json_.EndArray().Key("outcome").Text(row.outcome).EndObject();
  }

  void Task(const VetTask& task) {
    json_.BeginObject().Key("id").Text(task.id).Key("measure").Text(task.measure);
    Member("part", task.part, &json_);
    Member("subject", task.subject, &json_);
    Member("about", task.about, &json_);
    json_.Key("state").Text(task.state);
    Member("result", task.result, &json_);
    json_.Key("owner").Text(task.owner).Key("due").Text(task.due);
    Member("repeat", task.repeat, &json_);
    Member("next", task.next_ms, &json_);
    Member("depends_on", task.depends_on, &json_);
    Member("questions", task.questions, &json_);
    Member("contact_source", task.contact_source, &json_);
    Member("evidence", task.evidence, &json_);
    Member("reason", task.reason, &json_);
    Member("by", task.by, &json_);
    Member("second", task.second, &json_);
    Member("time", task.time_ms, &json_);
    Member("because", task.because, &json_);
    Member("note", task.note.In(language_), &json_);
    json_.EndObject();
  }

  void Gate(const VetGate& gate) {
    json_.BeginObject().Key("gate").Text(gate.gate).Key("state").Text(gate.state);
    Texts(gate.missing, &json_.Key("missing"));
    json_.Key("text").BeginObject();
    json_.Key("en").Text(gate.text.en).Key("ja").Text(gate.text.ja).Key("ko").Text(gate.text.ko);
    json_.EndObject();
    if (!gate.hints.empty()) {
      json_.Key("hints").BeginArray();
      for (const LocalText& hint : gate.hints) json_.Text(hint.In(language_));
      json_.EndArray();
    }
    Member("since", gate.since_ms, &json_);
    Member("reason", gate.reason, &json_);
    Member("by", gate.by, &json_);
    Member("second", gate.second, &json_);
    json_.EndObject();
  }

  void Skipped(const VetNotEvaluated& one) {
    json_.BeginObject().Key("id").Text(one.id).Key("why").Text(one.why);
    json_.Key("what_to_supply").Text(one.what_to_supply.In(language_)).EndObject();
  }

  void Events(const VetEventCounts& counts) {
    json_.Key("events").BeginObject().Key("events").Count(counts.events);
    json_.Key("of_account").Count(counts.of_account).Key("later").Count(counts.later);
    json_.Key("refused").Count(counts.refused).Key("set_aside").Count(counts.set_aside);
    json_.EndObject();
  }

  void Left(const LeftOut& one) {
    json_.BeginObject().Key("at").Text(one.at).Key("time").Text(FormatTime(one.time_ms));
    json_.EndObject();
  }

  const VetReport& report_;
  const VetInput& input_;
  const Language language_;
  JsonWriter& json_;
};

}  // namespace

std::string VetJson(const VetReport& report, const VetInput& input, const VetVersions& versions,
                    Language language) {
  std::string text;
  JsonWriter json(&text);
  Writer(report, input, language, &json).Write(versions);
  text += '\n';
  return text;
}

}  // namespace sekisho
