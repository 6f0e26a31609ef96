// E01: posts and studies of the sources, side by side.
#include <algorithm>

#include "diligence/compare_sources.h"
#include "diligence/names_compare.h"

namespace sekisho {
namespace {

std::string Describe(const CareerClaim& claim) {
  return claim.name + " " + DateText(claim.from) + "–" + DateText(claim.to);
}

bool DatesDiffer(const CareerClaim& a, const CareerClaim& b, int months) {
  return (a.from && b.from && MonthsApart(*a.from, *b.from) > months) ||
         (a.to && b.to && MonthsApart(*a.to, *b.to) > months);
}

enum class Rivals : uint8_t { kNo, kUnknown, kYes };

// Whether two posts or studies cannot both be meant: one degree, or the same years; of posts, both
// full-time.
Rivals AreRivals(const CareerClaim& a, const CareerClaim& b, bool education, int months, int now) {
  if (education && !a.degree.empty() && !b.degree.empty()) {
    return IsOneOrganisation(a.degree, b.degree) ? Rivals::kYes : Rivals::kNo;
  }
  if (!a.from || !b.from) return Rivals::kNo;
  if (MonthsInCommon(*a.from, a.to, *b.from, b.to, now) <= months) return Rivals::kNo;
  if (education) return Rivals::kYes;
  if (a.time == "part" || b.time == "part") return Rivals::kNo;
  return a.time.empty() || b.time.empty() ? Rivals::kUnknown : Rivals::kYes;
}

using Career = std::vector<CareerClaim>;

bool Names(const Career& list, const CareerClaim& one) {
  return std::any_of(list.begin(), list.end(), [&](const CareerClaim& other) {
    return IsOneOrganisation(other.name, one.name);
  });
}

class CareerCompare {
 public:
  CareerCompare(const RuleInput& in, bool education, RuleOutput* out)
      : in_(in),
        education_(education),
        months_(static_cast<int>(in.policy.Number("E01.months"))),
        now_(MonthOf(in.candidate.as_of)),
        field_(education ? Phrase{"education", "学歴", "학력"}
                         : Phrase{"employment", "職歴", "경력"}),
        out_(out) {
    row_.field = education ? "education" : "employers";
    row_.outcome = "same";
  }

  void Run() {
    Add(in_.candidate.claims);
    for (const Profile& profile : in_.candidate.profiles) Add(profile.fields);
    AddRow(std::move(row_), out_);
    if (!time_unknown_) return;
    out_->Skip("E01", "not_supplied",
               Phrase{"whether two employers in the same years were full-time: `time` of employers",
                      "同じ時期の別の勤務先がどちらも常勤かどうか（employersの`time`）",
                      "같은 시기의 서로 다른 근무처가 모두 전일제인지(employers의 `time`)"});
  }

 private:
  // Each post or study is compared with the sources before, until one of them has something to say.
  void Add(const Claims& source) {
    const Career& career = education_ ? source.education : source.employers;
    for (const CareerClaim& one : career) {
      row_.values.push_back({one.at, Describe(one)});
      if (earlier_.empty()) continue;
      std::string outcome = "unclear";
      for (const Career* other : earlier_) {
        outcome = Outcome(*other, career, one);
        if (outcome != "unclear") break;
      }
      row_.outcome = WorseOutcome(row_.outcome, outcome);
    }
    if (!career.empty()) earlier_.push_back(&career);
  }

  std::string Differs(const CareerClaim& here, const CareerClaim& there) {
    ReportDifference({{here.at, Describe(here)}, {there.at, Describe(there)}, field_}, out_);
    return "differs";
  }

  // A post or study that the earlier source has, with other dates; or one that it does not have.
  std::string Outcome(const Career& earlier, const Career& others, const CareerClaim& other) {
    const CareerClaim* conflict = nullptr;
    for (const CareerClaim& claim : earlier) {
      if (!IsOneOrganisation(claim.name, other.name)) continue;
      if (!DatesDiffer(claim, other, months_)) return "same";  // this is the one that is meant
      if (conflict == nullptr) conflict = &claim;
    }
    if (conflict != nullptr) return Differs(*conflict, other);
    for (const CareerClaim& claim : earlier) {
      if (Names(others, claim)) continue;
      const Rivals rivals = AreRivals(claim, other, education_, months_, now_);
      time_unknown_ = time_unknown_ || rivals == Rivals::kUnknown;
      if (rivals != Rivals::kYes) continue;
      out_->tasks.push_back({"M24", other.at, other.name, "E01", {}});
      return Differs(claim, other);
    }
    return "unclear";
  }

  const RuleInput& in_;
  const bool education_;
  const int months_;
  const int now_;
  const Phrase field_;
  RuleOutput* out_;
  MatrixRow row_;
  std::vector<const Career*> earlier_;  // of the sources before, those that are not empty
  bool time_unknown_ = false;
};

}  // namespace

void CompareCareers(const RuleInput& in, RuleOutput* out) {
  CareerCompare(in, /*education=*/true, out).Run();
  CareerCompare(in, /*education=*/false, out).Run();
}

}  // namespace sekisho
