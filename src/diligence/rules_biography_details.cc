// E01: what else the sources say, side by side: time zone and hours of work, contacts, skills, the
// numbers of certificates.
#include <algorithm>
#include <bitset>

#include "absl/strings/str_format.h"
#include "core/text.h"
#include "diligence/compare_sources.h"
#include "diligence/names_compare.h"
#include "diligence/pool.h"
#include "facts/events/time_zone.h"

namespace sekisho {
namespace {

constexpr int kDayMinutes = 24 * 60;

std::vector<const Claims*> Sources(const Candidate& c) {
  std::vector<const Claims*> sources = {&c.claims};
  for (const Profile& profile : c.profiles) sources.push_back(&profile.fields);
  return sources;
}

// Where a person says to work: people move and travel, so it is a proxy. Zones with one time are
// one.
void CompareZones(const RuleInput& in, RuleOutput* out) {
  MatrixRow row;
  row.field = "time_zone";
  row.outcome = "same";
  std::optional<int64_t> first;
  for (const Claims* source : Sources(in.candidate)) {
    if (!source->workplace || source->workplace->tz.empty()) continue;
    row.values.push_back({source->workplace->at + "/tz", source->workplace->tz});
    const auto offset = ZoneOffsetMinutes(source->workplace->tz, in.candidate.as_of);
    if (row.values.size() == 1) first = offset;
    if (offset == first) continue;
    row.outcome = "differs";
    ReportDifference({row.values.front(),
                      row.values.back(),
                      {"time zone of work", "勤務地のタイムゾーン", "근무지의 시간대"},
                      SignGrade::kFlag,
                      true},
                     out);
  }
  AddRow(std::move(row), out);
}

using DayMinutes = std::bitset<kDayMinutes>;

// The minutes of a day in UTC.
DayMinutes MinutesOf(const WorkingHours& hours, int64_t as_of) {
  const int offset = static_cast<int>(ZoneOffsetMinutes(hours.tz, as_of).value_or(0));
  const int length = (hours.to_minute - hours.from_minute + kDayMinutes) % kDayMinutes;
  DayMinutes minutes;
  for (int i = 0; i < length; ++i) {
    minutes.set(
        static_cast<size_t>((hours.from_minute + i - offset + 2 * kDayMinutes) % kDayMinutes));
  }
  return minutes;
}

std::string Describe(const WorkingHours& hours) {
  return absl::StrFormat("%02d:%02d–%02d:%02d %s", hours.from_minute / 60, hours.from_minute % 60,
                         hours.to_minute / 60, hours.to_minute % 60, hours.tz);
}

// Hours differ when not one minute is common; people round them.
void CompareHours(const RuleInput& in, RuleOutput* out) {
  MatrixRow row;
  row.field = "hours";
  row.outcome = "same";
  DayMinutes first;
  for (const Claims* source : Sources(in.candidate)) {
    if (!source->hours) continue;
    row.values.push_back({source->hours->at, Describe(*source->hours)});
    const DayMinutes minutes = MinutesOf(*source->hours, in.candidate.as_of);
    if (row.values.size() == 1) {
      first = minutes;
    } else if (minutes.none() || first.none()) {
      row.outcome = WorseOutcome(row.outcome, "unclear");
    } else if ((minutes & first).none()) {
      row.outcome = "differs";
      ReportDifference({row.values.front(),
                        row.values.back(),
                        {"working hours", "勤務時間", "근무 시간"},
                        SignGrade::kFlag,
                        true},
                       out);
    } else if (minutes != first) {
      row.outcome = WorseOutcome(row.outcome, "variant");
    }
  }
  AddRow(std::move(row), out);
}

// The contacts of one kind that can be compared.
std::vector<const ContactClaim*> OfKind(const Claims& source, std::string_view kind,
                                        const Candidate& owner) {
  std::vector<const ContactClaim*> found;
  for (const ContactClaim& one : source.contacts) {
    if (one.kind != kind || CandidatePool::ContactKey(one, owner).empty()) continue;
    found.push_back(&one);
  }
  return found;
}

// People have several addresses and numbers: only sources without one in common differ, and that is
// context. Account names belong to their site and are not compared.
void CompareContacts(const RuleInput& in, const Phrase& field, std::string_view kind,
                     RuleOutput* out) {
  MatrixRow row;
  row.field = kind;
  row.outcome = "same";
  std::vector<const ContactClaim*> first;
  for (const Claims* source : Sources(in.candidate)) {
    const std::vector<const ContactClaim*> contacts = OfKind(*source, kind, in.candidate);
    for (const ContactClaim* one : contacts) row.values.push_back({one->at, one->value});
    if (contacts.empty()) continue;
    if (first.empty()) {
      first = contacts;
      continue;
    }
    const bool common = std::any_of(contacts.begin(), contacts.end(), [&](const auto* one) {
      const std::string key = CandidatePool::ContactKey(*one, in.candidate);
      return std::any_of(first.begin(), first.end(), [&](const auto* other) {
        return CandidatePool::ContactKey(*other, in.candidate) == key;
      });
    });
    if (common) continue;
    row.outcome = "differs";
    ReportDifference({{first.front()->at, first.front()->value},
                      {contacts.front()->at, contacts.front()->value},
                      field,
                      SignGrade::kContext,
                      true},
                     out);
  }
  AddRow(std::move(row), out);
}

// Rows of things with a name, of which one value each is compared.
struct Item {
  std::string at;
  std::string name;   // as it is compared
  std::string value;  // as it is compared; empty: nothing to compare
  std::string shown;
  std::optional<MonthRange> since;
};

using Items = std::vector<Item>;

Items SkillsOf(const Claims& source) {
  Items items;
  for (const SkillClaim& one : source.skills) {
    Item item{one.at, NormalText(one.name, TextCase::kLower), "", one.name, one.since};
    if (one.since) item.shown += " " + DateText(one.since);
    items.push_back(std::move(item));
  }
  return items;
}

Items CertificatesOf(const Claims& source) {
  Items items;
  for (const CertificateClaim& one : source.certificates) {
    Item item{one.at, NormalText(one.name, TextCase::kLower), "", one.name, {}};
    if (!IsMaskedNumber(one.number)) item.value = LettersAndDigits(one.number, TextCase::kUpper);
    for (const std::string& more : {one.issuer, one.number}) {
      if (!more.empty()) item.shown += " " + more;
    }
    items.push_back(std::move(item));
  }
  return items;
}

std::string OutcomeOfItem(const Item& a, const Item& b, int months) {
  if (a.since && b.since && MonthsApart(*a.since, *b.since) > months) return "differs";
  if (a.value.empty() || b.value.empty()) return "same";
  return a.value == b.value ? "same" : "differs";
}

// Something that only one source names is no difference; something that both name is compared with
// the best of its namesakes.
void CompareItems(const RuleInput& in, const Phrase& field, std::string_view name,
                  Items (*items_of)(const Claims&), RuleOutput* out) {
  const auto months = static_cast<int>(in.policy.Number("E01.months"));
  MatrixRow row;
  row.field = name;
  row.outcome = "same";
  Items earlier;  // of the sources before; of namesakes all
  for (const Claims* source : Sources(in.candidate)) {
    Items items = items_of(*source);
    for (const Item& item : items) {
      row.values.push_back({item.at, item.shown});
      const Item* conflict = nullptr;
      bool agrees = false;
      for (const Item& other : earlier) {
        if (other.name != item.name) continue;
        agrees = agrees || OutcomeOfItem(other, item, months) == "same";
        if (conflict == nullptr) conflict = &other;
      }
      if (earlier.empty() || agrees) continue;
      if (conflict == nullptr) {
        row.outcome = WorseOutcome(row.outcome, "unclear");
        continue;
      }
      row.outcome = "differs";
      ReportDifference({{conflict->at, conflict->shown}, {item.at, item.shown}, field}, out);
    }
    earlier.insert(earlier.end(), items.begin(), items.end());
  }
  AddRow(std::move(row), out);
}

}  // namespace

void CompareTimes(const RuleInput& in, RuleOutput* out) {
  CompareZones(in, out);
  CompareHours(in, out);
}

void CompareDetails(const RuleInput& in, RuleOutput* out) {
  CompareContacts(in, {"e-mail address", "メールアドレス", "이메일 주소"}, "email", out);
  CompareContacts(in, {"telephone number", "電話番号", "전화번호"}, "phone", out);
  CompareContacts(in, {"website", "ウェブサイト", "웹사이트"}, "website", out);
  CompareItems(in, {"skill", "技能", "기술"}, "skills", SkillsOf, out);
  CompareItems(in, {"certificate", "資格", "자격증"}, "certificates", CertificatesOf, out);
}

}  // namespace sekisho
