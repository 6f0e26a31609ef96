#include <memory>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "service/rule_doc.h"

namespace sekisho {
namespace {

int Run(const RuleChoice& choice) {
  const StatusOr<LoadResult> loaded = LoadSoundRules(choice);
  const Status status = loaded.ok() ? PrintResult(IndicatorsPage(*loaded)) : loaded.status();
  if (status.ok()) return kDone;
  PrintError(status);
  return kFailed;
}

}  // namespace

void AddRulesDocCommand(Command parent, int* exit_code) {
  const auto choice = std::make_shared<RuleChoice>();
  choice->cases = true;
  const Command command =
      parent.AddSubcommand("doc", "Print the page about all indicators (Markdown)");
  AddRulePaths(command, choice.get());
  command.Footer("docs/indicators.md is made by\n  sekisho rules doc > docs/indicators.md");
  command.Callback([choice, exit_code] { *exit_code = Run(*choice); });
}

}  // namespace sekisho
