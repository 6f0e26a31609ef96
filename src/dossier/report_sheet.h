// A report as a sheet for one recipient: the same blocks in HTML and PDF.
#pragma once

#include <span>

#include "core/language.h"
#include "dossier/recipient.h"
#include "dossier/report_file.h"
#include "measures/measure.h"
#include "paper/sheet.h"
#include "rules/indicator.h"

namespace sekisho {

// Everything must outlive the call.
struct ReportSheetInput {
  const ReportFile& report;  // read and checked
  const Recipient& recipient;
  std::span<const Indicator> indicators;
  const MeasureCatalogue& references;
  Language language;  // where the recipient has none of its own
};

// Pure and thread-safe; the report's as_of is its only clock. Personal values are in it only when
// the report is open().
Sheet MakeReportSheet(const ReportSheetInput& input);

// Older contacts are to be confirmed first.
inline constexpr int kContactDaysMax = 90;

}  // namespace sekisho
