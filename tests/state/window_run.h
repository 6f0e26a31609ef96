// Windows in memory of their own, run beside the model.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "core/number.h"
#include "state/window_model.h"

namespace sekisho {

// A window as it lies in a record: in exactly its bytes, which are zeros at first.
class WindowAlone {
 public:
  explicit WindowAlone(const WindowSpec& spec) : spec_(spec), memory_(Window::Bytes(spec)) {}
  // A new view, as every visit makes one.
  Window View() { return {spec_, memory_.data(), &pools_}; }
  const WindowPools& pools() const { return pools_; }

 private:
  const WindowSpec spec_;
  std::vector<std::byte> memory_;
  WindowPools pools_;
};

inline void AddTo(Window window, const ModelInput& input) {
  for (const uint64_t value : input.values) window.Add(input.stamp, {input.mask, value});
}

// What is said about a window, as text.
inline std::string Say(const Judgement& judgement, const Evidence& evidence) {
  std::string text = judgement.holds ? "holds " : "not ";
  text += FormatMicros(judgement.value_micros);
  if (judgement.at_least) text += " at least";
  if (judgement.truncated) text += " truncated";
  text += " of " + std::to_string(evidence.total());
  for (const EventRef ref : evidence.events()) text += " " + std::to_string(ref);
  return text;
}

inline std::string Say(Window window, const Judgement& judgement, int64_t time_ms) {
  Evidence evidence;
  window.CollectEvidence(time_ms, &evidence);
  return Say(judgement, evidence);
}

inline std::string Say(const ModelJudgement& model) { return Say(model.judgement, model.evidence); }

// The window and the model through the same inputs.
class WindowRun {
 public:
  explicit WindowRun(const WindowSpec& spec) : window_(spec), model_(spec) {}

  void Add(const ModelInput& input) {
    AddTo(window_.View(), input);
    model_.Add(input);
  }
  // "" when both say the same about the window at `time_ms`.
  std::string Compare(int64_t time_ms) {
    const std::string said = Say(window_.View(), window_.View().Judge(time_ms), time_ms);
    const std::string expected = Say(model_.Judge(time_ms));
    return said == expected ? "" : "says " + said + "\ninstead of " + expected;
  }
  std::string AddAndCompare(const ModelInput& input) {
    Add(input);
    return Compare(input.time_ms());
  }
  void Clear() {
    window_.View().Clear();
    model_.Clear();
  }
  Window window() { return window_.View(); }
  const WindowModel& model() const { return model_; }
  const WindowPools& pools() const { return window_.pools(); }

 private:
  WindowAlone window_;
  WindowModel model_;
};

}  // namespace sekisho
