#include "measures/measure_reader.h"

#include "yaml/section.h"
#include "yaml/yaml.h"

namespace sekisho {
namespace {

using Words = std::vector<std::string_view>;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

class MeasureReader {
 public:
  MeasureReader(const YamlNode& map, ReadContext* context) : map_(map), context_(context) {}

  Measure Read() {
    out_.place = context_->Place(map_);
    CheckKeys(map_,
              {"id", "name", "meaning", "steps", "audience", "form", "sources", "recurrence",
               "evidence", "contact_source", "contacts", "fairness"},
              Sk::kMeasureKey, "a measure", context_);
    ReadId();
    out_.name = Text("name");
    out_.meaning = Text("meaning");
    out_.steps = Texts("steps");
    out_.audience = WordsOf("audience", {"platform", "payment", "client", "employer"});
    out_.form = WordsOf("form", {"rule", "gate", "task", "workflow", "info"});
    if (const YamlNode* node = Required("sources")) ReadSources(*node);
    if (const YamlNode* node = Required("recurrence")) ReadRecurrence(*node);
    out_.evidence = Texts("evidence");
    if (const YamlNode* node = map_.Find("contact_source")) {
      out_.contact_source =
          ReadWord(*node, "`contact_source`", {"any", "independent"}, context_, Sk::kMeasureWord)
              .value_or("");
    }
    if (const YamlNode* node = map_.Find("contacts")) {
      for (PlacedText& id : ReadTexts(*node, "an entry of `contacts`", context_)) {
        out_.contacts.push_back(std::move(id.text));
      }
    }
    out_.fairness = Text("fairness");
    return std::move(out_);
  }

 private:
  const YamlNode* RequiredOf(const YamlNode& map, std::string_view key, std::string_view what) {
    const YamlNode* node = map.Find(key);
    if (node != nullptr && !node->is_null()) return node;
    context_->Report(Sk::kMeasureKeyMissing, context_->Place(map),
                     std::string(what) + " has no `" + std::string(key) + "`");
    return nullptr;
  }

  const YamlNode* Required(std::string_view key) { return RequiredOf(map_, key, "the measure"); }

  void ReadId() {
    const YamlNode* node = Required("id");
    if (node == nullptr) return;
    out_.id = ReadText(*node, "the id", context_, Sk::kMeasureId).value_or("");
    if (!node->is_scalar() || IsMeasureId(out_.id)) return;
    context_->Report(Sk::kMeasureId, context_->Place(*node),
                     "the id \"" + out_.id + "\" is malformed", "write for example M09");
  }

  LocalText Text(std::string_view key) {
    const YamlNode* node = Required(key);
    return node == nullptr ? LocalText()
                           : ReadLocalText(*node, "`" + std::string(key) + "`", context_);
  }

  std::vector<LocalText> Texts(std::string_view key) {
    const YamlNode* node = Required(key);
    return node == nullptr ? std::vector<LocalText>() : ReadLocalTexts(*node, key, context_);
  }

  std::vector<std::string> WordsOf(std::string_view key, const Words& words) {
    std::vector<std::string> found;
    const YamlNode* node = Required(key);
    const std::vector<YamlNode>* items = node == nullptr ? nullptr : ReadList(*node, key, context_);
    if (items == nullptr) return found;
    for (const YamlNode& item : *items) {
      const std::string what = "an entry of `" + std::string(key) + "`";
      if (auto word = ReadWord(item, what, words, context_, Sk::kMeasureWord)) {
        found.push_back(std::move(*word));
      }
    }
    return found;
  }

  std::string TextOf(const YamlNode& map, std::string_view key, std::string_view what) {
    const YamlNode* node = RequiredOf(map, key, what);
    if (node == nullptr) return "";
    return ReadText(*node, "`" + std::string(key) + "`", context_).value_or("");
  }

  void ReadSources(const YamlNode& node) {
    const std::vector<YamlNode>* items = ReadList(node, "sources", context_);
    if (items == nullptr) return;
    for (const YamlNode& item : *items) {
      if (!item.is_map()) {
        context_->Report(Sk::kValueShape, context_->Place(item),
                         "a source must be a map, not " + std::string(DescribeKind(item)));
        continue;
      }
      CheckKeys(item, {"document", "date", "place", "status_in_latest"}, Sk::kMeasureKey,
                "a source", context_);
      MeasureSource source;
      source.at = context_->Place(item);
      source.document = TextOf(item, "document", "the source");
      source.date = TextOf(item, "date", "the source");
      source.place = TextOf(item, "place", "the source");
      if (const YamlNode* status = RequiredOf(item, "status_in_latest", "the source")) {
        source.status_in_latest =
            ReadWord(*status, "`status_in_latest`", {"unchanged", "changed", "not read"}, context_,
                     Sk::kMeasureWord)
                .value_or("");
      }
      out_.sources.push_back(std::move(source));
    }
  }

  void ReadRecurrence(const YamlNode& node) {
    if (!node.is_map()) {
      context_->Report(Sk::kValueShape, context_->Place(node),
                       "`recurrence` must be a map, not " + std::string(DescribeKind(node)));
      return;
    }
    CheckKeys(node, {"due", "every", "why"}, Sk::kMeasureKey, "`recurrence`", context_);
    if (const YamlNode* due = RequiredOf(node, "due", "`recurrence`")) {
      out_.recurrence.due =
          ReadWord(*due, "`due`",
                   {"always", "before_activity", "before_offer", "before_payment",
                    "before_shipment", "before_access", "on_delivery", "on_change", "on_suspicion"},
                   context_, Sk::kMeasureWord)
              .value_or("");
    }
    if (const YamlNode* every = node.Find("every")) {
      if (ReadDuration(*every, "`every`", context_, Sk::kMeasureWord)) {
        out_.recurrence.every = every->text;
      }
    }
    out_.recurrence.why = TextOf(node, "why", "`recurrence`");
  }

  const YamlNode& map_;
  ReadContext* context_;
  Measure out_;
};

}  // namespace

std::optional<Measure> ReadMeasure(const std::string& file, std::string_view text,
                                   DiagnosticSink* sink) {
  ReadContext context{file, sink};
  const size_t errors = sink->errors();
  const std::vector<YamlNode> documents = ReadYaml(file, text, sink);
  const YamlNode* measure = documents.empty() ? nullptr : documents[0].Find("measure");
  if (documents.size() != 1 || measure == nullptr || !measure->is_map()) {
    if (sink->errors() == errors) {
      sink->Report(Sk::kMeasureDocument, {file, 1, 1},
                   "the file is not one document with the key `measure`");
    }
    return std::nullopt;
  }
  CheckKeys(documents[0], {"measure"}, Sk::kMeasureKey, "the document", &context);
  return MeasureReader(*measure, &context).Read();
}

bool IsMeasureId(std::string_view id) {
  return id.size() == 3 && id[0] == 'M' && IsDigit(id[1]) && IsDigit(id[2]) && id != "M00";
}

}  // namespace sekisho
