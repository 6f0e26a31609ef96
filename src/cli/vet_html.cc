#include "cli/vet_html.h"

#include "cli/words.h"
#include "diligence/templates.h"
#include "report/vet_form.h"
#include "report/vet_report.h"
#include "report/vet_sheet_page.h"

namespace sekisho {
namespace {

constexpr VetPageWords kWords{DueWord, GradeWord, EvidenceClassWord, LevelWord};

}  // namespace

std::string VetFormHtml(std::string_view audience, const VetData& data, Language language) {
  return VetFormPage({audience, audience == "client" ? ClientTemplate() : EmployerTemplate(),
                      data.rules.rules.indicators, data.measures.measures, data.questionnaires,
                      language});
}

std::string VetReportHtml(const VetReport& report, const VetInput& input,
                          const VetVersions& versions, Language language) {
  return VetReportPage({report, input, versions, kWords, language});
}

std::string VetSheetHtml(const Candidate& candidate,
                         const std::vector<Questionnaire>& questionnaires, Language language) {
  return VetSheetPage(candidate, questionnaires, language);
}

}  // namespace sekisho
