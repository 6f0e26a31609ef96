// Windows of every kind say what the model says.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "state/window_run.h"

namespace sekisho {
namespace {

constexpr WindowKind kKinds[] = {
    WindowKind::kCount,           WindowKind::kDistinct,   WindowKind::kSum,
    WindowKind::kAverage,         WindowKind::kPercentile, WindowKind::kTemporal,
    WindowKind::kTemporalOrdered, WindowKind::kRatio,      WindowKind::kPresence,
};

bool IsSequence(WindowKind kind) {
  return kind == WindowKind::kTemporal || kind == WindowKind::kTemporalOrdered;
}

Threshold AnyThreshold(bool lower_bound, int64_t most) {
  using enum Compare;
  const Compare compare = lower_bound ? *rc::gen::element(kGreater, kGreaterEqual)
                                      : *rc::gen::element(kLess, kLessEqual, kGreater,
                                                          kGreaterEqual, kEqual, kNotEqual);
  return {compare, *rc::gen::inRange<int64_t>(0, 4 * most) * kMicro / 4};
}

WindowSpec AnySpec(WindowKind kind) {
  WindowSpec spec;
  spec.kind = kind;
  spec.span_ms = *rc::gen::inRange<int64_t>(1, 40);
  spec.inputs = *rc::gen::inRange<uint16_t>(1, 5);
  if (kind == WindowKind::kRatio) spec.inputs = *rc::gen::inRange<uint16_t>(2, 5);
  spec.split = spec.inputs;
  if (kind == WindowKind::kRatio) spec.split = *rc::gen::inRange<uint16_t>(1, spec.inputs);
  if (kind == WindowKind::kPresence) spec.split = *rc::gen::inRange<uint16_t>(1, spec.inputs + 1);
  spec.percentile = *rc::gen::inRange<uint16_t>(1, 100);
  spec.lag_ms = *rc::gen::inRange<int64_t>(0, 20);
  spec.gap_ms = *rc::gen::inRange<int64_t>(0, 8);
  spec.minimum_numerator = *rc::gen::inRange<int64_t>(0, 3);
  spec.minimum_denominator = *rc::gen::inRange<int64_t>(0, 3);
  spec.lowest_count = *rc::gen::inRange<int64_t>(0, 6);
  const int count = *rc::gen::inRange(IsSequence(kind) ? 0 : 1, 3);
  for (int i = 0; i < count; ++i) {
    spec.thresholds.push_back(
        AnyThreshold(kind == WindowKind::kPresence, IsSequence(kind) ? 4 : 20));
  }
  return spec;
}

// Events of rising position: few values, often at one time, sometimes after a long pause.
std::vector<ModelInput> AnyInputs(const WindowSpec& spec) {
  std::vector<ModelInput> inputs;
  int64_t time_ms = 1'000'000;
  EventRef ref = 0;
  const auto bounds = *rc::gen::container<std::vector<uint32_t>>(rc::gen::arbitrary<uint32_t>());
  const uint32_t values = *rc::gen::element(2, 8, 60);
  for (const uint32_t random : bounds) {
    if (random % 3 != 0) time_ms += random / 3 % 6;
    if (random % 23 == 0) time_ms += random / 23 % 60;
    ModelInput input;
    input.stamp = Stamp(time_ms, ++ref);
    input.mask = 1 + random / 7 % ((1u << spec.inputs) - 1);
    if (spec.takes_values()) {
      input.values.clear();
      for (uint32_t i = 0; i <= random % 2; ++i) {
        const int64_t number = (random / 11 + i) % values;
        // Around zero: sums fall as well as rise.
        input.values.push_back(static_cast<uint64_t>((number - values / 4) * kMicro / 2));
      }
    }
    inputs.push_back(input);
  }
  return inputs;
}

RC_GTEST_PROP(Windows, SayWhatTheModelSays, ()) {
  const WindowSpec spec =
      AnySpec(*rc::gen::elementOf(std::vector<WindowKind>(std::begin(kKinds), std::end(kKinds))));
  WindowRun run(spec);
  const bool flag = *rc::gen::arbitrary<bool>();
  run.window().set_flag(flag);
  for (const ModelInput& input : AnyInputs(spec)) {
    // A window of which nothing matters any more may be forgotten.
    if (input.stamp.ref() % 2 == 0 && run.window().Expired(input.time_ms())) {
      run.window().Clear();
      run.window().set_flag(flag);
    }
    RC_ASSERT(run.AddAndCompare(input) == "");
    RC_ASSERT(run.window().flag() == flag);
    const ModelJudgement expected = run.model().Judge(input.time_ms());
    if (expected.run_start) RC_ASSERT(run.window().run_start() == *expected.run_start);
  }
  run.Clear();
  RC_ASSERT(run.pools().bytes_used() == 0u);
}

RC_GTEST_PROP(Windows, AreJudgedInOneStepAsInTwo, ()) {
  const WindowSpec spec =
      AnySpec(*rc::gen::elementOf(std::vector<WindowKind>(std::begin(kKinds), std::end(kKinds))));
  WindowAlone one(spec);
  WindowAlone two(spec);
  for (const ModelInput& input : AnyInputs(spec)) {
    const WindowInput brought{input.mask, input.values[0]};
    const int64_t time_ms = input.time_ms();
    const Judgement judgement = one.View().AddAndJudge(input.stamp, brought);
    two.View().Add(input.stamp, brought);
    RC_ASSERT(Say(one.View(), judgement, time_ms) ==
              Say(two.View(), two.View().Judge(time_ms), time_ms));
  }
}

// At any time between two inputs as well: what has left the window by then counts no more.
RC_GTEST_PROP(Windows, CanBeJudgedLater, ()) {
  const WindowSpec spec = AnySpec(*rc::gen::element(
      WindowKind::kCount, WindowKind::kDistinct, WindowKind::kSum, WindowKind::kAverage,
      WindowKind::kPercentile, WindowKind::kTemporal, WindowKind::kRatio));
  WindowRun run(spec);
  for (const ModelInput& input : AnyInputs(spec)) {
    run.Add(input);
    RC_ASSERT(run.Compare(input.time_ms()) == "");
    if (input.stamp.ref() % 4 == 0) {
      const int64_t end_ms = input.time_ms() + spec.span_ms;
      RC_ASSERT(run.Compare(end_ms - 1) == "");
      RC_ASSERT(!run.window().Expired(end_ms - 1));
      RC_ASSERT(run.Compare(end_ms) == "");
      RC_ASSERT(run.window().Expired(end_ms));
      break;
    }
  }
}

// Everything is over one span after the last input, or one gap.
RC_GTEST_PROP(Windows, Expire, ()) {
  const WindowSpec spec =
      AnySpec(*rc::gen::elementOf(std::vector<WindowKind>(std::begin(kKinds), std::end(kKinds))));
  const std::vector<ModelInput> inputs = AnyInputs(spec);
  WindowRun run(spec);
  RC_ASSERT(run.window().Expired(0));
  for (const ModelInput& input : inputs) run.Add(input);
  if (inputs.empty()) return;
  const int64_t last_ms = inputs.back().time_ms();
  const bool presence = spec.kind == WindowKind::kPresence;
  RC_ASSERT(run.window().Expired(last_ms + (presence ? spec.gap_ms + 1 : spec.span_ms)));
}

// A window that is judged once holds all that came since it began.
RC_GTEST_PROP(AnchoredWindows, SayWhatTheModelSays, ()) {
  WindowSpec spec =
      AnySpec(*rc::gen::element(WindowKind::kCount, WindowKind::kDistinct, WindowKind::kSum));
  spec.anchored = true;
  WindowRun run(spec);
  int64_t end_ms = 0;
  for (const ModelInput& input : AnyInputs(spec)) {
    if (input.time_ms() >= end_ms) {
      if (end_ms > 0) RC_ASSERT(run.Compare(end_ms) == "");
      run.Clear();
      RC_ASSERT(run.pools().bytes_used() == 0u);
      end_ms = input.time_ms() + spec.span_ms;
    }
    run.Add(input);
  }
}

}  // namespace
}  // namespace sekisho
