#include <unistd.h>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/measure_loading.h"
#include "cli/messages.h"
#include "cli/words.h"

namespace sekisho {
namespace {

StatusOr<bool> Check() {
  const StatusOr<MeasureLoad> load = LoadShippedMeasures();
  if (!load.ok()) return load.status();
  const Terminal terminal = InspectTerminal(STDOUT_FILENO);
  std::string text;
  for (const Diagnostic& diagnostic : load->diagnostics) {
    text += FormatDiagnostic(diagnostic, terminal);
  }
  const MeasureCatalogue& catalogue = load->catalogue;
  const std::string summary = GroupedNumber(catalogue.measures.size()) + " measures, " +
                              GroupedNumber(catalogue.documents.size()) + " documents, " +
                              GroupedNumber(catalogue.contacts.size()) + " contacts, " +
                              GroupedNumber(load->diagnostics.size()) + " problems\n";
  text += Paint(terminal, load->has_errors() ? Style::kRed : Style::kGreen, summary);
  if (Status status = PrintResult(text); !status.ok()) return status;
  return !load->has_errors();
}

}  // namespace

void AddMeasuresCheckCommand(Command parent, int* exit_code) {
  const Command command =
      parent.AddSubcommand("check", "Say what is wrong in the files of measures/ and references/");
  command.Footer(
      "Looks at the data that comes with the program, or at that of SEKISHO_DATA_DIR.\n"
      "Each finding of the check has a number (SK2101), explained in docs/diagnostics.md.");
  command.Callback([exit_code] {
    const StatusOr<bool> sound = Check();
    if (!sound.ok()) PrintError(sound.status());
    *exit_code = sound.ok() && *sound ? kDone : kFailed;
  });
}

}  // namespace sekisho
