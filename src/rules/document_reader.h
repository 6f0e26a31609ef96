// One rule file: its documents as rules, filters, an indicator and cases.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/case.h"
#include "rules/indicator.h"
#include "rules/rule_context.h"
#include "rules/source_rule.h"

namespace sekisho {

struct FileContents {
  std::vector<SourceRule> rules;
  std::vector<SourceFilter> filters;
  std::optional<Indicator> indicator;  // also when it has errors; its rules are marked failed then
  std::vector<IndicatorCase> cases;    // `indicator` is not filled in
};

// What all files of a load share.
struct ReadRequest {
  DiagnosticSink* sink;
  FieldChecker* fields;
  const std::map<std::string, std::vector<std::string>>* placeholders;
  std::map<std::string, std::string>* overrides;  // those taken are erased
  size_t* regex_instructions;                     // counted up
  bool cases;                                     // whether they are read
};

FileContents ReadRuleFile(const std::string& file, std::string_view text,
                          const ReadRequest& request);

}  // namespace sekisho
