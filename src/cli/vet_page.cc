#include "cli/vet_page.h"

#include <algorithm>

#include "absl/strings/str_join.h"
#include "absl/strings/substitute.h"
#include "cli/page.h"
#include "cli/table.h"
#include "cli/text_width.h"
#include "cli/words.h"
#include "diligence/vet_words.h"

namespace sekisho {
namespace {

constexpr Phrase kColon{": ", "：", ": "};

const Measure* MeasureOf(const VetInput& input, const std::string& id) {
  for (const Measure& one : input.measures.measures) {
    if (one.id == id) return &one;
  }
  return nullptr;
}

class VetPageMaker {
 public:
  VetPageMaker(const VetReport& report, const VetInput& input, const Terminal& terminal,
               Language language)
      : report_(report), input_(input), terminal_(terminal), language_(language) {}

  std::string Make() {
    Page head(terminal_, language_);
    head.Title(absl::Substitute(
        ToAbsl(In({"$0: $1 ($2 UTC)", "$0：$1（$2 UTC）", "$0: $1($2 UTC)"})), report_.candidate,
        LevelWord(report_.level, language_), ShortTime(report_.as_of)));
    text_ = head.text();
    Findings();
    Matrix();
    Gates();
    Tasks();
    NotEvaluated();
    LeftOut();
    Foot();
    return text_;
  }

 private:
  std::string In(const Phrase& phrase) const { return std::string(phrase.In(language_)); }
  std::string Of(std::string_view word) const { return VetWord(word, language_); }

  const Indicator* IndicatorOf(const std::string& code) const {
    for (const Indicator& one : input_.indicators) {
      if (one.id == code) return &one;
    }
    return nullptr;
  }

  void Findings() {
    Page page(terminal_, language_);
    page.Heading({"Findings", "所見", "발견 사항"});
    if (report_.findings.empty()) {
      page.Paragraph(In({"None in what could be evaluated.", "判定できた範囲ではありません。",
                         "판정할 수 있었던 범위에는 없습니다."}));
    }
    for (const VetFinding& finding : report_.findings) {
      const Indicator* const indicator = IndicatorOf(finding.indicator);
      std::string line = finding.indicator;
      if (indicator != nullptr) line += " " + indicator->name.In(language_);
      line += In({" (", "（", " ("}) + GradeWord(GradeName(finding.grade), language_);
      if (finding.proxy) line += " ⚠";
      page.Item(line + In({"): ", "）：", "): "}) + finding.message.In(language_));
      if (!finding.at.empty()) page.Note(absl::StrJoin(finding.at, "  "));
    }
    text_ += page.text();
  }

  void Matrix() {
    if (report_.matrix.empty()) return;
    Page page(terminal_, language_);
    page.Heading({"Side by side", "項目ごとの比較", "항목별 비교"});
    text_ += page.text();
    Table table({{"", false, Style::kPlain, 0},
                 {"", false, Style::kPlain, 0},
                 {"", false, Style::kPlain, 24},
                 {"", false, Style::kDim, 12}});
    for (const MatrixRow& row : report_.matrix) {
      for (size_t i = 0; i < row.values.size(); ++i) {
        table.AddRow({i == 0 ? Of(row.field) : "", i == 0 ? Of(row.outcome) : "",
                      Printable(row.values[i].value), row.values[i].source});
      }
    }
    text_ += table.Render(terminal_, 2);
  }

  void Gates() {
    Page page(terminal_, language_);
    page.Heading({"What may not happen yet", "まだ行えないこと", "아직 할 수 없는 일"});
    for (const VetGate& gate : report_.gates) {
      std::string line = Of(gate.gate) + In(kColon) + Of("gate_" + gate.state);
      if (gate.state == "closed") {
        line += In({"; missing: ", "。不足：", ". 부족: "}) + absl::StrJoin(gate.missing, ", ");
      } else if (gate.state == "overridden") {
        line +=
            absl::Substitute(ToAbsl(In({" by $0 and $1: $2", "（$0、$1）：$2", "($0, $1): $2"})),
                             gate.by, gate.second, gate.reason);
      }
      page.Item(line);
      if (gate.state != "closed") continue;
      for (const LocalText& hint : gate.hints) page.Note(hint.In(language_));
    }
    text_ += page.text();
  }

