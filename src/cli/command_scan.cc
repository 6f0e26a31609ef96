#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>

#include "cli/clock.h"
#include "cli/command.h"
#include "cli/document_key.h"
#include "cli/exit_code.h"
#include "cli/line_writer.h"
#include "cli/list_loading.h"
#include "cli/mapping_loading.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "cli/policy_loading.h"
#include "cli/progress.h"
#include "cli/scan_costs.h"
#include "cli/scan_html.h"
#include "cli/scan_inputs.h"
#include "cli/scan_outputs.h"
#include "cli/scan_stats.h"
#include "cli/scan_summary.h"
#include "cli/truth_tables.h"
#include "cli/words.h"
#include "core/limits.h"
#include "evaluate/quality_json.h"
#include "service/assessing.h"
#include "service/assessment_json.h"
#include "service/finding_json.h"
#include "service/reject_log.h"
#include "service/scan.h"
#include "service/scan_mapping.h"

namespace sekisho {
namespace {

struct Arguments {
  std::vector<std::string> paths;
  RuleChoice rules;
  KeyChoice key;
  std::string format = "table";
  std::string output = "-";
  std::string map;
  std::string policy;
  std::string lists;
  std::string rejects;
  std::string groups;
  std::string stats;
  std::string html;  // beside what --format asks for
  std::string truth;
  std::string truth_json;
  Language language = Language::kEnglish;
  bool strict = false;
  bool profile = false;
  uint32_t shards = ShardsOfMachine();
  uint64_t state_mb = ScanOptions().state_bytes_max >> 20;
  uint64_t sort_mb = ScanOptions().sort_bytes_max >> 20;
};

class ScanCommand {
 public:
  explicit ScanCommand(const Arguments& arguments)
      : arguments_(arguments), rejects_(arguments.paths) {}

  StatusOr<ExitCode> Run() {
    const StatusOr<ScanInputs> inputs = CheckInputs(arguments_.paths);
    if (!inputs.ok()) return inputs.status();
    for (const std::string& path : inputs->empty) PrintWarning(path + " is empty");
    StatusOr<LoadResult> loaded = LoadSoundRules(arguments_.rules);
    if (!loaded.ok()) return loaded.status();
    loaded_ = *std::move(loaded);
    if (Status status = ReadMapping(); !status.ok()) return status;
    StatusOr<std::optional<KeyedHash>> key = ReadDocumentKey(arguments_.key);
    if (!key.ok()) return key.status();
    if (*key) key_.emplace(**key);
    StatusOr<std::shared_ptr<const ListSet>> lists = LoadSoundLists(arguments_.lists);
    if (!lists.ok()) return lists.status();
    lists_ = *std::move(lists);
    StatusOr<AssessmentPolicy> policy = LoadSoundPolicy(arguments_.policy);
    if (!policy.ok()) return policy.status();
    policy_ = *std::move(policy);
    if (Status status = ReadTruthFile(); !status.ok()) return status;
    if (Status status = OpenOutputs({arguments_.output, arguments_.rejects, arguments_.groups,
                                     arguments_.stats, arguments_.html, arguments_.truth_json},
                                    &outputs_);
        !status.ok())
      return status;
    if (outputs_.rejects) rejects_.KeepAll({});
    const int64_t started = SteadyClock().NowMicros();
    const StatusOr<ScanReport> report = ScanWithProgress(inputs->bytes);
    if (absl::IsFailedPrecondition(report.status())) return WithHowToGiveKey(report.status());
    if (!report.ok()) return report.status();
    const double seconds = static_cast<double>(SteadyClock().NowMicros() - started) * 1e-6;
    const ScanAssessments assessments = AssessScan(loaded_.rules, *report, policy_);
    if (Status status = Write(*report, assessments, seconds); !status.ok()) return status;
    if (Status status = CommitOutputs(&outputs_); !status.ok()) return status;
    return Judge(*report);
  }

 private:
  Status ReadMapping() {
    if (arguments_.map.empty()) return absl::OkStatus();
    StatusOr<std::shared_ptr<const Mapping>> mapping = LoadMappingNamed(arguments_.map);
    if (!mapping.ok()) return mapping.status();
    mapping_ = *std::move(mapping);
    return CheckScanMapping(*mapping_);
  }

  // Only for what is printed at the end: nothing of it reaches the scan.
  Status ReadTruthFile() {
    if (arguments_.truth.empty()) return absl::OkStatus();
    StatusOr<Truth> truth = ReadTruth(arguments_.truth);
    if (!truth.ok()) return truth.status();
    truth_ = *std::move(truth);
    return absl::OkStatus();
  }

