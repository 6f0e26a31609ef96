// A scan beside the truth, as tables for people.
#pragma once

#include <string>

#include "cli/terminal.h"
#include "core/language.h"
#include "evaluate/quality.h"

namespace sekisho {

// Levels and groups, the queue, cases a month, accounts of rings, honest accounts by kind, country,
// language and age, what lists them, what makes cases of them, and every indicator. Values of the
// truth (kinds, roles) stay as they are. Equal qualities give equal bytes.
std::string TruthTables(const Outcome& outcome, const Quality& quality, const Terminal& terminal,
                        Language language);

}  // namespace sekisho
