// A report as HTML, PDF and bundle.
#pragma once

#include <string>

#include "cli/vet_loading.h"
#include "core/status.h"
#include "dossier/recipient.h"
#include "dossier/report_file.h"

namespace sekisho {

struct ReportOutput {
  const ReportFile& report;
  const std::string& text;  // of the report file
  const Recipient& recipient;
  const VetData& data;
  Language language;
};

// `format` is html or pdf.
StatusOr<std::string> RenderReport(const ReportOutput& out, const std::string& format);

// The bundle as a zip file. FailedPrecondition before the report is approved: everything in it is
// readable.
StatusOr<std::string> MakeReportBundle(const ReportOutput& out);

}  // namespace sekisho
