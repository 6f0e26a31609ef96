#include "ingest/mapping_reader.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "core/forbidden_fields.h"
#include "core/limits.h"
#include "ingest/mapping_document.h"
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

}  // namespace

void MappingDocument::ReadDocument(const YamlNode& root) {
  if (!root.is_map()) {
    Report(Sk::kMappingDocument, root,
           "a mapping file must be a map, not " + std::string(DescribeKind(root)));
    return;
  }
  context_.CheckKeys(root,
                     {"mapping", "meaning", "source", "logsource", "encoding", "zone", "kind",
                      "records", "split", "pairs", "fields", "events", "tables"},
                     "a mapping");
  const YamlNode* const tables = root.Find("tables");
  for (const std::string_view key : {"mapping", "logsource", "fields", "events"}) {
    const bool wanted = tables == nullptr || key == "mapping" || key == "logsource";
    if ((root.Find(key) != nullptr) == wanted) continue;
    if (!wanted) {
      Report(Sk::kMappingTable, root,
             "`" + std::string(key) + "` stands with each table when there are `tables`");
      continue;
    }
    Report(Sk::kMappingKeyMissing, root, "the mapping lacks the key \"" + std::string(key) + "\"");
  }
  if (const YamlNode* name = root.Find("mapping")) {
    mapping_.name = context_.ReadText(*name, "the name of the mapping").value_or("");
  }
  for (const std::string_view key : {"meaning", "source"}) {
    if (const YamlNode* text = root.Find(key)) context_.ReadText(*text, key);
  }
  if (const YamlNode* source = root.Find("logsource")) ReadLogSource(*source);
  ReadPlaces(root);
  ReadLayout(root);
  if (tables != nullptr) {
    ReadTables(*tables);
    return;
  }
  if (const YamlNode* kind = root.Find("kind")) context_.ReadPaths(*kind, &mapping_.kind);
  std::vector<FieldEntry> common;
  if (const YamlNode* fields = root.Find("fields")) common = ReadFields(*fields);
  if (const YamlNode* events = root.Find("events")) ReadEvents(*events, &common);
  CheckUsed(common);
  KeepForAll(common);
}

void MappingDocument::ReadPlaces(const YamlNode& node) {
  if (const YamlNode* encoding = node.Find("encoding")) {
    mapping_.encoding = context_.ReadEncoding(*encoding);
  }
  if (const YamlNode* zone = node.Find("zone")) context_.zone = context_.ReadZone(*zone);
}

void MappingDocument::ReadLogSource(const YamlNode& node) {
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

std::vector<FieldEntry> MappingDocument::ReadFields(const YamlNode& node) {
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

void MappingDocument::ReadEvents(const YamlNode& node, std::vector<FieldEntry>* common) {
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

void MappingDocument::ReadEvent(const YamlNode& node, std::vector<FieldEntry>* common) {
  if (!node.is_map()) {
    Report(Sk::kMappingValue, node, "an event must be a map with `type`, `when` and `fields`");
    return;
  }
  std::vector<std::string_view> keys = {"type", "when", "unless", "fields"};
  if (table_ != nullptr) keys.insert(keys.end(), {"on", "column"});
  context_.CheckKeys(node, keys, "an event");
  const YamlNode* type = node.Find("type");
  const YamlNode* when = node.Find("when");
  if (type == nullptr || (when == nullptr && table_ == nullptr)) {
    Report(Sk::kMappingKeyMissing, node,
           std::string("the event lacks the key \"") + (type == nullptr ? "type" : "when") + "\"");
    return;
  }
  const size_t errors = sink_->errors();
  MappedEvent event{ReadType(*type), {}, {}};
  if (when != nullptr) ReadConditions(*when, false, &event.conditions);
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
  if (table_ != nullptr) ReadTrigger(node, &event);
  CheckRequired(event, node);
  if (sink_->errors() == errors && table_ == nullptr) CheckReachable(event, node);
  mapping_.events.push_back(std::move(event));
}

const EventTypeSpec* MappingDocument::ReadType(const YamlNode& node) {
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

void MappingDocument::ReadConditions(const YamlNode& node, bool negated,
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

void MappingDocument::CheckRequired(const MappedEvent& event, const YamlNode& node) {
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

void MappingDocument::CheckReachable(const MappedEvent& event, const YamlNode& node) {
  for (const MappedEvent& earlier : mapping_.events) {
    if (earlier.conditions != event.conditions) continue;
    Report(Sk::kMappingUnreachable, node, "an earlier event has the same conditions");
    return;
  }
}

void MappingDocument::CheckUsed(const std::vector<FieldEntry>& common) {
  if (mapping_.events.empty()) return;
  for (const FieldEntry& field : common) {
    if (field.used) continue;
    context_.Report(Sk::kMappingField, context_.Place(*field.entry),
                    "no event type of this mapping has the field \"" + field.entry->key + "\"");
  }
}

// Records that are not mapped still have a time, and perhaps an account.
void MappingDocument::KeepForAll(const std::vector<FieldEntry>& common) {
  for (const FieldEntry& field : common) {
    if (field.spec->name == "time") mapping_.time = field.source;
    if (field.spec->name == "account") mapping_.account = field.source;
  }
}

MappingResult ReadMapping(const std::string& name, std::string_view text) {
  MappingResult result;
  DiagnosticSink sink(false);
  const std::vector<YamlNode> documents = ReadYaml(name, text, &sink);
  if (sink.errors() == 0) {
    if (documents.size() == 1) {
      result.mapping = MappingDocument(name, &sink).Read(documents[0]);
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
