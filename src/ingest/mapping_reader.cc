#include "ingest/mapping_reader.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "core/forbidden_fields.h"
#include "core/limits.h"
#include "ingest/mapping_source.h"
#include "yaml/yaml.h"
#include "yaml/yaml_file.h"

namespace sekisho {
namespace {

bool IsEnvelope(std::string_view field) {
  return field == "id" || field == "time" || field == "sequence" || field == "account";
}

bool Lists(const EventTypeSpec& type, std::string_view field) {
  const auto holds = [field](std::span<const std::string_view> names) {
    return std::find(names.begin(), names.end(), field) != names.end();
  };
  return IsEnvelope(field) || holds(type.required) || holds(type.optional);
}

// One entry of `fields`, read but not yet tied to a type.
struct FieldEntry {
  const FieldSpec* spec;
  MappedSource source;
  const YamlEntry* entry;
  bool used = false;
};

class Reader {
 public:
  Reader(const std::string& file, DiagnosticSink* sink)
      : context_{file, sink, &mapping_, std::nullopt}, sink_(sink) {}

  std::shared_ptr<const Mapping> Read(const YamlNode& root) {
    const size_t errors = sink_->errors();
    ReadDocument(root);
    if (sink_->errors() > errors) return nullptr;
    return std::make_shared<const Mapping>(std::move(mapping_));
  }

 private:
  void ReadDocument(const YamlNode& root);
  void ReadLogSource(const YamlNode& node);
  std::vector<FieldEntry> ReadFields(const YamlNode& node);
  void ReadEvents(const YamlNode& node, std::vector<FieldEntry>* common);
  void ReadEvent(const YamlNode& node, std::vector<FieldEntry>* common);
  const EventTypeSpec* ReadType(const YamlNode& node);
  void ReadConditions(const YamlNode& node, bool negated, std::vector<MappedCondition>* conditions);
  void CheckRequired(const MappedEvent& event, const YamlNode& node);
  void CheckReachable(const MappedEvent& event, const YamlNode& node);
  void CheckUsed(const std::vector<FieldEntry>& common);
  void KeepForAll(const std::vector<FieldEntry>& common);
  void Report(Sk code, const YamlNode& node, std::string message, std::string suggestion = "") {
    context_.Report(code, context_.Place(node), std::move(message), std::move(suggestion));
  }

