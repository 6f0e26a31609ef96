#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <set>

#include "absl/strings/str_join.h"
#include "cli/clock.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/list_loading.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "cli/table.h"
#include "cli/text_width.h"
#include "cli/words.h"
#include "core/json_writer.h"
#include "core/time.h"
#include "screening/load.h"
#include "service/list_gaps.h"

namespace sekisho {
namespace {

constexpr size_t kHashShown = 12;  // digits

struct Arguments {
  std::string folder;
  RuleChoice rules;
  std::string format = "table";
  Language language = Language::kEnglish;
};

using Readers = std::map<ListPart, std::set<std::string>>;

// By part: the indicators for which it is of use.
Readers ReadersOf(const RuleSet& rules) {
  Readers readers;
  for (const auto& [part, indicators] : PartsOfUse(rules)) {
    for (const size_t indicator : indicators) {
      readers[part].insert(rules.indicators[indicator].id);
    }
  }
  return readers;
}

// What stands in the lists that names are looked up in: who reads them knows, the set does not.
// Says what is wrong with them to standard error, and clears `*whole` then.
Status AddWatchLists(const std::string& folder, std::vector<ListInfo>* lists, bool* whole) {
  const auto is_watch = [](const ListInfo& list) { return IsWatchList(list.spec.kind); };
  if (std::none_of(lists->begin(), lists->end(), is_watch)) return absl::OkStatus();
  const StatusOr<LoadedLists> loaded = LoadWatchLists(folder);
  if (!loaded.ok()) return loaded.status();
  std::map<std::string, const WatchFile*> files;
  for (const WatchList& list : loaded->lists) {
    for (const WatchFile& file : list.files) files.emplace(file.name, &file);
  }
  std::vector<Diagnostic> diagnostics = loaded->diagnostics;
  for (ListInfo& list : *lists) {
    const auto found = files.find(list.spec.file);
    if (!is_watch(list) || found == files.end()) continue;
    if (!list.loaded) {
      // That has been said.
      const std::string path = (std::filesystem::path(folder) / list.spec.file).string();
      std::erase_if(diagnostics, [&](const Diagnostic& one) { return one.place.file == path; });
    }
    list.entries = found->second->entries;
    list.refused = found->second->left_out;
    list.loaded = list.loaded && !found->second->damage;
  }
  // Of lists.yml everything has been said.
  std::erase_if(diagnostics,
                [](const Diagnostic& one) { return one.code < CodeText(Sk::kWatchList); });
  PrintDiagnostics(diagnostics);
  for (const Diagnostic& one : diagnostics) *whole = *whole && one.severity != Severity::kError;
  return absl::OkStatus();
}

class ListsPage {
 public:
  // `shown`: the lists of the set, with what stands in watch lists.
  ListsPage(const ListSet& lists, std::vector<ListInfo> shown, const RuleSet& rules,
            const std::string& today, Language language)
      : lists_(lists),
        shown_(std::move(shown)),
        rules_(rules),
        readers_(ReadersOf(rules)),
        today_ms_(DayStartMs(today).value_or(0)),
        language_(language) {}

  std::string Text(const Terminal& terminal) const {
    Table table({{Say({"list", "リスト", "목록"})},
                 {Say({"kind", "種類", "종류"})},
                 {Say({"published", "発行日", "발행일"})},
                 {Say({"age (days)", "経過日数", "지난 날수"}), true},
                 {Say({"entries", "件数", "건수"}), true},
                 {"SHA-256"},
                 {Say({"state", "状態", "상태"})}});
    for (const ListInfo& list : shown_) {
      table.AddRow({Printable(list.spec.file), Kind(list.spec), list.spec.published,
                    std::to_string(AgeDays(list)), GroupedNumber(list.entries),
                    list.sha256.substr(0, kHashShown), StateWord(list)});
    }
    std::string text = table.Render(terminal, 0) + "\n";
    for (const ListInfo& list : shown_) {
      text += WrapIndented(
          Printable(list.spec.file + ": " + list.spec.source + "; " + list.spec.licence + "; ") +
              ReadersText(list),
          terminal.columns, 0);
    }
    return text + MissingText(terminal);
  }

  std::string Json() const {
    std::string text;
    JsonWriter json(&text);
    json.BeginObject().Key("lists").BeginArray();
    for (const ListInfo& list : shown_) WriteList(list, &json);
    json.EndArray().Key("missing").BeginArray();
    for (const auto& [part, codes] : Missing()) {
      json.BeginObject().Key("part").Text(ListPartName(part)).Key("indicators").BeginArray();
      for (const std::string& code : codes) json.Text(code);
      json.EndArray().EndObject();
    }
    json.EndArray().EndObject();
    return text + "\n";
  }

 private:
  std::string Say(const Phrase& phrase) const { return std::string(phrase.In(language_)); }

  static std::string Kind(const ListSpec& spec) {
    std::string kind(ListKindName(spec.kind));
    if (!spec.list_class.empty()) kind += " " + spec.list_class;
    return kind;
  }

  int64_t AgeDays(const ListInfo& list) const {
    return (today_ms_ - DayStartMs(list.spec.published).value_or(today_ms_)) / kDayMs;
  }

  bool IsStale(const ListInfo& list) const { return today_ms_ >= list.spec.ExpiresMs(); }

  std::string_view State(const ListInfo& list) const {
    if (!list.loaded) return "missing";
    if (IsStale(list)) return "stale";
    return IsAhead(list.spec, today_ms_) ? "ahead" : "good";
  }

