// What the readers of one rule share.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "rules/field_check.h"
#include "yaml/diagnostics.h"
#include "yaml/yaml.h"

namespace sekisho {

struct RuleContext {
  const std::string& file;
  DiagnosticSink* sink;
  FieldChecker* fields;
  const std::map<std::string, std::vector<std::string>>* placeholders;
  size_t* regex_instructions;  // of all rules so far
  bool own_events = true;      // the rule sees events of our schema
  std::string not_evaluated;   // why the rule cannot be evaluated: "SK0205: …"; empty = it can
  std::string not_evaluated_code;

  SourcePlace Place(const YamlNode& node) const { return {file, node.line, node.column}; }
  SourcePlace Place(const YamlEntry& entry) const { return {file, entry.line, entry.column}; }

  void Report(Sk code, SourcePlace place, std::string message, std::string suggestion = "") {
    sink->Report(code, std::move(place), std::move(message), std::move(suggestion));
  }
  // Reports, and marks the rule as loaded but not evaluated.
  void NotEvaluated(Sk code, SourcePlace place, const std::string& message) {
    sink->Report(code, std::move(place), message);
    if (!not_evaluated.empty()) return;
    not_evaluated_code = CodeText(code);
    not_evaluated = not_evaluated_code + ": " + message;
  }
};

}  // namespace sekisho
