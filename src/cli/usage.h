// What the user typed and the program does not know.
#pragma once

#include <CLI/App.hpp>

namespace sekisho {

// Prints what is wrong, the nearest command or option, and where help is, to standard error.
void PrintUsageError(const CLI::App& app, const CLI::ParseError& error);

}  // namespace sekisho
