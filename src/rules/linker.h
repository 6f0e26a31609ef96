// From rules of many files to one RuleSet: names resolved, filters applied, detections compiled.
#pragma once

#include <vector>

#include "rules/field_check.h"
#include "rules/source_rule.h"
#include "yaml/diagnostics.h"

namespace sekisho {

// Fills `out->rules` and `out->fields`; `out->indicators` is complete already. Marks in `rules` and
// `filters` what failed or is not evaluated.
void LinkRules(std::vector<SourceRule>* rules, std::vector<SourceFilter>* filters,
               DiagnosticSink* sink, FieldChecker* fields, RuleSet* out);

}  // namespace sekisho