  StatusOr<ScanReport> ScanWithProgress(uint64_t bytes) {
    const Terminal messages = InspectTerminal(STDERR_FILENO);
    ProgressBar bar(messages, arguments_.language, bytes, SteadyClock(), [](std::string_view text) {
      std::fwrite(text.data(), 1, text.size(), stderr);
      std::fflush(stderr);
    });
    ScanOptions options;
    options.mapping = mapping_.get();
    options.foreign_fields = arguments_.rules.foreign_fields;
    options.documents = key_ ? &*key_ : nullptr;
    options.refuse_documents = !key_;
    options.lists = lists_;
    options.whole_input = true;
    options.threads = arguments_.shards;
    options.state_bytes_max = arguments_.state_mb << 20;
    options.sort_bytes_max = arguments_.sort_mb << 20;
    if (arguments_.format == "html" || !arguments_.html.empty()) {
      options.evidence_details_max = limits::kReportEvidenceMax;
    }
    if (arguments_.profile) options.cost_clock = ThreadNanoseconds;
    options.on_reject = [this](const RejectedRecord& record) { rejects_.Add(record); };
    options.on_progress = [&bar](const ScanProgress& progress) { bar.Update(progress); };
    return Scan(loaded_.rules, arguments_.paths, options);
  }

  Status Write(const ScanReport& report, const ScanAssessments& assessments, double seconds) {
    if (outputs_.rejects) {
      const Status status =
          rejects_.GiveOut([this](std::string_view line) { outputs_.rejects->Write(line); });
      if (!status.ok()) return status;
    }
    ThreadTeam team(arguments_.shards);
    if (outputs_.groups) {
      LineWriter(&team, &*outputs_.groups).Write(report.groups.size(), [&](size_t i, auto* lines) {
        AppendGroupJson(report.groups[i], lines);
      });
    }
    if (outputs_.html) outputs_.html->Write(Html(report, assessments));
    if (outputs_.stats) outputs_.stats->Write(StatsJson(loaded_.rules, report, seconds));
    if (arguments_.format == "ndjson") {
      LineWriter writer(&team, &*outputs_.findings);
      const FindingJson json(loaded_.rules);
      writer.Write(report.findings.size(),
                   [&](size_t i, auto* lines) { json.Append(report.findings[i], lines); });
      const AssessmentJson assessed(loaded_.rules, report, assessments, arguments_.language);
      writer.Write(assessed.lines(), [&](size_t i, auto* lines) { assessed.Append(i, lines); });
    } else if (arguments_.format == "html") {
      outputs_.findings->Write(Html(report, assessments));
    } else {
      outputs_.findings->Write(Summary(report, assessments));
    }
    if (arguments_.profile) WriteCosts(report);
    if (truth_) WriteQuality(OutcomeOf(loaded_.rules, report, assessments));
    return absl::OkStatus();
  }

  std::string Html(const ScanReport& report, const ScanAssessments& assessments) const {
    return ScanHtml(loaded_, report, assessments, arguments_.paths, arguments_.language);
  }

  void WriteQuality(const Outcome& outcome) {
    const Quality quality = MeasureQuality(outcome, *truth_);
    if (arguments_.format == "table") {
      outputs_.findings->Write(
          TruthTables(outcome, quality, OutputTerminal(), arguments_.language));
    }
    if (outputs_.truth) outputs_.truth->Write(QualityJson(outcome, quality));
  }

  // Behind the summary; beside what is for programs, as a message.
  void WriteCosts(const ScanReport& report) {
    const bool is_table = arguments_.format == "table";
    const std::string costs = ScanCosts(
        loaded_.rules, report, is_table ? OutputTerminal() : InspectTerminal(STDERR_FILENO),
        arguments_.language);
    if (is_table) {
      outputs_.findings->Write(costs);
    } else {
      std::fputs(costs.c_str(), stderr);
    }
  }

  Terminal OutputTerminal() const {
    return arguments_.output == "-" ? InspectTerminal(STDOUT_FILENO) : Terminal();
  }

  std::string Summary(const ScanReport& report, const ScanAssessments& assessments) const {
    return ScanSummary({loaded_.rules, report, assessments, arguments_.paths, rejects_.first(),
                        !arguments_.rejects.empty(), OutputTerminal(), arguments_.language});
  }

  // What scripts need to know, and people who read NDJSON.
  ExitCode Judge(const ScanReport& report) const {
    for (const std::string& error : report.source_errors) PrintError(error);
    if (report.rejects > 0 && arguments_.format != "table") {
      const std::string refused = Counted(report.rejects, {"$0 line was", "", ""},
                                          {"$0 lines were", "", ""}, Language::kEnglish);
      PrintWarning(refused + " refused" +
                   (arguments_.rejects.empty() ? "; --rejects FILE keeps them with their reasons"
                                               : "; see " + arguments_.rejects));
    }
    if (report.rejects > 0 && arguments_.strict) {
      PrintError("--strict: an input line was refused");
      return kRefused;
    }
    if (!report.source_errors.empty()) return kFailed;
    if (report.events == 0 && report.rejects > 0) {
      PrintError(
          "no line of the input is an event. Events are JSON objects, one a line, or CSV with a "
          "first line of field names (docs/events.md); logs of other products need --map NAME");
      return kFailed;
    }
    return kDone;
  }

