#include <unistd.h>

#include <algorithm>
#include <limits>
#include <memory>

#include "cli/clock.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "cli/screen_output.h"
#include "core/text.h"
#include "lists/list_spec.h"
#include "screening/batch.h"
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
  std::string batch;
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
  PrintDiagnostics(loaded->diagnostics);
  if (loaded->lists.empty()) {
    return InvalidInput("there is no list in " + folder +
                        "; put OFAC's sdn.csv, alt.csv and add.csv or the UN's consolidated.xml "
                        "there (docs/screening.md)");
  }
  return std::make_unique<Screener>(std::move(loaded->lists));
}

// The hit of the query on "ofac:12211".
StatusOr<ScreenHit> FindHit(const Screener& screener, const ScreenQuery& query,
                            const std::string& wanted) {
  const size_t colon = wanted.find(':');
  const auto is_wanted = [&](const WatchList& list, const ListedEntry& entry) {
    return colon != std::string::npos && list.name == wanted.substr(0, colon) &&
           entry.id == wanted.substr(colon + 1);
  };
  ScreenOptions options;
  options.hits_max = std::numeric_limits<size_t>::max();
  Screener::Scratch scratch;
  for (ScreenHit& hit : screener.Screen(query, options, &scratch)) {
    if (is_wanted(screener.lists()[hit.list], screener.entry(hit))) return std::move(hit);
  }
  for (const WatchList& list : screener.lists()) {
    for (const ListedEntry& entry : list.entries) {
      if (!is_wanted(list, entry)) continue;
      return InvalidInput("--somebody-else: \"" + query.name + "\" has no hit on " + wanted + " (" +
                          entry.names[0].text +
                          "), so there is nothing to except; look it up without this option first");
    }
  }
  return InvalidInput("--somebody-else: there is no entry " + wanted +
                      " in the lists; write it as LIST:ENTRY, such as ofac:12345");
}

Status Remember(const Arguments& arguments, const ScreenQuery& query, const Screener& screener) {
  if (arguments.exceptions.empty()) {
    return InvalidInput("--somebody-else needs --exceptions FILE, where it is remembered");
  }
  const StatusOr<ScreenHit> hit = FindHit(screener, query, arguments.entry);
  if (!hit.ok()) return hit.status();
  ScreenException exception = arguments.exception;
  exception.list = screener.lists()[hit->list].name;
  exception.entry = screener.entry(*hit).id;
  exception.fingerprint = FingerprintOf(screener.entry(*hit));
  exception.name = query.name;
  exception.level = hit->level;
  return ScreenExceptions::Append(arguments.exceptions, exception, Today());
}

StatusOr<ScreenExceptions> ReadExceptions(const Arguments& arguments) {
  if (arguments.exceptions.empty()) return ScreenExceptions();
  return ScreenExceptions::Read(arguments.exceptions);
}

// What all look-ups of one run share.
class LookUp {
 public:
  LookUp(const Screener& screener, const ScreenExceptions& exceptions)
      : screener_(screener),
        exceptions_(exceptions),
        today_(Today()),
        today_ms_(DayStartMs(today_).value_or(0)) {}

  int64_t today_ms() const { return today_ms_; }

  // Done only when every list was looked through as a whole and none is stale.
  ExitCode exit_code() const {
    const std::vector<WatchList>& lists = screener_.lists();
    const bool all = std::all_of(lists.begin(), lists.end(), [&](const WatchList& list) {
      return list.StateAt(today_ms_) == WatchState::kGood;
    });
    return all ? kDone : kPartly;
  }

  std::vector<ShownHit> Find(const ScreenQuery& query) {
    std::vector<ShownHit> shown;
    for (ScreenHit& hit : screener_.Screen(query, {}, &scratch_)) {
      const WatchList& list = screener_.lists()[hit.list];
      const ListedEntry& entry = screener_.entry(hit);
      shown.push_back({std::move(hit), ExceptionMatch()});
      shown.back().exception =
          exceptions_.Find(query.name, list, entry, shown.back().hit.level, today_);
    }
    return shown;
  }

 private:
  const Screener& screener_;
  const ScreenExceptions& exceptions_;
  const std::string today_;
  const int64_t today_ms_;
  Screener::Scratch scratch_;
};

// Prints what is found as it comes, so that a file of any size can be looked up.
Status RunBatch(const Arguments& arguments, const Screener& screener, LookUp* look_up) {
  const bool lines = arguments.format == "ndjson";
  const Terminal terminal = InspectTerminal(STDOUT_FILENO);
  uint64_t with_hits = 0;
  Status status;
  const auto report = ReadScreenBatch(arguments.batch, [&](const ScreenRow& row) {
    if (!status.ok()) return;
    const std::vector<ShownHit> hits = look_up->Find(row.query);
    if (hits.empty()) return;
    ++with_hits;
    status = PrintResult(lines ? ScreenLines(screener, row.query.name, &row, hits)
                               : ScreenSection(screener, row, hits, terminal, arguments.language));
  });
  if (!report.ok()) return report.status();
  if (!status.ok()) return status;
  status = PrintResult(lines ? ScreenListLines(screener, look_up->today_ms())
                             : ScreenBatchSummary(screener, *report, with_hits, look_up->today_ms(),
                                                  terminal, arguments.language));
  if (report->refused > 0) {
    PrintWarning(std::to_string(report->refused) +
                 " rows were not looked up; the first: " + report->first_refused);
  }
  if (!report->source_errors.empty()) return InvalidInput(report->source_errors.front());
  return status;
}

