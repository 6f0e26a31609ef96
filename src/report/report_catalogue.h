// The part of the report's data that says what was looked for: indicators, rules, documents.
#pragma once

#include "core/json_writer.h"
#include "report/report.h"

namespace sekisho {

// Writes the members "words", "documents", "measures", "indicators", "rules" and "ownRules" into an
// open object. Indicators with findings have all their texts; of the others, what it would take to
// evaluate them.
void WriteCatalogue(const ReportView& view, JsonWriter* json);

}  // namespace sekisho