  const Arguments& arguments_;
  LoadResult loaded_;
  AssessmentPolicy policy_;
  std::optional<KeyedHash> key_;
  std::shared_ptr<const ListSet> lists_;
  std::optional<Truth> truth_;
  std::shared_ptr<const Mapping> mapping_;
  RejectLog rejects_;
  Outputs outputs_;
};

void AddTruthOptions(Command command, Arguments* arguments) {
  const Option truth =
      command
          .AddOption("--truth", &arguments->truth,
                     "What the accounts are (CSV, as simulate writes it): measure the scan")
          .OptionText("FILE");
  command
      .AddOption("--truth-json", &arguments->truth_json,
                 "Write the measured quality (JSON); with --truth")
      .Needs(truth)
      .OptionText("FILE");
}

void AddOptions(Command command, Arguments* arguments) {
  command
      .AddOption("FILE", &arguments->paths,
                 "NDJSON or CSV, plain, .gz or .zst; - is standard input")
      .Required()
      .OptionText("…");
  command
      .AddOption("--format", &arguments->format,
                 "table (for people), ndjson (for programs) or html (a report to read and pass on)")
      .IsMember({"table", "ndjson", "html"})
      .OptionText("table|ndjson|html");
  command.AddOption("-o,--output", &arguments->output, "Write to this file, when all is complete")
      .OptionText("FILE");
  command
      .AddOption("--report", &arguments->html,
                 "Write the report (--format html) here too, beside what --format asks for")
      .OptionText("FILE");
  AddRuleOptions(command, &arguments->rules);
  AddListsOption(command, &arguments->lists);
  command
      .AddOption("--map", &arguments->map,
                 "Logs of another product: okta, github or a mapping file")
      .OptionText("NAME|FILE");
  command
      .AddOption("--policy", &arguments->policy,
                 "How findings add up to a level (default: policy/assessment.yml)")
      .OptionText("FILE");
  command.AddFlag("--foreign-fields", &arguments->rules.foreign_fields,
                  "Rules for other log formats: any field name is allowed");
  command
      .AddOption("--rejects", &arguments->rejects,
                 "Keep refused lines here, with the reason (NDJSON)")
      .OptionText("FILE");
  AddKeyOptions(command, &arguments->key);
  command.AddFlag("--strict", &arguments->strict, "Exit status 3 when a line was refused");
  command
      .AddOption("--groups", &arguments->groups,
                 "Write groups of accounts that share identifiers (NDJSON)")
      .OptionText("FILE");
  command.AddOption("--stats", &arguments->stats, "Write counts, times and memory (JSON)")
      .OptionText("FILE");
  command.AddFlag("--profile", &arguments->profile,
                  "Measure what each rule costs, and print it as a table");
  AddTruthOptions(command, arguments);
  AddLanguageOption(command, &arguments->language);
  AddShardsOption(command, &arguments->shards);
  command
      .AddOption("--state-mb", &arguments->state_mb,
                 "Memory for windows and profiles, in MiB (default: 4096)")
      .Range(uint64_t{1}, uint64_t{1} << 24)
      .OptionText("N");
  command
      .AddOption("--sort-mb", &arguments->sort_mb,
                 "Memory for sorting, in MiB (default: 2048); then disk")
      .Range(uint64_t{1}, uint64_t{1} << 24)
      .OptionText("N");
}

}  // namespace

void AddScanCommand(Command parent, int* exit_code) {
  const auto arguments = std::make_shared<Arguments>();
  const Command command = parent.AddSubcommand("scan", "Find published red flags in event files");
  AddOptions(command, arguments.get());
  command.Footer(
      "Examples:\n"
      "  sekisho scan events.ndjson\n"
      "  sekisho scan --lang ja --set B01.addresses=5 events.csv\n"
      "  sekisho scan --report report.html events.ndjson\n"
      "  zcat events-*.gz | sekisho scan --format ndjson -o findings.ndjson -\n"
      "docs/events.md describes events, docs/findings.md what comes out.");
  command.Callback([arguments, exit_code] {
    if (!arguments->truth.empty() && arguments->truth_json.empty() &&
        arguments->format != "table") {
      PrintError("--truth: its tables go with --format table; with --format " + arguments->format +
                 " add --truth-json FILE");
      *exit_code = kUsage;
      return;
    }
    *exit_code = ExitCodeOf(ScanCommand(*arguments).Run());
  });
}

}  // namespace sekisho
