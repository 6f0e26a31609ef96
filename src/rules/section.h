// Small readers for parts of a document: keys, texts, lists of texts.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_context.h"
#include "rules/source_rule.h"

namespace sekisho {

// Reports every key of the map that is not in `allowed`. `what` names the map: "a correlation".
void CheckKeys(const YamlNode& map, const std::vector<std::string_view>& allowed, Sk code,
               std::string_view what, RuleContext* context);

// A scalar's text; a report and nothing for lists, maps and null. `what` names the value.
std::optional<std::string> ReadText(const YamlNode& node, std::string_view what,
                                    RuleContext* context, Sk code = Sk::kValueShape);

// A scalar, or a list of scalars.
std::vector<PlacedText> ReadTexts(const YamlNode& node, std::string_view what, RuleContext* context,
                                  Sk code = Sk::kValueShape);

// One of `words`, else a report.
std::optional<std::string> ReadWord(const YamlNode& node, std::string_view what,
                                    const std::vector<std::string_view>& words,
                                    RuleContext* context, Sk code);

// true or false.
std::optional<bool> ReadBoolean(const YamlNode& node, std::string_view what, RuleContext* context);

// Milliseconds of "90s", "1h" …
std::optional<int64_t> ReadDuration(const YamlNode& node, std::string_view what,
                                    RuleContext* context, Sk code = Sk::kDuration);

// A whole number from 0.
std::optional<int64_t> ReadCount(const YamlNode& node, std::string_view what, RuleContext* context,
                                 Sk code);

}  // namespace sekisho
