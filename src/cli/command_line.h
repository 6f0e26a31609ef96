// What the user may type: commands, their options and values. A door to CLI11, which is all inline
// code and costs seconds in each file that includes it: only command_line.cc does. What is not said
// here is as in https://cliutils.github.io/CLI11/book/.
//
// A CommandLine owns all of it. Command and Option are handles to copy freely; they, and the values
// that options are bound to, are used until Parse returns. All of it belongs to one thread. A
// description that contradicts itself (a name given twice) throws before anything is parsed.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "cli/exit_code.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace sekisho {

// An option (--lists) or a positional argument (FILE). Each function returns the option itself.
class Option {
 public:
  explicit Option(CLI::Option* option) : option_(option) {}

  Option Required() const;
  // What the help shows in place of the type of the value.
  Option OptionText(const std::string& text) const;
  Option Expected(int values) const;
  Option IsMember(const std::vector<std::string>& values) const;
  // T: uint32_t, uint64_t or int64_t; `min` and `max` are allowed.
  template <typename T>
  Option Range(T min, T max) const;
  // `check` returns what is wrong with a value, or nothing.
  Option Check(const std::function<std::string(const std::string&)>& check) const;
  Option Needs(Option other) const;
  Option Excludes(Option other) const;

 private:
  CLI::Option* option_;
};

// The program, or a command of it.
class Command {
 public:
  explicit Command(CLI::App* app) : app_(app) {}

  Command AddSubcommand(const std::string& name, const std::string& help) const;
  void RequireSubcommand(size_t min, size_t max) const;
  // Did the user choose a command below this one?
  bool HasChosenSubcommand() const;

  // `value` keeps what it holds when the user does not give the option.
  // T: std::string, std::vector<std::string>, uint32_t, uint64_t or int64_t.
  template <typename T>
  Option AddOption(const std::string& name, T* value, const std::string& help) const;
  // `on_value` is called with the value, once it is checked.
  Option AddOption(const std::string& name, const std::function<void(const std::string&)>& on_value,
                   const std::string& help) const;
  // Takes one value each time it is given ("--set a=1 --set b=2").
  Option AddRepeated(const std::string& name, std::vector<std::string>* values,
                     const std::string& help) const;
  Option AddFlag(const std::string& name, bool* value, const std::string& help) const;

  // The end of the help. Commands that are added later have it too, unless they set their own.
  void Footer(const std::string& text) const;
  // Called by Parse when the user chose this command and all that was typed is right.
  void Callback(std::function<void()> callback) const;

 private:
  CLI::App* app_;
};

class CommandLine {
 public:
  // `version` is what --version prints. One command is required.
  CommandLine(const std::string& name, const std::string& description, const std::string& version);
  ~CommandLine();
  CommandLine(const CommandLine&) = delete;
  CommandLine& operator=(const CommandLine&) = delete;

  Command root() const { return Command(app_.get()); }

  // Calls the chosen command, or prints what --help and --version ask for: kDone. Otherwise prints
  // what is wrong, the nearest command or option, and where help is, to standard error: kUsage.
  // Without any argument that is the help itself. Exceptions of a command pass through.
  ExitCode Parse(int argc, char** argv);

 private:
  std::unique_ptr<CLI::App> app_;
};

}  // namespace sekisho
