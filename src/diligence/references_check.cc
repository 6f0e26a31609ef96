// Names in a candidate file that must exist elsewhere.
#include <algorithm>

#include "core/suggestion.h"
#include "diligence/signers.h"
#include "diligence/vetting.h"
#include "yaml/diagnostics.h"

namespace sekisho {
namespace {

class Checker {
 public:
  explicit Checker(const VetInput& in) : in_(in) {}

  std::vector<Diagnostic> Check() {
    for (const Answer& answer : in_.candidate.answers) CheckAnswer(answer);
    std::vector<std::string_view> measures;
    for (const Measure& one : in_.measures.measures) measures.push_back(one.id);
    for (const CheckRecord& one : in_.candidate.checks) {
      Require(one, "measure", one.measure, measures);
      RequireOther(one, "by", one.by);
      RequireOther(one, "second", one.second);
    }
    for (const GateOverride& one : in_.candidate.overrides) {
      RequireOther(one, "by", one.by);
      RequireOther(one, "second", one.second);
    }
    for (const IdentityPaper& one : in_.candidate.documents) {
      if (one.check) RequireOther(one, "check/by", one.check->by);
    }
    std::vector<std::string_view> indicators;
    for (const Indicator& one : in_.indicators) indicators.push_back(one.id);
    for (const Explanation& one : in_.candidate.explanations) {
      Require(one, "indicator", one.about, indicators);
      RequireOther(one, "accepted_by", one.accepted_by);
    }
    return std::move(problems_);
  }

 private:
  void Report(const CandidatePart& part, const std::string& message, std::string suggestion) {
    problems_.push_back({CodeText(Sk::kCandidateValue),
                         Severity::kError,
                         {in_.candidate.file, part.line, part.column},
                         part.at + ": " + message,
                         std::move(suggestion)});
  }

  void Require(const CandidatePart& part, const std::string& what, const std::string& name,
               const std::vector<std::string_view>& known) {
    if (std::find(known.begin(), known.end(), name) != known.end()) return;
    Report(part, "there is no " + what + " \"" + name + "\"", DidYouMean(name, known));
  }

  // Nobody clears himself.
  void RequireOther(const CandidatePart& part, std::string_view key, const std::string& by) {
    if (!IsCandidate(by, in_.candidate)) return;
    Report(part, "`" + std::string(key) + "` names the candidate; somebody else has to do this",
           "whoever has the same name writes a role behind it");
  }

  // Whose question it is: what people of the house see, neither the candidate nor the agency
  // answers; what others are asked about, not the candidate.
  void CheckWhoAnswers(const Question& question, const Answer& answer) {
    if (question.by == "candidate") return;
    const bool own = IsCandidate(answer.by, in_.candidate);
    const bool agency = question.by != "vendor" && IsAgency(answer.by, in_.candidate);
    if (!own && !agency) return;
    Report(answer,
           question.id + " is answered by the " + question.by + ", not by the " +
               (own ? "candidate" : "agency"),
           "write in `by` who saw it; whoever has the same name writes a role behind it");
  }

  void CheckAnswer(const Answer& answer) {
    const Question* const question = FindQuestion(in_.questionnaires, answer.question);
    if (question == nullptr) {
      std::vector<std::string_view> known;
      for (const Questionnaire& sheet : in_.questionnaires) {
        for (const Question& one : sheet.items) known.push_back(one.id);
      }
      Require(answer, "question", answer.question, known);
      return;
    }
    CheckWhoAnswers(*question, answer);
    if (question->answers.contains(answer.value)) {
      if (question->evidence == "required" && answer.evidence_sha256.empty() &&
          question->answers.at(answer.value).kind == AnswerEffectKind::kClearsStep) {
        Report(answer, "an answer to " + question->id + " that clears the step needs evidence",
               "write the SHA-256 of the paper in `evidence_sha256`");
      }
      return;
    }
    const std::vector<std::string_view> known(question->answer_order.begin(),
                                              question->answer_order.end());
    Report(answer,
           "\"" + answer.value + "\" is no answer to " + question->id + ": " + Enumerate(known),
           DidYouMean(answer.value, known));
  }

  const VetInput& in_;
  std::vector<Diagnostic> problems_;
};

}  // namespace

std::vector<Diagnostic> CheckReferences(const VetInput& input) { return Checker(input).Check(); }

}  // namespace sekisho
