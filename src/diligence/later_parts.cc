#include "diligence/later_parts.h"

#include <algorithm>
#include <string_view>

#include "core/time.h"
#include "yaml/diagnostics.h"

namespace sekisho {
namespace {

class LaterParts {
 public:
  explicit LaterParts(Candidate* candidate) : c_(*candidate) {}

  void Run() {
    CandidatePart head;
    head.line = head.column = 1;
    Forget(&c_.stage_since, head, "stage_since");
    Forget(&c_.offered_at, head, "offered_at");
    FromClaims(&c_.claims);
    for (IdentityPaper& paper : c_.documents) {
      if (paper.check && Tell(paper, "check/at", paper.check->at)) paper.check.reset();
    }
    Drop(&c_.profiles, &Profile::taken_at, "taken_at");
    for (Profile& profile : c_.profiles) {
      Forget(&profile.created_at, profile, "created_at");
      FromClaims(&profile.fields);
    }
    Drop(&c_.payout, &Payout::added_at, "added_at");
    Drop(&c_.requests, &Request::time_ms, "at");
    Drop(&c_.meetings, &Meeting::time_ms, "at");
    if (c_.work) FromWork(&*c_.work);
    Drop(&c_.approaches, &Approach::time_ms, "at");
    if (c_.approaches) {
      for (Approach& one : *c_.approaches) Forget(&one.domain_created, one, "domain_created");
    }
    Drop(&c_.answers, &Answer::time_ms, "at");
    Drop(&c_.checks, &CheckRecord::time_ms, "at");
    Drop(&c_.explanations, &Explanation::asked_at, "asked_at");
    for (Explanation& one : c_.explanations) Unanswer(&one);
    Drop(&c_.overrides, &GateOverride::time_ms, "at");
  }

 private:
  // Whether the time lies after `as_of`, which is noted.
  bool Tell(const CandidatePart& part, std::string_view field, std::optional<int64_t> time_ms) {
    if (!time_ms || *time_ms <= c_.as_of) return false;
    LeftOut one;
    one.at = part.at + "/" + std::string(field);
    one.line = part.line;
    one.column = part.column;
    one.time_ms = *time_ms;
    c_.left_out.push_back(std::move(one));
    return true;
  }

  template <typename Part, typename Time>
  void Drop(std::vector<Part>* parts, Time Part::*time, std::string_view field) {
    std::erase_if(*parts, [&](const Part& part) { return Tell(part, field, part.*time); });
  }

  // A list that becomes empty says that nothing had happened yet.
  template <typename Part, typename Time>
  void Drop(std::optional<std::vector<Part>>* parts, Time Part::*time, std::string_view field) {
    if (*parts) Drop(&**parts, time, field);
  }

  void Forget(std::optional<int64_t>* time, const CandidatePart& part, std::string_view field) {
    if (Tell(part, field, *time)) time->reset();
  }

  void FromClaims(Claims* claims) {
    for (std::optional<Place>* const place : {&claims->residence, &claims->workplace}) {
      if (*place && Tell(**place, "since", (*place)->since)) place->reset();
    }
    Drop(&claims->contacts, &ContactClaim::since, "since");
  }

  void FromWork(Work* work) {
    if (work->milestones) {
      for (Milestone& one : *work->milestones) Forget(&one.accepted, one, "accepted");
    }
    Drop(&work->check_ins, &Appointment::time_ms, "at");
    Drop(&work->late, &Delay::time_ms, "at");
  }

  // What was said, and who found it enough, came with the answer.
  void Unanswer(Explanation* one) {
    if (!Tell(*one, "answered_at", one->answered_at)) return;
    one->answered_at.reset();
    one->statement.clear();
    one->accepted_by.clear();
  }

  Candidate& c_;
};

}  // namespace

void LeaveOutLater(Candidate* candidate) { LaterParts(candidate).Run(); }

std::vector<Diagnostic> LeftOutRemarks(const std::string& file, const std::vector<LeftOut>& parts,
                                       int64_t as_of) {
  std::vector<Diagnostic> remarks;
  for (const LeftOut& one : parts) {
    remarks.push_back({CodeText(Sk::kCandidateValue),
                       Severity::kWarning,
                       {file, one.line, one.column},
                       one.at + ": " + FormatTime(one.time_ms) + " lies after `as_of`, " +
                           FormatTime(as_of) + "; left out",
                       "look at the year; --as-of judges for another time"});
  }
  return remarks;
}

std::vector<Diagnostic> LeftOutRemarks(const Candidate& candidate) {
  return LeftOutRemarks(candidate.file, candidate.left_out, candidate.as_of);
}

}  // namespace sekisho
