// Loading rule files that stand in a test, and looking at the result.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/load.h"

namespace sekisho {

inline LoadResult LoadTexts(std::vector<std::string> texts, LoadRequest request = {}) {
  for (std::string& text : texts) {
    request.texts.push_back({"f" + std::to_string(request.texts.size()) + ".yml", std::move(text)});
  }
  return LoadRules(request);
}

inline std::vector<std::string> Codes(const LoadResult& loaded) {
  std::vector<std::string> codes;
  for (const Diagnostic& diagnostic : loaded.diagnostics) codes.push_back(diagnostic.code);
  return codes;
}

inline const Rule& RuleNamed(const LoadResult& loaded, std::string_view name) {
  for (const Rule& rule : loaded.rules.rules) {
    if (rule.name == name) return rule;
  }
  ADD_FAILURE() << "no rule " << name;
  static const Rule& none = *new Rule();
  return none;
}

}  // namespace sekisho
