#include "cli/command_line.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <cstdint>
#include <cstdio>
#include <string_view>
#include <utility>

#include "cli/messages.h"
#include "core/suggestion.h"

namespace sekisho {
namespace {

constexpr size_t kNamesColumns = 25;  // of the help

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
    // A bad value of an option is no missing command.
    if (commands.empty() || error.get_name() != "RequiredError") return error.what();
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

void PrintUsageError(const CLI::App& app, const CLI::ParseError& error) {
  const CLI::App* const command = Deepest(&app);
  PrintError(Describe(command, error) + "\n         `" + FullName(command) +
             " --help` shows what is possible");
}

}  // namespace

Option Option::Required() const { return Option(option_->required()); }

Option Option::OptionText(const std::string& text) const {
  return Option(option_->option_text(text));
}

Option Option::Expected(int values) const { return Option(option_->expected(values)); }

Option Option::IsMember(const std::vector<std::string>& values) const {
  return Option(option_->check(CLI::IsMember(values)));
}

template <typename T>
Option Option::Range(T min, T max) const {
  return Option(option_->check(CLI::Range(min, max)));
}

template Option Option::Range(uint32_t, uint32_t) const;
template Option Option::Range(uint64_t, uint64_t) const;
template Option Option::Range(int64_t, int64_t) const;

Option Option::Check(const std::function<std::string(const std::string&)>& check) const {
  return Option(option_->check(check));
}

Option Option::Needs(Option other) const { return Option(option_->needs(other.option_)); }

Option Option::Excludes(Option other) const { return Option(option_->excludes(other.option_)); }

Command Command::AddSubcommand(const std::string& name, const std::string& help) const {
  return Command(app_->add_subcommand(name, help));
}

void Command::RequireSubcommand(size_t min, size_t max) const {
  app_->require_subcommand(min, max);
}

bool Command::HasChosenSubcommand() const { return !app_->get_subcommands().empty(); }

template <typename T>
Option Command::AddOption(const std::string& name, T* value, const std::string& help) const {
  return Option(app_->add_option(name, *value, help));
}

using Strings = std::vector<std::string>;
template Option Command::AddOption(const std::string&, std::string*, const std::string&) const;
template Option Command::AddOption(const std::string&, Strings*, const std::string&) const;
template Option Command::AddOption(const std::string&, uint32_t*, const std::string&) const;
template Option Command::AddOption(const std::string&, uint64_t*, const std::string&) const;
template Option Command::AddOption(const std::string&, int64_t*, const std::string&) const;

Option Command::AddOption(const std::string& name,
                          const std::function<void(const std::string&)>& on_value,
                          const std::string& help) const {
  return Option(app_->add_option_function<std::string>(name, on_value, help));
}

Option Command::AddRepeated(const std::string& name, std::vector<std::string>* values,
                            const std::string& help) const {
  return Option(app_->add_option(name, *values, help)->allow_extra_args(false));
}

Option Command::AddFlag(const std::string& name, bool* value, const std::string& help) const {
  return Option(app_->add_flag(name, *value, help));
}

void Command::Footer(const std::string& text) const { app_->footer(text); }

void Command::Callback(std::function<void()> callback) const {
  app_->callback(std::move(callback));
}

CommandLine::CommandLine(const std::string& name, const std::string& description,
                         const std::string& version)
    : app_(std::make_unique<CLI::App>(description, name)) {
  app_->set_version_flag("--version", version);
  app_->require_subcommand(1);
  app_->get_formatter()->column_width(kNamesColumns);
}

CommandLine::~CommandLine() = default;

ExitCode CommandLine::Parse(int argc, char** argv) {
  if (argc <= 1) {
    std::fputs(app_->help().c_str(), stderr);
    return kUsage;
  }
  try {
    app_->parse(argc, argv);
  } catch (const CLI::Success& success) {  // --help, --version
    app_->exit(success);
  } catch (const CLI::ParseError& error) {
    PrintUsageError(*app_, error);
    return kUsage;
  }
  return kDone;
}

}  // namespace sekisho
