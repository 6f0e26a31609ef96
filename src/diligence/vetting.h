// Due diligence about one candidate: what contradicts what, which checks are left, what may not
// happen yet, and what could not be evaluated.
//
// A pure function of the file, the other candidates, the lists and the data that comes with the
// program; the file's own `as_of` is its only clock. It rejects nobody: there is no pass or fail.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "assess/assessor.h"
#include "diligence/pool.h"
#include "diligence/questionnaire.h"
#include "diligence/rule_output.h"
#include "measures/measure.h"
#include "rules/indicator.h"

namespace sekisho {

// A measure as somebody's work.
struct VetTask {
  std::string id;       // "M24:/claims/employers/0": the same in every run
  std::string measure;  // "M24"
  std::string part;     // of the measure: "drug_test"
  std::string subject;  // JSON pointer, or empty
  std::string about;    // in the words of the file: "Example University"
  std::string state;    // open | in_progress | done | waived | not_applicable
  std::string result;   // of done: passed | failed | inconclusive
  std::string owner;
  std::string due;                      // as Recurrence::due of measures
  std::string repeat;                   // "180d", or empty
  std::optional<int64_t> next_ms;       // when it is to be repeated
  std::vector<std::string> depends_on;  // ids of tasks
  std::vector<std::string> questions;
  std::string contact_source;
  std::vector<std::string> evidence;
  bool needs_evidence = false;  // it does not pass without
  std::string reason;
  std::string by;
  std::string second;
  std::optional<int64_t> time_ms;    // of the last thing done
  std::vector<std::string> because;  // indicators that added it; empty: everybody of the role
  LocalText note;                    // what to mind; empty: nothing

  bool passed() const { return state == "done" && result == "passed"; }
  bool failed() const { return state == "done" && result == "failed"; }
  bool is_left() const { return state == "waived" || state == "not_applicable"; }
  // Two people decided not to do it.
  bool set_aside() const { return is_left() && !second.empty(); }
  // The policy leaves it out, where nobody has found that the law allows it; no person signed that.
  bool left_out() const { return is_left() && by.empty(); }
  // Nothing is to be done about it.
  bool settled() const { return passed() || is_left(); }
};

struct VetGate {
  std::string gate;
  std::string state;                 // open | closed | overridden
  std::vector<std::string> missing;  // ids of tasks, or measures
  LocalText text;
  // What opens it, where that is not to pass what is missing.
  std::vector<LocalText> hints;
  std::optional<int64_t> since_ms;
  std::string reason;  // of an override, with who
  std::string by;
  std::string second;
};

struct VetReport {
  std::string candidate;
  int64_t as_of = 0;
  AssessmentLevel level = AssessmentLevel::kContext;
  AssessmentPath path = AssessmentPath::kNothing;
  bool reverification_only = false;
  std::vector<VetFinding> findings;  // by code
  std::vector<MatrixRow> matrix;
  std::vector<VetTask> tasks;
  std::vector<VetGate> gates;
  std::vector<VetNotEvaluated> not_evaluated;  // by code
  CandidatePool::Sheet same_sheet;
  LocalText next_step;
  // What lies after `as_of`, and records of checks that belong to no task.
  std::vector<Diagnostic> remarks;
};

// Of event files.
struct VetEventCounts {
  uint64_t events = 0;      // up to `as_of`
  uint64_t of_account = 0;  // of these, about the candidate's account
  uint64_t later = 0;       // after it: left out
  uint64_t refused = 0;     // lines that could not be read
  uint64_t set_aside = 0;   // findings that an exemption covers, or that very many accounts share
};

// Everything must outlive the call.
struct VetInput {
  const Candidate& candidate;
  const VettingPolicy& policy;
  const AssessmentPolicy& assessment;
  std::span<const Indicator> indicators;
  const MeasureCatalogue& measures;
  const std::vector<Questionnaire>& questionnaires;
  const CandidatePool* pool = nullptr;  // null: not given
  const ListSet* lists = nullptr;       // null: none
  // Of event files, about the account with the candidate's id.
  bool events_given = false;
  VetEventCounts events = {};
  std::span<const VetFinding> from_events = {};
  std::span<const VetNotEvaluated> skipped_by_events = {};
};

// What the file names and nobody knows: questions and their answers, measures, indicators; and what
// the candidate himself signs in place of those who check. Such a file is not vetted, because what
// it says would be lost in silence.
std::vector<Diagnostic> CheckReferences(const VetInput& input);

// Thread-safe.
VetReport Vet(const VetInput& input);

// The indicators that the rules can find, whatever people answer.
std::span<const std::string_view> VettingCodes();

// The fixed words under every report.
const Phrase& VetLimits();

// Used inside of this layer.
const Indicator* FindIndicatorOf(const VetInput& in, const std::string& code);  // null: none
// The latest answer to each question; earlier ones stay in the file.
std::map<std::string, const Answer*> LatestAnswers(const Candidate& candidate);
void ApplyAnswers(const VetInput& in, RuleOutput* out);
std::vector<VetTask> MakeTasks(const VetInput& in, const std::vector<AddedTask>& added);
// Whether the record is about the task: it names the measure and, if there are several, the
// subject, as a pointer or in the words of the file.
bool IsAbout(const CheckRecord& record, const VetTask& task);
std::vector<VetGate> MakeGates(const VetInput& in, const std::vector<VetTask>& tasks,
                               const VetFacts& facts);

}  // namespace sekisho
