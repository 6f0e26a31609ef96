// The commands of the program. Each Add function puts one command, its options and its help under
// `parent`; when the user chooses it, its exit code is stored in "*exit_code", which must outlive
// the parsing.
#pragma once

#include <CLI/App.hpp>

namespace sekisho {

void AddScanCommand(CLI::App* parent, int* exit_code);

void AddImportCommand(CLI::App* parent, int* exit_code);

void AddCalibrateCommand(CLI::App* parent, int* exit_code);

void AddSimulateCommand(CLI::App* parent, int* exit_code);

void AddFactsCommand(CLI::App* parent, int* exit_code);
void AddNamesCommand(CLI::App* parent, int* exit_code);
void AddScreenCommand(CLI::App* parent, int* exit_code);
void AddVetCommand(CLI::App* parent, int* exit_code);
void AddPostureCommand(CLI::App* parent, int* exit_code);

void AddReportCommand(CLI::App* parent, int* exit_code);
void AddShareExportCommand(CLI::App* parent, int* exit_code);
void AddShareImportCommand(CLI::App* parent, int* exit_code);
// Below `report`.
void AddReportStepCommand(CLI::App* parent, int* exit_code);
void AddReportVerifyCommand(CLI::App* parent, int* exit_code);

void AddListsShowCommand(CLI::App* parent, int* exit_code);

void AddRulesCheckCommand(CLI::App* parent, int* exit_code);
void AddRulesTestCommand(CLI::App* parent, int* exit_code);
void AddRulesListCommand(CLI::App* parent, int* exit_code);
void AddRulesExplainCommand(CLI::App* parent, int* exit_code);
void AddRulesDocCommand(CLI::App* parent, int* exit_code);

void AddMeasuresListCommand(CLI::App* parent, int* exit_code);
void AddMeasuresExplainCommand(CLI::App* parent, int* exit_code);
void AddMeasuresCheckCommand(CLI::App* parent, int* exit_code);
void AddMeasuresDocCommand(CLI::App* parent, int* exit_code);

}  // namespace sekisho
