// The `condition` of a correlation: operators with numbers, and the fields they speak about.
#pragma once

#include "rules/rule_context.h"
#include "rules/source_rule.h"

namespace sekisho {

// Fills thresholds, value fields and the percentile of `out`, whose type and inputs are known.
// `node` is the correlation.
void ReadCorrelationCondition(const YamlNode& node, SourceCorrelation* out, RuleContext* context);

// Reports a count that no window can reach.
void CheckWindowLimit(int64_t count, const SourcePlace& place, RuleContext* context);

}  // namespace sekisho
