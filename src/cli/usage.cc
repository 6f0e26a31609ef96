#include "cli/usage.h"

#include <string>
#include <string_view>
#include <vector>

#include "cli/messages.h"
#include "core/suggestion.h"

namespace sekisho {
namespace {

// The command that parsing came to: "sekisho rules check" → check.
const CLI::App* Deepest(const CLI::App* app) {
  while (true) {
    const std::vector<CLI::App*> chosen = app->get_subcommands();
    if (chosen.empty()) return app;
    app = chosen.front();
  }
}

std::string FullName(const CLI::App* app) {
  const CLI::App* const parent = app->get_parent();
  return parent == nullptr ? app->get_name() : FullName(parent) + " " + app->get_name();
}

std::vector<std::string> CommandNames(const CLI::App* app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app->get_subcommands({})) names.push_back(command->get_name());
  return names;
}

std::vector<std::string> OptionNames(const CLI::App* app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app->get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

std::vector<std::string_view> Views(const std::vector<std::string>& names) {
  return {names.begin(), names.end()};
}

std::string Describe(const CLI::App* command, const CLI::ParseError& error) {
  const std::vector<std::string> left = command->remaining();
  const std::vector<std::string> commands = CommandNames(command);
  if (left.empty()) {
    if (commands.empty()) return error.what();
    return "which command? " + FullName(command) + " " + Enumerate(Views(commands));
  }
  const std::string& first = left.front();
  const bool is_option = first.starts_with("-");
  std::string text;
  if (is_option) {
    text = "there is no option " + first;
  } else if (!commands.empty()) {
    text = "there is no command \"" + first + "\"";
  } else {
    text = "nothing is expected at \"" + first + "\"";
  }
  const std::vector<std::string> names = is_option ? OptionNames(command) : commands;
  const std::string name = first.substr(0, first.find('='));
  if (const std::string hint = DidYouMean(name, Views(names)); !hint.empty()) text += "; " + hint;
  return text;
}

}  // namespace

void PrintUsageError(const CLI::App& app, const CLI::ParseError& error) {
  const CLI::App* const command = Deepest(&app);
  PrintError(Describe(command, error) + "\n         `" + FullName(command) +
             " --help` shows what is possible");
}

}  // namespace sekisho