  std::string NameOf(const VetTask& task) const {
    const Measure* const measure = MeasureOf(input_, task.measure);
    std::string name = measure == nullptr ? "" : measure->name.In(language_);
    if (!task.part.empty()) name += " (" + Of(task.part) + ")";
    if (!task.about.empty()) name += In(kColon) + Printable(task.about);
    return name;
  }

  void Tasks() {
    Page page(terminal_, language_);
    page.Heading({"Tasks", "作業", "작업"});
    text_ += page.text();
    Table table({{"", false, Style::kPlain, 0},
                 {"", false, Style::kPlain, 0},
                 {"", false, Style::kPlain, 20},
                 {"", false, Style::kPlain, 0},
                 {"", false, Style::kPlain, 10}});
    for (const VetTask& task : report_.tasks) {
      std::string state = Of(task.state);
      if (!task.result.empty()) state += In(kColon) + Of(task.result);
      std::string name = NameOf(task);
      if (!task.because.empty()) name += " ← " + absl::StrJoin(task.because, ", ");
      table.AddRow({task.measure, state, name, Of(task.owner), DueWord(task.due, language_)});
      if (!task.note.In(language_).empty()) table.AddLine("       " + task.note.In(language_));
    }
    text_ += table.Render(terminal_, 2);
  }

  void NotEvaluated() {
    if (report_.not_evaluated.empty()) return;
    Page page(terminal_, language_);
    page.Heading({"Not evaluated, and what to supply", "判定していない項目と、必要な情報",
                  "판정하지 않은 항목과 필요한 정보"});
    // Many indicators wait for the same events.
    std::vector<std::pair<std::string, std::vector<std::string>>> waiting;
    for (const VetNotEvaluated& one : report_.not_evaluated) {
      const std::string what(one.what_to_supply.In(language_));
      const auto known = std::find_if(waiting.begin(), waiting.end(),
                                      [&](const auto& entry) { return entry.first == what; });
      auto& codes =
          (known != waiting.end() ? *known : waiting.emplace_back(what, std::vector<std::string>()))
              .second;
      if (codes.empty() || codes.back() != one.id) codes.push_back(one.id);
    }
    for (const auto& [what, codes] : waiting) {
      page.Item(absl::StrJoin(codes, ", ") + In(kColon) + what);
    }
    text_ += page.text();
  }

  void LeftOut() {
    const auto& left_out = input_.candidate.left_out;
    if (left_out.empty()) return;
    Page page(terminal_, language_);
    page.Heading({"Left out: later than the time of the report",
                  "レポートの基準時刻より後のため除いたもの",
                  "보고서 기준 시각보다 나중이어서 제외한 것"});
    for (const auto& one : left_out) {
      page.Item(one.at + In(kColon) + ShortTime(one.time_ms) + " UTC");
    }
    text_ += page.text();
  }

  void Foot() {
    Page page(terminal_, language_);
    page.Heading({"Next", "次の手順", "다음 단계"});
    page.Paragraph(report_.next_step.In(language_));
    page.Paragraph(absl::Substitute(
        ToAbsl(In({"The questions for everybody were asked of $0 of $1 candidates of the role.",
                   "全員共通の質問を終えた候補者：この募集の$1人のうち$0人。",
                   "공통 질문을 마친 후보자: 이 모집의 $1명 가운데 $0명."})),
        report_.same_sheet.asked, report_.same_sheet.total));
    text_ += page.text() + "\n";
    Page limits(terminal_, language_);
    limits.Paragraph(In(VetLimits()));
    text_ += limits.text();
  }

  const VetReport& report_;
  const VetInput& input_;
  const Terminal& terminal_;
  const Language language_;
  std::string text_;
};

}  // namespace

std::string VetPage(const VetReport& report, const VetInput& input, const Terminal& terminal,
                    Language language) {
  return VetPageMaker(report, input, terminal, language).Make();
}

}  // namespace sekisho
