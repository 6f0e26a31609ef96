// How correlations hang together: their inputs, their order, their fields.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "rules/field_check.h"
#include "rules/source_rule.h"
#include "yaml/diagnostics.h"

namespace sekisho {

// Names and ids to indexes into the source rules.
using RuleNames = std::map<std::string, size_t, std::less<>>;
// Of one correlation, parallel to SourceCorrelation::inputs.
using InputIndexes = std::vector<size_t>;
inline constexpr size_t kNoRule = static_cast<size_t>(-1);

void ReportUnknownRule(const PlacedText& name, const RuleNames& names, DiagnosticSink* sink);

// Parallel to `rules`; empty for detections. A correlation with an unknown input has failed.
std::vector<InputIndexes> ResolveInputs(std::vector<SourceRule>* rules, const RuleNames& names,
                                        DiagnosticSink* sink);

// The level of each correlation, 0 for detections. Circles and chains that are too deep fail.
std::vector<int> OrderCorrelations(std::vector<SourceRule>* rules,
                                   const std::vector<InputIndexes>& inputs, DiagnosticSink* sink);

// Aliases, group-by and condition.field of a correlation whose inputs are known.
void CheckCorrelationFields(SourceRule* rule, const InputIndexes& inputs,
                            const std::vector<SourceRule>& rules, DiagnosticSink* sink,
                            FieldChecker* fields);

// What builds on a failed rule has failed; what builds on one that is not evaluated is not either.
void SpreadFailures(std::vector<SourceRule>* rules, const std::vector<InputIndexes>& inputs,
                    DiagnosticSink* sink);

// The final form. `index` leads from source rules to rules of the set.
CorrelationRule BuildCorrelation(const SourceRule& rule, const InputIndexes& inputs,
                                 const std::vector<SourceRule>& rules,
                                 const std::vector<RuleIndex>& index, int level,
                                 FieldTable* fields);

}  // namespace sekisho
