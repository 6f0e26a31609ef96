#include <unistd.h>

#include <cstdio>
#include <memory>
#include <optional>
#include <utility>

#include "cli/clock.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/import_indicators.h"
#include "cli/import_plan.h"
#include "cli/import_summary.h"
#include "cli/mapping_loading.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "cli/output_file.h"
#include "cli/progress.h"
#include "cli/rule_loading.h"
#include "cli/scan_inputs.h"
#include "service/evaluable.h"
#include "service/import.h"
#include "service/reject_log.h"

namespace sekisho {
namespace {

struct Arguments {
  std::vector<std::string> paths;
  std::string map;
  std::string output;
  std::string rejects;
  std::string accounts;
  Language language = Language::kEnglish;
  std::string write;
  bool strict = false;
  bool plan = false;
};

class ImportCommand {
 public:
  explicit ImportCommand(const Arguments& arguments)
      : arguments_(arguments), rejects_(arguments.paths) {}

  StatusOr<ExitCode> Run() {
    const StatusOr<ScanInputs> inputs = CheckInputs(arguments_.paths);
    if (!inputs.ok()) return inputs.status();
    for (const std::string& path : inputs->empty) PrintWarning(path + " is empty");
    StatusOr<std::shared_ptr<const Mapping>> mapping = LoadMappingNamed(arguments_.map);
    if (!mapping.ok()) return mapping.status();
    mapping_ = *std::move(mapping);
    if (Status status = LoadAccounts(); !status.ok()) return status;
    if (Status status = OpenOutputs(); !status.ok()) return status;
    const StatusOr<ImportReport> report = ImportWithProgress(inputs->bytes);
    if (!report.ok()) return report.status();
    if (Status status = Commit(); !status.ok()) return status;
    if (Status status = Report(*report); !status.ok()) return status;
    return Judge(*report);
  }

 private:
  Status LoadAccounts() {
    if (arguments_.accounts.empty()) return absl::OkStatus();
    auto names = AccountNames::Read(arguments_.accounts);
    if (!names.ok()) return names.status();
    account_names_ = *std::move(names);
    return absl::OkStatus();
  }

  Status OpenOutputs() {
    StatusOr<OutputFile> events = OutputFile::Open(arguments_.output);
    if (!events.ok()) return events.status();
    events_.emplace(*std::move(events));
    if (arguments_.rejects.empty()) return absl::OkStatus();
    StatusOr<OutputFile> refused = OutputFile::Open(arguments_.rejects);
    if (!refused.ok()) return refused.status();
    refused_.emplace(*std::move(refused));
    rejects_.KeepAll({});
    return absl::OkStatus();
  }

  StatusOr<ImportReport> ImportWithProgress(uint64_t bytes) {
    ProgressBar bar(InspectTerminal(STDERR_FILENO), arguments_.language, bytes, SteadyClock(),
                    [](std::string_view text) {
                      std::fwrite(text.data(), 1, text.size(), stderr);
                      std::fflush(stderr);
                    });
    ImportOptions options;
    options.account_names = account_names_;
    options.on_events = [this](std::string_view lines) { events_->Write(lines); };
    options.on_reject = [this](const RejectedRecord& record) { rejects_.Add(record); };
    options.on_progress = [&bar](double fraction) {
      ScanProgress progress;
      progress.fraction = progress.read = fraction;
      bar.Update(progress);
    };
    return Import(*mapping_, arguments_.paths, options);
  }

  Status Commit() {
    if (refused_) {
      if (Status status =
              rejects_.GiveOut([this](std::string_view line) { refused_->Write(line); });
          !status.ok())
        return status;
      if (Status status = refused_->Commit(); !status.ok()) return status;
    }
    return events_->Commit();
  }

  // Beside the events when these go to standard output.
  Status Report(const ImportReport& report) const {
    const bool to_errors = arguments_.output == "-";
    const Terminal terminal = InspectTerminal(to_errors ? STDERR_FILENO : STDOUT_FILENO);
    const std::string text = ImportSummary({report, rejects_.first(), !arguments_.rejects.empty(),
                                            terminal, arguments_.language}) +
                             Indicators(report, terminal);
    if (!to_errors) return PrintResult(text);
    std::fputs(text.c_str(), stderr);
    return absl::OkStatus();
  }

