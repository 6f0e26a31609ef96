#include "cli/report_loading.h"

#include "cli/list_loading.h"
#include "cli/messages.h"
#include "cli/report_case.h"
#include "cli/vet_events.h"
#include "core/time.h"
#include "diligence/json_tree.h"
#include "diligence/later_parts.h"
#include "dossier/report_draft.h"
#include "dossier/states.h"
#include "dossier/wording.h"

namespace sekisho {
namespace {

StatusOr<std::optional<int64_t>> ReadAsOf(const std::string& text) {
  if (text.empty()) return std::optional<int64_t>();
  const StatusOr<int64_t> time = ParseTime(text);
  if (time.ok()) return std::optional<int64_t>(*time);
  return InvalidInput("--as-of: \"" + text +
                      "\" is no time with its offset; write 2026-04-01T09:00:00+09:00");
}

StatusOr<ReportFile> FromCandidate(const ReportStart& start, const VetData& data,
                                   std::optional<int64_t> as_of,
                                   const std::shared_ptr<const ListSet>& lists) {
  const StatusOr<Candidate> candidate = LoadCandidate(start.file, as_of);
  if (!candidate.ok()) return candidate.status();
  PrintDiagnostics(LeftOutRemarks(*candidate));
  std::unique_ptr<PoolLoad> pool;
  if (!start.pool.empty()) {
    StatusOr<std::unique_ptr<PoolLoad>> loaded = LoadPool(start.pool, candidate->as_of);
    if (!loaded.ok()) return loaded.status();
    pool = *std::move(loaded);
  }
  VetInput input{*candidate,    data.vetting,       data.assessment, data.rules.rules.indicators,
                 data.measures, data.questionnaires};
  if (pool != nullptr) input.pool = &pool->pool;
  if (const std::vector<Diagnostic> problems = CheckReferences(input); !problems.empty()) {
    PrintDiagnostics(problems);
    return InvalidInput(start.file + " was not read; docs/vetting.md explains the format");
  }
  input.lists = lists.get();
  VetEvents events;
  if (!start.events.empty()) {
    StatusOr<VetEvents> scanned =
        ScanForCandidate(data.rules.rules, *candidate, start.events, lists);
    if (!scanned.ok()) return scanned.status();
    events = *std::move(scanned);
    input.events_given = true;
    input.events = events.counts;
  }
  input.from_events = events.findings;
  input.skipped_by_events = events.not_evaluated;
  return DraftOfCandidate(*candidate, Vet(input));
}

// Problems of the content, once the form is right.
std::vector<Diagnostic> Problems(const ReportFile& report, const VetData& data) {
  std::vector<Diagnostic> problems = WordingCheck(data.measures.documents).Check(report);
  for (Diagnostic& one : CheckStates(report)) problems.push_back(std::move(one));
  for (Diagnostic& one : CheckIndicators(report, data.rules.rules.indicators)) {
    problems.push_back(std::move(one));
  }
  return problems;
}

}  // namespace

bool IsCandidateFile(std::string_view text) {
  JsonNode root;
  Diagnostic error;
  if (!ReadJsonTree("", text, &root, &error)) return false;
  const JsonNode* const format = root.Find("format");
  return format != nullptr && format->text == "sekisho.candidate/1";
}

StatusOr<std::string> StartReport(const ReportStart& start, const VetData& data) {
  const StatusOr<std::optional<int64_t>> as_of = ReadAsOf(start.as_of);
  if (!as_of.ok()) return as_of.status();
  const StatusOr<std::shared_ptr<const ListSet>> lists = LoadSoundLists(start.lists);
  if (!lists.ok()) return lists.status();
  StatusOr<ReportFile> draft = start.file.empty()
                                   ? ReportCase({data, start.events, start.account, *lists, *as_of})
                                   : FromCandidate(start, data, *as_of, *lists);
  if (!draft.ok()) return draft.status();
  draft->id = ReportId(*draft);
  draft->program = "sekisho " SEKISHO_VERSION;
  draft->catalogue = data.catalogue_version;
  draft->lists = ListVersions(lists->get());
  if (!start.time_zone.empty()) draft->time_zone = start.time_zone;
  std::string text = ReportDraftText(*draft);
  // Nobody should fill in what cannot be read afterwards.
  const ReportFileLoad load = ReadReportFile({"the new report", text}, {});
  if (load.report) return text;
  PrintDiagnostics(load.problems);
  return InvalidInput("the report was not begun, because of what stands above");
}

StatusOr<ReportFile> LoadReport(const ReportSource& source, const VetData& data) {
  std::string approval;
  if (!source.approval.empty()) {
    StatusOr<std::string> text = ReadSmallFile(source.approval);
    if (!text.ok()) return text.status();
    approval = text->empty() ? " " : *std::move(text);
  }
  ReportFileLoad load = ReadReportFile({source.name, source.text}, {source.approval, approval});
  if (load.report) load.problems = Problems(*load.report, data);
  PrintDiagnostics(load.problems);
  if (!load.problems.empty() || !load.report) {
    return InvalidInput(source.name + " was not used; docs/reports.md explains the format");
  }
  if (!load.report->catalogue.empty() && load.report->catalogue != data.catalogue_version) {
    PrintWarning("the report was made with the rules " + load.report->catalogue +
                 "; this program has " + data.catalogue_version +
                 ", whose texts are shown; `sekisho report --init` makes it anew");
  }
  return *std::move(load.report);
}

}  // namespace sekisho
