// What the readers of one rule share.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "rules/field_check.h"
#include "yaml/section.h"

namespace sekisho {

struct RuleContext : ReadContext {
  FieldChecker* fields;
  const std::map<std::string, std::vector<std::string>>* placeholders;
  size_t* regex_instructions;  // of all rules so far
  bool own_events = true;      // the rule sees events of our schema
  std::string not_evaluated;   // why the rule cannot be evaluated: "SK0205: …"; empty = it can
  std::string not_evaluated_code;

  // Reports, and marks the rule as loaded but not evaluated.
  void NotEvaluated(Sk code, SourcePlace place, const std::string& message) {
    sink->Report(code, std::move(place), message);
    if (!not_evaluated.empty()) return;
    not_evaluated_code = CodeText(code);
    not_evaluated = not_evaluated_code + ": " + message;
  }
};

}  // namespace sekisho