  // What the events let indicators say. Without the catalogue the import is as good.
  std::string Indicators(const ImportReport& report, const Terminal& terminal) const {
    const StatusOr<LoadResult> loaded = LoadSoundRules({});
    if (!loaded.ok()) {
      PrintWarning("which indicators can be evaluated is not known: " +
                   std::string(ToStd(loaded.status().message())));
      return "";
    }
    return IndicatorLines(loaded->rules, AnswersOf(loaded->rules, *mapping_, report), terminal,
                          arguments_.language);
  }

  ExitCode Judge(const ImportReport& report) const {
    for (const std::string& error : report.source_errors) PrintError(error);
    if (report.counters.rejects > 0 && arguments_.strict) {
      PrintError("--strict: an input line was refused");
      return kRefused;
    }
    if (!report.source_errors.empty()) return kFailed;
    if (report.events == 0 && report.counters.rejects > 0) {
      PrintError(
          "no record of the input became an event; see docs/import.md for what a mapping must "
          "name");
      return kFailed;
    }
    return kDone;
  }

  const Arguments& arguments_;
  std::shared_ptr<const Mapping> mapping_;
  std::shared_ptr<const AccountNames> account_names_;
  RejectLog rejects_;
  std::optional<OutputFile> events_;
  std::optional<OutputFile> refused_;
};

void AddOptions(Command command, Arguments* arguments) {
  command
      .AddOption("FILE", &arguments->paths,
                 "CSV or NDJSON, plain, .gz or .zst; - is standard input")
      .Required()
      .OptionText("…");
  command.AddOption("--map", &arguments->map, "How to read them: entra, okta, … or a mapping file")
      .OptionText("NAME|FILE");
  command
      .AddOption("-o,--output", &arguments->output,
                 "Write the events to this file (NDJSON), when all is complete")
      .OptionText("FILE");
  command
      .AddOption("--rejects", &arguments->rejects,
                 "Keep refused lines here, with the reason (NDJSON)")
      .OptionText("FILE");
  command
      .AddOption("--accounts", &arguments->accounts,
                 "CSV: the column account, and further names of it in the others")
      .OptionText("FILE");
  command.AddFlag("--plan", &arguments->plan,
                  "Explain column by column what would be done, and do nothing");
  command
      .AddOption("--write", &arguments->write,
                 "With --plan: write a first mapping, guessed from the names of the columns")
      .OptionText("FILE.yml");
  command.AddFlag("--strict", &arguments->strict, "Exit status 3 when a line was refused");
  AddLanguageOption(command, &arguments->language);
}

StatusOr<ExitCode> RunImport(const Arguments& arguments) {
  if (arguments.plan && !arguments.accounts.empty()) {
    return InvalidInput("--accounts goes with -o; a plan shows the names as they are");
  }
  if (arguments.plan) {
    return RunImportPlan({arguments.paths, arguments.map, arguments.write, arguments.language});
  }
  if (!arguments.write.empty()) return InvalidInput("--write goes with --plan");
  if (arguments.map.empty()) {
    return InvalidInput(
        "--map says how to read the files; sekisho import --plan FILE… helps to "
        "find out");
  }
  if (arguments.output.empty()) {
    return InvalidInput("-o FILE says where the events go (- is standard output)");
  }
  return ImportCommand(arguments).Run();
}

}  // namespace

void AddImportCommand(Command parent, int* exit_code) {
  const auto arguments = std::make_shared<Arguments>();
  const Command command =
      parent.AddSubcommand("import", "Turn tables and logs of other products into events");
  AddOptions(command, arguments.get());
  command.Footer(
      "Examples:\n"
      "  sekisho import --plan users.csv logins.csv\n"
      "  sekisho import --map my_tables.yml -o events.ndjson users.csv logins.csv\n"
      "  sekisho import --map okta -o - system_log.ndjson.gz | sekisho scan -\n"
      "docs/import.md shows it at work, docs/mapping.md describes mappings.");
  command.Callback([arguments, exit_code] { *exit_code = ExitCodeOf(RunImport(*arguments)); });
}

}  // namespace sekisho
