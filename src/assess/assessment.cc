#include "assess/assessment.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace sekisho {
namespace {

constexpr std::string_view kLevelNames[] = {"context", "flag", "review", "urgent"};
constexpr std::string_view kGradeNames[] = {"context", "flag", "hard", "opener"};
constexpr std::string_view kPathNames[] = {"urgent_opener", "opener_and_hard", "hard_classes",
                                           "opener",        "hard_and_others", "hard_and_proxies",
                                           "breadth",       "solid",           "proxies",
                                           "linked",        "nothing"};

}  // namespace

std::string_view LevelName(AssessmentLevel level) {
  return kLevelNames[static_cast<size_t>(level)];
}

SignGrade ParseGrade(std::string_view grade) {
  const auto* const found = std::find(std::begin(kGradeNames), std::end(kGradeNames), grade);
  if (found == std::end(kGradeNames)) return SignGrade::kContext;
  return static_cast<SignGrade>(found - std::begin(kGradeNames));
}

std::string_view PathName(AssessmentPath path) { return kPathNames[static_cast<size_t>(path)]; }

std::string_view GradeName(SignGrade grade) { return kGradeNames[static_cast<size_t>(grade)]; }

void ListAsLinked(Assessment* assessment) {
  assessment->linked = true;
  if (assessment->level != AssessmentLevel::kContext) return;
  assessment->level = AssessmentLevel::kFlag;
  assessment->path = AssessmentPath::kLinked;
}

bool ComesBefore(const Assessment& a, const Assessment& b) {
  return std::tuple(a.level, a.linked, a.classes.size(), a.hard, a.newest_ms) >
         std::tuple(b.level, b.linked, b.classes.size(), b.hard, b.newest_ms);
}

}  // namespace sekisho
