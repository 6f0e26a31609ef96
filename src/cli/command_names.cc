#include <charconv>
#include <cstdio>
#include <memory>

#include "absl/strings/substitute.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "service/name_pairs.h"

namespace sekisho {
namespace {

constexpr char kHelp[] =
    "Compare two names: do they belong to one person or company? It compares how names are\n"
    "written, in Latin letters, kana, kanji, hangul and other writings; it says nothing about one\n"
    "name alone.";

struct Arguments {
  std::vector<std::string> names;
  std::string pairs;
  Language language = Language::kEnglish;
};

// Three decimals.
std::string Decimals(double number) {
  char text[16];
  const auto end = std::to_chars(text, text + sizeof text, number, std::chars_format::fixed, 3);
  return {text, end.ptr};
}

// Wrong use when there is nothing in a name.
int CompareTwo(const Arguments& arguments) {
  const NameMatch match = MatchNames(arguments.names[0], arguments.names[1]);
  if (!match.comparable) {
    PrintError("names: there is nothing to compare: each name needs a letter or a character");
    return kUsage;
  }
  const Status status =
      PrintResult(Decimals(match.score) + "  " + std::string(NameOutcomeWord(match)) + "  " +
                  ExplainNameMatch(match, arguments.language) + "\n");
  return ExitCodeOf(status);
}

void AppendCell(std::string_view text, std::string* out) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    *out += text;
    return;
  }
  out->push_back('"');
  for (const char c : text) {
    if (c == '"') out->push_back('"');
    out->push_back(c);
  }
  out->push_back('"');
}

// Writes a line for each pair as it comes.
class PairPrinter {
 public:
  explicit PairPrinter(Language language) : language_(language) {}

  void Add(const NamePair& pair) {
    AppendCell(pair.name1, &text_);
    text_.push_back(',');
    AppendCell(pair.name2, &text_);
    text_.push_back(',');
    if (pair.is_match) text_ += *pair.is_match ? "true" : "false";
    char score[16];
    const auto end =
        std::to_chars(score, score + sizeof score, pair.match->score, std::chars_format::fixed, 3);
    text_.push_back(',');
    text_.append(score, end.ptr);
    text_.push_back(',');
    text_ += NameOutcomeWord(*pair.match);
    text_.push_back(',');
    explanation_.clear();
    AppendNameExplanation(*pair.match, language_, &explanation_);
    AppendCell(explanation_, &text_);
    text_.push_back('\n');
    if (text_.size() >= kPortionBytes) Write();
  }

  // Writes what is left. The first error of all writes.
  Status Finish() {
    Write();
    return status_;
  }

 private:
  void Write() {
    if (status_.ok()) status_ = PrintResult(text_);
    text_.clear();
  }

  static constexpr size_t kPortionBytes = 1 << 18;

  const Language language_;
  std::string text_ = "name1,name2,is_match,score,outcome,explanation\n";
  std::string explanation_;
  Status status_;
};

std::string FiguresLine(const NameFigures& figures, const Phrase& what, Language language) {
  const std::string threshold = Decimals(figures.threshold);
  const std::string precision = Decimals(figures.Precision());
  const std::string recall = Decimals(figures.Recall());
  const std::string f1 = Decimals(figures.F1());
  return absl::Substitute(ToAbsl(what.In(language)), threshold, precision, recall, f1) + "\n";
}

std::string Summary(const NamePairsReport& report, Language language) {
  if (report.labelled == 0) return "";
  const NameFigures& best = report.best;
  const Phrase counts = {"$0 labelled pairs: $1 matches, $2 not",
                         "ラベル付きの組 $0: 一致 $1、不一致 $2",
                         "표시된 쌍 $0: 일치 $1, 불일치 $2"};
  return "\n" +
         absl::Substitute(ToAbsl(counts.In(language)), report.labelled, best.found + best.missed,
                          best.wrong + best.rejected) +
         "\n" +
         FiguresLine(report.at_default,
                     {"threshold $0: precision $1, recall $2, F1 $3",
                      "しきい値 $0: 適合率 (precision) $1、再現率 (recall) $2、F1 $3",
                      "임계값 $0: 정밀도(precision) $1, 재현율(recall) $2, F1 $3"},
                     language) +
         FiguresLine(best,
                     {"best threshold $0: precision $1, recall $2, F1 $3",
                      "最良のしきい値 $0: 適合率 (precision) $1、再現率 (recall) $2、F1 $3",
                      "최적 임계값 $0: 정밀도(precision) $1, 재현율(recall) $2, F1 $3"},
                     language);
}

Status ComparePairs(const Arguments& arguments) {
  PairPrinter printer(arguments.language);
  const StatusOr<NamePairsReport> report =
      CompareNamePairs(arguments.pairs, [&](const NamePair& pair) { printer.Add(pair); });
  if (!report.ok()) return report.status();
  if (Status status = printer.Finish(); !status.ok()) return status;
  if (Status status = PrintResult(Summary(*report, arguments.language)); !status.ok()) {
    return status;
  }
  if (report->refused > 0) {
    PrintWarning(std::to_string(report->refused) +
                 " rows were not read; the first: " + report->first_refused);
  }
  if (report->source_errors.empty()) return absl::OkStatus();
  return InvalidInput(report->source_errors.front());
}

}  // namespace

void AddNamesCommand(Command parent, int* exit_code) {
  const auto arguments = std::make_shared<Arguments>();
  const Command command = parent.AddSubcommand("names", kHelp);
  const Option names =
      command.AddOption("NAME", &arguments->names, "The two names").OptionText(" ").Expected(2);
  command
      .AddOption("--pairs", &arguments->pairs,
                 "CSV with the columns name1, name2 and, if labelled, is_match: one line for each "
                 "pair, then precision, recall, F1 and the best threshold")
      .OptionText("FILE")
      .Excludes(names);
  AddLanguageOption(command, &arguments->language);
  command.Footer(
      "Examples:\n"
      "  sekisho names \"Ohno Taro\" 大野太郎\n"
      "  sekisho names --pairs pairs.csv");
  command.Callback([arguments, exit_code] {
    if (arguments->names.empty() && arguments->pairs.empty()) {
      PrintError("names: give two names, or a file with --pairs; `sekisho names --help` says more");
      *exit_code = kUsage;
      return;
    }
    *exit_code =
        arguments->pairs.empty() ? CompareTwo(*arguments) : ExitCodeOf(ComparePairs(*arguments));
  });
}

}  // namespace sekisho
