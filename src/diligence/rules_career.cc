// E02 and X09: the arithmetic of a claimed career; E03: thin profiles.
#include <charconv>
#include <optional>

#include "absl/strings/str_join.h"
#include "core/time.h"
#include "diligence/rule_output.h"

namespace sekisho {
namespace {

constexpr std::string_view kCode = "X09";

constexpr size_t kMissingShownMax = 6;

// A year of birth and where it stands.
struct BirthYear {
  std::string at;
  int year = 0;
};

// As claimed; else the earliest of a document, which makes the person oldest.
std::optional<BirthYear> BirthYearOf(const Candidate& c) {
  if (c.claims.birth_year) return BirthYear{"/claims/birth_year", *c.claims.birth_year};
  std::optional<BirthYear> earliest;
  for (const IdentityPaper& paper : c.documents) {
    int year = 0;
    const char* const text = paper.birth_date.data();
    if (paper.birth_date.size() < 4 || std::from_chars(text, text + 4, year).ptr != text + 4 ||
        (earliest && earliest->year <= year)) {
      continue;
    }
    earliest = BirthYear{paper.at + "/birth_date", year};
  }
  return earliest;
}

void CheckAge(const RuleInput& in, RuleOutput* out) {
  const Claims& claims = in.candidate.claims;
  const int least = static_cast<int>(in.policy.Number("E02.age"));
  const std::optional<BirthYear> birth = BirthYearOf(in.candidate);
  if (!birth) return;
  for (const CareerClaim& post : claims.employers) {
    if (!post.from) continue;
    // In the person's favour: the last month in which the post may have begun.
    const int age = post.from->last_year() - birth->year;
    if (age >= least) continue;
    out->Find(kCode,
              Say({"the post at \"$0\" begins at the age of $1 or younger",
                   "「$0」での勤務開始時の年齢は$1歳以下", "“$0” 근무 시작 당시 나이는 $1세 이하"},
                  post.name, age),
              {post.at + "/from", birth->at});
  }
}

void CheckOverlaps(const RuleInput& in, RuleOutput* out) {
  const std::vector<CareerClaim>& posts = in.candidate.claims.employers;
  const int most = static_cast<int>(in.policy.Number("E02.overlap_months"));
  const int now = MonthOf(in.candidate.as_of);
  bool unknown = false;
  for (size_t i = 0; i < posts.size(); ++i) {
    for (size_t k = i + 1; k < posts.size(); ++k) {
      const CareerClaim& a = posts[i];
      const CareerClaim& b = posts[k];
      if (!a.from || !b.from || a.time == "part" || b.time == "part") continue;
      const int common = MonthsInCommon(*a.from, a.to, *b.from, b.to, now);
      if (common <= most) continue;
      if (a.time.empty() || b.time.empty()) {
        unknown = true;
        continue;
      }
      out->Find(kCode,
                Say({"two full-time posts at once for $0 months: \"$1\" and \"$2\"",
                     "常勤の職が$0か月重なっている：「$1」と「$2」",
                     "전일제 근무가 $0개월 겹침: “$1”, “$2”"},
                    common, a.name, b.name),
                {a.at, b.at});
    }
  }
  if (!unknown) return;
  out->Skip(kCode, "not_supplied",
            Phrase{"whether overlapping posts were full-time: `time` of /claims/employers",
                   "期間の重なる職が常勤かどうか（/claims/employersの`time`）",
                   "기간이 겹치는 근무가 전일제인지(/claims/employers의 `time`)"});
}

// Written down as it was claimed: that it cannot be is what this rule says.
bool EndsBeforeItBegins(const CareerClaim& claim) {
  return claim.from && claim.to && claim.to->last < claim.from->first;
}

void CheckOrder(const std::vector<CareerClaim>& claims, RuleOutput* out) {
  for (const CareerClaim& claim : claims) {
    if (!EndsBeforeItBegins(claim)) continue;
    out->Find(kCode,
              Say({"what is claimed about \"$0\" ends before it begins",
                   "「$0」について申告された終了が開始より前",
                   "“$0”에 대해 밝힌 종료 시점이 시작보다 앞섬"},
                  claim.name),
              {claim.at + "/from", claim.at + "/to"});
  }
}

void CheckDegrees(const RuleInput& in, RuleOutput* out) {
  const int least = static_cast<int>(in.policy.Number("E02.degree_months"));
  for (const CareerClaim& study : in.candidate.claims.education) {
    if (study.degree.empty() || !study.from || !study.to || EndsBeforeItBegins(study)) continue;
    const int months = study.to->last - study.from->first;
    if (months >= least) continue;
    out->Find(kCode,
              Say({"the degree of \"$0\" takes $1 months at most",
                   "「$0」の学位の取得期間は長くても$1か月", "“$0” 학위 취득 기간은 길어도 $1개월"},
                  study.name, months),
              {study.at});
  }
}

// The sums need these. Whatever has no end goes on.
void SkipWithoutDates(const Candidate& c, RuleOutput* out) {
  std::vector<std::string> missing;
  if (!c.claims.employers.empty() && !BirthYearOf(c)) missing.emplace_back("/claims/birth_year");
  for (const CareerClaim& post : c.claims.employers) {
    if (!post.from) missing.push_back(post.at + "/from");
  }
  for (const CareerClaim& study : c.claims.education) {
    if (!study.degree.empty() && !study.from) missing.push_back(study.at + "/from");
  }
  if (missing.empty()) return;
  if (missing.size() > kMissingShownMax) {
    missing.resize(kMissingShownMax);
    missing.emplace_back("…");
  }
  out->Skip(kCode, "not_supplied",
            Say({"what the sums of the career need: $0", "経歴の計算に必要な項目：$0",
                 "경력 계산에 필요한 항목: $0"},
                absl::StrJoin(missing, ", ")));
}

void CheckProfiles(const RuleInput& in, RuleOutput* out) {
  const int64_t pages = in.policy.Number("E03.pages");
  const int64_t days = in.policy.Number("E03.days");
  bool known = false;
  for (const Profile& profile : in.candidate.profiles) {
    if (!profile.pages || !profile.created_at || !profile.taken_at) continue;
    known = true;
    const int64_t age = (*profile.taken_at - *profile.created_at) / kDayMs;
    if (*profile.pages > pages || age > days) continue;
    out->Find("E03",
              Say({"the profile at \"$0\" is $1 days old, of $2 pages",
                   "「$0」のプロフィールは作成から$1日、$2ページ",
                   "“$0”의 프로필은 만든 지 $1일, $2쪽"},
                  profile.site, age, *profile.pages),
              {profile.at}, SignGrade::kContext)
        ->proxy = true;
  }
  if (known) return;
  out->Skip("E03", "not_supplied",
            Phrase{"`pages`, `created_at` and `taken_at` of a profile",
                   "プロフィールの`pages`、`created_at`、`taken_at`",
                   "프로필의 `pages`, `created_at`, `taken_at`"});
}

}  // namespace

void CheckCareer(const RuleInput& in, RuleOutput* out) {
  const Claims& claims = in.candidate.claims;
  if (claims.employers.empty() && claims.education.empty()) {
    out->Skip(kCode, "not_supplied",
              Phrase{"posts and studies with their dates: /claims/employers, /claims/education",
                     "日付のある職歴と学歴（/claims/employers、/claims/education）",
                     "날짜가 있는 경력과 학력(/claims/employers, /claims/education)"});
  } else {
    CheckAge(in, out);
    CheckOrder(claims.employers, out);
    CheckOrder(claims.education, out);
    CheckOverlaps(in, out);
    CheckDegrees(in, out);
    SkipWithoutDates(in.candidate, out);
  }
  CheckProfiles(in, out);
}

}  // namespace sekisho
