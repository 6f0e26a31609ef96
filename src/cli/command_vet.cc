#include <unistd.h>

#include <memory>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/list_loading.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "cli/output_file.h"
#include "cli/vet_events.h"
#include "cli/vet_html.h"
#include "cli/vet_loading.h"
#include "cli/vet_page.h"
#include "cli/vet_sheet.h"
#include "core/time.h"
#include "diligence/templates.h"
#include "diligence/vet_json.h"

namespace sekisho {
namespace {

constexpr char kHelp[] =
    "Due diligence about one candidate, from a file that you fill in: what contradicts what, "
    "which\n"
    "checks are left and whose they are, what may not happen yet. It rejects nobody.";

struct Arguments {
  std::string file;
  std::string init;
  std::string pool;
  std::vector<std::string> events;
  std::string lists;
  std::string as_of;
  std::string format = "table";
  std::string output = "-";
  std::vector<std::string> overrides;
  bool strict = false;
  bool sheet = false;
  Language language = Language::kEnglish;
};

Status Print(const Arguments& arguments, std::string_view text) {
  if (arguments.output == "-") return PrintResult(text);
  StatusOr<OutputFile> file = OutputFile::Open(arguments.output);
  if (!file.ok()) return file.status();
  file->Write(text);
  return file->Commit();
}

StatusOr<std::optional<int64_t>> ReadAsOf(const Arguments& arguments) {
  if (arguments.as_of.empty()) return std::optional<int64_t>();
  const StatusOr<int64_t> time = ParseTime(arguments.as_of);
  if (!time.ok()) {
    return InvalidInput("--as-of: \"" + arguments.as_of +
                        "\" is no time with its offset; write 2026-04-01T09:00:00+09:00");
  }
  return std::optional<int64_t>(*time);
}

std::string InFormat(const Arguments& arguments, const VetReport& report, const VetInput& input,
                     const VetVersions& versions) {
  if (arguments.format == "json") return VetJson(report, input, versions, arguments.language);
  if (arguments.format == "html") return VetReportHtml(report, input, versions, arguments.language);
  return VetPage(report, input, InspectTerminal(STDOUT_FILENO), arguments.language);
}

StatusOr<ExitCode> Run(const Arguments& arguments) {
  const StatusOr<std::optional<int64_t>> as_of = ReadAsOf(arguments);
  if (!as_of.ok()) return as_of.status();
  const StatusOr<Candidate> candidate = LoadCandidate(arguments.file, *as_of);
  if (!candidate.ok()) return candidate.status();
  const StatusOr<std::unique_ptr<VetData>> data =
      LoadVetData(arguments.overrides, !arguments.events.empty());
  if (!data.ok()) return data.status();
  if (arguments.sheet) {
    const std::vector<Questionnaire>& questions = (*data)->questionnaires;
    const Status status = Print(
        arguments,
        arguments.format == "html"
            ? VetSheetHtml(*candidate, questions, arguments.language)
            : VetSheet(*candidate, questions, InspectTerminal(STDOUT_FILENO), arguments.language));
    return status.ok() ? StatusOr<ExitCode>(kDone) : status;
  }
  std::unique_ptr<PoolLoad> pool;
  if (!arguments.pool.empty()) {
    StatusOr<std::unique_ptr<PoolLoad>> loaded = LoadPool(arguments.pool, candidate->as_of);
    if (!loaded.ok()) return loaded.status();
    pool = *std::move(loaded);
  }
  VetInput input{*candidate,          (*data)->vetting,
                 (*data)->assessment, (*data)->rules.rules.indicators,
                 (*data)->measures,   (*data)->questionnaires};
  if (pool != nullptr) input.pool = &pool->pool;
  if (const std::vector<Diagnostic> problems = CheckReferences(input); !problems.empty()) {
    PrintDiagnostics(problems);
    return InvalidInput(arguments.file + " was not vetted; docs/vetting.md explains the format");
  }
  const StatusOr<std::shared_ptr<const ListSet>> lists = LoadSoundLists(arguments.lists);
  if (!lists.ok()) return lists.status();
  input.lists = lists->get();
  VetEvents events;
  if (!arguments.events.empty()) {
    StatusOr<VetEvents> scanned =
        ScanForCandidate((*data)->rules.rules, *candidate, arguments.events, *lists);
    if (!scanned.ok()) return scanned.status();
    events = *std::move(scanned);
  }
  input.events_given = !arguments.events.empty();
  input.events = events.counts;
  input.from_events = events.findings;
  input.skipped_by_events = events.not_evaluated;
  const VetReport report = Vet(input);
  PrintDiagnostics(report.remarks);
  const VetVersions versions{(*data)->catalogue_version, ListVersions(lists->get())};
  const Status status = Print(arguments, InFormat(arguments, report, input, versions));
  if (!status.ok()) return status;
  const bool refused = events.counts.refused > 0 || (pool != nullptr && pool->refused > 0);
  return arguments.strict && refused ? kRefused : kDone;
}

// A candidate file to fill in, or the form that writes one.
StatusOr<ExitCode> Init(const Arguments& arguments) {
  std::string text(arguments.init == "client" ? ClientTemplate() : EmployerTemplate());
  if (arguments.format == "html") {
    const StatusOr<std::unique_ptr<VetData>> data = LoadVetData({}, false);
    if (!data.ok()) return data.status();
    text = VetFormHtml(arguments.init, **data, arguments.language);
  }
  const Status status = Print(arguments, text);
  return status.ok() ? StatusOr<ExitCode>(kDone) : status;
}

// --events takes all files up to the next option; the last of several is the candidate's, if no
// other one is.
void FindFile(Arguments* arguments) {
  if (!arguments->init.empty() || !arguments->file.empty() || arguments->events.size() < 2) return;
  arguments->file = std::move(arguments->events.back());
  arguments->events.pop_back();
}

// Why the choice of arguments is no use; empty when it is.
std::string_view CheckChoice(const Arguments& arguments) {
  if (arguments.init.empty() == arguments.file.empty()) {
    return "vet: give the FILE of a candidate, or --init client|employer for one to fill in";
  }
  if (arguments.sheet && !arguments.init.empty()) {
    return "vet: --sheet is about the FILE of a candidate, --init makes one; give one of the two";
  }
  if (arguments.sheet && arguments.format == "json") {
    return "vet: the interview sheet is --format table or html";
  }
  return "";
}

}  // namespace

void AddVetCommand(Command parent, int* exit_code) {
  const auto arguments = std::make_shared<Arguments>();
  const Command command = parent.AddSubcommand("vet", kHelp);
  command.AddOption("FILE", &arguments->file, "The candidate file (docs/vetting.md)")
      .OptionText(" ");
  command.AddOption("--init", &arguments->init, "Write a candidate file to fill in")
      .IsMember({"client", "employer"})
      .OptionText("client|employer");
  command.AddFlag("--sheet", &arguments->sheet,
                  "Print the interview sheet of the candidate's role in place of the report");
  command
      .AddOption("--pool", &arguments->pool,
                 "The other candidate files of the role, for what they share")
      .OptionText("DIR");
  command
      .AddOption("--events", &arguments->events,
                 "Event files in which the candidate's id is an account (docs/events.md); the FILE "
                 "of the candidate stands before them or last")
      .OptionText("FILE...");
  AddListsOption(command, &arguments->lists);
  command.AddOption("--as-of", &arguments->as_of, "The time to judge for, in place of the file's")
      .OptionText("TIME");
  command.AddRepeated("--set", &arguments->overrides,
                      "A number of policy/vetting.yml, such as E01.months=12");
  command
      .AddOption("--format", &arguments->format,
                 "table (for people), json (for programs) or html (a page; of --init, a form)")
      .IsMember({"table", "json", "html"})
      .OptionText("FORMAT");
  command.AddOption("-o,--output", &arguments->output, "Write to this file").OptionText("FILE");
  command.AddFlag("--strict", &arguments->strict,
                  "End with status 3 when a file of the pool or an event was refused");
  AddLanguageOption(command, &arguments->language);
  command.Footer(
      "Example:\n  sekisho vet --init client --format html -o form.html\n"
      "  sekisho vet candidate.json --format html -o report.html");
  command.Callback([arguments, exit_code] {
    FindFile(arguments.get());
    if (const std::string_view mistake = CheckChoice(*arguments); !mistake.empty()) {
      PrintError(std::string(mistake));
      *exit_code = kUsage;
      return;
    }
    *exit_code = ExitCodeOf(arguments->init.empty() ? Run(*arguments) : Init(*arguments));
  });
}

}  // namespace sekisho
