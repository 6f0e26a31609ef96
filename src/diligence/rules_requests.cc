// D02, D04, D05, D06, F06, F07, G04, X55: what the candidate asked for; E11: who approached us.
#include <algorithm>
#include <optional>
#include <utility>

#include "core/time.h"
#include "diligence/rule_output.h"

namespace sekisho {
namespace {

struct Kind {
  std::string_view request;
  std::string_view code;
  Phrase phrase;  // "$0": how often
};

constexpr Kind kSimple[] = {
    {"crypto_payment",
     "D02",
     {"payment in virtual currency asked for ($0)", "暗号資産での支払いの要望（$0回）",
      "가상자산 지급 요청($0회)"}},
    {"off_platform",
     "F06",
     {"dealing outside of the platform proposed ($0)", "プラットフォーム外での取引の提案（$0回）",
      "플랫폼 밖 거래 제안($0회)"}},
    {"other_channel",
     "F07",
     {"another channel of communication asked for ($0)", "別の連絡手段の要望（$0回）",
      "다른 연락 수단 요청($0회)"}},
    {"borrow_identity",
     "G04",
     {"personal data of others asked for ($0)", "他人の個人情報を借りたいとの要望（$0回）",
      "타인의 개인정보를 빌려 달라는 요청($0회)"}},
    {"own_device",
     "X55",
     {"work on an own device insisted on ($0)", "私物の端末での作業の要望（$0回）",
      "개인 기기 사용 요구($0회)"}},
};

std::vector<const Request*> OfKind(const Candidate& c, std::string_view kind) {
  std::vector<const Request*> found;
  for (const Request& request : *c.requests) {
    if (request.kind == kind) found.push_back(&request);
  }
  std::sort(found.begin(), found.end(),
            [](const Request* a, const Request* b) { return a->time_ms < b->time_ms; });
  return found;
}

std::vector<std::string> Pointers(const std::vector<const Request*>& requests) {
  std::vector<std::string> at;
  at.reserve(requests.size());
  for (const Request* request : requests) at.push_back(request->at);
  return at;
}

void CheckOtherAccount(const RuleInput& in, RuleOutput* out) {
  const std::vector<const Request*> asked = OfKind(in.candidate, "other_account");
  if (asked.empty()) return;
  const bool unrelated = std::any_of(out->findings.begin(), out->findings.end(),
                                     [](const VetFinding& one) { return one.indicator == "A02"; });
  out->Find("D04",
            unrelated ? Say({"payment to another account asked for, and the payee is somebody else",
                             "別の口座への支払いの要望があり、受取名義も別人",
                             "다른 계좌로의 지급 요청이 있고 수취 명의도 다른 사람"})
                      : Say({"payment to another account asked for ($0)",
                             "別の口座への支払いの要望（$0回）", "다른 계좌로의 지급 요청($0회)"},
                            asked.size()),
            Pointers(asked), unrelated ? SignGrade::kHard : SignGrade::kFlag)
      ->time_ms = asked.back()->time_ms;
}

// What the work shows; nothing where nobody wrote it down.
struct Delivered {
  std::optional<size_t> accepted;  // milestones
  size_t missed = 0;               // check-ins
  size_t unknown = 0;              // check-ins of which nobody wrote down who came
  bool check_ins_known = false;
};

Delivered DeliveredOf(const std::optional<Work>& work) {
  Delivered done;
  if (work && work->milestones) {
    done.accepted = 0;
    for (const Milestone& one : *work->milestones) *done.accepted += one.accepted ? 1 : 0;
  }
  if (!work || !work->check_ins) return done;
  done.check_ins_known = true;
  for (const Appointment& one : *work->check_ins) {
    if (!one.attended) ++done.unknown;
    if (one.attended && !*one.attended) ++done.missed;
  }
  return done;
}

void SkipPayWithoutWork(const Delivered& done, size_t least, RuleOutput* out) {
  if (!done.accepted) {
    out->Skip("D05", "not_supplied",
              Phrase{"milestones and their acceptance: /work/milestones (an empty list if none)",
                     "マイルストーンと検収：/work/milestones（なければ空のリスト）",
                     "마일스톤과 검수: /work/milestones(없으면 빈 목록)"});
  }
  if (!done.check_ins_known) {
    out->Skip("D05", "not_supplied",
              Phrase{"check-ins: /work/check_ins (an empty list if none)",
                     "定例の連絡：/work/check_ins（なければ空のリスト）",
                     "정기 연락: /work/check_ins(없으면 빈 목록)"});
  } else if (done.missed + done.unknown >= least) {
    out->Skip("D05", "not_supplied",
              Phrase{"who came to the check-ins: `attended` of /work/check_ins",
                     "定例の連絡への出欠（/work/check_insの`attended`）",
                     "정기 연락 참석 여부(/work/check_ins의 `attended`)"});
  }
}

// Either of the two holds, or both are known not to.
void CheckPayWithoutWork(const RuleInput& in, RuleOutput* out) {
  const std::vector<const Request*> asked = OfKind(in.candidate, "pay_without_milestone");
  if (asked.empty()) return;
  const Delivered done = DeliveredOf(in.candidate.work);
  const auto least = static_cast<size_t>(in.policy.Number("D05.check_ins"));
  const bool nothing_accepted = done.accepted && *done.accepted == 0;
  if (!nothing_accepted && done.missed < least) {
    SkipPayWithoutWork(done, least, out);
    return;
  }
  LocalText message =
      done.accepted
          ? Say({"pay asked for without delivery: $0 milestones accepted, $1 check-ins missed",
                 "納品なしの支払いの要望：検収済みのマイルストーン$0件、定例の連絡への欠席$1回",
                 "납품 없이 지급 요청: 검수된 마일스톤 $0건, 정기 연락 불참 $1회"},
                *done.accepted, done.missed)
          : Say({"pay asked for without delivery: $0 check-ins missed",
                 "納品なしの支払いの要望：定例の連絡への欠席$0回",
                 "납품 없이 지급 요청: 정기 연락 불참 $0회"},
                done.missed);
  out->Find("D05", std::move(message), Pointers(asked))->time_ms = asked.back()->time_ms;
}

// The most requests of any stretch of D06.days.
void CheckPrepayments(const RuleInput& in, RuleOutput* out) {
  const std::vector<const Request*> asked = OfKind(in.candidate, "prepayment");
  const auto least = static_cast<size_t>(in.policy.Number("D06.requests"));
  const int64_t days = in.policy.Number("D06.days");
  size_t most = 0;
  for (size_t first = 0, last = 0; last < asked.size(); ++last) {
    while (asked[last]->time_ms - asked[first]->time_ms > days * kDayMs) ++first;
    most = std::max(most, last - first + 1);
  }
  if (most < least) return;
  out->Find("D06",
            Say({"advance payment asked for $0 times within $1 days", "前払いの要望が$1日間に$0回",
                 "$1일 동안 선지급 요청 $0회"},
                most, days),
            Pointers(asked))
      ->time_ms = asked.back()->time_ms;
}

// An old domain may still be in no register, and a registered one new.
void SkipApproach(const Approach& one, RuleOutput* out) {
  if (!one.domain_created) {
    out->Skip("E11", "not_supplied",
              Say({"the day on which the domain was created: $0/domain_created",
                   "ドメインの登録日：$0/domain_created", "도메인 등록일: $0/domain_created"},
                  one.at));
  }
  if (!one.in_registry) {
    out->Skip(
        "E11", "not_supplied",
        Say({"whether the company is in a register: $0/in_registry",
             "会社が登記にあるかどうか：$0/in_registry", "회사가 등록부에 있는지: $0/in_registry"},
            one.at));
  }
}

void CheckApproaches(const RuleInput& in, RuleOutput* out) {
  if (!in.candidate.approaches) {
    out->Skip("E11", "not_supplied",
              Phrase{"direct approaches, if there were any: /approaches (an empty list if none)",
                     "直接の接触の記録（/approaches。なければ空のリスト）",
                     "직접 접촉 기록(/approaches. 없으면 빈 목록)"});
    return;
  }
  const int64_t days = in.policy.Number("E11.days");
  for (const Approach& one : *in.candidate.approaches) {
    if (one.role != "executive") continue;
    const bool young = one.domain_created && one.time_ms - *one.domain_created < days * kDayMs;
    const bool unknown = one.in_registry.has_value() && !*one.in_registry;
    if (!young && !unknown) {
      SkipApproach(one, out);
      continue;
    }
    out->Find("E11",
              Say({"an executive wrote from \"$0\", which is new or in no register",
                   "経営幹部を名乗る接触：「$0」は新しいか登記にない",
                   "경영진을 자처한 접촉: “$0”은(는) 새롭거나 등록부에 없음"},
                  one.domain.empty() ? "-" : one.domain),
              {one.at}, SignGrade::kContext)
        ->time_ms = one.time_ms;
  }
}

}  // namespace

void CheckRequests(const RuleInput& in, RuleOutput* out) {
  CheckApproaches(in, out);
  if (!in.candidate.requests) {
    for (const std::string_view code : {"D02", "D04", "D05", "D06", "F06", "F07", "G04", "X55"}) {
      out->Skip(code, "not_supplied",
                Phrase{"what the candidate asked for: /requests (an empty list if nothing)",
                       "候補者の要望（/requests。なければ空のリスト）",
                       "후보자의 요청(/requests. 없으면 빈 목록)"});
    }
    return;
  }
  for (const Kind& kind : kSimple) {
    const std::vector<const Request*> asked = OfKind(in.candidate, kind.request);
    if (asked.empty()) continue;
    out->Find(kind.code, Say(kind.phrase, asked.size()), Pointers(asked))->time_ms =
        asked.back()->time_ms;
  }
  CheckOtherAccount(in, out);
  CheckPayWithoutWork(in, out);
  CheckPrepayments(in, out);
}

}  // namespace sekisho
