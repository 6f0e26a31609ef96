// An offline form that writes a candidate file (docs/vetting.md).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/language.h"
#include "diligence/questionnaire.h"
#include "measures/measure.h"
#include "rules/indicator.h"

namespace sekisho {

struct VetFormView {
  std::string_view audience;  // client | employer
  std::string_view example;   // a candidate file that the form can be filled with
  const std::vector<Indicator>& indicators;
  const std::vector<Measure>& measures;
  const std::vector<Questionnaire>& questionnaires;
  Language language;  // shown first
};

// One HTML file that needs nothing else and may load nothing, in three languages. Its fields are
// those that the reader knows (diligence/candidate_fields.h), its questions those of the
// questionnaires. Pure; equal input gives equal bytes.
std::string VetFormPage(const VetFormView& view);

}  // namespace sekisho
