#include "assess/assessment.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace sekisho {
namespace {

constexpr std::string_view kLevelNames[] = {"context", "flag", "review", "urgent"};
constexpr std::string_view kGradeNames[] = {"context", "flag", "hard", "opener"};

}  // namespace

std::string_view LevelName(AssessmentLevel level) {
  return kLevelNames[static_cast<size_t>(level)];
}

SignGrade ParseGrade(std::string_view grade) {
  const auto* const found = std::find(std::begin(kGradeNames), std::end(kGradeNames), grade);
  if (found == std::end(kGradeNames)) return SignGrade::kContext;
  return static_cast<SignGrade>(found - std::begin(kGradeNames));
}

std::string_view GradeName(SignGrade grade) { return kGradeNames[static_cast<size_t>(grade)]; }

bool ComesBefore(const Assessment& a, const Assessment& b) {
  return std::tuple(a.level, a.classes.size(), a.hard, a.newest_ms) >
         std::tuple(b.level, b.classes.size(), b.hard, b.newest_ms);
}

}  // namespace sekisho
