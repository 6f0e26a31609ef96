// Options that several commands share.
#pragma once

#include <cstdint>
#include <string>

#include "cli/command_line.h"
#include "cli/rule_loading.h"
#include "core/language.h"

namespace sekisho {

// --lang; default: the language of the environment.
void AddLanguageOption(Command command, Language* language);

// --lists DIR.
void AddListsOption(Command command, std::string* folder);

// --set CODE.NAME=VALUE.
void AddSetOption(Command command, RuleChoice* choice);

// PATH…: the rules that a command looks at.
void AddRulePaths(Command command, RuleChoice* choice);

// --shards N; default: ShardsOfMachine().
void AddShardsOption(Command command, uint32_t* shards);
// One for each processor, at most 8.
uint32_t ShardsOfMachine();

// --indicators and --set.
void AddRuleOptions(Command command, RuleChoice* choice);

// Of LC_ALL, LC_MESSAGES or LANG, whichever is set first.
Language LanguageOfEnvironment();

}  // namespace sekisho
