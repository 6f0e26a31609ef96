#include <unistd.h>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>

#include "cli/clock.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "cli/screen_output.h"
#include "screening/dates.h"
#include "screening/load.h"

namespace sekisho {
namespace {

constexpr char kHelp[] =
    "Look a person or company up in sanctions and watch lists (OFAC CSV, UN XML, Japan's Ministry\n"
    "of Finance as CSV, OpenSanctions FtM). A name alone is never more than \"name only, low\";\n"
    "give what else you know.";

struct Arguments {
  std::string lists;
  std::string birth;
  ScreenQuery query;
  std::string exceptions;
  std::string entry;
  ScreenException exception;
  std::string format = "table";
  Language language = Language::kEnglish;
};

StatusOr<ScreenQuery> ReadQuery(const Arguments& arguments) {
  ScreenQuery query = arguments.query;
  if (arguments.birth.empty()) return query;
  query.birth = ReadBirthDate(arguments.birth);
  if (query.birth) return query;
  return InvalidInput("--birth-date: \"" + arguments.birth +
                      "\" is no date; write it as 1980-04-01, or 1980");
}

StatusOr<std::unique_ptr<Screener>> LoadScreener(const std::string& folder) {
  StatusOr<LoadedLists> loaded = LoadWatchLists(folder);
  if (!loaded.ok()) return loaded.status();
  for (const std::string& error : loaded->errors) PrintError(error);
  for (const std::string& name : loaded->unknown) {
    PrintWarning(name + " is no list that is known; it was not read");
  }
  for (const WatchList& list : loaded->lists) {
    if (list.problem_count == 0) continue;
    const ListProblem& first = list.problems.front();
    PrintWarning(list.name + ": " + std::to_string(list.problem_count) +
                 " things were left out; the first: " + first.file + ":" +
                 std::to_string(first.line) + ": " + first.reason);
  }
  if (loaded->lists.empty()) {
    return InvalidInput("there is no list in " + folder +
                        "; put OFAC's sdn.csv, alt.csv and add.csv or the UN's consolidated.xml "
                        "there (docs/screening.md)");
  }
  return std::make_unique<Screener>(std::move(loaded->lists));
}

// "ofac:12211".
StatusOr<std::pair<const WatchList*, const ListedEntry*>> FindEntry(const Screener& screener,
                                                                    const std::string& wanted) {
  const size_t colon = wanted.find(':');
  for (const WatchList& list : screener.lists()) {
    if (list.name != wanted.substr(0, colon)) continue;
    for (const ListedEntry& entry : list.entries) {
      if (colon != std::string::npos && entry.id == wanted.substr(colon + 1)) {
        return std::pair(&list, &entry);
      }
    }
  }
  return InvalidInput("--somebody-else: there is no entry " + wanted +
                      " in the lists; write it as LIST:ENTRY, such as ofac:12345");
}

Status Remember(const Arguments& arguments, const Screener& screener) {
  if (arguments.exceptions.empty()) {
    return InvalidInput("--somebody-else needs --exceptions FILE, where it is remembered");
  }
  const auto found = FindEntry(screener, arguments.entry);
  if (!found.ok()) return found.status();
  ScreenException exception = arguments.exception;
  exception.list = found->first->name;
  exception.entry = found->second->id;
  exception.fingerprint = FingerprintOf(*found->second);
  exception.name = arguments.query.name;
  return ScreenExceptions::Append(arguments.exceptions, exception);
}

Status Run(const Arguments& arguments) {
  const StatusOr<ScreenQuery> query = ReadQuery(arguments);
  if (!query.ok()) return query.status();
  const StatusOr<std::unique_ptr<Screener>> screener = LoadScreener(arguments.lists);
  if (!screener.ok()) return screener.status();
  if (!arguments.entry.empty()) {
    if (Status status = Remember(arguments, **screener); !status.ok()) return status;
  }
  ScreenExceptions exceptions;
  if (!arguments.exceptions.empty()) {
    StatusOr<ScreenExceptions> read = ScreenExceptions::Read(arguments.exceptions);
    if (!read.ok()) return read.status();
    exceptions = *std::move(read);
  }
  Screener::Scratch scratch;
  const std::string today = Today();
  std::vector<ShownHit> shown;
  for (ScreenHit& hit : (*screener)->Screen(*query, {}, &scratch)) {
    const WatchList& list = (*screener)->lists()[hit.list];
    const ListedEntry& entry = (*screener)->entry(hit);
    shown.push_back({std::move(hit), exceptions.Find(query->name, list, entry, today)});
  }
  if (arguments.format == "ndjson") return PrintResult(ScreenLines(**screener, query->name, shown));
  return PrintResult(ScreenPage(**screener, query->name, shown, InspectTerminal(STDOUT_FILENO),
                                arguments.language));
}

void AddExceptionOptions(CLI::App* command, Arguments* arguments) {
  command
      ->add_option("--exceptions", arguments->exceptions,
                   "CSV of hits that somebody has found to be other people")
      ->option_text("FILE");
  CLI::Option* const entry =
      command
          ->add_option("--somebody-else", arguments->entry,
                       "Remember in --exceptions that NAME is not this entry")
          ->option_text("LIST:ENTRY");
  command->add_option("--who", arguments->exception.who, "… who has found that out")
      ->option_text("PERSON")
      ->needs(entry);
  command->add_option("--why", arguments->exception.why, "… from what")
      ->option_text("TEXT")
      ->needs(entry);
  command->add_option("--until", arguments->exception.until, "… and the last day on which it holds")
      ->option_text("DAY")
      ->needs(entry);
}

}  // namespace

void AddScreenCommand(CLI::App* parent, int* exit_code) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* const command = parent->add_subcommand("screen", kHelp);
  command->add_option("NAME", arguments->query.name, "The name")->option_text(" ")->required();
  command->add_option("--lists", arguments->lists, "The folder with the files of the lists")
      ->option_text("DIR")
      ->required();
  command->add_option("--birth-date", arguments->birth, "1980-04-01, or a year")
      ->option_text("DATE");
  AddRepeated(command, "--document", &arguments->query.documents, "Number of a document");
  AddRepeated(command, "--address", &arguments->query.addresses, "Postal address");
  AddRepeated(command, "--wallet", &arguments->query.wallets, "Address of a wallet");
  AddExceptionOptions(command, arguments.get());
  command->add_option("--format", arguments->format, "table (for people) or ndjson (for programs)")
      ->check(CLI::IsMember({"table", "ndjson"}))
      ->option_text("FORMAT");
  AddLanguageOption(command, &arguments->language);
  command->callback([arguments, exit_code] {
    const Status status = Run(*arguments);
    if (!status.ok()) PrintError(status);
    *exit_code = status.ok() ? kDone : kFailed;
  });
}

}  // namespace sekisho
