// The plan of an import, for people.
#pragma once

#include <string>

#include "cli/terminal.h"
#include "core/language.h"
#include "service/import_plan.h"

namespace sekisho {

std::string ImportPlanPage(const ImportPlan& plan, const Terminal& terminal, Language language);

}  // namespace sekisho
