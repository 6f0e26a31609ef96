// The reader of report files on arbitrary bytes; a report that is read is checked, shown to every
// recipient, and takes a step.
#include <cstddef>
#include <cstdint>
#include <string>

#include "dossier/evidence.h"
#include "dossier/report_sheet.h"
#include "dossier/report_step.h"
#include "dossier/states.h"
#include "dossier/wording.h"
#include "fuzz/require.h"
#include "paper/sheet_html.h"

namespace {

using sekisho::ReportFile;
using sekisho::fuzz::Require;
using sekisho::fuzz::RequireMessage;

void CheckReport(const ReportFile& report, const std::string& text) {
  for (const auto& problem : sekisho::WordingCheck({}).Check(report)) {
    RequireMessage(FormatDiagnostic(problem));
  }
  for (const auto& problem : sekisho::CheckStates(report))
    RequireMessage(FormatDiagnostic(problem));
  RequireMessage(sekisho::EventsCsv(report));
  const sekisho::MeasureCatalogue references;
  for (const sekisho::Recipient& recipient : sekisho::Recipients()) {
    const std::string page = SheetHtml(
        sekisho::MakeReportSheet({report, recipient, {}, references, sekisho::Language::kKorean}));
    RequireMessage(page);
    Require(page.find("<script") == std::string::npos, "a page runs nothing", text);
  }
  const sekisho::StatusOr<std::string> next =
      sekisho::TakeStep("a.json", text, {"checked", "B", 0, "", "", ""});
  Require(next.ok(), "a report that was read takes a step", text);
  const sekisho::ReportFileLoad again = sekisho::ReadReportFile({"a.json", *next}, {});
  Require(again.report && again.report->content_sha256 == report.content_sha256,
          "a step changes nothing but the states", text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const sekisho::ReportFileLoad load = sekisho::ReadReportFile({"a.json", text}, {});
  Require(load.report.has_value() == load.problems.empty(),
          "a file is read, or there is a reason why not", text);
  for (const sekisho::Diagnostic& problem : load.problems) {
    RequireMessage(FormatDiagnostic(problem));
  }
  if (load.report) CheckReport(*load.report, text);
  return 0;
}
