#include "cli/options.h"

#include <algorithm>
#include <cstdlib>
#include <thread>

namespace sekisho {
namespace {

constexpr uint32_t kShardsDefaultMax = 8;
constexpr uint32_t kShardsMax = 64;

}  // namespace

void AddLanguageOption(Command command, Language* language) {
  *language = LanguageOfEnvironment();
  const auto choose = [language](const std::string& code) {
    *language = ParseLanguage(code).value_or(*language);
  };
  command.AddOption("--lang", choose, "Language: en, ja or ko (default: from LANG)")
      .IsMember({"en", "ja", "ko"})
      .OptionText("LANG");
}

void AddListsOption(Command command, std::string* folder) {
  command
      .AddOption("--lists", folder,
                 "Lists to look addresses, domains … up in: the folder of a lists.yml")
      .OptionText("DIR");
}

void AddSetOption(Command command, RuleChoice* choice) {
  const auto check = [](const std::string& text) -> std::string {
    const size_t equals = text.find('=');
    const size_t dot = text.find('.');
    const bool well_formed =
        equals != std::string::npos && dot > 0 && dot < equals && equals + 1 < text.size();
    return well_formed ? "" : "write CODE.parameter=value, e.g. B01.addresses=5, not " + text;
  };
  command
      .AddRepeated("--set", &choice->overrides,
                   "Change a parameter, e.g. B01.addresses=5; repeatable")
      .Check(check)
      .OptionText("CODE.NAME=VALUE");
}

void AddRulePaths(Command command, RuleChoice* choice) {
  command
      .AddOption("PATH", &choice->paths,
                 "Files or folders (default: the indicators that come along)")
      .OptionText("…");
}

void AddRuleOptions(Command command, RuleChoice* choice) {
  command
      .AddRepeated("--indicators", &choice->paths,
                   "Use these rules, not those that come along; repeatable")
      .OptionText("DIR|FILE");
  AddSetOption(command, choice);
}

uint32_t ShardsOfMachine() {
  return std::clamp(std::thread::hardware_concurrency(), 1u, kShardsDefaultMax);
}

void AddShardsOption(Command command, uint32_t* shards) {
  command.AddOption("--shards", shards, "Threads (default: processors, at most 8)")
      .Range(1u, kShardsMax)
      .OptionText("N");
}

Language LanguageOfEnvironment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* const value = std::getenv(name);
    if (value != nullptr && *value != '\0') return LanguageOfLocale(value);
  }
  return Language::kEnglish;
}

}  // namespace sekisho
