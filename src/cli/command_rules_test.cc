#include <unistd.h>

#include <algorithm>
#include <memory>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "cli/text_width.h"
#include "cli/words.h"
#include "service/case_runner.h"

namespace sekisho {
namespace {

std::string Describe(const LoadResult& loaded, const CaseResult& result, const Terminal& terminal) {
  const IndicatorCase& test = *result.test;
  const bool passed = result.differences.empty();
  const std::string mark =
      Paint(terminal, passed ? Style::kGreen : Style::kRed, passed ? "ok  " : "FAIL");
  std::string text =
      mark + " " + loaded.rules.indicators[test.indicator].id + " " + Printable(test.name) + "\n";
  if (passed) return text;
  text += "     " + Printable(test.place.file) + ":" + std::to_string(test.place.line) + " (" +
          std::string(CaseKindName(test.kind)) + ")\n";
  for (const std::string& difference : result.differences) {
    text += "     " + Printable(difference) + "\n";
  }
  return text;
}

// Runs every case and prints its line at once; returns how many failed.
StatusOr<size_t> RunAll(const LoadResult& loaded, const Terminal& terminal) {
  CaseRunner runner(loaded);
  size_t failed = 0;
  for (const IndicatorCase& test : loaded.cases) {
    const CaseResult result = runner.Run(test);
    if (!result.differences.empty()) ++failed;
    if (Status status = PrintResult(Describe(loaded, result, terminal)); !status.ok()) {
      return status;
    }
  }
  return failed;
}

// Indicators that are not computed have no cases: having none is no mistake then.
bool OnlyUncomputed(const RuleSet& rules) {
  return rules.rules.empty() && !rules.indicators.empty() &&
         std::none_of(rules.indicators.begin(), rules.indicators.end(),
                      [](const Indicator& indicator) { return indicator.computed(); });
}

int Run(const RuleChoice& choice) {
  const StatusOr<LoadResult> loaded = LoadSoundRules(choice);
  if (!loaded.ok()) {
    PrintError(loaded.status());
    return kFailed;
  }
  if (loaded->cases.empty() && !OnlyUncomputed(loaded->rules)) {
    PrintError(
        "there are no cases in these files; docs/indicator-format.md shows how to write some");
    return kFailed;
  }
  const Terminal terminal = InspectTerminal(STDOUT_FILENO);
  const StatusOr<size_t> failed = RunAll(*loaded, terminal);
  if (!failed.ok()) {
    PrintError(failed.status());
    return kFailed;
  }
  const size_t total = loaded->cases.size();
  const std::string summary = GroupedNumber(total) + (total == 1 ? " case" : " cases") + ", " +
                              GroupedNumber(*failed) + " failed\n";
  if (const Status status =
          PrintResult(Paint(terminal, *failed > 0 ? Style::kRed : Style::kGreen, summary));
      !status.ok()) {
    PrintError(status);
    return kFailed;
  }
  return *failed > 0 ? kFailed : kDone;
}

}  // namespace

void AddRulesTestCommand(Command parent, int* exit_code) {
  const auto choice = std::make_shared<RuleChoice>();
  choice->cases = true;
  const Command command =
      parent.AddSubcommand("test", "Run the cases that stand in indicator files");
  AddRulePaths(command, choice.get());
  AddSetOption(command, choice.get());
  command.Footer(
      "The events of each case go through a whole scan. A case passes when the findings of its\n"
      "indicator are exactly those that it expects; docs/indicator-format.md shows how to write\n"
      "one. Times are offsets from the start of the case.\n\n"
      "Example:\n"
      "  sekisho rules test my_rule.yml");
  command.Callback([choice, exit_code] { *exit_code = Run(*choice); });
}

}  // namespace sekisho
