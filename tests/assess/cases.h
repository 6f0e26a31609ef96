// Small accounts for tests: indicators of a made-up catalogue, written as a line of text.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "assess/assessor.h"

namespace sekisho {

constexpr int64_t kDay = 24LL * 3600 * 1000;

// The numbers of policy/assessment.yml; a test compares them.
inline AssessmentPolicy TestPolicy() {
  AssessmentPolicy policy;
  policy.flag_proxy_classes = 3;
  policy.flag_linked_to = AssessmentLevel::kReview;
  policy.review_classes = 2;
  policy.review_hard = 1;
  policy.review_classes_with_proxies = 4;
  policy.breadth_indicators = 4;
  policy.breadth_classes = 4;
  policy.breadth_solid = 1;
  policy.breadth_within_ms = 30 * kDay;
  policy.urgent_hard_classes = 3;
  policy.urgent_hard_beside_opener = 1;
  policy.urgent_openers = {"D09", "G03"};
  policy.ask_first = {"A02"};
  policy.answer_within_ms = 7 * kDay;
  policy.hub_address_accounts = 100;
  policy.hub_device_accounts = 33;
  return policy;
}

// Indicators as they stand in the catalogue, and W1 to W4 of one class without a common cause.
inline std::vector<SignKind> TestKinds() {
  return {
      {"A02", "payout", true, false, {"A05"}},
      {"A03", "document", false, false, {"A04", "A06"}},
      {"A05", "payout", false, false, {"A02", "B09"}},
      {"A06", "reputation", false, false, {"A03"}},
      {"A10", "document", false, false, {}},
      {"A18", "device", false, false, {"B02"}},
      {"B01", "network", false, false, {}},
      {"B02", "network", true, false, {"A18"}},
      {"B04", "device", false, false, {}},
      {"C01", "work_pattern", true, false, {}},
      {"D04", "payout", false, false, {}},
      {"D09", "conduct", false, false, {}},
      {"E01", "biography", true, false, {}},
      {"E06", "biography", false, true, {}},
      {"E10", "independent_check", false, false, {}},
      {"F06", "conduct", false, false, {}},
      {"X01", "contact", true, false, {}},
      {"A04", "document", false, false, {"A03"}},
      {"B09", "device", false, false, {"A05"}},
  };
}

inline const Assessor& TestAssessor() {
  static const Assessor assessor(TestPolicy(), TestKinds());
  return assessor;
}

inline uint32_t KindOf(const std::string& code) {
  const std::vector<SignKind>& kinds = TestAssessor().kinds();
  for (uint32_t kind = 0; kind < kinds.size(); ++kind) {
    if (kinds[kind].code == code) return kind;
  }
  throw std::invalid_argument(code + " is not in TestKinds");
}

// "A05 hard, B02 flag @20, F06 flag @20-25": code, grade, and the days of the first and last event
// (day 0 when there are none). Findings are numbered from 0.
inline std::vector<Sign> Signs(const std::string& text) {
  std::vector<Sign> signs;
  std::istringstream list(text);
  for (std::string item; std::getline(list, item, ',');) {
    std::istringstream words(item);
    std::string code;
    std::string grade;
    char mark = 0;
    int64_t first = 0;
    words >> code >> grade >> mark >> first;
    int64_t last = first;
    if (words >> mark) words >> last;
    signs.push_back({KindOf(code), ParseGrade(grade), first * kDay, last * kDay,
                     static_cast<uint32_t>(signs.size())});
  }
  return signs;
}

inline Assessment AssessText(const std::string& text) {
  return TestAssessor().Assess(Signs(text), {}, 0);
}

// "review: A05 B02 | A02 in A05": the level, what counts, and what was folded into what.
inline std::string Say(const Assessment& assessment) {
  const std::vector<SignKind>& kinds = TestAssessor().kinds();
  std::string counted;
  std::string folded;
  for (const Contribution& one : assessment.contributions) {
    const std::string& code = kinds[one.kind].code;
    if (one.role == ContributionRole::kCounted) counted += " " + code;
    if (one.role == ContributionRole::kSameCause) {
      folded += " " + code + " in " + kinds[one.folded_into].code;
    }
  }
  return std::string(LevelName(assessment.level)) +
         (assessment.reverification_only ? " (re-verification)" : "") + ":" + counted +
         (folded.empty() ? "" : " |" + folded);
}

}  // namespace sekisho
