// A due-diligence report as a page for a person (docs/vetting.md).
#pragma once

#include <string>

#include "core/language.h"
#include "diligence/vet_json.h"
#include "diligence/vetting.h"
#include "report/vet_page_words.h"

namespace sekisho {

struct VetReportView {
  const VetReport& report;
  const VetInput& input;  // of this report
  const VetVersions& versions;
  const VetPageWords& words;
  Language language;  // shown first
};

// One HTML file that needs nothing else and may load nothing, in three languages. Texts of the
// candidate file are shown as they are, with invisible characters made visible, and never become
// markup. Pure; equal input gives equal bytes.
std::string VetReportPage(const VetReportView& view);

}  // namespace sekisho
