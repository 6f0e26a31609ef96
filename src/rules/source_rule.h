// Rules as read from their files, before names are resolved and detections compiled.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/expression.h"
#include "rules/rule_set.h"
#include "yaml/section.h"

namespace sekisho {

struct SourceAlias {
  PlacedText name;
  struct Target {
    PlacedText rule;
    PlacedText field;
    bool used = false;
  };
  std::vector<Target> targets;
  bool used = false;
};

struct SourceCorrelation {
  CorrelationType type = CorrelationType::kEventCount;
  std::vector<PlacedText> inputs;  // in the order of CorrelationRule::inputs
  size_t split = 0;
  std::vector<PlacedText> group_by;
  std::vector<PlacedText> value_fields;
  std::vector<SourceAlias> aliases;
  bool generate = false;  // the inputs give findings of their own as well
  // Everything else, already in its final form.
  CorrelationRule rule;
};

struct SourceRule {
  std::string name;   // `name`, else the id, else made from the file
  std::string alias;  // `id` when there is a name as well
  std::string title;
  std::string grade;  // from `level`; empty when the rule has none
  SourcePlace place;
  size_t file = 0;
  std::optional<size_t> indicator;
  bool failed = false;
  std::string not_evaluated;
  std::string not_evaluated_code;
  std::string canonical;  // of the machine part, for the version
  LogSource source;
  std::optional<Expression> detection;
  std::optional<SourceCorrelation> correlation;
};

struct SourceFilter {
  std::string name;
  SourcePlace place;
  bool failed = false;
  std::string not_evaluated;
  std::string not_evaluated_code;
  LogSource source;
  std::vector<PlacedText> rules;
  Expression condition;
  size_t tests = 0;     // of the condition
  std::string version;  // of the machine part
};

}  // namespace sekisho
