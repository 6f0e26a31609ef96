// F02: the camera stays off and every other way was refused; F09: hours that were agreed.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "core/time.h"
#include "diligence/rule_output.h"
#include "facts/events/time_zone.h"

namespace sekisho {
namespace {

bool IsEqualWay(std::string_view method) {
  return method == "ic_chip" || method == "jpki" || method == "in_person" || method == "notary";
}

// Seen once, on whatever way, is enough to be left in peace.
bool WasSeen(const Candidate& c) {
  for (const IdentityPaper& paper : c.documents) {
    if (paper.check && paper.check->result == "genuine" && IsEqualWay(paper.check->method)) {
      return true;
    }
  }
  for (const Meeting& meeting : *c.meetings) {
    if (!meeting.alternative_accepted.empty() || meeting.camera == "on" ||
        (meeting.kind == "in_person" && meeting.attended.value_or(false))) {
      return true;
    }
  }
  return false;
}

// A camera that failed is neither shown nor avoided.
bool IsAvoided(const Meeting& meeting) {
  if (meeting.kind != "video") return false;
  if (!meeting.camera.empty()) return meeting.camera == "off";
  return meeting.attended.has_value() && !*meeting.attended;
}

// Nobody wrote down whether the camera was on.
bool MayBeAvoided(const Meeting& meeting) {
  return meeting.kind == "video" && meeting.camera.empty() && meeting.attended.value_or(true);
}

// A word about the ways: which were offered, refused or chosen, and when.
struct WayWord {
  int64_t time_ms = 0;
  const Meeting* meeting = nullptr;
  const Answer* answer = nullptr;
};

std::vector<WayWord> WordsAboutWays(const Candidate& c) {
  std::vector<WayWord> words;
  for (const Meeting& one : *c.meetings) words.push_back({one.time_ms, &one, nullptr});
  for (const Answer& one : c.answers) {
    if (one.question == "Q01" || one.question == "Q16") {
      words.push_back({one.time_ms, nullptr, &one});
    }
  }
  std::stable_sort(words.begin(), words.end(),
                   [](const WayWord& a, const WayWord& b) { return a.time_ms < b.time_ms; });
  return words;
}

enum class WayState : uint8_t { kOffered, kRefused, kChosen };

// The last word about each way that was offered or chosen. Q01 asks which way the candidate
// chooses, Q16 whether he refused one.
std::map<std::string, WayState> StatesOfWays(const Candidate& c) {
  std::map<std::string, WayState> states;
  const auto all = [&](WayState state) {
    for (auto& [way, its_state] : states) its_state = state;
  };
  for (const WayWord& word : WordsAboutWays(c)) {
    if (word.meeting != nullptr) {
      for (const std::string& way : word.meeting->alternatives_offered) states.try_emplace(way);
      for (const std::string& way : word.meeting->alternatives_refused) {
        states[way] = WayState::kRefused;
      }
      continue;
    }
    const std::string& value = word.answer->value;
    if (IsEqualWay(value)) states[value] = WayState::kChosen;
    if (value == "none" || value == "every_way_refused") all(WayState::kRefused);
    if (value == "other_way_taken") all(WayState::kChosen);
  }
  return states;
}

void AskAboutWays(const Phrase& note, RuleOutput* out) {
  out->tasks.push_back({"M40", "", "", "F02", Say(note)});
}

// Whether every way that was offered was refused. What is missing for an answer becomes a task: the
// offer, or the candidate's word about it.
bool RefusedEveryWay(const Candidate& c, RuleOutput* out) {
  const std::map<std::string, WayState> states = StatesOfWays(c);
  if (states.empty()) {
    AskAboutWays({"offer a way of equal strength: in person, a notary, the chip of the card",
                  "同等の方法（対面、公証人、ICチップ）を案内してください",
                  "동등한 방법(대면, 공증인, IC칩)을 안내하십시오"},
                 out);
    return false;
  }
  std::string open;
  for (const auto& [way, state] : states) {
    if (state == WayState::kChosen) return false;
    if (state == WayState::kOffered) open += (open.empty() ? "" : ", ") + way;
  }
  if (open.empty()) return true;
  AskAboutWays(
      {"ask which of the ways offered the candidate takes, and write the answer down (Q01)",
       "案内した方法のうちどれを選ぶかを尋ね、回答を記録してください（Q01）",
       "안내한 방법 가운데 무엇을 고르는지 묻고 답을 기록하십시오(Q01)"},
      out);
  out->Skip("F02", "not_supplied",
            Say({"an answer to the ways offered ($0): Q01, or `alternatives_refused` of /meetings",
                 "案内した方法（$0）への返事：Q01、または/meetingsの`alternatives_refused`",
                 "안내한 방법($0)에 대한 답: Q01 또는 /meetings의 `alternatives_refused`"},
                open));
  return false;
}

// The most meetings without a camera of any stretch of `days`.
size_t MostWithin(const std::vector<const Meeting*>& avoided, int64_t days) {
  size_t most = 0;
  for (size_t first = 0, last = 0; last < avoided.size(); ++last) {
    while (avoided[last]->time_ms - avoided[first]->time_ms > days * kDayMs) ++first;
    most = std::max(most, last - first + 1);
  }
  return most;
}

// In the order of their times.
std::vector<const Meeting*> MeetingsOf(const Candidate& c, bool (*is)(const Meeting&)) {
  std::vector<const Meeting*> found;
  for (const Meeting& meeting : *c.meetings) {
    if (is(meeting)) found.push_back(&meeting);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Meeting* a, const Meeting* b) { return a->time_ms < b->time_ms; });
  return found;
}

void CheckCamera(const RuleInput& in, RuleOutput* out) {
  const Candidate& c = in.candidate;
  const std::vector<const Meeting*> avoided = MeetingsOf(c, IsAvoided);
  const int64_t days = in.policy.Number("F02.days");
  const auto least = static_cast<size_t>(in.policy.Number("F02.meetings"));
  const size_t most = MostWithin(avoided, days);
  if (WasSeen(c)) return;
  if (most < least) {
    const std::vector<const Meeting*> possible =
        MeetingsOf(c, [](const Meeting& one) { return IsAvoided(one) || MayBeAvoided(one); });
    if (MostWithin(possible, days) < least) return;
    out->Skip("F02", "not_supplied",
              Phrase{"whether the camera was on in the video meetings: `camera` of /meetings",
                     "ビデオ会議でカメラを使ったかどうか（/meetingsの`camera`）",
                     "영상 회의에서 카메라를 켰는지(/meetings의 `camera`)"});
    return;
  }
  if (!RefusedEveryWay(c, out)) return;
  std::vector<std::string> at;
  at.reserve(avoided.size());
  for (const Meeting* meeting : avoided) at.push_back(meeting->at);
  VetFinding* const finding = out->Find(
      "F02",
      Say({"$0 video meetings without a camera within $1 days, and every other way refused",
           "$1日間に$0回、ビデオ会議でカメラを使わず、ほかの方法もすべて断った",
           "$1일 동안 영상 회의 $0회에서 카메라를 켜지 않고 다른 방법도 모두 거절"},
          most, days),
      std::move(at));
  finding->proxy = true;
  finding->time_ms = avoided.back()->time_ms;
}

bool IsWithin(const WorkingHours& hours, int64_t time_ms) {
  const std::optional<int64_t> offset = ZoneOffsetMinutes(hours.tz, time_ms);
  if (!offset) return false;
  const int64_t minute = (time_ms / kMinuteMs + *offset) % (24 * 60);
  if (hours.from_minute <= hours.to_minute) {
    return minute >= hours.from_minute && minute < hours.to_minute;
  }
  return minute >= hours.from_minute || minute < hours.to_minute;
}

// Meetings within the agreed hours. Where nobody wrote down who came, it is not known.
struct Attendance {
  size_t held = 0;
  size_t attended = 0;
  size_t unknown = 0;

