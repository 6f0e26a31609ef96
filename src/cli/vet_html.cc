#include "cli/vet_html.h"

#include "cli/vet_words.h"
#include "cli/words.h"
#include "diligence/templates.h"
#include "report/vet_form.h"

namespace sekisho {
namespace {

constexpr VetPageWords kWords{VetWordOf, VetWord, DueWord, GradeWord, EvidenceClassWord, LevelWord};

}  // namespace

std::string VetFormHtml(std::string_view audience, const VetData& data, Language language) {
  return VetFormPage({audience, audience == "client" ? ClientTemplate() : EmployerTemplate(),
                      data.rules.rules.indicators, data.measures.measures, data.questionnaires,
                      kWords, language});
}

}  // namespace sekisho
