
#include "cli/command.h"
#include "cli/measure_loading.h"
#include "cli/messages.h"

namespace sekisho {
namespace {

Status Print() {
  const StatusOr<MeasureCatalogue> catalogue = LoadSoundMeasures();
  if (!catalogue.ok()) return catalogue.status();
  return PrintResult(MeasuresPage(*catalogue));
}

}  // namespace

void AddMeasuresDocCommand(Command parent, int* exit_code) {
  const Command command =
      parent.AddSubcommand("doc", "Print the page about all measures (Markdown)");
  command.Footer("docs/measures.md is made by\n  sekisho measures doc > docs/measures.md");
  command.Callback([exit_code] { *exit_code = ExitCodeOf(Print()); });
}

}  // namespace sekisho
