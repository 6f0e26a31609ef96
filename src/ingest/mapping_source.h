// The parts of a mapping file: paths, patterns, and where a value comes from.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/suggestion.h"
#include "ingest/mapping.h"
#include "yaml/diagnostics.h"
#include "yaml/yaml.h"

namespace sekisho {

// What the readers of one file share. Reports go to `sink`; after one, what is returned is empty.
struct MappingContext {
  const std::string& file;
  DiagnosticSink* sink;
  Mapping* mapping;               // gets the slots
  std::optional<CivilZone> zone;  // of times that state none of their own

  SourcePlace Place(const YamlNode& node) const { return {file, node.line, node.column}; }
  SourcePlace Place(const YamlEntry& entry) const { return {file, entry.line, entry.column}; }
  void Report(Sk code, SourcePlace place, std::string message, std::string suggestion = "") {
    sink->Report(code, std::move(place), std::move(message), std::move(suggestion));
  }
  // The nearest of `known`, for a message.
  std::string Suggest(std::string_view name, const std::vector<std::string_view>& known) const {
    return sink->wants_suggestion() ? DidYouMean(name, known) : "";
  }

  // Reports every key of the map that is not in `allowed`. `what` names the map.
  void CheckKeys(const YamlNode& map, const std::vector<std::string_view>& allowed,
                 std::string_view what);
  std::optional<std::string> ReadText(const YamlNode& node, std::string_view what);

  // The slot of a path of the record, a new one if need be; -1 after a report.
  int SlotOf(const std::string& path, const SourcePlace& place);
  int ReadPath(const YamlNode& node);
  // A path, or a list of paths.
  void ReadPaths(const YamlNode& node, MappedSource* source);

  // A path; a list of paths; or a map with from or constant, and ignore, values, transform or
  // format and zone. `spec` is the field that gets the value.
  MappedSource ReadSource(const YamlNode& node, const FieldSpec& spec);
  std::optional<CivilZone> ReadZone(const YamlNode& node);
  Encoding ReadEncoding(const YamlNode& node);
  // A text, a text that ends with *, null, {same_as: path}, or a list of these.
  std::vector<MappedCondition::Pattern> ReadPatterns(const YamlNode& node);

 private:
  void ReadValues(const YamlNode& node, MappedSource* source);
  void ReadIgnored(const YamlNode& node, MappedSource* source);
  void ReadTransforms(const YamlNode& node, MappedSource* source);
  void ReadTransform(const YamlNode& node, MappedSource* source);
  void ReadForms(const YamlNode& map, const FieldSpec& spec, MappedSource* source);
  void ReadForm(const YamlNode& node, TimeForms* forms);
};

}  // namespace sekisho
