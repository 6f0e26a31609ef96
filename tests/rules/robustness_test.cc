// Broken files: whatever is done to a good file, loading ends and says something sensible.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "rules/load.h"

namespace sekisho {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string>& GoodAndBadFiles() {
  static const auto& files = *new std::vector<std::string>([] {
    std::vector<std::string> texts;
    for (const char* folder : {"/indicators", "/tests/rules/golden"}) {
      for (const fs::directory_entry& entry :
           fs::recursive_directory_iterator(std::string(SEKISHO_SOURCE_DIR) + folder)) {
        if (entry.path().extension() != ".yml") continue;
        std::ifstream file(entry.path(), std::ios::binary);
        std::ostringstream text;
        text << file.rdbuf();
        texts.push_back(text.str());
      }
    }
    return texts;
  }());
  return files;
}

// Pieces that mean something in rule files.
const std::vector<std::string>& Pieces() {
  static const auto& pieces = *new std::vector<std::string>{"---\n",
                                                            "\n",
                                                            ": ",
                                                            "- ",
                                                            "[",
                                                            "]",
                                                            "{",
                                                            "}",
                                                            "'",
                                                            "\"",
                                                            "#",
                                                            "&a ",
                                                            "*a",
                                                            "|",
                                                            ">",
                                                            "!",
                                                            "$x",
                                                            "*",
                                                            "?",
                                                            "\\",
                                                            "%x%",
                                                            "\t",
                                                            " and ",
                                                            " or ",
                                                            "not ",
                                                            "1 of them",
                                                            "(",
                                                            ")",
                                                            "null",
                                                            "|re",
                                                            "|contains",
                                                            "|cidr",
                                                            "|all",
                                                            "condition",
                                                            "detection",
                                                            "correlation",
                                                            "rules",
                                                            "group-by",
                                                            "type",
                                                            "sekisho",
                                                            "cases",
                                                            "repeat: {times: 99999, every: 1d}",
                                                            "9999999999999",
                                                            "-1",
                                                            "1e999",
                                                            "\xff",
                                                            std::string(1, '\0')};
  return pieces;
}

std::string Mutated(std::string text) {
  const int changes = *rc::gen::inRange(1, 6);
  for (int i = 0; i < changes && !text.empty(); ++i) {
    const size_t at = *rc::gen::inRange<size_t>(0, text.size());
    const size_t length = *rc::gen::inRange<size_t>(0, 40);
    switch (*rc::gen::inRange(0, 4)) {
      case 0:
        text.erase(at, length);
        break;
      case 1:
        text.insert(at, *rc::gen::elementOf(Pieces()));
        break;
      case 2:
        text.insert(at, text.substr(*rc::gen::inRange<size_t>(0, text.size()), length));
        break;
      default:
        text[at] = static_cast<char>(*rc::gen::inRange(0, 256));
    }
  }
  return text;
}

RC_GTEST_PROP(Robustness, BrokenFilesAreReportedAndNeverCrash, ()) {
  LoadRequest request;
  request.foreign_fields = *rc::gen::arbitrary<bool>();
  request.texts = {{"broken.yml", Mutated(*rc::gen::elementOf(GoodAndBadFiles()))}};
  const LoadResult loaded = LoadRules(request);
  for (const Diagnostic& diagnostic : loaded.diagnostics) {
    RC_ASSERT(!diagnostic.message.empty());
    RC_ASSERT(diagnostic.place.line >= 0);
  }
  bool failed = false;
  for (const RuleStatus& status : loaded.rule_status) {
    failed = failed || status.state == RuleState::kFailed;
  }
  RC_ASSERT(!failed || loaded.has_errors());
  for (const Rule& rule : loaded.rules.rules) {
    RC_ASSERT(rule.version.size() == 12u);
    RC_ASSERT(!rule.name.empty());
    if (const CorrelationRule* correlation = rule.correlation()) {
      RC_ASSERT(correlation->level >= 1 && correlation->level <= 4);
      for (const CorrelationInput& input : correlation->inputs) {
        RC_ASSERT(input.rule < loaded.rules.rules.size());
        RC_ASSERT(input.group_by.size() == correlation->group_by.size());
      }
    }
  }
}

RC_GTEST_PROP(Robustness, TheSameFilesGiveTheSameResult, ()) {
  LoadRequest request;
  request.texts = {{"a.yml", Mutated(*rc::gen::elementOf(GoodAndBadFiles()))},
                   {"b.yml", *rc::gen::elementOf(GoodAndBadFiles())}};
  const LoadResult one = LoadRules(request);
  const LoadResult two = LoadRules(request);
  RC_ASSERT(one.diagnostics.size() == two.diagnostics.size());
  for (size_t i = 0; i < one.diagnostics.size(); ++i) {
    RC_ASSERT(FormatDiagnostic(one.diagnostics[i]) == FormatDiagnostic(two.diagnostics[i]));
  }
  RC_ASSERT(one.rules.rules.size() == two.rules.rules.size());
  for (size_t i = 0; i < one.rules.rules.size(); ++i) {
    RC_ASSERT(one.rules.rules[i].version == two.rules.rules[i].version);
  }
}

}  // namespace
}  // namespace sekisho
