// The events of a test case: from short YAML to the lines of an event file.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/rule_context.h"

namespace sekisho {

// Time 0 of the offsets in cases: 2026-01-01T00:00:00Z.
inline constexpr int64_t kCaseStartMs = 1'767'225'600'000;

// An offset ("90s", "1d 2h 30m") or an RFC 3339 time, as milliseconds since 1970; a report and
// nothing for anything else.
std::optional<int64_t> ReadCaseTime(const YamlNode& node, RuleContext* context);

// Appends the event, or its copies, as JSON objects. Problems are reported.
void AppendEventLines(const YamlNode& event, std::vector<std::string>* lines, RuleContext* context);

}  // namespace sekisho
