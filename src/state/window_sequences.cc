// Windows over the order of events: temporal, temporal_ordered, presence.
#include <algorithm>

#include "core/number.h"
#include "state/window_kinds.h"

namespace sekisho {

void TemporalWindow::Add(Stamp stamp, const WindowInput& input) {
  for (uint32_t i = 0; i < spec_.inputs; ++i) {
    if ((input.mask >> i & 1) == 0) continue;
    newest_[i] = stamp;
    head_->block |= 1u << i;
  }
}

Judgement TemporalWindow::Judge(int64_t time_ms) {
  int64_t seen = 0;
  for (uint32_t i = 0; i < spec_.inputs; ++i) seen += Seen(i, time_ms);
  Judgement judgement;
  judgement.value_micros = seen * kMicro;
  judgement.holds = spec_.thresholds.empty()
                        ? seen == spec_.inputs
                        : std::all_of(spec_.thresholds.begin(), spec_.thresholds.end(),
                                      [&](const Threshold& t) { return t.Holds(seen * kMicro); });
  return judgement;
}

void TemporalWindow::CollectEvidence(int64_t time_ms, Evidence* evidence) {
  std::vector<EventRef> refs;
  for (uint32_t i = 0; i < spec_.inputs; ++i) {
    if (Seen(i, time_ms)) refs.push_back(newest_[i].ref());
  }
  std::sort(refs.begin(), refs.end());
  refs.erase(std::unique(refs.begin(), refs.end()), refs.end());
  for (const EventRef ref : refs) evidence->Add(ref);
}

bool TemporalWindow::Expired(int64_t time_ms) {
  for (uint32_t i = 0; i < spec_.inputs; ++i) {
    if (Seen(i, time_ms)) return false;
  }
  return true;
}

void OrderedWindow::Add(Stamp stamp, const WindowInput& input) {
  // From the last rule to the first: a chain only grows by an event after its own last one.
  for (uint32_t i = spec_.inputs; i-- > 0;) {
    if ((input.mask >> i & 1) == 0) continue;
    if (i > 0) {
      if (!Lives(i - 1, stamp.time_ms())) continue;
      std::copy_n(Chain(i - 1), i, Chain(i));
    }
    Chain(i)[i] = stamp;
    head_->block |= 1u << i;
  }
}

Judgement OrderedWindow::Judge(int64_t time_ms) {
  // With a threshold, the longest prefix of the rules that matched in order is what counts.
  int64_t longest = 0;
  for (uint32_t i = 0; i < spec_.inputs; ++i) {
    if (Lives(i, time_ms)) longest = i + 1;
  }
  Judgement judgement;
  judgement.value_micros = longest * kMicro;
  judgement.holds =
      spec_.thresholds.empty()
          ? longest == spec_.inputs
          : std::all_of(spec_.thresholds.begin(), spec_.thresholds.end(),
                        [&](const Threshold& t) { return t.Holds(longest * kMicro); });
  return judgement;
}

void OrderedWindow::CollectEvidence(int64_t time_ms, Evidence* evidence) {
  for (uint32_t i = spec_.inputs; i-- > 0;) {
    if (!Lives(i, time_ms)) continue;
    for (uint32_t step = 0; step <= i; ++step) evidence->Add(Chain(i)[step].ref());
    return;
  }
}

bool OrderedWindow::Expired(int64_t time_ms) {
  for (uint32_t i = 0; i < spec_.inputs; ++i) {
    if (Lives(i, time_ms)) return false;
  }
  return true;
}

void PresenceWindow::Append(Stamp stamp) {
  constexpr uint32_t kHalf = limits::kEvidenceMax / 2;
  if (list_.size() == limits::kEvidenceMax) list_.Remove(kHalf);
  list_.PushBack(stamp);
  ++run_->total;
}

void PresenceWindow::Add(Stamp stamp, const WindowInput& input) {
  const bool within_gap = run_->ended == 0 && list_.size() > 0 &&
                          stamp.time_ms() - list_[list_.size() - 1].time_ms() <= spec_.gap_ms;
  if (!within_gap) Clear();
  const uint64_t activities = (uint64_t{1} << spec_.split) - 1;  // all 32 when nothing ends a run
  const bool is_activity = (input.mask & activities) != 0;
  const bool is_end = (input.mask & ~activities) != 0;
  if (is_activity || within_gap) Append(stamp);
  if (is_end) run_->ended = 1;
}

Judgement PresenceWindow::Judge(int64_t) {
  Judgement judgement;
  if (list_.size() == 0) return judgement;
  const int64_t length_ms = list_[list_.size() - 1].time_ms() - list_[0].time_ms();
  judgement.value_micros = length_ms * kMicro;
  judgement.holds =
      std::all_of(spec_.thresholds.begin(), spec_.thresholds.end(),
                  [&](const Threshold& t) { return t.Holds(judgement.value_micros); });
  return judgement;
}

void PresenceWindow::CollectEvidence(int64_t, Evidence* evidence) {
  const uint32_t unlisted = run_->total - list_.size();
  for (uint32_t i = 0; i < list_.size(); ++i) {
    evidence->Add(list_[i].ref());
  }
  evidence->AddUnlisted(unlisted);
}

bool PresenceWindow::Expired(int64_t time_ms) {
  return list_.size() == 0 || run_->ended != 0 ||
         time_ms - list_[list_.size() - 1].time_ms() > spec_.gap_ms;
}

void PresenceWindow::Clear() {
  list_.Clear();
  *run_ = Run();
}

}  // namespace sekisho
