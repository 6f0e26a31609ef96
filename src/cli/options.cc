#include "cli/options.h"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <cstdlib>

namespace sekisho {

CLI::Option* AddRepeated(CLI::App* command, const std::string& name,
                         std::vector<std::string>* values, const std::string& help) {
  return command->add_option(name, *values, help)->allow_extra_args(false);
}

void AddLanguageOption(CLI::App* command, Language* language) {
  *language = LanguageOfEnvironment();
  const auto choose = [language](const std::string& code) {
    *language = ParseLanguage(code).value_or(*language);
  };
  command
      ->add_option_function<std::string>("--lang", choose,
                                         "Language: en, ja or ko (default: from LANG)")
      ->check(CLI::IsMember({"en", "ja", "ko"}))
      ->option_text("LANG");
}

void AddRuleOptions(CLI::App* command, RuleChoice* choice) {
  AddRepeated(command, "--indicators", &choice->paths,
              "Indicators and rules to use instead of those that come with the program; repeatable")
      ->option_text("DIR|FILE");
  AddRepeated(command, "--set", &choice->overrides,
              "Another value for a parameter, e.g. B01.addresses=5; repeatable")
      ->option_text("CODE.NAME=VALUE");
}

Language LanguageOfEnvironment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* const value = std::getenv(name);
    if (value != nullptr && *value != '\0') return LanguageOfLocale(value);
  }
  return Language::kEnglish;
}

}  // namespace sekisho
