// Windows at their limits: how much they keep, what they say when they are full, and the exact ends
// of time.
#include <gtest/gtest.h>

#include <limits>
#include <string>

#include "state/window_run.h"

namespace sekisho {
namespace {

constexpr int64_t kMax = limits::kWindowEntriesMax;
constexpr Compare kAtLeast = Compare::kGreaterEqual;

WindowSpec SpecOf(WindowKind kind, int64_t span_ms) {
  WindowSpec spec;
  spec.kind = kind;
  spec.span_ms = span_ms;
  spec.lowest_count = 1;
  spec.percentile = 50;
  spec.thresholds = {{kAtLeast, kMicro}};
  return spec;
}

ModelInput InputAt(int64_t time_ms, EventRef ref, uint64_t value = 0, uint32_t mask = 1) {
  return {Stamp(time_ms, ref), mask, {value}};
}

// Fills a window with more than it keeps, lets part of it pass, and fills it again.
void FillAndEmpty(WindowSpec spec) {
  WindowRun run(spec);
  EventRef ref = 0;
  int64_t time_ms = 1'000'000;
  const auto add = [&](int64_t count, int64_t step_ms) {
    for (int64_t i = 0; i < count; ++i) {
      time_ms += step_ms;
      ++ref;
      // Every third value was there before, some of them long ago.
      const uint64_t value = ref % 3 == 0 ? ref / 2 : ref;
      const uint32_t mask = spec.inputs == 1 ? 1 : 1 + ref % 3;
      const ModelInput input = InputAt(time_ms, ref, value * 1'000, mask);
      run.Add(input);
      if (i % 701 != 0 && i + 1 != count) continue;
      ASSERT_EQ(run.Compare(time_ms), "") << "input " << ref;
    }
  };
  add(kMax + 1, 1);
  add(2 * kMax, 1);
  add(20, spec.span_ms / 15);  // nearly all of it leaves
  add(10, 1);
  add(kMax + 100, 1);
  time_ms += 2 * spec.span_ms;
  add(3, 1);
  run.Clear();
  EXPECT_EQ(run.pools().bytes_used(), 0u);
}

TEST(FullWindow, OfACount) { FillAndEmpty(SpecOf(WindowKind::kCount, 3 * kMax)); }
TEST(FullWindow, OfDistinctValues) { FillAndEmpty(SpecOf(WindowKind::kDistinct, 5 * kMax)); }
TEST(FullWindow, OfASum) { FillAndEmpty(SpecOf(WindowKind::kSum, 3 * kMax)); }
TEST(FullWindow, OfAnAverage) { FillAndEmpty(SpecOf(WindowKind::kAverage, 3 * kMax)); }
TEST(FullWindow, OfAPercentile) { FillAndEmpty(SpecOf(WindowKind::kPercentile, 3 * kMax)); }

TEST(FullWindow, OfARatio) {
  WindowSpec spec = SpecOf(WindowKind::kRatio, 3 * kMax);
  spec.inputs = 2;
  spec.split = 1;
  spec.lag_ms = kMax / 2;
  FillAndEmpty(spec);
}

TEST(FullWindow, OfAPresenceHasNoLimit) {
  WindowSpec spec = SpecOf(WindowKind::kPresence, 0);
  spec.gap_ms = 10;
  spec.split = 1;
  WindowRun run(spec);
  for (int64_t i = 1; i <= 3 * kMax; ++i) run.Add(InputAt(i * 10, i));
  EXPECT_EQ(run.Compare(3 * kMax * 10), "");
  Evidence evidence;
  run.window().CollectEvidence(3 * kMax * 10, &evidence);
  EXPECT_EQ(evidence.total(), static_cast<uint64_t>(3 * kMax));
  EXPECT_EQ(run.window().run_start(), Stamp(10, 1));
  EXPECT_LE(run.pools().bytes_used(), 1024u) << "of a long run only its ends are kept";
}

TEST(FullWindow, ThatIsJudgedOnceKeepsTheNewest) {
  for (const WindowKind kind : {WindowKind::kCount, WindowKind::kDistinct, WindowKind::kSum}) {
    WindowSpec spec = SpecOf(kind, 10 * kMax);
    spec.anchored = true;
    WindowRun run(spec);
    for (int64_t i = 1; i <= kMax; ++i) run.Add(InputAt(i, i, i * kMicro));
    EXPECT_EQ(run.Compare(10 * kMax), "");
    for (int64_t i = kMax + 1; i <= 2 * kMax; ++i) run.Add(InputAt(i, i, i * kMicro));
    EXPECT_EQ(run.Compare(10 * kMax), "");
    run.Clear();
    EXPECT_EQ(run.pools().bytes_used(), 0u);
  }
}

TEST(WindowEdge, OneSpanBackIsOutside) {
  for (const WindowKind kind : {WindowKind::kCount, WindowKind::kDistinct}) {
    WindowAlone window(SpecOf(kind, 100));
    EXPECT_EQ(window.View().AddAndJudge(Stamp(1000, 1), {1, 1}).value_micros, 1 * kMicro);
    EXPECT_EQ(window.View().AddAndJudge(Stamp(1099, 2), {1, 2}).value_micros, 2 * kMicro);
    EXPECT_EQ(window.View().AddAndJudge(Stamp(1100, 3), {1, 3}).value_micros, 2 * kMicro);
  }
}

TEST(WindowEdge, TheFirstTimesOfAllBelongToTheirWindow) {
  // Nothing lies before 1970, but a window reaches there.
  for (const WindowKind kind : {WindowKind::kCount, WindowKind::kDistinct, WindowKind::kSum,
                                WindowKind::kTemporal, WindowKind::kTemporalOrdered}) {
    WindowRun run(SpecOf(kind, 1'000'000));
    EXPECT_EQ(run.AddAndCompare(InputAt(0, 1, kMicro)), "");
    EXPECT_EQ(run.AddAndCompare(InputAt(0, 2, 2 * kMicro)), "");
    EXPECT_TRUE(run.window().Judge(999'999).holds);
    EXPECT_FALSE(run.window().Expired(999'999));
    EXPECT_TRUE(run.window().Expired(1'000'000));
  }
}

TEST(WindowEdge, TheLastTimesOfAllAreTimes) {
  const int64_t last_ms = limits::kTimeMsEnd - 1;
  const EventRef last = (EventRef{1} << 48) - 1;
  WindowRun run(SpecOf(WindowKind::kCount, limits::kTimeMsEnd));
  EXPECT_EQ(run.AddAndCompare(InputAt(0, 1)), "");
  EXPECT_EQ(run.AddAndCompare(InputAt(last_ms, last)), "");
  EXPECT_EQ(run.window().Judge(last_ms).value_micros, 2 * kMicro);
}

TEST(WindowEdge, APauseOfTheGapGoesOnAndALongerOneEnds) {
  WindowSpec spec = SpecOf(WindowKind::kPresence, 0);
  spec.gap_ms = 50;
  spec.inputs = 2;
  spec.split = 1;
  WindowAlone window(spec);
  window.View().Add(Stamp(100, 1), {1, 0});
  EXPECT_EQ(window.View().AddAndJudge(Stamp(150, 2), {1, 0}).value_micros, 50 * kMicro);
  EXPECT_EQ(window.View().AddAndJudge(Stamp(201, 3), {1, 0}).value_micros, 0);
  EXPECT_EQ(window.View().run_start(), Stamp(201, 3));
  // An end within the gap belongs to the run; what comes behind it does not.
  EXPECT_EQ(window.View().AddAndJudge(Stamp(251, 4), {2, 0}).value_micros, 50 * kMicro);
  EXPECT_TRUE(window.View().Expired(251));
  EXPECT_EQ(window.View().AddAndJudge(Stamp(252, 5), {1, 0}).value_micros, 0);
  // An end beyond it neither belongs to the run nor begins one.
  EXPECT_FALSE(window.View().AddAndJudge(Stamp(303, 6), {2, 0}).holds);
  EXPECT_TRUE(window.View().Expired(303));
}

TEST(WindowEdge, TheLagLeavesOutTheNewestDenominators) {
  WindowSpec spec = SpecOf(WindowKind::kRatio, 100);
  spec.inputs = 2;
  spec.split = 1;
  spec.lag_ms = 10;
  WindowAlone window(spec);
  window.View().Add(Stamp(1000, 1), {2, 0});
  const Judgement none = window.View().AddAndJudge(Stamp(1009, 2), {1, 0});
  EXPECT_EQ(none.value_micros, std::numeric_limits<int64_t>::max()) << "one of none";
  EXPECT_TRUE(none.holds);
  EXPECT_EQ(window.View().AddAndJudge(Stamp(1010, 3), {1, 0}).value_micros, 2 * kMicro);
  EXPECT_EQ(window.View().Judge(1100).value_micros, std::numeric_limits<int64_t>::max());
}

TEST(WindowEdge, SumsBeyond64BitsAreExactAndShownAsTheNearest) {
  constexpr int64_t kMost = std::numeric_limits<int64_t>::max();
  WindowSpec spec = SpecOf(WindowKind::kSum, 100);
  spec.thresholds = {{Compare::kGreater, kMost}};
  WindowAlone window(spec);
  EXPECT_FALSE(window.View().AddAndJudge(Stamp(1000, 1), {1, kMost}).holds);
  const Judgement beyond = window.View().AddAndJudge(Stamp(1050, 2), {1, kMost});
  EXPECT_TRUE(beyond.holds);
  EXPECT_EQ(beyond.value_micros, kMost);
  const uint64_t minus = static_cast<uint64_t>(-kMost);
  EXPECT_EQ(window.View().AddAndJudge(Stamp(1060, 3), {1, minus}).value_micros, kMost);
  EXPECT_EQ(window.View().AddAndJudge(Stamp(1100, 4), {1, minus}).value_micros, -kMost);
  EXPECT_EQ(window.View().Judge(1160).value_micros, -kMost);
  EXPECT_EQ(window.View().Judge(1200).value_micros, 0);
}

TEST(WindowEdge, ThirtyTwoRulesAreToldApart) {
  for (const WindowKind kind : {WindowKind::kTemporal, WindowKind::kTemporalOrdered}) {
    WindowSpec spec = SpecOf(kind, 1000);
    spec.inputs = 32;
    spec.thresholds.clear();
    WindowRun run(spec);
    for (uint32_t i = 0; i < 32; ++i) {
      EXPECT_EQ(run.AddAndCompare(InputAt(1000 + i, i + 1, 0, 1u << i)), "");
    }
    EXPECT_TRUE(run.window().Judge(1031).holds);
    EXPECT_FALSE(run.window().Judge(2000).holds) << "the first is over";
  }
}

TEST(WindowEdge, ThirtyTwoActivitiesNeedNoEnd) {
  WindowSpec spec = SpecOf(WindowKind::kPresence, 0);
  spec.gap_ms = 50;
  spec.inputs = 32;
  spec.split = 32;
  WindowRun run(spec);
  for (uint32_t i = 0; i < 32; ++i) {
    EXPECT_EQ(run.AddAndCompare(InputAt(1000 + i, i + 1, 0, 1u << i)), "");
  }
}

TEST(WindowEdge, AChainNeedsDistinctEvents) {
  WindowSpec spec = SpecOf(WindowKind::kTemporalOrdered, 1000);
  spec.inputs = 3;
  spec.thresholds.clear();
  WindowRun run(spec);
  for (EventRef ref = 1; ref <= 3; ++ref) {
    EXPECT_FALSE(run.window().Judge(1000).holds);
    EXPECT_EQ(run.AddAndCompare(InputAt(1000, ref, 0, 7)), "");
  }
  EXPECT_TRUE(run.window().Judge(1000).holds) << "three events of one time";
}

TEST(WindowBytes, AreFewInARecord) {
  EXPECT_EQ(Window::Bytes(SpecOf(WindowKind::kCount, 1)), 8u + 3 * 12);
  EXPECT_EQ(Window::Bytes(SpecOf(WindowKind::kDistinct, 1)), 8u + 2 * 20);
  for (const WindowKind kind :
       {WindowKind::kSum, WindowKind::kAverage, WindowKind::kPercentile, WindowKind::kTemporal,
        WindowKind::kTemporalOrdered, WindowKind::kRatio, WindowKind::kPresence}) {
    EXPECT_LE(Window::Bytes(SpecOf(kind, 1)), 64u);
    EXPECT_EQ(Window::Bytes(SpecOf(kind, 1)) % 4, 0u);
  }
}

}  // namespace
}  // namespace sekisho
