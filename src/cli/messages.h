// What the program says besides its results.
#pragma once

#include <cstdio>
#include <string_view>
#include <vector>

#include "cli/exit_code.h"
#include "cli/terminal.h"
#include "core/status.h"

namespace sekisho {

// To standard error: "sekisho: error: <what, where, what to do>".
void PrintError(std::string_view message);
void PrintError(const Status& status);
// The end of a command: what it came to. Prints why it could not do its work.
ExitCode ExitCodeOf(const Status& done);
ExitCode ExitCodeOf(const StatusOr<ExitCode>& done);
void PrintWarning(std::string_view message);
// "sekisho: note: …": what a program that runs long has done.
void PrintNote(std::string_view message);

// "file:3:5: error[SK0123]: …" with its help line, in colour where `terminal` has it.
std::string FormatDiagnostic(const Diagnostic& diagnostic, const Terminal& terminal);

// To standard error, each as FormatDiagnostic has it.
void PrintDiagnostics(const std::vector<Diagnostic>& diagnostics);

// Writes all of `text` to standard output; kUnavailable when that is not possible (disk full).
Status PrintResult(std::string_view text);

}  // namespace sekisho
