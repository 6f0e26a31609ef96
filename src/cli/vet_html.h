// The pages of `vet`: the form, the report and the interview sheet.
#pragma once

#include <string>
#include <string_view>

#include "cli/vet_loading.h"
#include "core/language.h"
#include "diligence/vet_json.h"

namespace sekisho {

// `audience`: client or employer. `data` with every indicator that an explanation can be about.
std::string VetFormHtml(std::string_view audience, const VetData& data, Language language);

std::string VetReportHtml(const VetReport& report, const VetInput& input,
                          const VetVersions& versions, Language language);

std::string VetSheetHtml(const Candidate& candidate,
                         const std::vector<Questionnaire>& questionnaires, Language language);

}  // namespace sekisho
