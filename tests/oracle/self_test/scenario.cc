#include "oracle/self_test/scenario.h"

#include <gtest/gtest.h>

#include <sstream>

#include "core/number.h"
#include "core/time.h"
#include "rules/load.h"

namespace sekisho::oracle {
namespace {

constexpr int64_t kStartMs = 1'767'225'600'000;  // 2026-01-01T00:00:00Z

std::string Detection(const std::string& name, const std::string& category,
                      const std::string& selection) {
  return "title: t\nname: " + name + "\nlogsource: {product: sekisho, category: " + category +
         "}\ndetection: {s: {" + selection + "}, condition: s}\n---\n";
}

std::string Prelude() {
  return Detection("login", "session", "type: session.start") +
         Detection("alive", "session", "type: session.activity") +
         Detection("end", "session", "type: session.end") +
         Detection("busy", "session", "profile.open_sessions|gte: 2") +
         Detection("bid", "bid", "type: bid.submitted") +
         Detection("award", "award", "type: award.granted") +
         Detection("work", "work", "type: work.log") +
         Detection("review", "review", "type: review.given") +
         Detection("payee", "payout", "type: payout.account") +
         Detection("stranger", "payout", "payout.holder_match: unrelated") +
         Detection("document", "document", "type: document.submission") +
         Detection("link", "link", "type: link.new") + Detection("hub", "link", "type: link.hub");
}

std::string Since(int64_t time_ms) {
  return time_ms == kStartMs ? "0m" : FormatDuration(time_ms - kStartMs);
}

// "1h 30m" as the sum of its parts.
int64_t Offset(const std::string& text) {
  std::istringstream parts(text);
  int64_t offset_ms = 0;
  for (std::string part; parts >> part;) offset_ms += ParseDuration(part).value();
  return offset_ms;
}

}  // namespace

RuleSet Rules(const std::string& rules) {
  LoadRequest request;
  request.texts = {{"rules.yml", Prelude() + rules}};
  LoadResult result = LoadRules(request);
  for (const Diagnostic& diagnostic : result.diagnostics) {
    if (diagnostic.severity == Severity::kError) ADD_FAILURE() << FormatDiagnostic(diagnostic);
  }
  return std::move(result.rules);
}

std::string Correlation(const std::string& body, const std::string& group_by) {
  std::string yaml = "title: t\nname: c\ncorrelation:\n  group-by: " + group_by + "\n";
  std::istringstream lines(body);
  for (std::string line; std::getline(lines, line);) yaml += "  " + line + "\n";
  return yaml;
}

Event At(const std::string& id, const std::string& offset, const std::string& type,
         const std::string& fields) {
  std::map<std::string, std::string> values = {{"account", "u1"}};
  std::istringstream parts(fields);
  for (std::string part; parts >> part;) {
    const size_t equals = part.find('=');
    values[part.substr(0, equals)] = part.substr(equals + 1);
  }
  return MakeEvent(id, kStartMs + Offset(offset), type, values);
}

std::vector<std::string> Texts(const Result& result) {
  std::vector<std::string> texts;
  for (const Finding& finding : result.findings) {
    if (Prelude().find("name: " + finding.rule + "\n") != std::string::npos) continue;
    std::string text = finding.rule;
    for (const std::string& key : finding.key) text += " " + key;
    text += " " + Since(finding.first_ms) + ".." + Since(finding.last_ms);
    text += " " + FormatMicros(finding.value_micros);
    text += finding.at_least ? "+" : "";
    text += finding.truncated ? "~" : "";
    std::string ids;
    for (const std::string& id : finding.evidence) ids += (ids.empty() ? "" : " ") + id;
    texts.push_back(text + " [" + ids + "]" + (finding.open ? " open" : ""));
  }
  return texts;
}

std::vector<std::string> FindingsOf(const std::string& rules, const std::vector<Event>& events) {
  return Texts(FindAll(Rules(rules), events));
}

}  // namespace sekisho::oracle
