#include "oracle/compare.h"

#include <map>
#include <tuple>

#include "core/limits.h"
#include "core/number.h"
#include "core/time.h"

namespace sekisho::oracle {
namespace {

std::string Join(const std::vector<std::string>& texts) {
  std::string joined;
  for (const std::string& text : texts) joined += (joined.empty() ? "" : " ") + text;
  return '[' + joined + ']';
}

std::string At(const Opening& opening) {
  std::string text = FormatTime(opening.time_ms);
  if (opening.sequence != 0) text += " #" + std::to_string(opening.sequence);
  return text + " " + opening.id;
}

std::string Name(const Finding& finding) {
  return finding.rule + " " + Join(finding.key) + " at " + At(finding.opening);
}

// What a finding says besides its name, by the name of the part.
std::map<std::string, std::string> Parts(const Finding& finding) {
  return {{"first", FormatTime(finding.first_ms)},
          {"last", FormatTime(finding.last_ms)},
          {"value", FormatMicros(finding.value_micros)},
          {"at_least", finding.at_least ? "yes" : "no"},
          {"truncated", finding.truncated ? "yes" : "no"},
          {"open", finding.open ? "yes" : "no"},
          {"total", std::to_string(finding.evidence_total)},
          {"evidence", Join(finding.evidence)}};
}

std::map<std::string, Finding> ByName(const std::vector<Finding>& findings, std::string_view side,
                                      std::string* diff) {
  std::map<std::string, Finding> by_name;
  for (const Finding& finding : findings) {
    if (!by_name.emplace(Name(finding), AsReported(finding)).second) {
      *diff += "twice in " + std::string(side) + ": " + Name(finding) + "\n";
    }
  }
  return by_name;
}

}  // namespace

Finding AsReported(Finding finding) {
  constexpr size_t kHalf = limits::kEvidenceMax / 2;
  std::vector<std::string>& ids = finding.evidence;
  if (ids.size() > limits::kEvidenceMax) ids.erase(ids.begin() + kHalf, ids.end() - kHalf);
  return finding;
}

std::string Describe(const Finding& finding) {
  std::string text = Name(finding);
  for (const auto& [part, value] : Parts(finding)) text += ", " + part + " " + value;
  return text;
}

std::string DiffFindings(const std::vector<Finding>& expected, const std::vector<Finding>& actual) {
  std::string diff;
  const auto wanted = ByName(expected, "expected", &diff);
  auto found = ByName(actual, "actual", &diff);
  for (const auto& [name, finding] : wanted) {
    const auto match = found.find(name);
    if (match == found.end()) {
      diff += "missing: " + Describe(finding) + "\n";
      continue;
    }
    const auto parts = Parts(match->second);
    for (const auto& [part, value] : Parts(finding)) {
      if (parts.at(part) == value) continue;
      diff += name + ": " + part + " is " + parts.at(part) + ", expected " + value + "\n";
    }
    found.erase(match);
  }
  for (const auto& [name, finding] : found) diff += "unexpected: " + Describe(finding) + "\n";
  return diff;
}

std::string DiffCounts(const std::map<std::string, RuleCounts>& expected,
                       const std::map<std::string, RuleCounts>& actual) {
  std::map<std::string, std::pair<RuleCounts, RuleCounts>> rules;
  for (const auto& [rule, counts] : expected) rules[rule].first = counts;
  for (const auto& [rule, counts] : actual) rules[rule].second = counts;
  const auto text = [](const RuleCounts& counts) {
    return std::to_string(counts.inputs) + " inputs, " + std::to_string(counts.held) + " held";
  };
  std::string diff;
  for (const auto& [rule, counts] : rules) {
    if (counts.first == counts.second) continue;
    diff += rule + ": " + text(counts.second) + ", expected " + text(counts.first) + "\n";
  }
  return diff;
}

}  // namespace sekisho::oracle
