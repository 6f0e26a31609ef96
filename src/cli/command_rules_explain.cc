#include <unistd.h>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>

#include "absl/strings/str_join.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "cli/text_width.h"
#include "cli/words.h"
#include "service/rule_doc.h"
#include "service/rule_words.h"

namespace sekisho {
namespace {

struct Arguments {
  std::string code;
  RuleChoice rules;
  Language language = Language::kEnglish;
};

// Writes one indicator as headed paragraphs.
class Page {
 public:
  Page(const RuleSet& rules, size_t index, const Terminal& terminal, Language language)
      : rules_(rules),
        index_(index),
        indicator_(rules.indicators[index]),
        terminal_(terminal),
        language_(language) {}

  std::string Write() {
    Title();
    Heading({"Meaning", "意味", "의미"});
    Paragraph(TextIn(indicator_.meaning, language_));
    Rules();
    Parameters();
    Needs();
    Texts({"Harmless reasons", "正当な理由の例", "정당한 이유의 예"}, indicator_.false_positives);
    Texts({"What clears it", "疑いが晴れる条件", "해소되는 조건"}, indicator_.what_clears);
    Sources();
    Codes({"Measures", "対策", "조치"}, indicator_.measures);
    Codes({"Often one and the same cause as", "原因が同じことの多い指標",
           "원인이 같은 경우가 많은 지표"},
          indicator_.same_cause_as);
    return text_;
  }

 private:
  void Title() {
    text_ +=
        Paint(terminal_, Style::kBold, indicator_.id + " " + TextIn(indicator_.name, language_)) +
        "\n";
    const Phrase properties{"evidence: ", "証拠の種類：", "증거 종류: "};
    Paragraph(std::string(properties.In(language_)) +
              EvidenceClassWord(indicator_.evidence_class, language_) + " · " +
              std::string(Phrase{"grade: ", "程度：", "등급: "}.In(language_)) +
              GradeWord(indicator_.grade, language_) + " · " +
              std::string(Phrase{"sensitivity: ", "配慮：", "민감도: "}.In(language_)) +
              SensitivityWord(indicator_.sensitivity, language_) + " · " +
              StatusWord(indicator_.status, language_));
  }

  void Heading(const Phrase& title) {
    text_ += "\n" + Paint(terminal_, Style::kBold, title.In(language_)) + "\n";
  }

  void Paragraph(std::string_view paragraph) {
    text_ += WrapIndented(Printable(paragraph), terminal_.columns, 2);
  }

  void Item(std::string_view item) {
    const std::string wrapped = WrapIndented(Printable(item), terminal_.columns, 4);
    if (!wrapped.empty()) text_ += "  • " + wrapped.substr(4);
  }

  void Rules() {
    const std::vector<RuleIndex> rules = RulesOf(rules_, index_);
    if (rules.empty()) return;
    Heading({"The rule in words", "判定の内容", "규칙의 내용"});
    for (const RuleIndex rule : rules) {
      std::string words = RuleInWords(rules_, rule, language_);
      if (rules_.rules[rule].generates) {
        words += Phrase{" → finding", " → 検出", " → 탐지"}.In(language_);
      }
      Item(words);
    }
  }

  void Parameters() {
    if (indicator_.parameters.empty()) return;
    Heading({"Parameters (--set CODE.name=value)", "パラメータ（--set CODE.名前=値）",
             "매개변수 (--set CODE.이름=값)"});
    for (const IndicatorParameter& parameter : indicator_.parameters) {
      std::string line = parameter.name + " = " + parameter.value;
      if (parameter.value != parameter.default_value) {
        line += std::string(Phrase{" (default ", "（既定値 ", " (기본값 "}.In(language_)) +
                parameter.default_value + std::string(Phrase{")", "）", ")"}.In(language_));
      }
      Item(line + "  [" + parameter.unit + "]");
      text_ += WrapIndented(Printable(parameter.why), terminal_.columns, 4);
    }
  }

  void Needs() {
    if (indicator_.computed()) {
      return Texts({"What the rule cannot see", "ルールだけでは判定できないこと",
                    "규칙만으로는 알 수 없는 것"},
                   indicator_.needs);
    }
    if (indicator_.status == "never") {
      return Texts({"Why it is never used", "使用しない理由", "사용하지 않는 이유"},
                   indicator_.needs);
    }
    if (indicator_.status == "background") {
      return Texts({"What it is good for", "参考情報としての使い道", "참고 정보로서의 쓰임"},
                   indicator_.needs);
    }
    Texts({"What is needed to evaluate it", "判定に必要なもの", "판정에 필요한 것"},
          indicator_.needs);
  }

  void Texts(const Phrase& title, const std::vector<LocalText>& texts) {
    if (texts.empty()) return;
    Heading(title);
    for (const LocalText& text : texts) Item(TextIn(text, language_));
  }

  void Sources() {
    Heading({"Published in", "出典", "출처"});
    for (const IndicatorSource& source : indicator_.sources) {
      Item(source.document + " (" + source.date + "), " + source.place);
    }
  }

  void Codes(const Phrase& title, const std::vector<std::string>& codes) {
    if (codes.empty()) return;
    Heading(title);
    Paragraph(absl::StrJoin(codes, ", "));
  }

  const RuleSet& rules_;
  const size_t index_;
  const Indicator& indicator_;
  const Terminal& terminal_;
  const Language language_;
  std::string text_;
};

std::string DiagnosticPage(const DiagnosticText& text, const Terminal& terminal) {
  return Paint(terminal, Style::kBold, text.code) + "\n" +
         WrapIndented(text.title, terminal.columns, 2) + "\n" +
         WrapIndented(text.help, terminal.columns, 2);
}

Status Explain(const Arguments& arguments) {
  if (const std::optional<DiagnosticText> diagnostic = FindDiagnosticText(arguments.code)) {
    return PrintResult(DiagnosticPage(*diagnostic, InspectTerminal(STDOUT_FILENO)));
  }
  const StatusOr<LoadResult> loaded = LoadSoundRules(arguments.rules);
  if (!loaded.ok()) return loaded.status();
  const StatusOr<size_t> index = FindIndicator(loaded->rules, arguments.code);
  if (!index.ok()) return index.status();
  const Terminal terminal = InspectTerminal(STDOUT_FILENO);
  return PrintResult(Page(loaded->rules, *index, terminal, arguments.language).Write());
}

}  // namespace

void AddRulesExplainCommand(CLI::App* parent, int* exit_code) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* const command = parent->add_subcommand(
      "explain", "Say everything about one indicator, or about a diagnostic (SK0123)");
  command
      ->add_option("CODE", arguments->code,
                   "Code of an indicator (B01) or of a diagnostic (SK0401)")
      ->required()
      ->option_text("CODE");
  AddRuleOptions(command, &arguments->rules);
  AddLanguageOption(command, &arguments->language);
  command->footer("Example:\n  sekisho rules explain B01 --lang ja");
  command->callback([arguments, exit_code] {
    const Status status = Explain(*arguments);
    if (!status.ok()) PrintError(status);
    *exit_code = status.ok() ? kDone : kFailed;
  });
}

}  // namespace sekisho
