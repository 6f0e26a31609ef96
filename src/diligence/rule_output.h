// What the rules of `vet` read and write. Used inside of this layer, and by its tests.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/substitute.h"
#include "assess/assessment.h"
#include "core/language.h"
#include "core/status.h"
#include "diligence/candidate.h"
#include "diligence/vetting_policy.h"

namespace sekisho {

class CandidatePool;
class ListSet;

// A phrase with its "$0" filled in.
template <typename... Values>
LocalText Say(const Phrase& phrase, const Values&... values) {
  return {absl::Substitute(ToAbsl(phrase.en), values...),
          absl::Substitute(ToAbsl(phrase.ja), values...),
          absl::Substitute(ToAbsl(phrase.ko), values...)};
}

// The same with a word that each language has of its own.
inline LocalText Say(const Phrase& phrase, const LocalText& word) {
  return {absl::Substitute(ToAbsl(phrase.en), word.en),
          absl::Substitute(ToAbsl(phrase.ja), word.ja),
          absl::Substitute(ToAbsl(phrase.ko), word.ko)};
}

// A published sign that the file shows.
struct VetFinding {
  std::string indicator;  // "A02"
  SignGrade grade = SignGrade::kFlag;
  // The indicator may hit a group of honest people, and this finding does too. A finding about
  // something else than what the warning is for (dates, where it is about the spelling of names)
  // stands on its own.
  bool proxy = false;
  LocalText message;
  std::vector<std::string> at;  // JSON pointers
  std::optional<int64_t> time_ms;
  std::string source = "file";  // file | pool | answers | events
};

// Why an indicator says nothing, and what would let it speak.
struct VetNotEvaluated {
  std::string id;
  std::string why;  // not_supplied | too_few | list_missing | unclear | no_pool | no_events |
                    // people; of events also the other reasons of service/assessing.h
  LocalText what_to_supply;
};

// A field as all sources have it.
struct MatrixRow {
  struct Value {
    std::string source;  // JSON pointer
    std::string value;
  };
  std::string field;
  std::vector<Value> values;
  std::string outcome;  // one_source | same | variant | declared | differs | unclear
};

// A task beyond those that everybody gets.
struct AddedTask {
  std::string measure;
  std::string subject;  // JSON pointer, or empty
  std::string about;    // what it is about, in the words of the file
  std::string because;  // code of the indicator that asks for it
  LocalText note;
};

// What gates ask, beyond tasks.
struct VetFacts {
  // Of the payout account that was added last: same | variant | declared | unclear | unrelated;
  // empty without one.
  std::string payee;
  bool crypto = false;         // it is a wallet
  bool address_known = false;  // goods go to the address of a document, or residence is proved
  bool signature_ordered = false;
};

struct RuleInput {
  const Candidate& candidate;
  const VettingPolicy& policy;
  const CandidatePool* pool = nullptr;  // null: none was given
  const ListSet* lists = nullptr;       // null: none
};

struct RuleOutput {
  std::vector<VetFinding> findings;
  std::vector<VetNotEvaluated> not_evaluated;
  std::vector<MatrixRow> matrix;
  std::vector<AddedTask> tasks;
  VetFacts facts;

  VetFinding* Find(std::string_view code, LocalText message, std::vector<std::string> at,
                   SignGrade grade = SignGrade::kFlag) {
    VetFinding finding;
    finding.indicator = std::string(code);
    finding.grade = grade;
    finding.message = std::move(message);
    finding.at = std::move(at);
    findings.push_back(std::move(finding));
    return &findings.back();
  }
  void Skip(std::string_view code, std::string_view why, LocalText what) {
    not_evaluated.push_back({std::string(code), std::string(why), std::move(what)});
  }
  void Skip(std::string_view code, std::string_view why, const Phrase& what) {
    Skip(code, why, Say(what));
  }
};

// Somebody checked that the candidate lives at the claimed address (M28): the last word about it,
// and nobody has moved since.
bool ResidenceIsProved(const Candidate& c);

// One function for each group of rules of the specification (docs/vetting.md). Pure.
void CheckBiography(const RuleInput& in, RuleOutput* out);
void CheckCareer(const RuleInput& in, RuleOutput* out);
void CheckDocuments(const RuleInput& in, RuleOutput* out);
void CheckPayout(const RuleInput& in, RuleOutput* out);
void CheckRequests(const RuleInput& in, RuleOutput* out);
void CheckMeetings(const RuleInput& in, RuleOutput* out);
void CheckWork(const RuleInput& in, RuleOutput* out);
void CheckShipments(const RuleInput& in, RuleOutput* out);
void CheckConfirmations(const RuleInput& in, RuleOutput* out);
void CheckPool(const RuleInput& in, RuleOutput* out);
// What CheckPool can find, or skip.
std::span<const std::string_view> PoolCodes();

}  // namespace sekisho
