// E01: what the sources say about one person, side by side: name, birth, country, address.
#include <algorithm>
#include <charconv>
#include <optional>

#include "core/postal_match.h"
#include "core/text.h"
#include "diligence/compare_sources.h"
#include "diligence/names_compare.h"

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

// A name of an account rather than of a person: one word with a digit in it.
bool IsLoginName(const std::string& name) {
  const std::string text = NormalText(name, TextCase::kKept);
  return text.find(' ') == std::string::npos &&
         std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Names that the others are compared with: the claimed ones; without any, that of a document, else
// those of a profile.
struct KnownNames {
  std::vector<ClaimedName> names;
  std::string from;  // the part that they stand in
};

KnownNames KnownNamesOf(const Candidate& c) {
  if (!c.claims.names.empty()) return {c.claims.names, "/claims"};
  for (const IdentityPaper& paper : c.documents) {
    if (paper.name.empty()) continue;
    ClaimedName name;
    name.at = paper.at + "/name";
    name.value = paper.name;
    return {{std::move(name)}, paper.at};
  }
  for (const Profile& profile : c.profiles) {
    if (!profile.fields.names.empty()) return {profile.fields.names, profile.at};
  }
  return {};
}

// On a document a name that is nobody's is hard: it is the paper that proves the name.
void CompareNames(const Candidate& c, RuleOutput* out) {
  const Phrase field{"name", "氏名", "이름"};
  const KnownNames known = KnownNamesOf(c);
  MatrixRow row;
  row.field = "name";
  for (const ClaimedName& name : known.names) row.values.push_back({name.at, name.value});
  row.outcome = "same";
  const auto add = [&](const std::string& at, const std::string& value, bool paper) {
    row.values.push_back({at, value});
    std::string outcome = OutcomeOfName(value, known.names);
    if (outcome == "unrelated" && !paper && IsLoginName(value)) {
      outcome = "unclear";
    } else if (outcome == "unrelated") {
      outcome = "differs";
      ReportDifference({row.values.front(), row.values.back(), field,
                        paper ? SignGrade::kHard : SignGrade::kFlag, !paper},
                       out);
    }
    row.outcome = WorseOutcome(row.outcome, outcome);
  };
  for (const IdentityPaper& paper : c.documents) {
    if (!paper.name.empty() && paper.at != known.from) add(paper.at + "/name", paper.name, true);
  }
  for (const Profile& profile : c.profiles) {
    if (profile.at == known.from) continue;
    for (const ClaimedName& name : profile.fields.names) add(name.at, name.value, false);
  }
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
    ReportDifference(
        {row.values.front(), row.values.back(), field, paper ? SignGrade::kHard : SignGrade::kFlag},
        out);
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
    ReportDifference({{first->at + "/birth_date", first->birth_date},
                      {paper.at + "/birth_date", paper.birth_date},
                      {"day of birth", "生年月日", "생년월일"},
                      SignGrade::kHard},
                     out);
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
    ReportDifference({row.values.front(), row.values.back(), field, SignGrade::kFlag, true}, out);
  };
  add(c.claims.*place);
  for (const Profile& profile : c.profiles) add(profile.fields.*place);
  AddRow(std::move(row), out);
}

using Marks = std::optional<PostalMarks>;

Marks ReadMarks(const std::string& written) {
  const std::optional<PostalAddress> address = ReadPostalAddress(written);
  return address ? Marks(MarksOf(*address, 0)) : std::nullopt;
}

// Nothing is translated: an address in another writing is unclear, as is a town alone.
std::string OutcomeOfAddress(const Marks& a, const Marks& b) {
  if (!a || !b) return "unclear";
  switch (MatchAddresses(*a, *b)) {
    case AddressMatch::kSame:
      return a->key == b->key ? "same" : "variant";
    case AddressMatch::kDifferent:
      return "differs";
    case AddressMatch::kUnclear:
      break;
  }
  return "unclear";
}

// Each address against the first one that can be compared. Where residence is proved, the claimed
// one stands; a profile older than a move that was told says nothing against it.
void CompareAddresses(const Candidate& c, RuleOutput* out) {
  MatrixRow row;
  row.field = "address";
  row.outcome = "same";
  const bool proved = ResidenceIsProved(c);
  Marks first;
  MatrixRow::Value first_value;
  const auto add = [&](const std::string& at, const std::string& address, bool outdated) {
    if (address.empty()) return;
    row.values.push_back({at, address});
    const Marks marks = ReadMarks(address);
    if (!first) {
      if (row.values.size() > 1) row.outcome = WorseOutcome(row.outcome, "unclear");
      first = marks;
      first_value = row.values.back();
      return;
    }
    std::string outcome = OutcomeOfAddress(first, marks);
    if (outcome == "differs" && proved) outcome = "declared";
    if (outcome == "differs" && outdated) outcome = "unclear";
    if (outcome == "differs") {
      ReportDifference(
          {first_value, row.values.back(), {"address", "住所", "주소"}, SignGrade::kFlag, true},
          out);
    }
    row.outcome = WorseOutcome(row.outcome, outcome);
  };
  const std::optional<Place>& home = c.claims.residence;
  if (home) add(home->at + "/address", home->address, false);
  for (const IdentityPaper& paper : c.documents) add(paper.at + "/address", paper.address, false);
  for (const Profile& profile : c.profiles) {
    const std::optional<Place>& other = profile.fields.residence;
    const bool outdated =
        home && home->since && profile.taken_at && *profile.taken_at < *home->since;
    if (other) add(other->at + "/address", other->address, outdated);
  }
  AddRow(std::move(row), out);
}

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
  CompareTimes(in, out);
  CompareCareers(in, out);
  CompareDetails(in, out);
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