// Why the choice of arguments is no use; empty when it is. What is said about one person is said in
// a column of the file when there are many.
std::string_view CheckChoice(const Arguments& arguments) {
  const ScreenQuery& query = arguments.query;
  if (arguments.batch.empty()) {
    if (!LettersAndDigits(query.name, TextCase::kKept).empty()) return "";
    return query.name.empty() ? "screen: give a NAME, or --batch FILE with many of them"
                              : "screen: the NAME has no letter; give the name of a person or "
                                "company, or --batch FILE with many of them";
  }
  const bool about_one = !query.name.empty() || !arguments.birth.empty() ||
                         !query.documents.empty() || !query.addresses.empty() ||
                         !query.wallets.empty() || !arguments.entry.empty();
  if (!about_one) return "";
  return "screen: --batch takes names and identifiers from the columns of its file (name, "
         "birth_date, document, address, wallet), none from the command line";
}

Status RunOne(const Arguments& arguments, const Screener& screener, const ScreenQuery& query,
              LookUp* look_up) {
  const std::vector<ShownHit> shown = look_up->Find(query);
  if (arguments.format == "ndjson") {
    return PrintResult(ScreenLines(screener, query.name, nullptr, shown) +
                       ScreenListLines(screener, look_up->today_ms()));
  }
  return PrintResult(ScreenPage(screener, query.name, shown, look_up->today_ms(),
                                InspectTerminal(STDOUT_FILENO), arguments.language));
}

StatusOr<ExitCode> Run(const Arguments& arguments) {
  const StatusOr<ScreenQuery> query = ReadQuery(arguments);
  if (!query.ok()) return query.status();
  const StatusOr<std::unique_ptr<Screener>> screener = LoadScreener(arguments.lists);
  if (!screener.ok()) return screener.status();
  if (!arguments.entry.empty()) {
    if (Status status = Remember(arguments, *query, **screener); !status.ok()) return status;
  }
  const StatusOr<ScreenExceptions> exceptions = ReadExceptions(arguments);
  if (!exceptions.ok()) return exceptions.status();
  LookUp look_up(**screener, *exceptions);
  Status status = arguments.batch.empty() ? RunOne(arguments, **screener, *query, &look_up)
                                          : RunBatch(arguments, **screener, &look_up);
  if (!status.ok()) return status;
  return look_up.exit_code();
}

void AddExceptionOptions(Command command, Arguments* arguments) {
  command
      .AddOption("--exceptions", &arguments->exceptions,
                 "CSV of hits that somebody has found to be other people")
      .OptionText("FILE");
  const Option entry = command
                           .AddOption("--somebody-else", &arguments->entry,
                                      "Remember in --exceptions that NAME is not this entry")
                           .OptionText("LIST:ENTRY");
  command.AddOption("--who", &arguments->exception.who, "… who has found that out")
      .OptionText("PERSON")
      .Needs(entry);
  command.AddOption("--why", &arguments->exception.why, "… from what")
      .OptionText("TEXT")
      .Needs(entry);
  command.AddOption("--until", &arguments->exception.until, "… and the last day on which it holds")
      .OptionText("DAY")
      .Needs(entry);
}

}  // namespace

void AddScreenCommand(Command parent, int* exit_code) {
  const auto arguments = std::make_shared<Arguments>();
  const Command command = parent.AddSubcommand("screen", kHelp);
  command.AddOption("NAME", &arguments->query.name, "The name").OptionText(" ");
  command
      .AddOption("--batch", &arguments->batch,
                 "CSV of many: name, and any of id, birth_date, document, address, wallet")
      .OptionText("FILE");
  command.AddOption("--lists", &arguments->lists, "The folder with the files of the lists")
      .OptionText("DIR")
      .Required();
  command.AddOption("--birth-date", &arguments->birth, "1980-04-01, or a year").OptionText("DATE");
  command.AddRepeated("--document", &arguments->query.documents, "Number of a document");
  command.AddRepeated("--address", &arguments->query.addresses, "Postal address");
  command.AddRepeated("--wallet", &arguments->query.wallets, "Address of a wallet");
  AddExceptionOptions(command, arguments.get());
  command.AddOption("--format", &arguments->format, "table (for people) or ndjson (for programs)")
      .IsMember({"table", "ndjson"})
      .OptionText("FORMAT");
  AddLanguageOption(command, &arguments->language);
  command.Footer(
      "Exit status 4 when a list was not looked through, or only in part, or is stale: that "
      "nothing "
      "is found then says less than it seems.\n\n"
      "Examples:\n"
      "  sekisho screen --lists DIR \"Ohno Taro\"\n"
      "  sekisho screen --lists DIR --batch names.csv");
  command.Callback([arguments, exit_code] {
    if (const std::string_view mistake = CheckChoice(*arguments); !mistake.empty()) {
      PrintError(std::string(mistake));
      *exit_code = kUsage;
      return;
    }
    *exit_code = ExitCodeOf(Run(*arguments));
  });
}

}  // namespace sekisho
