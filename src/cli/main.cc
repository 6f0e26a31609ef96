// The program: one readable list of its commands.
#include <clocale>
#include <cstdio>
#include <exception>

#include "cli/command.h"
#include "cli/command_line.h"
#include "cli/exit_code.h"
#include "cli/messages.h"
#include "cli/output_file.h"

namespace sekisho {
namespace {

constexpr char kDescription[] =
    "Sekisho shows which accounts in an event file show published red flags of remote workers "
    "under\n"
    "false identities, with the events that prove it. It lists accounts for review by a person; "
    "it\n"
    "judges nobody.\n";

constexpr char kExamples[] =
    "Examples:\n"
    "  sekisho scan events.ndjson                 a summary for people\n"
    "  sekisho scan --format ndjson -o findings.ndjson 2026-*.ndjson.gz\n"
    "  sekisho scan --set B01.addresses=5 events.csv\n"
    "  sekisho import --map tables.yml -o events.ndjson users.csv logins.csv\n"
    "  sekisho calibrate events.ndjson            how many accounts at other thresholds\n"
    "  sekisho simulate --out market              a market of invented people to try it on\n"
    "  sekisho facts ip 192.0.2.7 --lists DIR      what is known of one value\n"
    "  sekisho names \"Ohno Taro\" 大野太郎           do two names belong together\n"
    "  sekisho screen --lists DIR \"Ohno Taro\"      look a name up in sanctions lists\n"
    "  sekisho vet candidate.json                 what is left to check about one candidate\n"
    "  sekisho report report.json --for jp        a report to fill in, check and hand over\n"
    "  sekisho lists show DIR                     the lists of a folder and their age\n"
    "  sekisho rules list                         what is looked for\n"
    "  sekisho rules explain B01                  one indicator, in full\n"
    "  sekisho rules test my_rule.yml             run the cases in a file\n"
    "  sekisho measures explain M13               what the notices recommend to do\n"
    "\n"
    "Exit status: 0 done, 1 could not do its work (or errors found), 2 wrong usage,\n"
    "3 with --strict when an input line was refused.";

void AddCommands(Command program, int* exit_code) {
  AddScanCommand(program, exit_code);
  AddCalibrateCommand(program, exit_code);
  AddImportCommand(program, exit_code);
  AddSimulateCommand(program, exit_code);
  AddFactsCommand(program, exit_code);
  AddNamesCommand(program, exit_code);
  AddScreenCommand(program, exit_code);
  AddVetCommand(program, exit_code);
  AddPostureCommand(program, exit_code);
  AddReportCommand(program, exit_code);

  const Command share =
      program.AddSubcommand("share", "Exchange artefacts with partners, as keyed hashes");
  share.RequireSubcommand(1, 1);
  AddShareExportCommand(share, exit_code);
  AddShareImportCommand(share, exit_code);

  const Command lists =
      program.AddSubcommand("lists", "Lists that facts are looked up in: what is there, how old");
  lists.RequireSubcommand(1, 1);
  AddListsShowCommand(lists, exit_code);

  const Command rules = program.AddSubcommand("rules", "Look at rules and indicators, check them");
  rules.RequireSubcommand(1, 1);
  AddRulesCheckCommand(rules, exit_code);
  AddRulesTestCommand(rules, exit_code);
  AddRulesListCommand(rules, exit_code);
  AddRulesExplainCommand(rules, exit_code);
  AddRulesDocCommand(rules, exit_code);

  const Command measures =
      program.AddSubcommand("measures", "Look at the due-diligence measures of published notices");
  measures.RequireSubcommand(1, 1);
  AddMeasuresListCommand(measures, exit_code);
  AddMeasuresExplainCommand(measures, exit_code);
  AddMeasuresCheckCommand(measures, exit_code);
  AddMeasuresDocCommand(measures, exit_code);
}

int Main(int argc, char** argv) {
  std::setlocale(LC_ALL, "C.UTF-8");
  RemoveTemporaryFilesOnSignals();
  CommandLine command_line("sekisho", kDescription, "sekisho " SEKISHO_VERSION);
  int exit_code = kDone;
  command_line.root().Footer(kExamples);
  AddCommands(command_line.root(), &exit_code);
  const ExitCode parsed = command_line.Parse(argc, argv);
  return parsed == kDone ? exit_code : parsed;
}

}  // namespace
}  // namespace sekisho

int main(int argc, char** argv) {
  try {
    return sekisho::Main(argc, argv);
  } catch (const std::exception& error) {  // out of memory, above all
    std::fprintf(stderr, "sekisho: error: %s\n", error.what());
    return sekisho::kFailed;
  }
}
