// The reader of one mapping, or of one table of a mapping. Used by mapping_reader.cc.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ingest/mapping_source.h"
#include "ingest/table_mapping.h"
#include "yaml/yaml.h"

namespace sekisho {

// One entry of `fields`, read but not yet tied to a type.
struct FieldEntry {
  const FieldSpec* spec;
  MappedSource source;
  const YamlEntry* entry;
  bool used = false;
};

class MappingDocument {
 public:
  MappingDocument(const std::string& file, DiagnosticSink* sink)
      : context_{file, sink, &mapping_, std::nullopt}, sink_(sink) {}

  std::shared_ptr<const Mapping> Read(const YamlNode& root) {
    const size_t errors = sink_->errors();
    ReadDocument(root);
    if (sink_->errors() > errors) return nullptr;
    return std::make_shared<const Mapping>(std::move(mapping_));
  }

 private:
  void ReadDocument(const YamlNode& root);
  void ReadPlaces(const YamlNode& node);
  void ReadLayout(const YamlNode& root);
  void ReadPairs(const YamlNode& node);
  void ReadLogSource(const YamlNode& node);
  std::vector<FieldEntry> ReadFields(const YamlNode& node);
  void ReadEvents(const YamlNode& node, std::vector<FieldEntry>* common);
  void ReadEvent(const YamlNode& node, std::vector<FieldEntry>* common);
  const EventTypeSpec* ReadType(const YamlNode& node);
  void ReadConditions(const YamlNode& node, bool negated, std::vector<MappedCondition>* conditions);
  // Tables (mapping_tables.cc).
  void ReadTables(const YamlNode& node);
  void ReadTable(const std::string& name, const YamlNode& node, const MappingDocument& whole);
  void ReadFiles(const YamlNode& node);
  void ReadJoins(const YamlNode& node);
  RowTrigger ReadOn(const YamlNode& node);
  void ReadTrigger(const YamlNode& node, MappedEvent* event);
  void TieSlots();
  void CheckJoins(const YamlNode& node);

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
  std::shared_ptr<MappedTable> table_;  // null: not a table
};

}  // namespace sekisho
