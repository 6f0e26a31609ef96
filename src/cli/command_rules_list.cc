#include <unistd.h>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <memory>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/messages.h"
#include "cli/options.h"
#include "cli/table.h"
#include "cli/text_width.h"
#include "cli/words.h"
#include "service/rule_words.h"

namespace sekisho {
namespace {

constexpr size_t kValueColumns = 24;  // lists of names are longer; `rules explain` shows them

struct Arguments {
  RuleChoice rules;
  Language language = Language::kEnglish;
};

std::vector<const Indicator*> ById(const RuleSet& rules) {
  std::vector<const Indicator*> order;
  for (const Indicator& indicator : rules.indicators) order.push_back(&indicator);
  std::sort(order.begin(), order.end(),
            [](const Indicator* a, const Indicator* b) { return a->id < b->id; });
  return order;
}

std::string Properties(const std::vector<const Indicator*>& indicators, const Terminal& terminal,
                       Language language) {
  Table table({
      {std::string(Phrase{"code", "番号", "코드"}.In(language)), false, Style::kBold},
      {std::string(Phrase{"name", "名称", "이름"}.In(language)), false, Style::kPlain, 24},
      {std::string(Phrase{"evidence", "証拠の種類", "증거 종류"}.In(language))},
      {std::string(Phrase{"grade", "程度", "등급"}.In(language))},
      {std::string(Phrase{"sensitivity", "配慮", "민감도"}.In(language))},
      {std::string(Phrase{"status", "判定", "판정"}.In(language))},
  });
  for (const Indicator* indicator : indicators) {
    table.AddRow({indicator->id, indicator->name.In(language),
                  EvidenceClassWord(indicator->evidence_class, language),
                  GradeWord(indicator->grade, language),
                  SensitivityWord(indicator->sensitivity, language),
                  StatusWord(indicator->status, language)});
  }
  return table.Render(terminal, 0);
}

std::string Parameters(const std::vector<const Indicator*>& indicators, const Terminal& terminal,
                       Language language) {
  Table table({
      {std::string(Phrase{"parameter", "パラメータ", "매개변수"}.In(language)), false,
       Style::kBold},
      {std::string(Phrase{"value", "値", "값"}.In(language)), true},
      {std::string(Phrase{"unit", "単位", "단위"}.In(language)), false, Style::kPlain, 20},
  });
  for (const Indicator* indicator : indicators) {
    for (const IndicatorParameter& parameter : indicator->parameters) {
      table.AddRow({indicator->id + "." + parameter.name, Fit(parameter.value, kValueColumns),
                    parameter.unit});
    }
  }
  return table.empty() ? "" : "\n" + table.Render(terminal, 0);
}

int Run(const Arguments& arguments) {
  const StatusOr<LoadResult> loaded = LoadSoundRules(arguments.rules);
  Status status = loaded.status();
  if (status.ok()) {
    const Terminal terminal = InspectTerminal(STDOUT_FILENO);
    const std::vector<const Indicator*> indicators = ById(loaded->rules);
    status = PrintResult(Properties(indicators, terminal, arguments.language) +
                         Parameters(indicators, terminal, arguments.language));
  }
  if (status.ok()) return kDone;
  PrintError(status);
  return kFailed;
}

}  // namespace

void AddRulesListCommand(CLI::App* parent, int* exit_code) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* const command =
      parent->add_subcommand("list", "List the indicators and their parameters");
  AddRulePaths(command, &arguments->rules);
  AddSetOption(command, &arguments->rules);
  AddLanguageOption(command, &arguments->language);
  command->callback([arguments, exit_code] { *exit_code = Run(*arguments); });
}

}  // namespace sekisho
