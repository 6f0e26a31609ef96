#include <unistd.h>

#include <memory>

#include "absl/strings/str_cat.h"
#include "cli/command.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "cli/page.h"
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
class IndicatorPage {
 public:
  IndicatorPage(const RuleSet& rules, size_t index, const Terminal& terminal, Language language)
      : rules_(rules),
        index_(index),
        indicator_(rules.indicators[index]),
        page_(terminal, language) {}

  std::string Write() {
    Title();
    page_.Heading({"Meaning", "意味", "의미"});
    page_.Paragraph(indicator_.meaning.In(page_.language()));
    Rules();
    Parameters();
    Needs();
    page_.Texts({"Harmless reasons", "正当な理由の例", "정당한 이유의 예"},
                indicator_.false_positives);
    page_.Texts({"What clears it", "疑いが晴れる条件", "해소되는 조건"}, indicator_.what_clears);
    Sources();
    page_.Codes({"Measures (sekisho measures explain CODE)",
                 "対策（sekisho measures explain 番号）", "조치(sekisho measures explain 코드)"},
                MeasureCodes(indicator_));
    page_.Codes({"Often one and the same cause as", "原因が同じことの多い指標",
                 "원인이 같은 경우가 많은 지표"},
                indicator_.same_cause_as);
    return page_.text();
  }

 private:
  std::string_view In(const Phrase& phrase) const { return phrase.In(page_.language()); }

  void Title() {
    const Language language = page_.language();
    page_.Title(indicator_.id + " " + indicator_.name.In(language));
    page_.Paragraph(absl::StrCat(ToAbsl(In({"evidence: ", "証拠の種類：", "증거 종류: "})),
                                 EvidenceClassWord(indicator_.evidence_class, language), " · ",
                                 ToAbsl(In({"grade: ", "程度：", "등급: "})),
                                 GradeWord(indicator_.grade, language), " · ",
                                 ToAbsl(In({"sensitivity: ", "配慮：", "민감도: "})),
                                 SensitivityWord(indicator_.sensitivity, language), " · ",
                                 StatusWord(indicator_.status, language)));
  }

  void Rules() {
    const std::vector<RuleIndex> rules = RulesOf(rules_, index_);
    if (rules.empty()) return;
    page_.Heading({"The rule in words", "判定の内容", "규칙의 내용"});
    for (const RuleIndex rule : rules) {
      std::string words = RuleInWords(rules_, rule, page_.language());
      if (rules_.rules[rule].generates) words += In({" → finding", " → 検出", " → 탐지"});
      page_.Item(words);
    }
  }

  void Parameters() {
    if (indicator_.parameters.empty()) return;
    page_.Heading({"Parameters (--set CODE.name=value)", "パラメータ（--set CODE.名前=値）",
                   "매개변수 (--set CODE.이름=값)"});
    for (const IndicatorParameter& parameter : indicator_.parameters) {
      std::string line = parameter.name + " = " + parameter.value;
      if (parameter.value != parameter.default_value) {
        line += std::string(In({" (default ", "（既定値 ", " (기본값 "})) +
                parameter.default_value + std::string(In({")", "）", ")"}));
      }
      page_.Item(line + "  [" + parameter.unit + "]");
      page_.Note(parameter.why);
      if (!parameter.max.empty()) {
        page_.Note(std::string(In({"At most ", "最大値 ", "최댓값 "})) + parameter.max + ": " +
                   parameter.max_why);
      }
    }
  }

  void Needs() {
    Phrase title{"What is needed to evaluate it", "判定に必要なもの", "판정에 필요한 것"};
    if (indicator_.computed()) {
      title = {"What the rule cannot see", "ルールだけでは判定できないこと",
               "규칙만으로는 알 수 없는 것"};
    } else if (indicator_.status == "never") {
      title = {"Why it is never used", "使用しない理由", "사용하지 않는 이유"};
    } else if (indicator_.status == "background") {
      title = {"What it is good for", "参考情報としての使い道", "참고 정보로서의 쓰임"};
    }
    page_.Texts(title, indicator_.needs);
  }

  void Sources() {
    page_.Heading({"Published in", "出典", "출처"});
    for (const IndicatorSource& source : indicator_.sources) {
      page_.Item(source.document + " (" + source.date + "), " + source.place);
    }
  }

  const RuleSet& rules_;
  const size_t index_;
  const Indicator& indicator_;
  Page page_;
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
  return PrintResult(IndicatorPage(loaded->rules, *index, terminal, arguments.language).Write());
}

}  // namespace

void AddRulesExplainCommand(Command parent, int* exit_code) {
  const auto arguments = std::make_shared<Arguments>();
  const Command command = parent.AddSubcommand(
      "explain", "Say everything about one indicator, or about a diagnostic (SK0123)");
  command
      .AddOption("CODE", &arguments->code, "Code of an indicator (B01) or of a diagnostic (SK0401)")
      .Required()
      .OptionText("CODE");
  AddRuleOptions(command, &arguments->rules);
  AddLanguageOption(command, &arguments->language);
  command.Footer("Example:\n  sekisho rules explain B01 --lang ja");
  command.Callback([arguments, exit_code] { *exit_code = ExitCodeOf(Explain(*arguments)); });
}

}  // namespace sekisho
