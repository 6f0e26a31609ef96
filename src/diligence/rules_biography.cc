// E01: what the sources say about one person, side by side.
#include <algorithm>
#include <charconv>
#include <optional>

#include "core/postal_match.h"
#include "diligence/names_compare.h"
#include "diligence/rule_output.h"

namespace sekisho {
namespace {

constexpr std::string_view kCode = "E01";

std::optional<int> YearOf(const std::string& date) {
  int year = 0;
  if (date.size() < 4) return std::nullopt;
  const auto [end, error] = std::from_chars(date.data(), date.data() + 4, year);
  if (error != std::errc() || end != date.data() + 4) return std::nullopt;
  return year;
}

// Adds the row unless nobody says anything; true when at least two sources can be compared.
bool AddRow(MatrixRow row, RuleOutput* out) {
  if (row.values.empty()) return false;
  const bool several = row.values.size() > 1;
  if (!several) row.outcome = "one_source";
  out->matrix.push_back(std::move(row));
  return several;
}

void Report(const MatrixRow::Value& a, const MatrixRow::Value& b, const Phrase& field,
            SignGrade grade, bool proxy, RuleOutput* out) {
  const Phrase text{"$0: \"$1\" here, \"$2\" there", "$0：一方は「$1」、他方は「$2」",
                    "$0: 한쪽은 “$1”, 다른 쪽은 “$2”"};
  LocalText message;
  message.en = absl::Substitute(ToAbsl(text.en), ToAbsl(field.en), a.value, b.value);
  message.ja = absl::Substitute(ToAbsl(text.ja), ToAbsl(field.ja), a.value, b.value);
  message.ko = absl::Substitute(ToAbsl(text.ko), ToAbsl(field.ko), a.value, b.value);
  VetFinding* const finding = out->Find(kCode, std::move(message), {a.source, b.source}, grade);
  finding->proxy = proxy;
  out->tasks.push_back({"M25", "", "", std::string(kCode), {}});
}

std::string Worse(const std::string& a, const std::string& b) {
  constexpr std::string_view kOrder[] = {"differs", "unclear", "declared", "variant", "same"};
  for (const std::string_view one : kOrder) {
    if (a == one || b == one) return std::string(one);
  }
  return "same";
}

// Every name of profiles and documents against the claimed ones. On a document a name that is
// nobody's is hard: it is the paper that proves the name.
void CompareNames(const Candidate& c, RuleOutput* out) {
  const Phrase field{"name", "氏名", "이름"};
  MatrixRow row;
  row.field = "name";
  for (const ClaimedName& name : c.claims.names) row.values.push_back({name.at, name.value});
  const size_t claimed = row.values.size();
  row.outcome = "same";
  const auto add = [&](const std::string& at, const std::string& value, bool paper) {
    row.values.push_back({at, value});
    if (claimed == 0) return;
    std::string outcome = OutcomeOfName(value, c.claims.names);
    if (outcome == "unrelated") {
      outcome = "differs";
      Report(row.values.front(), row.values.back(), field,
             paper ? SignGrade::kHard : SignGrade::kFlag, !paper, out);
    }
    row.outcome = Worse(row.outcome, outcome);
  };
  for (const IdentityPaper& paper : c.documents) {
    if (!paper.name.empty()) add(paper.at + "/name", paper.name, true);
  }
  for (const Profile& profile : c.profiles) {
    for (const ClaimedName& name : profile.fields.names) add(name.at, name.value, false);
  }
  if (claimed == 0) row.outcome = "one_source";
  AddRow(std::move(row), out);
}

void CompareBirth(const Candidate& c, RuleOutput* out) {
  const Phrase field{"year of birth", "生年", "출생 연도"};
  MatrixRow row;
  row.field = "birth_year";
  row.outcome = "same";
  std::optional<int> first;
  const auto add = [&](const std::string& at, std::optional<int> year, bool paper) {
    if (!year) return;
    row.values.push_back({at, std::to_string(*year)});
    if (!first) first = year;
    if (*year == *first) return;
    row.outcome = "differs";
    Report(row.values.front(), row.values.back(), field,
           paper ? SignGrade::kHard : SignGrade::kFlag, false, out);
  };
  add("/claims/birth_year", c.claims.birth_year, false);
  for (const IdentityPaper& paper : c.documents) {
    add(paper.at + "/birth_date", YearOf(paper.birth_date), true);
  }
  for (const Profile& profile : c.profiles) {
    add(profile.at + "/fields/birth_year", profile.fields.birth_year, false);
  }
  AddRow(std::move(row), out);
}

// The day itself, where two papers have it.
void CompareBirthDays(const Candidate& c, RuleOutput* out) {
  const IdentityPaper* first = nullptr;
  for (const IdentityPaper& paper : c.documents) {
    if (paper.birth_date.empty()) continue;
    if (first == nullptr) first = &paper;
    if (paper.birth_date == first->birth_date ||
        YearOf(paper.birth_date) != YearOf(first->birth_date)) {
      continue;  // another year has been reported
    }
    Report({first->at + "/birth_date", first->birth_date},
           {paper.at + "/birth_date", paper.birth_date}, {"day of birth", "生年月日", "생년월일"},
           SignGrade::kHard, false, out);
  }
}

// Countries of residence and of work: codes, compared only with each other.
void CompareCountry(const Candidate& c, std::string_view what, const Phrase& field,
                    std::optional<Place> Claims::*place, RuleOutput* out) {
  MatrixRow row;
  row.field = std::string(what);
  row.outcome = "same";
  const auto add = [&](const std::optional<Place>& one) {
    if (!one || one->country.empty()) return;
    row.values.push_back({one->at + "/country", one->country});
    if (one->country == row.values.front().value) return;
    row.outcome = "differs";
    Report(row.values.front(), row.values.back(), field, SignGrade::kFlag, true, out);
  };
  add(c.claims.*place);
  for (const Profile& profile : c.profiles) add(profile.fields.*place);
  AddRow(std::move(row), out);
}

// Addresses are shown side by side. That somebody lives elsewhere than a paper says is the matter
// of G01, and only when something is sent.
void CompareAddresses(const Candidate& c, RuleOutput* out) {
  MatrixRow row;
  row.field = "address";
  row.outcome = "same";
  std::optional<PostalMarks> first;
  const auto add = [&](const std::string& at, const std::string& written) {
    if (written.empty()) return;
    row.values.push_back({at, written});
    const std::optional<PostalAddress> address = ReadPostalAddress(written);
    const PostalMarks marks = address ? MarksOf(*address, 0) : PostalMarks{};
    if (address && !first) first = marks;
    if (address && MatchAddresses(*first, marks) == AddressMatch::kSame) return;
    const bool unclear = !address || MatchAddresses(*first, marks) == AddressMatch::kUnclear;
    row.outcome = Worse(row.outcome, unclear ? "unclear" : "differs");
  };
  if (c.claims.residence) add(c.claims.residence->at + "/address", c.claims.residence->address);
  for (const IdentityPaper& paper : c.documents) add(paper.at + "/address", paper.address);
  for (const Profile& profile : c.profiles) {
    if (profile.fields.residence) {
      add(profile.fields.residence->at + "/address", profile.fields.residence->address);
    }
  }
  AddRow(std::move(row), out);
}

std::string YearText(const std::optional<MonthRange>& range) {
  return range ? std::to_string(range->first_year()) : "?";
}

std::string Describe(const CareerClaim& claim) {
  return claim.name + " " + YearText(claim.from) + "–" + YearText(claim.to);
}

bool DatesDiffer(const CareerClaim& a, const CareerClaim& b, int months) {
  return (a.from && b.from && MonthsApart(*a.from, *b.from) > months) ||
         (a.to && b.to && MonthsApart(*a.to, *b.to) > months);
}

// Two schools that cannot both be meant: one degree, or the same years.
bool AreRivals(const CareerClaim& a, const CareerClaim& b, int months, int now) {
  if (!a.degree.empty() && !b.degree.empty()) return IsOneOrganisation(a.degree, b.degree);
  if (!a.from || !b.from) return false;
  return MonthsInCommon(*a.from, a.to, *b.from, b.to, now) > months;
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
    const std::vector<CareerClaim>& claims = Of(in_.candidate.claims);
    for (const CareerClaim& claim : claims) row_.values.push_back({claim.at, Describe(claim)});
    for (const Profile& profile : in_.candidate.profiles) {
      for (const CareerClaim& other : Of(profile.fields)) {
        row_.values.push_back({other.at, Describe(other)});
        if (!claims.empty()) Compare(claims, Of(profile.fields), other);
      }
    }
    AddRow(std::move(row_), out_);
  }

