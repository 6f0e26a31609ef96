#include "dossier/states.h"

#include <algorithm>

#include "core/suggestion.h"
#include "core/time.h"
#include "diligence/signers.h"
#include "yaml/diagnostics.h"

namespace sekisho {
namespace {

// A draft may be written anew until the report has left the house.
struct Step {
  std::string_view from;
  std::string_view to;
};
constexpr Step kSteps[] = {
    {"draft", "checked"},     {"draft", "withheld"}, {"checked", "approved"},
    {"checked", "withheld"},  {"checked", "draft"},  {"approved", "handed_over"},
    {"approved", "withheld"}, {"approved", "draft"}, {"handed_over", "closed"},
};

bool BindsContent(std::string_view state) {
  return state == "checked" || state == "approved" || state == "handed_over" || state == "closed";
}

class Checker {
 public:
  explicit Checker(const ReportFile& report) : report_(report) {}

  std::vector<Diagnostic> Check() {
    const std::vector<ReportState>& states = report_.states;
    if (states.empty()) return {};
    if (states[0].state != "draft") Report(states[0], "the first state is draft");
    for (size_t i = 0; i < states.size(); ++i) {
      if (states[i].state == "draft") writers_.push_back(states[i].by);
      if (i > 0) CheckStep(states[i - 1], states[i]);
      CheckContent(states[i], i);
    }
    if (BindsContent(report_.state())) {
      for (const PlacedWords& gap : report_.gaps) {
        problems_.push_back({CodeText(Sk::kReportGap),
                             Severity::kError,
                             {gap.file, gap.line, gap.column},
                             gap.at + ": still \"" + std::string(kToFillIn) + "\"",
                             "fill it in, or delete it"});
      }
    }
    return std::move(problems_);
  }

 private:
  void Report(const ReportState& state, std::string message, std::string suggestion = "") {
    problems_.push_back({CodeText(Sk::kReportState),
                         Severity::kError,
                         {state.file, state.line, state.column},
                         state.at + ": " + std::move(message),
                         std::move(suggestion)});
  }

  void CheckStep(const ReportState& before, const ReportState& state) {
    const std::vector<std::string_view> next = NextStates(before.state);
    if (std::find(next.begin(), next.end(), state.state) == next.end()) {
      Report(state, state.state + " may not follow " + before.state,
             next.empty() ? "nothing follows " + before.state : "write " + Enumerate(next));
    }
    if (state.at_ms < before.at_ms) {
      Report(state, FormatTime(state.at_ms) + " is before the step before it");
    }
    if (state.state == "checked" || state.state == "approved") CheckSecond(state);
    if (state.state == "handed_over" && (state.channel.empty() || state.reference.empty())) {
      Report(state, "a report that was handed over has a channel and a reference",
             R"(write "channel": "by letter", "reference": "the number you were given")");
    }
    if ((state.state == "withheld" || state.state == "draft") && state.reason.empty()) {
      Report(state, state.state + " here has a reason", "write \"reason\"");
    }
  }

  void CheckSecond(const ReportState& state) {
    // Who drafts anew changes some of it; the rest is still that of those before.
    if (std::count(writers_.begin(), writers_.end(), kToFillIn) > 0) {
      Report(state, "nobody is named who wrote the draft", "write \"by\" in the draft state");
    } else if (std::any_of(writers_.begin(), writers_.end(), [&](const std::string& writer) {
                 return SamePerson(state.by, writer);
               })) {
      Report(state, state.state + " by \"" + state.by + "\", who wrote the draft",
             "a second person does this");
    }
  }

  void CheckContent(const ReportState& state, size_t index) {
    if (!BindsContent(state.state)) return;
    if (state.content_sha256.empty()) {
      Report(state, state.state + " does not say which content was seen",
             "`sekisho report step` writes its SHA-256");
      return;
    }
    // What was drafted anew since may differ.
    for (size_t i = index + 1; i < report_.states.size(); ++i) {
      if (report_.states[i].state == "draft") return;
    }
    if (state.content_sha256 == report_.content_sha256) return;
    Report(state, "the report was changed after it was " + state.state,
           "undo the change, or write a new draft state with a reason and have it checked again");
  }

  const ReportFile& report_;
  std::vector<std::string> writers_;  // of every draft so far
  std::vector<Diagnostic> problems_;
};

}  // namespace

std::vector<std::string_view> NextStates(std::string_view state) {
  std::vector<std::string_view> next;
  for (const Step& step : kSteps) {
    if (step.from == state) next.push_back(step.to);
  }
  return next;
}

std::vector<Diagnostic> CheckIndicators(const ReportFile& report,
                                        std::span<const Indicator> known) {
  std::vector<Diagnostic> problems;
  const auto check = [&](std::string_view where, const std::string& code) {
    if (std::any_of(known.begin(), known.end(),
                    [&](const Indicator& one) { return one.id == code; })) {
      return;
    }
    Diagnostic problem;
    problem.code = CodeText(Sk::kReportReference);
    problem.place.file = report.file;
    problem.message = std::string(where) + ": there is no indicator \"" + code + "\"";
    problems.push_back(std::move(problem));
  };
  for (const ReportFinding& finding : report.findings) check("/findings", finding.indicator);
  for (const std::string& code : report.not_evaluated) check("/not_evaluated", code);
  return problems;
}

std::vector<Diagnostic> CheckStates(const ReportFile& report) { return Checker(report).Check(); }

}  // namespace sekisho
