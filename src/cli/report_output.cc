#include "cli/report_output.h"

#include <set>

#include "core/time.h"
#include "dossier/bundle.h"
#include "dossier/evidence.h"
#include "dossier/report_sheet.h"
#include "paper/sheet_html.h"
#include "paper/sheet_pdf.h"

namespace sekisho {
namespace {

// The rule texts of the indicators that held.
Status AddRules(const ReportOutput& out, std::vector<BundleMember>* members) {
  std::set<std::string> codes;
  for (const ReportFinding& finding : out.report.findings) codes.insert(finding.indicator);
  for (const Indicator& indicator : out.data.rules.rules.indicators) {
    if (!codes.contains(indicator.id)) continue;
    StatusOr<std::string> text = ReadSmallFile(indicator.place.file);
    if (!text.ok()) return text.status();
    members->push_back({"rules/" + indicator.id + ".yml", *std::move(text)});
  }
  return absl::OkStatus();
}

}  // namespace

StatusOr<std::string> RenderReport(const ReportOutput& out, const std::string& format) {
  const Sheet sheet = MakeReportSheet({out.report, out.recipient, out.data.rules.rules.indicators,
                                       out.data.measures, out.language});
  if (format == "pdf") return SheetPdf(sheet);
  return SheetHtml(sheet);
}

StatusOr<std::string> MakeReportBundle(const ReportOutput& out) {
  if (!out.report.open()) {
    return absl::FailedPreconditionError(
        "--bundle: the report is \"" + out.report.state() +
        "\"; a bundle shows everything and is made of an approved one (sekisho report step)");
  }
  std::vector<BundleMember> members = {{"report.json", out.text},
                                       {"events.csv", EventsCsv(out.report)},
                                       {"events.ndjson", EventsNdjson(out.report)},
                                       {"decisions.json", DecisionsJson(out.report)},
                                       {"lists.json", ListsJson(out.report)}};
  for (const std::string format : {"html", "pdf"}) {
    StatusOr<std::string> page = RenderReport(out, format);
    if (!page.ok()) return page.status();
    members.push_back({"report_" + std::string(out.recipient.id) + "." + format, *std::move(page)});
  }
  if (Status status = AddRules(out, &members); !status.ok()) return status;
  return WriteBundle({out.report.id, std::string(out.recipient.id), FormatTime(out.report.as_of),
                      out.report.program, out.report.catalogue, out.report.content_sha256},
                     std::move(members));
}

}  // namespace sekisho
