// From rules to the windows that evaluate them. Pure.
#pragma once

#include "rules/rule_set.h"
#include "state/window.h"

namespace sekisho {

// The windows of a correlation.
WindowSpec SpecOf(const CorrelationRule& rule);

// The windows of a detection that gives findings by itself: at least one event of the account, so
// that matches close to one another are one finding.
WindowSpec DetectionSpec();

}  // namespace sekisho
