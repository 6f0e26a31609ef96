#include <memory>

#include "cli/command.h"
#include "cli/document_key.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "cli/output_file.h"
#include "cli/report_loading.h"
#include "cli/scan_inputs.h"
#include "cli/share_lists.h"
#include "cli/words.h"
#include "core/time.h"
#include "dossier/share_artefacts.h"
#include "dossier/share_bundle.h"
#include "service/account_events.h"

namespace sekisho {
namespace {

constexpr char kKeyMissing[] =
    "the key of the exchange is missing; name its file in SEKISHO_EXCHANGE_KEY_FILE "
    "(docs/sharing.md)";

struct ExportArguments {
  std::string report;
  std::string approval;
  std::vector<std::string> events;
  std::string organisation;
  std::string tlp = "amber";
  int64_t days = 180;
  std::string output = "-";
};

struct ImportArguments {
  std::string bundle;
  ShareTarget target;
};

StatusOr<KeyedHash> ExchangeKey() {
  StatusOr<std::optional<KeyedHash>> key = ReadExchangeKey();
  if (!key.ok()) return key.status();
  if (!*key) return absl::FailedPreconditionError(kKeyMissing);
  return **std::move(key);
}

StatusOr<std::vector<SharedArtefact>> Collect(const ExportArguments& arguments,
                                              const std::string& account, const KeyedHash& key) {
  const StatusOr<ScanInputs> inputs = CheckInputs(arguments.events);
  if (!inputs.ok()) return inputs.status();
  AccountEventsQuery query;
  query.accounts = {account};
  query.fields = {"document.issuer",   "document.type",      "document.number", "payout.kind",
                  "payout.identifier", "payout.institution", "device",          "text"};
  std::vector<SharedArtefact> artefacts;
  ArtefactsLeft left;
  const auto take = [&](const AccountEvent& event) {
    AppendArtefacts(
        {event.Get("document.issuer"), event.Get("document.type"), event.Get("document.number"),
         event.Get("payout.kind"), event.Get("payout.identifier"), event.Get("payout.institution"),
         event.Get("device"), event.Get("text")},
        key, &artefacts, &left);
  };
  const StatusOr<uint64_t> rejects = ReadAccountEvents(arguments.events, query, take);
  if (!rejects.ok()) return rejects.status();
  const auto warn = [](uint64_t count, const char* what) {
    if (count > 0) PrintWarning(GroupedNumber(count) + what);
  };
  warn(*rejects, " lines of the event files were refused; `sekisho scan` shows them");
  warn(left.own.size(), " payees were held back: they are e-mail addresses or telephone numbers");
  warn(left.masked, " masked numbers of documents or payees were left out: they identify nobody");
  return artefacts;
}

Status Export(const ExportArguments& arguments) {
  const StatusOr<KeyedHash> key = ExchangeKey();
  if (!key.ok()) return key.status();
  StatusOr<std::string> text = ReadSmallFile(arguments.report);
  if (!text.ok()) return text.status();
  const StatusOr<std::unique_ptr<VetData>> data = LoadVetData({}, true);
  if (!data.ok()) return data.status();
  const StatusOr<ReportFile> report =
      LoadReport({arguments.report, *text, arguments.approval}, **data);
  if (!report.ok()) return report.status();
  if (!report->open()) {
    return absl::FailedPreconditionError(
        "the report is \"" + report->state() +
        "\"; only what people have approved is shared (sekisho report step)");
  }
  if (report->findings.empty()) {
    return absl::FailedPreconditionError(
        "the report has no finding; only what was seen with published indicators is shared");
  }
  StatusOr<std::vector<SharedArtefact>> artefacts = Collect(arguments, report->account, *key);
  if (!artefacts.ok()) return artefacts.status();
  if (artefacts->empty()) {
    return absl::NotFoundError(ToAbsl(
        "the event files have no document, payee, device or text of the account of the report"));
  }
  const StatusOr<std::string> bundle =
      WriteShareBundle({arguments.organisation, arguments.tlp, report->as_of,
                        report->as_of + arguments.days * kDayMs, ArtefactKeyCheck(*key)},
                       *std::move(artefacts));
  return bundle.ok() ? WriteFile(arguments.output, *bundle) : bundle.status();
}

Status Import(const ImportArguments& arguments) {
  const StatusOr<KeyedHash> key = ExchangeKey();
  if (!key.ok()) return key.status();
  const StatusOr<std::string> text = ReadSmallFile(arguments.bundle);
  if (!text.ok()) return text.status();
  const ShareLoad load = ReadShareBundle(arguments.bundle, *text);
  PrintDiagnostics(load.problems);
  if (!load.readable) return InvalidInput(arguments.bundle + " was not read");
  if (load.revoked > 0) {
    PrintWarning(GroupedNumber(load.revoked) +
                 " objects are revoked; a list that was imported before still has them: delete it, "
                 "also in lists.yml, and import again what holds");
  }
  const std::string counts = "artefacts " + GroupedNumber(load.artefacts.size()) + ", refused " +
                             GroupedNumber(load.refused) + ", revoked " +
                             GroupedNumber(load.revoked) + ", not understood " +
                             GroupedNumber(load.not_understood);
  if (load.artefacts.empty()) {
    return InvalidInput(arguments.bundle + ": nothing to import (" + counts + ")");
  }
  if (load.key_check != ArtefactKeyCheck(*key)) {
    return InvalidInput(arguments.bundle +
                        " was made with another key; ask the partner which one the exchange has");
  }
  const StatusOr<std::string> path = AddSharedList(load, arguments.target);
  return path.ok() ? PrintResult(*path + ": " + counts + "\n") : path.status();
}

}  // namespace

void AddShareExportCommand(Command parent, int* exit_code) {
  const auto arguments = std::make_shared<ExportArguments>();
  const Command command = parent.AddSubcommand(
      "export", "Artefacts of an approved report as keyed hashes (STIX 2.1); never a person");
  command.AddOption("REPORT", &arguments->report, "An approved report file (docs/reports.md)")
      .Required()
      .OptionText(" ");
  command
      .AddRepeated("--events", &arguments->events,
                   "Event files from which the artefacts of its account are taken")
      .Required();
  command.AddOption("--approval", &arguments->approval, "As of `sekisho report`")
      .OptionText("FILE");
  command.AddOption("--organisation", &arguments->organisation, "Who shares; else nobody is named")
      .OptionText("NAME");
  command.AddOption("--tlp", &arguments->tlp, "Traffic light of the bundle (default: amber)")
      .IsMember({"white", "green", "amber", "red"})
      .OptionText("COLOUR");
  command.AddOption("--days", &arguments->days, "After so many days it is forgotten (default: 180)")
      .Range(int64_t{1}, int64_t{3660})
      .OptionText("N");
  command.AddOption("-o,--output", &arguments->output, "Write to this file").OptionText("FILE");
  command.Footer(
      "Example:\n"
      "  sekisho share export report.json --events events.ndjson -o shared.json");
  command.Callback([arguments, exit_code] { *exit_code = ExitCodeOf(Export(*arguments)); });
}

void AddShareImportCommand(Command parent, int* exit_code) {
  const auto arguments = std::make_shared<ImportArguments>();
  const Command command = parent.AddSubcommand(
      "import", "A partner's bundle becomes a list for --lists (docs/sharing.md)");
  command.AddOption("BUNDLE", &arguments->bundle, "A STIX 2.1 bundle").Required().OptionText(" ");
  command.AddOption("--lists", &arguments->target.folder, "The folder of lists")
      .Required()
      .OptionText("DIR");
  command.AddOption("--source", &arguments->target.source, "Who sent it")
      .Required()
      .OptionText("TEXT");
  command.AddOption("--licence", &arguments->target.licence, "On which terms")
      .Required()
      .OptionText("TEXT");
  command.Footer(
      "Example:\n"
      "  sekisho share import shared.json --lists lists --source \"Example Market\" "
      "--licence exchange");
  command.Callback([arguments, exit_code] { *exit_code = ExitCodeOf(Import(*arguments)); });
}

}  // namespace sekisho
