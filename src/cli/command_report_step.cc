#include <memory>

#include "cli/clock.h"
#include "cli/command.h"
#include "cli/messages.h"
#include "cli/output_file.h"
#include "cli/report_loading.h"
#include "core/time.h"
#include "dossier/report_step.h"

namespace sekisho {
namespace {

constexpr char kHelp[] =
    "Take the next step of a report: somebody checked it, approved it, handed it over …";

struct Arguments {
  std::string file;
  ReportStep step;
  std::string at;
  std::string output;
};

Status Run(Arguments arguments) {
  const StatusOr<std::string> text = ReadSmallFile(arguments.file);
  if (!text.ok()) return text.status();
  arguments.step.at_ms = NowMs();
  if (!arguments.at.empty()) {
    const StatusOr<int64_t> time = ParseTime(arguments.at);
    if (!time.ok()) return InvalidInput("--at: " + std::string(ToStd(time.status().message())));
    arguments.step.at_ms = *time;
  }
  const StatusOr<std::string> next = TakeStep(arguments.file, *text, arguments.step);
  if (!next.ok()) return next.status();
  const StatusOr<std::unique_ptr<VetData>> data = LoadVetData({}, true);
  if (!data.ok()) return data.status();
  const StatusOr<ReportFile> report = LoadReport({arguments.file, *next, ""}, **data);
  if (!report.ok()) return report.status();
  return WriteFile(arguments.output.empty() ? arguments.file : arguments.output, *next);
}

}  // namespace

void AddReportStepCommand(Command parent, int* exit_code) {
  const auto arguments = std::make_shared<Arguments>();
  const Command command = parent.AddSubcommand("step", kHelp);
  command.AddOption("FILE", &arguments->file, "The report file; it is written anew")
      .Required()
      .OptionText(" ");
  command.AddOption("--to", &arguments->step.state, "The state that follows")
      .Required()
      .IsMember({"draft", "checked", "approved", "handed_over", "closed", "withheld"})
      .OptionText("STATE");
  command.AddOption("--by", &arguments->step.by, "Who takes the step")
      .Required()
      .OptionText("NAME");
  command.AddOption("--at", &arguments->at, "When (default: now)").OptionText("TIME");
  command.AddOption("--reason", &arguments->step.reason, "Of withheld, and of a new draft")
      .OptionText("TEXT");
  command.AddOption("--channel", &arguments->step.channel, "Of handed_over: how")
      .OptionText("TEXT");
  command
      .AddOption("--reference", &arguments->step.reference,
                 "Of handed_over: the number that was given")
      .OptionText("TEXT");
  command.AddOption("-o,--output", &arguments->output, "Write to this file instead")
      .OptionText("FILE");
  command.Footer(
      "Examples:\n"
      "  sekisho report step report.json --to checked --by \"B. Second\"\n"
      "  sekisho report step report.json --to withheld --by \"C. Lead\" --reason \"explained\"");
  command.Callback([arguments, exit_code] { *exit_code = ExitCodeOf(Run(*arguments)); });
}

}  // namespace sekisho
