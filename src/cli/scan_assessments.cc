#include "cli/scan_assessments.h"

#include <vector>

#include "absl/strings/str_join.h"
#include "absl/strings/substitute.h"
#include "cli/text_width.h"
#include "cli/words.h"

namespace sekisho {
namespace {

constexpr size_t kIndent = 2;

Style StyleOf(AssessmentLevel level) {
  return level >= AssessmentLevel::kReview ? Style::kBold : Style::kPlain;
}

// " (exempted by r-1 until 2026-10-19 00:00: shared line)", of the first of several exemptions.
std::string ExemptedText(const ScanAssessments& assessments, const Contribution& one,
                         Language language) {
  const Exemption& first = assessments.exemptions.exemptions()[one.exemptions.front()];
  std::string text(Phrase{"exempted", "例外", "예외"}.In(language));
  if (!first.reviewer.empty()) text += ", " + Printable(first.reviewer);
  if (first.until_ms != Exemption::kForever) {
    text += ", " + absl::Substitute(ToAbsl(Phrase{"until $0", "$0 まで", "$0까지"}.In(language)),
                                    ShortTime(first.until_ms));
  }
  if (!first.reason.empty()) text += ": " + Printable(first.reason);
  return " (" + text + ")";
}

}  // namespace

std::string LevelLines(const ScanAssessments& assessments, const Terminal& terminal,
                       Language language) {
  std::vector<std::string> parts;
  for (size_t level = kAssessmentLevels; level-- > 0;) {
    const auto of = static_cast<AssessmentLevel>(level);
    parts.push_back(
        Paint(terminal, StyleOf(of),
              LevelWord(of, language) + " " + GroupedNumber(assessments.accounts[level])));
  }
  return std::string(kIndent, ' ') + absl::StrJoin(parts, " · ") + "\n" +
         WrapIndented(
             Phrase{"urgent: a case to look at first; review: a case for people; flag: "
                    "listed for additional review, nothing follows for the person; "
                    "context: no reason to look.",
                    "至急＝最優先の確認案件、確認＝人が確認する案件、要注意＝追加確認の一覧"
                    "に載せるのみで本人への影響なし、参考＝確認の理由なし。",
                    "긴급: 가장 먼저 볼 건, 검토: 사람이 확인할 건, 주의: 추가 확인 "
                    "목록에만 오르고 당사자에게 영향 없음, 참고: 볼 이유 없음."}
                 .In(language),
             terminal.columns, kIndent);
}

std::string AssessmentLine(const AccountAssessment& account, const Terminal& terminal,
                           Language language) {
  const Assessment& assessment = account.assessment;
  std::vector<std::string> parts;
  for (const std::string_view name : assessment.classes) {
    parts.push_back(EvidenceClassWord(name, language));
  }
  for (const std::string_view name : assessment.proxy_classes) {
    parts.push_back(EvidenceClassWord(name, language) + " ⚠");
  }
  std::string level = LevelWord(assessment.level, language);
  if (assessment.reverification_only) {
    level += Phrase{" (re-verification only)", "（再確認のみ）", "(재확인만)"}.In(language);
  }
  std::string line = std::string(kIndent, ' ') +
                     Paint(terminal, Style::kBold, Printable(account.account)) + "  " +
                     Paint(terminal, StyleOf(assessment.level), level);
  if (!parts.empty()) line += "  " + Paint(terminal, Style::kDim, absl::StrJoin(parts, " · "));
  return line;
}

std::string RoleText(const ScanAssessments& assessments, const Contribution& one,
                     Language language) {
  switch (one.role) {
    case ContributionRole::kCounted:
      return one.solid ? "" : " ⚠";
    case ContributionRole::kSameCause:
      return absl::Substitute(
          ToAbsl(Phrase{" (with $0)", "（$0 と同因）", " (원인 동일: $0)"}.In(language)),
          assessments.assessor->kinds()[one.folded_into].code);
    case ContributionRole::kContext:
      return " (" + GradeWord("context", language) + ")";
    case ContributionRole::kExempted:
      return ExemptedText(assessments, one, language);
    case ContributionRole::kHub:
      return std::string(
          Phrase{" (hub: shared by very many)", "（極めて多数が共有）", " (매우 많은 계정이 공유)"}
              .In(language));
    case ContributionRole::kPeopleOnly:
      return " ⛔";
  }
  return "";
}

}  // namespace sekisho