 private:
  const std::vector<CareerClaim>& Of(const Claims& claims) const {
    return education_ ? claims.education : claims.employers;
  }

  static bool Names(const std::vector<CareerClaim>& list, const CareerClaim& one) {
    return std::any_of(list.begin(), list.end(), [&](const CareerClaim& other) {
      return IsOneOrganisation(other.name, one.name);
    });
  }

  void Compare(const std::vector<CareerClaim>& claims, const std::vector<CareerClaim>& others,
               const CareerClaim& other) {
    const CareerClaim* conflict = nullptr;
    bool named = false;
    for (const CareerClaim& claim : claims) {
      if (!IsOneOrganisation(claim.name, other.name)) continue;
      named = true;
      if (!DatesDiffer(claim, other, months_)) return;  // this is the one that is meant
      if (conflict == nullptr) conflict = &claim;
    }
    if (!named && education_) {
      for (const CareerClaim& claim : claims) {
        if (Names(others, claim) || !AreRivals(claim, other, months_, now_)) continue;
        conflict = &claim;
        break;
      }
      if (conflict != nullptr) {
        out_->tasks.push_back({"M24", other.at, other.name, std::string(kCode), {}});
      }
    }
    if (conflict == nullptr) return;
    row_.outcome = "differs";
    Report({conflict->at, Describe(*conflict)}, {other.at, Describe(other)}, field_,
           SignGrade::kFlag, /*proxy=*/false, out_);
  }

  const RuleInput& in_;
  const bool education_;
  const int months_;
  const int now_;
  const Phrase field_;
  RuleOutput* out_;
  MatrixRow row_;
};

}  // namespace

void CheckBiography(const RuleInput& in, RuleOutput* out) {
  const Candidate& c = in.candidate;
  CompareNames(c, out);
  CompareBirth(c, out);
  CompareBirthDays(c, out);
  CompareCountry(c, "residence", {"country of residence", "居住国", "거주 국가"},
                 &Claims::residence, out);
  CompareCountry(c, "workplace", {"country of work", "勤務国", "근무 국가"}, &Claims::workplace,
                 out);
  CompareAddresses(c, out);
  CareerCompare(in, /*education=*/true, out).Run();
  CareerCompare(in, /*education=*/false, out).Run();
  const bool comparable =
      std::any_of(out->matrix.begin(), out->matrix.end(),
                  [](const MatrixRow& row) { return row.outcome != "one_source"; });
  if (comparable) return;
  out->Skip(kCode, "not_supplied",
            Phrase{"a second source: a profile or a document with the same fields",
                   "比較できる二つ目の情報源（同じ項目のあるプロフィールまたは書類）",
                   "비교할 두 번째 출처(같은 항목이 있는 프로필이나 서류)"});
}

}  // namespace sekisho
