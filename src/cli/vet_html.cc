#include "cli/vet_html.h"

#include "cli/vet_words.h"
#include "cli/words.h"
#include "diligence/templates.h"
#include "report/vet_form.h"
#include "report/vet_report.h"
#include "report/vet_sheet_page.h"

namespace sekisho {
namespace {

constexpr VetPageWords kWords{VetWordOf, VetWord, DueWord, GradeWord, EvidenceClassWord, LevelWord};

}  // namespace

std::string VetFormHtml(std::string_view audience, const VetData& data, Language language) {
  return VetFormPage({audience, audience == "client" ? ClientTemplate() : EmployerTemplate(),
                      data.rules.rules.indicators, data.measures.measures, data.questionnaires,
                      kWords, language});
}

std::string VetReportHtml(const VetReport& report, const VetInput& input,
                          const VetVersions& versions, Language language) {
  return VetReportPage({report, input, versions, kWords, language});
}

std::string VetSheetHtml(const Candidate& candidate,
                         const std::vector<Questionnaire>& questionnaires, Language language) {
  return VetSheetPage(candidate, questionnaires, kWords, language);
}

}  // namespace sekisho
