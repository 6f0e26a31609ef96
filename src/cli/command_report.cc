#include <filesystem>
#include <memory>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "cli/output_file.h"
#include "cli/report_loading.h"
#include "cli/report_output.h"

namespace sekisho {
namespace {

constexpr char kHelp[] =
    "A report to an authority about one account or candidate: begun by the program, filled in,\n"
    "checked and approved by people, handed over by them. Nothing is ever sent.";

struct Arguments {
  ReportStart start;
  bool init = false;
  std::string recipient;
  std::string format = "html";
  std::string output = "-";
  std::string bundle;
  std::string approval;
  Language language = Language::kEnglish;
};

Status Init(const Arguments& arguments) {
  std::error_code error;
  if (arguments.output != "-" && std::filesystem::is_regular_file(arguments.output, error)) {
    return absl::AlreadyExistsError(
        ToAbsl("-o " + arguments.output +
               ": this file exists, and somebody may have filled it in; name another one"));
  }
  const StatusOr<std::unique_ptr<VetData>> data =
      LoadVetData(arguments.start.overrides, !arguments.start.events.empty());
  if (!data.ok()) return data.status();
  const StatusOr<std::string> text = StartReport(arguments.start, **data);
  return text.ok() ? WriteFile(arguments.output, *text) : text.status();
}

bool HasStartOptions(const ReportStart& start) {
  return !(start.events.empty() && start.pool.empty() && start.lists.empty() &&
           start.as_of.empty() && start.time_zone.empty() && start.overrides.empty());
}

// What people filled in is not written over.
Status CheckOutputs(const Arguments& arguments) {
  const auto same = [](const std::string& a, const std::string& b) {
    std::error_code error;
    return a == b || std::filesystem::equivalent(a, b, error);
  };
  for (const std::string& out : {arguments.output, arguments.bundle}) {
    if (out.empty() || out == "-") continue;
    if (same(out, arguments.start.file) || same(out, arguments.approval)) {
      return InvalidInput(out + " is read for this report; name another file to write");
    }
  }
  if (arguments.output != "-" && same(arguments.output, arguments.bundle)) {
    return InvalidInput("-o and --bundle: both name " + arguments.bundle);
  }
  return absl::OkStatus();
}

Status Render(const Arguments& arguments) {
  if (Status status = CheckOutputs(arguments); !status.ok()) return status;
  StatusOr<std::string> text = ReadSmallFile(arguments.start.file);
  if (!text.ok()) return text.status();
  const StatusOr<std::unique_ptr<VetData>> data = LoadVetData(arguments.start.overrides, true);
  if (!data.ok()) return data.status();
  if (IsCandidateFile(*text)) {
    text = StartReport(arguments.start, **data);
    if (!text.ok()) return text.status();
  } else if (HasStartOptions(arguments.start)) {
    return InvalidInput(arguments.start.file +
                        " is a report already: --events, --pool, --lists, --as-of, --time-zone and "
                        "--set go with --init or the FILE of a candidate");
  }
  const StatusOr<ReportFile> report =
      LoadReport({arguments.start.file, *text, arguments.approval}, **data);
  if (!report.ok()) return report.status();
  const ReportOutput out{*report, *text, *FindRecipient(arguments.recipient), **data,
                         arguments.language};
  if (!arguments.bundle.empty()) {
    const StatusOr<std::string> bundle = MakeReportBundle(out);
    if (!bundle.ok()) return bundle.status();
    if (Status status = WriteFile(arguments.bundle, *bundle); !status.ok()) return status;
    if (arguments.output == "-") return absl::OkStatus();
  }
  const StatusOr<std::string> page = RenderReport(out, arguments.format);
  return page.ok() ? WriteFile(arguments.output, *page) : page.status();
}

// Why the choice of arguments is no use; empty when it is.
std::string_view CheckChoice(const Arguments& arguments) {
  const bool events = !arguments.start.events.empty();
  if (arguments.init) {
    if (!arguments.start.account.empty() && !arguments.start.file.empty()) {
      return "report --init: give the FILE of a candidate or --account ID, not both";
    }
    if (arguments.start.file.empty() && (!events || arguments.start.account.empty())) {
      return "report --init: give the FILE of a candidate, or --events FILE and --account ID";
    }
    if (!arguments.start.account.empty() && !arguments.start.pool.empty()) {
      return "report --init: --pool goes with the FILE of a candidate";
    }
    if (!(arguments.recipient + arguments.bundle + arguments.approval).empty()) {
      return "report --init: --for, --bundle and --approval go with a report that was begun";
    }
    return "";
  }
  if (arguments.start.file.empty()) {
    return "report: give the FILE of a report, or --init to begin one";
  }
  if (!arguments.start.account.empty()) return "report: --account goes with --init";
  if (arguments.recipient.empty()) return "report: say for whom, with --for jp, us, kr or str";
  return "";
}

void AddStartOptions(Command command, ReportStart* start) {
  command.AddOption("--account", &start->account, "The account in the event files")
      .OptionText("ID");
  command.AddRepeated("--events", &start->events, "An event file (docs/events.md); repeatable");
  command.AddOption("--pool", &start->pool, "Of a candidate: the other files of the role")
      .OptionText("DIR");
  AddListsOption(command, &start->lists);
  command
      .AddOption("--as-of", &start->as_of,
                 "The time of the report (default: the file's, or the last event)")
      .OptionText("TIME");
  command.AddOption("--time-zone", &start->time_zone, "For local times: Asia/Tokyo")
      .OptionText("ZONE");
  command.AddRepeated("--set", &start->overrides, "A number of policy/vetting.yml");
}

void AddOptions(Command command, Arguments* arguments) {
  command
      .AddOption("FILE", &arguments->start.file,
                 "A report file (docs/reports.md), or a candidate file")
      .OptionText(" ");
  command.AddFlag("--init", &arguments->init,
                  "Begin a report about a candidate, or about --account in --events");
  command
      .AddOption("--for", &arguments->recipient,
                 "Japan, the United States, the Republic of Korea, or a worksheet for a filing "
                 "that the law asks for")
      .IsMember({"jp", "us", "kr", "str"})
      .OptionText("jp|us|kr|str");
  command.AddOption("--format", &arguments->format, "html or pdf")
      .IsMember({"html", "pdf"})
      .OptionText("FORMAT");
  command.AddOption("-o,--output", &arguments->output, "Write to this file").OptionText("FILE");
  command.AddOption("--bundle", &arguments->bundle, "Write a bundle with all evidence (zip)")
      .OptionText("FILE");
  command
      .AddOption("--approval", &arguments->approval,
                 "States that are kept in a file of their own (docs/reports.md)")
      .OptionText("FILE");
  AddStartOptions(command, &arguments->start);
  AddLanguageOption(command, &arguments->language);
}

}  // namespace

void AddReportCommand(Command parent, int* exit_code) {
  const auto arguments = std::make_shared<Arguments>();
  const Command command = parent.AddSubcommand("report", kHelp);
  AddOptions(command, arguments.get());
  command.RequireSubcommand(0, 1);
  AddReportStepCommand(command, exit_code);
  AddReportVerifyCommand(command, exit_code);
  command.Footer(
      "Example:\n"
      "  sekisho report --init candidate.json -o report.json\n"
      "  sekisho report --init --events events.ndjson --account u1 -o report.json\n"
      "  sekisho report report.json --for jp -o draft.html\n"
      "  sekisho report step report.json --to checked --by \"B. Second\"");
  command.Callback([command, arguments, exit_code] {
    if (command.HasChosenSubcommand()) return;
    if (const std::string_view mistake = CheckChoice(*arguments); !mistake.empty()) {
      PrintError(std::string(mistake));
      *exit_code = kUsage;
      return;
    }
    *exit_code = ExitCodeOf(arguments->init ? Init(*arguments) : Render(*arguments));
  });
}

}  // namespace sekisho
