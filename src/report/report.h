// The report of a scan for people who decide: one HTML file that needs nothing else, in three
// languages (docs/report.md).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/language.h"
#include "measures/measure.h"
#include "rules/load.h"
#include "service/assessing.h"
#include "service/scan.h"

namespace sekisho {

// The fixed words of indicator files in a language.
struct ReportWords {
  using Word = std::string (*)(std::string_view word, Language language);
  Word evidence_class;
  Word grade;
  Word status;
  Word link_kind;
  std::string (*level)(AssessmentLevel level, Language language);
};

struct ReportView {
  const LoadResult& loaded;
  const ScanReport& report;  // with ScanOptions::evidence_details_max = limits::kReportEvidenceMax
  const ScanAssessments& assessments;  // of this report
  const std::vector<std::string>& paths;
  const MeasureCatalogue* catalogue;  // titles of documents and measures; null: their codes alone
  ReportWords words;
  Language language;  // shown first
};

// Equal scans give equal bytes. Texts from events are shown as they are, with invisible and
// direction-changing characters made visible, and never become markup. Pure; takes time and memory
// in proportion to what it writes. The limits below (core/limits.h: kReport…) keep the page below
// 10 MB; what they leave out is counted on the page.
std::string HtmlReport(const ReportView& view);

}  // namespace sekisho
