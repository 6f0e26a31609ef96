// Runs the cases inside indicator files: their events go through a whole scan, and the findings of
// the indicator are compared with what the case expects.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/status.h"
#include "engine/plan.h"
#include "rules/case.h"
#include "rules/load.h"

namespace sekisho {

struct CaseResult {
  const IndicatorCase* test = nullptr;
  // What differs, in sentences of one line, for people; empty when the case passed.
  std::vector<std::string> differences;
};

// Runs cases one after the other, with the rules of their indicator. Not thread-safe.
class CaseRunner {
 public:
  // `loaded` must outlive the runner and its results.
  explicit CaseRunner(const LoadResult& loaded);
  ~CaseRunner();

  // `test` is a case of `loaded`. One of kind `shuffled` is run in the order of the file, reversed,
  // and in five shuffles, always the same ones; its findings must be equal byte by byte.
  // Deterministic. Fastest when cases of one indicator follow one another.
  CaseResult Run(const IndicatorCase& test);

 private:
  Status MakePlan(const std::shared_ptr<const ListSet>& lists);

  const LoadResult& loaded_;
  RuleSet rules_;                     // of `indicator_`
  std::unique_ptr<const Plan> plan_;  // of these, with `lists_`
  std::shared_ptr<const ListSet> lists_;
  std::optional<size_t> indicator_;
};

}  // namespace sekisho
