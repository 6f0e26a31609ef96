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

void AddListsOption(CLI::App* command, std::string* folder) {
  command
      ->add_option("--lists", *folder,
                   "Lists to look addresses, domains … up in: the folder of a lists.yml")
      ->option_text("DIR");
}

void AddSetOption(CLI::App* command, RuleChoice* choice) {
  const auto check = [](const std::string& text) -> std::string {
    const size_t equals = text.find('=');
    const size_t dot = text.find('.');
    const bool well_formed =
        equals != std::string::npos && dot > 0 && dot < equals && equals + 1 < text.size();
    return well_formed ? "" : "write CODE.parameter=value, e.g. B01.addresses=5, not " + text;
  };
  AddRepeated(command, "--set", &choice->overrides,
              "Change a parameter, e.g. B01.addresses=5; repeatable")
      ->check(check)
      ->option_text("CODE.NAME=VALUE");
}

void AddRulePaths(CLI::App* command, RuleChoice* choice) {
  command
      ->add_option("PATH", choice->paths,
                   "Files or folders (default: the indicators that come along)")
      ->option_text("…");
}

void AddRuleOptions(CLI::App* command, RuleChoice* choice) {
  AddRepeated(command, "--indicators", &choice->paths,
              "Use these rules, not those that come along; repeatable")
      ->option_text("DIR|FILE");
  AddSetOption(command, choice);
}

Language LanguageOfEnvironment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* const value = std::getenv(name);
    if (value != nullptr && *value != '\0') return LanguageOfLocale(value);
  }
  return Language::kEnglish;
}

}  // namespace sekisho