  std::string StateWord(const ListInfo& list) const {
    const std::string_view state = State(list);
    if (state == "missing") return Say({"missing", "なし", "없음"});
    if (state == "stale") return Say({"stale", "期限切れ", "기한 지남"});
    if (state == "ahead") return Say({"dated ahead", "発行日が未来", "발행일이 미래"});
    return list.refused == 0
               ? Say({"good", "良好", "양호"})
               : Counted(list.refused, {"$0 line left out", "$0 行を除外", "$0줄 제외"},
                         {"$0 lines left out", "$0 行を除外", "$0줄 제외"}, language_);
  }

  std::set<std::string> IndicatorsOf(const ListInfo& list) const {
    std::set<std::string> codes;
    // Nobody knows what a list brings that could not be read; exceptions bring nothing themselves.
    const ListParts parts = list.parts.empty() ? list.spec.UsualParts() : list.parts;
    if (IsWatchList(list.spec.kind)) codes.insert("screen");
    for (const ListPart part : parts.All()) {
      if (const auto found = readers_.find(part); found != readers_.end()) {
        codes.insert(found->second.begin(), found->second.end());
      }
    }
    return codes;
  }

  std::string ReadersText(const ListInfo& list) const {
    const std::set<std::string> codes = IndicatorsOf(list);
    if (codes.empty()) {
      return Say({"no indicator needs it", "必要とする指標なし", "필요로 하는 지표 없음"});
    }
    return Say({"needed by ", "利用する指標 ", "쓰는 지표 "}) + absl::StrJoin(codes, " ");
  }

  // What indicators would read and no list brings today, or not every one that should.
  Readers Missing() const {
    Readers missing = readers_;
    for (const ListPart part : lists_.WholeAt(today_ms_).All()) missing.erase(part);
    return missing;
  }

  std::string MissingText(const Terminal& terminal) const {
    std::set<std::string> silent;
    for (const ListGap& gap : FindListGaps(rules_, &lists_, today_ms_)) {
      if (const auto indicator = rules_.rules[gap.rule].indicator) {
        silent.insert(rules_.indicators[*indicator].id);
      }
    }
    std::string text;
    for (const auto& [part, codes] : Missing()) {
      text += WrapIndented(Say({"missing or stale: ", "なし・期限切れ: ", "없거나 기한 지남: "}) +
                               Say(ListPartPhrase(part)) + " (" + absl::StrJoin(codes, " ") + ")",
                           terminal.columns, 0);
    }
    if (!silent.empty()) {
      text += WrapIndented(
          Say({"not evaluated, or in part: ", "未判定または一部のみ: ", "미판정 또는 일부만: "}) +
              absl::StrJoin(silent, " "),
          terminal.columns, 0);
    }
    return text.empty() ? text : "\n" + text;
  }

  void WriteList(const ListInfo& list, JsonWriter* json) const {
    const ListSpec& spec = list.spec;
    json->BeginObject().Key("file").Text(spec.file).Key("kind").Text(ListKindName(spec.kind));
    if (!spec.list_class.empty()) json->Key("class").Text(spec.list_class);
    json->Key("source").Text(spec.source).Key("published").Text(spec.published);
    json->Key("licence").Text(spec.licence).Key("age_days").Integer(AgeDays(list));
    if (spec.stale_after_days > 0) json->Key("stale_after_days").Integer(spec.stale_after_days);
    json->Key("state").Text(State(list)).Key("sha256").Text(list.sha256);
    json->Key("bytes").Count(list.bytes).Key("entries").Count(list.entries);
    json->Key("lines_left_out").Count(list.refused).Key("brings").BeginArray();
    for (const ListPart part : list.parts.All()) json->Text(ListPartName(part));
    json->EndArray().Key("needed_by").BeginArray();
    for (const std::string& code : IndicatorsOf(list)) json->Text(code);
    json->EndArray().EndObject();
  }

  const ListSet& lists_;
  const std::vector<ListInfo> shown_;
  const RuleSet& rules_;
  const Readers readers_;
  const int64_t today_ms_;
  const Language language_;
};

StatusOr<ExitCode> Run(const Arguments& arguments) {
  bool whole = true;
  const StatusOr<std::shared_ptr<const ListSet>> lists = LoadSoundLists(arguments.folder, &whole);
  if (!lists.ok()) return lists.status();
  const StatusOr<LoadResult> loaded = LoadSoundRules(arguments.rules);
  if (!loaded.ok()) return loaded.status();
  std::vector<ListInfo> shown = (*lists)->lists();
  if (Status status = AddWatchLists(arguments.folder, &shown, &whole); !status.ok()) return status;
  const ListsPage page(**lists, std::move(shown), loaded->rules, Today(), arguments.language);
  const std::string text =
      arguments.format == "json" ? page.Json() : page.Text(InspectTerminal(STDOUT_FILENO));
  if (Status status = PrintResult(text); !status.ok()) return status;
  return whole ? kDone : kFailed;
}

}  // namespace

void AddListsShowCommand(Command parent, int* exit_code) {
  const auto arguments = std::make_shared<Arguments>();
  const Command command =
      parent.AddSubcommand("show", "Show the lists of a folder, their age and who needs them");
  command.AddOption("DIR", &arguments->folder, "The folder of a lists.yml")
      .Required()
      .OptionText("");
  command.AddOption("--format", &arguments->format, "table or json")
      .IsMember({"table", "json"})
      .OptionText("table|json");
  AddRuleOptions(command, &arguments->rules);
  AddLanguageOption(command, &arguments->language);
  command.Footer(
      "Exit status 1 when a list, or a part of one, cannot be read. docs/lists.md describes "
      "lists.yml.\n\n"
      "Example:\n"
      "  sekisho lists show examples/lists");
  command.Callback([arguments, exit_code] { *exit_code = ExitCodeOf(Run(*arguments)); });
}

}  // namespace sekisho
