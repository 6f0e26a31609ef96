// One window of one rule and key, judged from scratch.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "oracle/stream.h"
#include "rules/rule_set.h"

namespace sekisho::oracle {

// What reaches one key of one rule at one position.
struct Input {
  const Instance* instance = nullptr;
  std::vector<bool> matched;                     // by index into CorrelationRule::inputs
  std::vector<std::vector<std::string>> values;  // distinct values, each a tuple of texts
  std::vector<int64_t> numbers;                  // distinct numbers in micros

  int64_t time_ms() const { return instance->order.time_ms; }
};

struct Judgement {
  bool holds = false;
  bool at_least = false;
  bool truncated = false;
  int64_t value_micros = 0;
  std::vector<const Input*> evidence;
  size_t run_start = 0;  // presence: index of the first input of the run
  bool in_run = false;   // presence: the input is part of a run
  bool run_ended = false;
};

// Is the rule judged once per anchored window, instead of at each input?
bool IsAnchored(const CorrelationRule& rule);

// Does the rule count or compare values, so that an event without one is no input?
bool NeedsValue(const CorrelationRule& rule);
bool NeedsNumber(const CorrelationRule& rule);

// The window at inputs[at]: over (t - W, t] and the inputs up to `at`. `inputs` are all of the key,
// in order.
Judgement JudgeAt(const CorrelationRule& rule, const std::vector<Input>& inputs, size_t at);

// An anchored window that holds inputs[first..end).
Judgement JudgeAnchored(const CorrelationRule& rule, const std::vector<Input>& inputs, size_t first,
                        size_t end);

}  // namespace sekisho::oracle
