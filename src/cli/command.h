// The commands of the program. Each Add function puts one command, its options and its help under
// `parent`; when the user chooses it, its exit code is stored in "*exit_code", which must outlive
// the parsing.
#pragma once

#include "cli/command_line.h"

namespace sekisho {

void AddScanCommand(Command parent, int* exit_code);

void AddImportCommand(Command parent, int* exit_code);

void AddCalibrateCommand(Command parent, int* exit_code);

void AddSimulateCommand(Command parent, int* exit_code);

void AddFactsCommand(Command parent, int* exit_code);
void AddNamesCommand(Command parent, int* exit_code);
void AddScreenCommand(Command parent, int* exit_code);
void AddVetCommand(Command parent, int* exit_code);
void AddPostureCommand(Command parent, int* exit_code);

void AddReportCommand(Command parent, int* exit_code);
void AddShareExportCommand(Command parent, int* exit_code);
void AddShareImportCommand(Command parent, int* exit_code);
// Below `report`.
void AddReportStepCommand(Command parent, int* exit_code);
void AddReportVerifyCommand(Command parent, int* exit_code);

void AddListsShowCommand(Command parent, int* exit_code);

void AddRulesCheckCommand(Command parent, int* exit_code);
void AddRulesTestCommand(Command parent, int* exit_code);
void AddRulesListCommand(Command parent, int* exit_code);
void AddRulesExplainCommand(Command parent, int* exit_code);
void AddRulesDocCommand(Command parent, int* exit_code);

void AddMeasuresListCommand(Command parent, int* exit_code);
void AddMeasuresExplainCommand(Command parent, int* exit_code);
void AddMeasuresCheckCommand(Command parent, int* exit_code);
void AddMeasuresDocCommand(Command parent, int* exit_code);

}  // namespace sekisho
