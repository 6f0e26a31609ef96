// What a window must say, computed from all its inputs each time, in the most obvious way.
#pragma once

#include <optional>
#include <vector>

#include "state/window.h"

namespace sekisho {

// One event at a window: as the rule's inputs `mask`, with as many values as it brings.
struct ModelInput {
  Stamp stamp;
  uint32_t mask = 1;
  std::vector<uint64_t> values = {0};

  int64_t time_ms() const { return stamp.time_ms(); }
};

struct ModelJudgement {
  Judgement judgement;
  Evidence evidence;
  std::optional<Stamp> run_start;  // presence: when there is a run
};

class WindowModel {
 public:
  explicit WindowModel(const WindowSpec& spec) : spec_(spec) {}

  void Add(const ModelInput& input) { inputs_.push_back(input); }
  void Clear() { inputs_.clear(); }
  // Everything within (time - span, time], or since Clear() when the window is anchored.
  ModelJudgement Judge(int64_t time_ms) const;

 private:
  using Inputs = std::vector<const ModelInput*>;
  // An input, and one of its values.
  struct Item {
    const ModelInput* input;
    uint64_t value;
  };

  Inputs Within(int64_t time_ms) const;
  static std::vector<Item> Distinct(const Inputs& window);
  bool AllHold(__int128 value, int64_t divisor) const;
  void Count(std::vector<Item> items, ModelJudgement* result) const;
  void JudgeNumbers(const Inputs& window, ModelJudgement* result) const;
  void JudgeTemporal(const Inputs& window, ModelJudgement* result) const;
  void JudgeOrdered(const Inputs& window, ModelJudgement* result) const;
  void JudgeRatio(const Inputs& window, int64_t time_ms, ModelJudgement* result) const;
  void JudgePresence(ModelJudgement* result) const;

  WindowSpec spec_;
  std::vector<ModelInput> inputs_;
};

}  // namespace sekisho
