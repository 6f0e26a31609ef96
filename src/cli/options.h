// Options that several commands share.
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "cli/rule_loading.h"
#include "core/language.h"

namespace sekisho {

// A repeatable option that takes one value each time ("--set a=1 --set b=2").
CLI::Option* AddRepeated(CLI::App* command, const std::string& name,
                         std::vector<std::string>* values, const std::string& help);

// --lang; default: the language of the environment.
void AddLanguageOption(CLI::App* command, Language* language);

// --lists DIR.
void AddListsOption(CLI::App* command, std::string* folder);

// --set CODE.NAME=VALUE.
void AddSetOption(CLI::App* command, RuleChoice* choice);

// PATH…: the rules that a command looks at.
void AddRulePaths(CLI::App* command, RuleChoice* choice);

// --indicators and --set.
void AddRuleOptions(CLI::App* command, RuleChoice* choice);

// Of LC_ALL, LC_MESSAGES or LANG, whichever is set first.
Language LanguageOfEnvironment();

}  // namespace sekisho
