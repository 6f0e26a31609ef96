// E10: schools and employers that deny; confirmations that do not count.
#include <algorithm>
#include <string>

#include "diligence/rule_output.h"

namespace sekisho {
namespace {

bool IsConfirmation(const CheckRecord& check) {
  return check.measure == "M24" && check.state == "done" &&
         (check.contact_source == "registry" || check.contact_source == "search" ||
          check.contact_source == "directory" || check.contact_source == "known_partner");
}

// A school or employer is named by its pointer or in the words of the file: here by its pointer.
std::string SubjectOf(const CheckRecord& check, const Claims& claims) {
  for (const std::vector<CareerClaim>* const career : {&claims.employers, &claims.education}) {
    for (const CareerClaim& one : *career) {
      if (one.name == check.subject) return one.at;
    }
  }
  return check.subject;
}

// Asked again, the same school or employer confirmed: the last word counts.
bool IsTakenBack(const CheckRecord& denial, const Candidate& c) {
  return std::any_of(c.checks.begin(), c.checks.end(), [&](const CheckRecord& later) {
    return IsConfirmation(later) && later.result == "passed" && later.time_ms > denial.time_ms &&
           SubjectOf(later, c.claims) == SubjectOf(denial, c.claims);
  });
}

}  // namespace

void CheckConfirmations(const RuleInput& in, RuleOutput* out) {
  bool confirmed = false;
  for (const CheckRecord& check : in.candidate.checks) {
    if (!IsConfirmation(check)) continue;
    confirmed = confirmed || check.result != "inconclusive";
    if (check.result != "failed" || IsTakenBack(check, in.candidate)) continue;
    VetFinding* const finding = out->Find(
        "E10",
        Say({"a school or employer denies what is claimed: \"$0\"",
             "学校または勤務先が申告内容を否定：「$0」", "학교나 근무처가 밝힌 내용을 부인: “$0”"},
            check.subject.empty() ? "-" : check.subject),
        {check.at}, SignGrade::kHard);
    finding->time_ms = check.time_ms;
  }
  if (confirmed) return;
  out->Skip("E10", "not_supplied",
            Phrase{"a confirmation through contact data that is not the candidate's: /checks, M24",
                   "本人以外から得た連絡先による確認（/checks、M24）",
                   "본인이 아닌 곳에서 얻은 연락처를 통한 확인(/checks, M24)"});
}

}  // namespace sekisho
