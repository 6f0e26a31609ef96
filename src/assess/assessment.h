// What all findings about one account amount to (design: assessment). Nothing here names or rejects
// anybody: the highest level asks people to look at a case first.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sekisho {

// context: known, no reason to look. flag: listed for additional review, as the published notices
// ask for single signs; without effect on the person. review: a case for people. urgent: a case on
// top.
enum class AssessmentLevel : uint8_t { kContext, kFlag, kReview, kUrgent };
constexpr size_t kAssessmentLevels = 4;

// "context", "flag", "review", "urgent".
std::string_view LevelName(AssessmentLevel level);

enum class SignGrade : uint8_t { kContext, kFlag, kHard, kOpener };

// "context", "flag", "hard", "opener"; context for any other text.
SignGrade ParseGrade(std::string_view grade);
std::string_view GradeName(SignGrade grade);

// What weighing needs to know about an indicator.
struct SignKind {
  std::string code;  // "B01"
  std::string evidence_class;
  bool proxy = false;                      // may hit a group of honest people: never alone
  bool human_only = false;                 // never computed: left out
  std::vector<std::string> same_cause_as;  // codes
};

// Why a finding does not count although it is there.
enum class SetAside : uint8_t {
  kNo,
  kExempted,  // the platform has decided so, or accepted an explanation
  kHub,       // about what so many accounts share that it says nothing about one of them
};

// One finding as it is weighed.
struct Sign {
  uint32_t kind = 0;  // index of its indicator
  SignGrade grade = SignGrade::kContext;
  int64_t first_ms = 0;
  int64_t last_ms = 0;
  uint32_t finding = 0;  // names it for the caller
  SetAside set_aside = SetAside::kNo;
  uint32_t exemption = 0;  // names it for the caller; of kExempted
};

// A person was asked to explain a sign.
struct ExplanationRequest {
  uint32_t kind = 0;
  int64_t asked_ms = 0;
  bool answered = false;
};

// Which rule of the policy gave the level; the first that holds, from the top.
enum class AssessmentPath : uint8_t {
  kUrgentOpener,    // an opener that tells of harm being done
  kOpenerAndHard,   // an opener beside hard signs of other classes
  kHardClasses,     // hard signs of many classes
  kOpener,          // one opener
  kHardAndOthers,   // hard signs and other classes
  kHardAndProxies,  // the same with the help of proxies
  kBreadth,         // many indicators within a short time: re-verification only
  kSolid,           // one sign that may stand on its own
  kProxies,         // several proxies
  kLinked,          // shares an identifier with an account that is looked at
  kNothing,         // context only, or too few proxies
};

// "urgent_opener", "opener_and_hard", "hard_classes", "opener", "hard_and_others",
// "hard_and_proxies", "breadth", "solid", "proxies", "linked", "nothing".
std::string_view PathName(AssessmentPath path);

// What became of an indicator. One of whose findings some are set aside has a contribution for
// these and one for the others.
enum class ContributionRole : uint8_t {
  kCounted,
  kSameCause,   // another one with the same cause is counted
  kContext,     // explains, is no sign
  kExempted,    // SetAside::kExempted
  kHub,         // SetAside::kHub
  kPeopleOnly,  // never counted
};

struct Contribution {
  uint32_t kind = 0;
  SignGrade grade = SignGrade::kContext;  // the strongest of its findings
  ContributionRole role = ContributionRole::kContext;
  bool solid = false;
  bool decisive = false;     // belongs to the smallest set that gave the level
  uint32_t folded_into = 0;  // kind; of role kSameCause
  bool unanswered = false;   // graded hard because a request stayed unanswered
  int64_t first_ms = 0;
  int64_t last_ms = 0;
  std::vector<uint32_t> findings;    // rising
  std::vector<uint32_t> exemptions;  // rising; of role kExempted
};

struct Assessment {
  AssessmentLevel level = AssessmentLevel::kContext;
  AssessmentPath path = AssessmentPath::kNothing;
  bool reverification_only = false;         // the only outcome that is allowed
  bool linked = false;                      // shares an identifier with an account under review
  std::vector<Contribution> contributions;  // counted ones first, strongest first
  // Evidence classes of counted ones, sorted; they point into the kinds.
  std::vector<std::string_view> classes;        // with a sign that may stand on its own
  std::vector<std::string_view> proxy_classes;  // with proxies only
  size_t hard = 0;                              // counted ones that are hard or openers
  int64_t newest_ms = 0;                        // last event of any contribution
};

// Marks the account as linked, and lists it if nothing else does.
void ListAsLinked(Assessment* assessment);

// The order of the queue: higher level, linked, more classes, more hard signs, newer. Equal ones
// are left to the caller (by name). Classes with proxies only do not move anybody forward.
bool ComesBefore(const Assessment& a, const Assessment& b);

}  // namespace sekisho