  MappingContext context_;
  DiagnosticSink* const sink_;
  Mapping mapping_;
};

void Reader::ReadDocument(const YamlNode& root) {
  if (!root.is_map()) {
    Report(Sk::kMappingDocument, root,
           "a mapping file must be a map, not " + std::string(DescribeKind(root)));
    return;
  }
  context_.CheckKeys(
      root,
      {"mapping", "meaning", "source", "logsource", "encoding", "zone", "kind", "fields", "events"},
      "a mapping");
  for (const std::string_view key : {"mapping", "logsource", "fields", "events"}) {
    if (root.Find(key) != nullptr) continue;
    Report(Sk::kMappingKeyMissing, root, "the mapping lacks the key \"" + std::string(key) + "\"");
  }
  if (const YamlNode* name = root.Find("mapping")) {
    mapping_.name = context_.ReadText(*name, "the name of the mapping").value_or("");
  }
  for (const std::string_view key : {"meaning", "source"}) {
    if (const YamlNode* text = root.Find(key)) context_.ReadText(*text, key);
  }
  if (const YamlNode* source = root.Find("logsource")) ReadLogSource(*source);
  if (const YamlNode* encoding = root.Find("encoding")) {
    mapping_.encoding = context_.ReadEncoding(*encoding);
  }
  if (const YamlNode* zone = root.Find("zone")) context_.zone = context_.ReadZone(*zone);
  if (const YamlNode* kind = root.Find("kind")) mapping_.kind_slot = context_.ReadPath(*kind);
  std::vector<FieldEntry> common;
  if (const YamlNode* fields = root.Find("fields")) common = ReadFields(*fields);
  if (const YamlNode* events = root.Find("events")) ReadEvents(*events, &common);
  CheckUsed(common);
  KeepForAll(common);
}

void Reader::ReadLogSource(const YamlNode& node) {
  if (!node.is_map()) {
    Report(Sk::kMappingValue, node, "`logsource` must be a map of product, category and service");
    return;
  }
  context_.CheckKeys(node, {"product", "category", "service"}, "a logsource");
  const std::pair<std::string_view, std::string*> kParts[] = {{"product", &mapping_.product},
                                                              {"category", &mapping_.category},
                                                              {"service", &mapping_.service}};
  for (const auto& [key, text] : kParts) {
    if (const YamlNode* part = node.Find(key)) *text = context_.ReadText(*part, key).value_or("");
  }
  if (mapping_.product.empty()) {
    Report(Sk::kMappingKeyMissing, node, "the logsource lacks the key \"product\"");
  } else if (mapping_.product == "sekisho") {
    Report(Sk::kMappingValue, node, "the product \"sekisho\" is our own; name the foreign one");
  }
}

std::vector<FieldEntry> Reader::ReadFields(const YamlNode& node) {
  std::vector<FieldEntry> fields;
  if (!node.is_map()) {
    Report(Sk::kMappingValue, node, "`fields` must be a map from our fields to paths");
    return fields;
  }
  for (const YamlEntry& entry : node.entries) {
    const FieldSpec* spec = FindField(entry.key);
    if (IsForbiddenField(entry.key)) {
      context_.Report(Sk::kMappingForbidden, context_.Place(entry),
                      "the field \"" + entry.key + "\" may not be read");
    } else if (spec == nullptr || spec->origin != FieldOrigin::kEvent || entry.key == "type") {
      std::vector<std::string_view> known;
      for (const FieldSpec& field : AllFields()) {
        if (field.origin == FieldOrigin::kEvent && field.name != "type")
          known.push_back(field.name);
      }
      context_.Report(Sk::kMappingField, context_.Place(entry),
                      "events bring no field \"" + entry.key + "\"",
                      context_.Suggest(entry.key, known));
    } else {
      fields.push_back({spec, context_.ReadSource(entry.value, *spec), &entry});
    }
  }
  return fields;
}

void Reader::ReadEvents(const YamlNode& node, std::vector<FieldEntry>* common) {
  if (!node.is_sequence() || node.items.empty()) {
    Report(Sk::kMappingValue, node, "`events` must be a list with at least one event");
    return;
  }
  if (node.items.size() > limits::kMappingEventsMax) {
    Report(Sk::kMappingSize, node,
           "the mapping has " + std::to_string(node.items.size()) + " events; at most " +
               std::to_string(limits::kMappingEventsMax) + " are read");
    return;
  }
  for (const YamlNode& item : node.items) ReadEvent(item, common);
}

void Reader::ReadEvent(const YamlNode& node, std::vector<FieldEntry>* common) {
  if (!node.is_map()) {
    Report(Sk::kMappingValue, node, "an event must be a map with `type`, `when` and `fields`");
    return;
  }
  context_.CheckKeys(node, {"type", "when", "unless", "fields"}, "an event");
  const YamlNode* type = node.Find("type");
  const YamlNode* when = node.Find("when");
  if (type == nullptr || when == nullptr) {
    Report(Sk::kMappingKeyMissing, node,
           std::string("the event lacks the key \"") + (type == nullptr ? "type" : "when") + "\"");
    return;
  }
  const size_t errors = sink_->errors();
  MappedEvent event{ReadType(*type), {}, {}};
  ReadConditions(*when, false, &event.conditions);
  if (const YamlNode* unless = node.Find("unless")) {
    ReadConditions(*unless, true, &event.conditions);
  }
  std::vector<FieldEntry> own;
  if (const YamlNode* fields = node.Find("fields")) own = ReadFields(*fields);
  if (event.type == nullptr) return;
  for (FieldEntry& field : own) {
    if (Lists(*event.type, field.spec->name)) {
      event.fields.push_back({field.spec, std::move(field.source)});
      continue;
    }
    context_.Report(Sk::kMappingField, context_.Place(*field.entry),
                    "events of the type \"" + std::string(event.type->type) +
                        "\" have no field \"" + field.entry->key + "\"");
  }
  for (FieldEntry& field : *common) {
    const bool replaced = std::any_of(event.fields.begin(), event.fields.end(),
                                      [&](const auto& its) { return its.spec == field.spec; });
    if (!Lists(*event.type, field.spec->name)) continue;
    field.used = true;
    if (!replaced) event.fields.push_back({field.spec, field.source});
  }
  CheckRequired(event, node);
  if (sink_->errors() == errors) CheckReachable(event, node);
  mapping_.events.push_back(std::move(event));
}

const EventTypeSpec* Reader::ReadType(const YamlNode& node) {
  const std::optional<std::string> name = context_.ReadText(node, "the type of an event");
  if (!name) return nullptr;
  const EventTypeSpec* type = FindEventType(*name);
  if (type != nullptr && !type->engine_made) return type;
  std::vector<std::string_view> known;
  for (const EventTypeSpec& spec : AllEventTypes()) {
    if (!spec.engine_made) known.push_back(spec.type);
  }
  Report(Sk::kMappingType, node,
         "there is no event type \"" + *name + "\" that a record can become",
         context_.Suggest(*name, known));
  return nullptr;
}

void Reader::ReadConditions(const YamlNode& node, bool negated,
                            std::vector<MappedCondition>* conditions) {
  if (!node.is_map() || node.entries.empty()) {
    Report(Sk::kMappingValue, node,
           std::string("`") + (negated ? "unless" : "when") +
               "` must be a map from paths to the values that suit");
    return;
  }
  for (const YamlEntry& entry : node.entries) {
    MappedCondition condition;
    condition.slot = context_.SlotOf(entry.key, context_.Place(entry));
    condition.negated = negated;
    condition.any_of = context_.ReadPatterns(entry.value);
    conditions->push_back(std::move(condition));
  }
}

void Reader::CheckRequired(const MappedEvent& event, const YamlNode& node) {
  std::vector<std::string_view> required(event.type->required.begin(), event.type->required.end());
  required.push_back("time");
  for (const std::string_view name : required) {
    const bool filled = std::any_of(event.fields.begin(), event.fields.end(),
                                    [name](const auto& field) { return field.spec->name == name; });
    if (filled) continue;
    Report(Sk::kMappingRequired, node,
           "events of the type \"" + std::string(event.type->type) + "\" need the field \"" +
               std::string(name) + "\"");
  }
}

void Reader::CheckReachable(const MappedEvent& event, const YamlNode& node) {
  for (const MappedEvent& earlier : mapping_.events) {
    if (earlier.conditions != event.conditions) continue;
    Report(Sk::kMappingUnreachable, node, "an earlier event has the same conditions");
    return;
  }
}

void Reader::CheckUsed(const std::vector<FieldEntry>& common) {
  if (mapping_.events.empty()) return;
  for (const FieldEntry& field : common) {
    if (field.used) continue;
    context_.Report(Sk::kMappingField, context_.Place(*field.entry),
                    "no event type of this mapping has the field \"" + field.entry->key + "\"");
  }
}

// Records that are not mapped still have a time, and perhaps an account.
void Reader::KeepForAll(const std::vector<FieldEntry>& common) {
  for (const FieldEntry& field : common) {
    if (field.spec->name == "time") mapping_.time = field.source;
    if (field.spec->name == "account") mapping_.account = field.source;
  }
}

}  // namespace

MappingResult ReadMapping(const std::string& name, std::string_view text) {
  MappingResult result;
  DiagnosticSink sink(false);
  const std::vector<YamlNode> documents = ReadYaml(name, text, &sink);
  if (sink.errors() == 0) {
    if (documents.size() == 1) {
      result.mapping = Reader(name, &sink).Read(documents[0]);
    } else {
      sink.Report(Sk::kMappingDocument, {name, 0, 0},
                  "a mapping file must hold one document; this one holds " +
                      std::to_string(documents.size()));
    }
  }
  result.diagnostics = sink.Take();
  std::stable_sort(result.diagnostics.begin(), result.diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) {
                     return std::tie(a.place.line, a.place.column) <
                            std::tie(b.place.line, b.place.column);
                   });
  return result;
}

MappingResult LoadMapping(const std::string& path) {
  DiagnosticSink sink(false);
  const std::optional<std::string> text = ReadYamlText(path, &sink);
  if (text) return ReadMapping(path, *text);
  return {nullptr, sink.Take()};
}

}  // namespace sekisho
