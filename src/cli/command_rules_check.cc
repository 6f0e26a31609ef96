#include <unistd.h>

#include <map>
#include <memory>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "cli/text_width.h"
#include "cli/words.h"

namespace sekisho {
namespace {

struct Arguments {
  RuleChoice rules;
  bool list_not_evaluated = false;
};

struct Totals {
  size_t files = 0;
  size_t rules = 0;
  size_t errors = 0;
  size_t warnings = 0;
  size_t not_evaluated = 0;
  size_t failed = 0;
};

Totals Count(const LoadResult& loaded) {
  Totals totals;
  totals.files = loaded.file_status.size();
  totals.rules = loaded.rule_status.size();
  for (const Diagnostic& diagnostic : loaded.diagnostics) {
    ++(diagnostic.severity == Severity::kError ? totals.errors : totals.warnings);
  }
  for (const RuleStatus& status : loaded.rule_status) {
    if (status.state == RuleState::kNotEvaluated) ++totals.not_evaluated;
    if (status.state == RuleState::kFailed) ++totals.failed;
  }
  return totals;
}

std::string Number(size_t number, const char* one, const char* many) {
  return GroupedNumber(number) + " " + (number == 1 ? one : many);
}

// "99.7": rounded down, so that 100 means all.
std::string Percent(size_t part, size_t whole) {
  const size_t thousandths = whole == 0 ? 1000 : part * 1000 / whole;
  return std::to_string(thousandths / 10) + "." + std::to_string(thousandths % 10);
}

std::string Summary(const Totals& totals) {
  std::string text = Number(totals.files, "file", "files") + ", " +
                     Number(totals.rules, "rule", "rules") + ", " +
                     Number(totals.errors, "error", "errors") + ", " +
                     Number(totals.warnings, "warning", "warnings") + "\n";
  const size_t left_out = totals.not_evaluated + totals.failed;
  if (left_out > 0) {
    const size_t evaluated = totals.rules - left_out;
    text += "evaluated: " + GroupedNumber(evaluated) + " (" + Percent(evaluated, totals.rules) +
            " %), loaded but not evaluated: " + GroupedNumber(totals.not_evaluated) +
            ", with errors: " + GroupedNumber(totals.failed) + "\n";
  }
  return text;
}

// "rules/x.yml:1: not evaluated [SK0205]: the title", a line for each.
std::string NotEvaluated(const LoadResult& loaded) {
  std::map<std::string_view, std::string_view> titles;
  for (const Rule& rule : loaded.rules.rules) titles.emplace(rule.name, rule.title);
  std::string text;
  for (const RuleStatus& status : loaded.rule_status) {
    if (status.state == RuleState::kLoaded) continue;
    const auto title = titles.find(status.name);
    const bool titled = title != titles.end() && !title->second.empty();
    text += Printable(status.place.file) + ":" + std::to_string(status.place.line) + ": " +
            (status.state == RuleState::kFailed ? "has errors" : "not evaluated") +
            (status.code.empty() ? "" : " [" + status.code + "]") + ": " +
            Printable(titled ? title->second : status.name) + "\n";
  }
  return text;
}

int Run(const Arguments& arguments) {
  const StatusOr<LoadResult> loaded = LoadChosenRules(arguments.rules);
  if (!loaded.ok()) {
    PrintError(loaded.status());
    return kFailed;
  }
  const Terminal terminal = InspectTerminal(STDOUT_FILENO);
  std::string text;
  for (const Diagnostic& diagnostic : loaded->diagnostics) {
    text += FormatDiagnostic(diagnostic, terminal);
  }
  if (arguments.list_not_evaluated) text += NotEvaluated(*loaded);
  const Totals totals = Count(*loaded);
  text += Paint(terminal, totals.errors > 0 ? Style::kRed : Style::kGreen, Summary(totals));
  if (const Status status = PrintResult(text); !status.ok()) {
    PrintError(status);
    return kFailed;
  }
  return totals.errors > 0 ? kFailed : kDone;
}

}  // namespace

void AddRulesCheckCommand(Command parent, int* exit_code) {
  const auto arguments = std::make_shared<Arguments>();
  arguments->rules.cases = true;
  arguments->rules.look_up_references = true;
  const Command command =
      parent.AddSubcommand("check", "Say what is wrong in rule and indicator files");
  AddRulePaths(command, &arguments->rules);
  command.AddFlag("--foreign-fields", &arguments->rules.foreign_fields,
                  "Rules for other log formats: any field name is allowed");
  command.AddFlag("--list-not-evaluated", &arguments->list_not_evaluated,
                  "List the rules that are not evaluated, with the reason");
  AddSetOption(command, &arguments->rules);
  command.Footer(
      "Each finding of the check has a number (SK0123), explained in docs/diagnostics.md.\n\n"
      "Examples:\n"
      "  sekisho rules check my_rule.yml\n"
      "  sekisho rules check --foreign-fields --list-not-evaluated sigma/rules");
  command.Callback([arguments, exit_code] { *exit_code = Run(*arguments); });
}

}  // namespace sekisho
