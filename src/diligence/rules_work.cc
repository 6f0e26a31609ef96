// F08: slow replies; F10: delays without notice.
#include <algorithm>

#include "core/time.h"
#include "diligence/rule_output.h"

namespace sekisho {
namespace {

void CheckReplies(const RuleInput& in, RuleOutput* out) {
  std::vector<int64_t> replies;
  if (in.candidate.work && in.candidate.work->messages_ms) {
    replies = *in.candidate.work->messages_ms;
  }
  const auto least = static_cast<size_t>(in.policy.Number("F08.messages"));
  if (replies.size() < least) {
    out->Skip("F08", replies.empty() ? "not_supplied" : "too_few",
              Say({"the time to $0 replies within agreed hours: /work/messages_ms; there are $1",
                   "合意した時間帯での返信$0回分の所要時間（/work/messages_ms。現在$1回）",
                   "합의한 시간대의 답장 $0회분 소요 시간(/work/messages_ms. 현재 $1회)"},
                  least, replies.size()));
    return;
  }
  // The lower of the two in the middle: in the person's favour.
  const auto middle = replies.begin() + static_cast<std::ptrdiff_t>((replies.size() - 1) / 2);
  std::nth_element(replies.begin(), middle, replies.end());
  if (*middle <= in.policy.Number("F08.hours") * kHourMs) return;
  out->Find("F08",
            Say({"half of $0 replies took longer than $1", "返信$0回の半数が$1を超えた",
                 "답장 $0회의 절반이 $1을(를) 넘김"},
                replies.size(), FormatDuration(*middle / kMinuteMs * kMinuteMs)),
            {"/work/messages_ms"})
      ->proxy = true;
}

void CheckDelays(const RuleInput& in, RuleOutput* out) {
  if (!in.candidate.work || !in.candidate.work->late) {
    out->Skip("F10", "not_supplied",
              Phrase{"delays: /work/late (an empty list if there were none)",
                     "遅れの記録（/work/late。なければ空のリスト）",
                     "지연 기록(/work/late. 없으면 빈 목록)"});
    return;
  }
  std::vector<std::string> at;
  size_t unknown = 0;
  for (const Delay& delay : *in.candidate.work->late) {
    if (!delay.notice) ++unknown;
    if (delay.notice && !*delay.notice) at.push_back(delay.at);
  }
  const size_t count = at.size();
  const auto least = static_cast<size_t>(in.policy.Number("F10.delays"));
  if (count < least) {
    if (count + unknown < least) return;
    out->Skip("F10", "not_supplied",
              Phrase{"whether a delay was announced: `notice` of /work/late",
                     "遅れの連絡があったかどうか（/work/lateの`notice`）",
                     "지연을 미리 알렸는지(/work/late의 `notice`)"});
    return;
  }
  out->Find("F10",
            Say({"late $0 times without notice", "連絡なしの遅れが$0回", "연락 없는 지연 $0회"},
                count),
            std::move(at))
      ->proxy = true;
}

}  // namespace

void CheckWork(const RuleInput& in, RuleOutput* out) {
  CheckReplies(in, out);
  CheckDelays(in, out);
}

}  // namespace sekisho