  void Count(const WorkingHours& hours, int64_t time_ms, std::optional<bool> was_there) {
    if (!IsWithin(hours, time_ms)) return;
    if (!was_there) {
      ++unknown;
      return;
    }
    ++held;
    attended += *was_there ? 1 : 0;
  }
};

Attendance AttendanceOf(const Candidate& c) {
  Attendance known;
  if (c.meetings) {
    for (const Meeting& one : *c.meetings) known.Count(*c.claims.hours, one.time_ms, one.attended);
  }
  if (c.work && c.work->check_ins) {
    for (const Appointment& one : *c.work->check_ins) {
      known.Count(*c.claims.hours, one.time_ms, one.attended);
    }
  }
  return known;
}

void SkipHoursUnknown(RuleOutput* out) {
  out->Skip("F09", "not_supplied",
            Phrase{"who came to the meetings within the agreed hours: `attended`",
                   "合意した時間帯の会議への出欠（`attended`）",
                   "합의한 시간대의 회의 참석 여부(`attended`)"});
}

void CheckHours(const RuleInput& in, RuleOutput* out) {
  const Candidate& c = in.candidate;
  if (!c.claims.hours) {
    out->Skip("F09", "not_supplied",
              Phrase{"the agreed hours: /claims/hours", "合意した時間帯（/claims/hours）",
                     "합의한 시간대(/claims/hours)"});
    return;
  }
  const Attendance known = AttendanceOf(c);
  const auto least = static_cast<size_t>(in.policy.Number("F09.meetings"));
  if (known.held < least) {
    if (known.held + known.unknown >= least) {
      SkipHoursUnknown(out);
      return;
    }
    out->Skip(
        "F09", "too_few",
        Say({"$0 meetings within the agreed hours; there are $1",
             "合意した時間帯の会議$0回分（現在$1回）", "합의한 시간대의 회의 $0회분(현재 $1회)"},
            least, known.held));
    return;
  }
  const auto percent = static_cast<size_t>(in.policy.Number("F09.percent"));
  if (known.attended * 100 >= known.held * percent) return;
  if ((known.attended + known.unknown) * 100 >= (known.held + known.unknown) * percent) {
    SkipHoursUnknown(out);
    return;
  }
  out->Find("F09",
            Say({"came to $0 of $1 meetings within the agreed hours",
                 "合意した時間帯の会議$1回のうち出席は$0回",
                 "합의한 시간대의 회의 $1회 가운데 참석 $0회"},
                known.attended, known.held),
            {"/claims/hours"})
      ->proxy = true;
}

}  // namespace

void CheckMeetings(const RuleInput& in, RuleOutput* out) {
  if (in.candidate.meetings) {
    CheckCamera(in, out);
  } else {
    out->Skip("F02", "not_supplied",
              Phrase{"the meetings that were proposed: /meetings",
                     "提案した面談の記録（/meetings）", "제안한 면담 기록(/meetings)"});
  }
  CheckHours(in, out);
}

}  // namespace sekisho
