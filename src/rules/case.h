// The test cases inside an indicator file: small event files and the findings they must give.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/status.h"

namespace sekisho {

enum class CaseKind : uint8_t {
  kDetects,   // the indicator must fire
  kIgnores,   // a benign look-alike: no finding
  kAtLimit,   // one side and the other of a threshold
  kShuffled,  // the same findings whatever the order of the lines
};

// "detects", "ignores", "at_limit" or "shuffled", as written in the file.
std::string_view CaseKindName(CaseKind kind);

// One finding that a case must give. What is not set is not compared.
struct ExpectedFinding {
  std::string subject;               // group-by values joined by a space; a pair joined by "|"
  std::optional<std::string> value;  // as the finding prints it
  std::optional<int64_t> first_ms;   // UTC milliseconds since 1970
  std::optional<int64_t> last_ms;
  std::optional<int64_t> event_count;
  std::optional<bool> open;
  SourcePlace place;
};

// A small list of a case: the keys of its entry in a lists.yml and the lines of its file.
struct CaseList {
  struct Key {
    std::string key;
    std::string value;
    SourcePlace place;
  };
  std::vector<Key> keys;
  std::string text;
  SourcePlace place;
};

struct IndicatorCase {
  std::string name;
  CaseKind kind = CaseKind::kDetects;
  size_t indicator = 0;  // index into RuleSet::indicators
  // JSON objects ready for the event decoder, in the order of the file: `repeat` expanded, nested
  // maps flattened to dotted names, `id` and `time` filled in.
  std::vector<std::string> lines;
  std::vector<CaseList> lists;            // none: the case runs without lists
  bool not_evaluated = false;             // the indicator must say that a list is missing
  bool lists_wanted = false;              // it must say that with a list it would see more
  std::vector<ExpectedFinding> expected;  // exactly these findings, in any order
  SourcePlace place;
};

}  // namespace sekisho
