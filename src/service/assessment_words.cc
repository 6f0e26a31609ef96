#include "service/assessment_words.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_join.h"
#include "absl/strings/substitute.h"

namespace sekisho {
namespace {

constexpr size_t kSignsMax = 8;

constexpr Phrase kPaths[] = {
    {"Urgent: a sign that tells of harm that goes on.", "至急：進行中の被害を示す兆候があります。",
     "긴급: 진행 중인 피해를 보여 주는 징후가 있습니다."},
    {"Urgent: a sign that opens a case, beside a hard contradiction of another kind.",
     "至急：単独で審査対象となる兆候と、別の種類の強い矛盾があります。",
     "긴급: 단독으로 심사를 여는 징후와 다른 종류의 강한 모순이 있습니다."},
    {"Urgent: hard contradictions of several independent kinds.",
     "至急：互いに独立した複数種類の強い矛盾があります。",
     "긴급: 서로 독립된 여러 종류의 강한 모순이 있습니다."},
    {"Review: one sign that opens a case by itself.", "確認：単独で審査対象となる兆候があります。",
     "검토: 단독으로 심사를 여는 징후가 있습니다."},
    {"Review: a hard contradiction, and evidence of another kind.",
     "確認：強い矛盾と、別の種類の証拠があります。",
     "검토: 강한 모순과 다른 종류의 증거가 있습니다."},
    {"Review: a hard contradiction, and several weaker kinds of evidence.",
     "確認：強い矛盾と、複数種類の弱い証拠があります。",
     "검토: 강한 모순과 여러 종류의 약한 증거가 있습니다."},
    {"Review for re-verification only: many different indicators within a short time.",
     "確認（再確認のみ）：短期間に多数の異なる指標が見られます。",
     "검토(재확인만): 짧은 기간에 서로 다른 지표가 많이 나타났습니다."},
    {"Flag: listed for additional review; nothing follows for the person.",
     "要注意：追加確認の一覧に載せるのみで、本人への影響はありません。",
     "주의: 추가 확인 목록에만 오르며 당사자에게 영향이 없습니다."},
    {"Flag: several kinds of weaker evidence; listed for additional review.",
     "要注意：複数種類の弱い証拠があり、追加確認の一覧に載せます。",
     "주의: 여러 종류의 약한 증거가 있어 추가 확인 목록에 올립니다."},
    {"Flag: shares a document, a payee, a device or the like with an account under review; listed "
     "for additional review.",
     "要注意：確認中のアカウントと書類・受取口座・端末などを共有しているため、追加確認の一覧に載せ"
     "ます。",
     "주의: 검토 중인 계정과 서류·정산 계좌·기기 등을 공유하여 추가 확인 목록에 올립니다."},
    {"Context: no reason to look.", "参考：確認の理由はありません。", "참고: 볼 이유가 없습니다."},
};

constexpr Phrase kReasons[] = {
    {"no events in the input", "対象のイベントなし", "대상 이벤트 없음"},
    {"a field is missing", "項目なし", "항목 없음"},
    {"it would mislead: the input never tells of what it takes for absent",
     "入力に現れないものを「ない」とみなすため誤解を招く",
     "입력에 나타나지 않는 것을 ‘없음’으로 보아 오해를 부름"},
    {"the rule cannot be evaluated", "規則を判定できない", "규칙을 판정할 수 없음"},
    {"a list is missing", "リストなし", "목록 없음"},
    {"a list is out of date", "リストの期限切れ", "목록 기한 지남"},
    {"a list is needed", "リスト要", "목록 필요"},
    {"a comparison is needed", "類似判定要", "유사 판정 필요"},
    {"people answer it", "人が確認", "사람이 확인"},
};

// "A05, B01 ⚠": the contributions of a role, at most kSignsMax of them.
std::string CodesOf(const ScanAssessments& assessments, const Assessment& assessment,
                    ContributionRole role, Language language) {
  std::vector<std::string> codes;
  size_t more = 0;
  for (const Contribution& one : assessment.contributions) {
    if (one.role != role) continue;
    if (codes.size() == kSignsMax) {
      ++more;
      continue;
    }
    const bool weak = role == ContributionRole::kCounted && !one.solid;
    codes.push_back(assessments.kind(one).code + (weak ? " ⚠" : ""));
  }
  std::string text = absl::StrJoin(codes, language == Language::kJapanese ? "、" : ", ");
  if (more > 0) {
    text += absl::Substitute(ToAbsl(Phrase{" and $0 more", " ほか $0 個", " 외 $0개"}.In(language)),
                             more);
  }
  return text;
}

constexpr std::pair<ContributionRole, Phrase> kRoles[] = {
    {ContributionRole::kCounted, {" It counts: $0.", "数えたもの：$0。", " 계산한 것: $0."}},
    {ContributionRole::kExempted,
     {" Exempted, so not counted: $0.", "例外として登録済みで数えないもの：$0。",
      " 예외로 등록되어 세지 않은 것: $0."}},
    {ContributionRole::kHub,
     {" About an address or device of very many accounts, so not counted; enter it as an exemption "
      "or in a list: $0.",
      "非常に多くのアカウントが共有するアドレスや端末のため数えないもの（例外またはリストに登録し"
      "てください）：$0。",
      " 매우 많은 계정이 공유하는 주소나 기기여서 세지 않은 것(예외나 목록에 등록하세요): $0."}},
};

}  // namespace

const Phrase& PathPhrase(AssessmentPath path) { return kPaths[static_cast<size_t>(path)]; }

const Phrase& ReasonPhrase(NotEvaluatedReason reason) {
  return kReasons[static_cast<size_t>(reason)];
}

std::string ExplainAssessment(const ScanAssessments& assessments, const Assessment& assessment,
                              Language language) {
  std::string text(kPaths[static_cast<size_t>(assessment.path)].In(language));
  for (const auto& [role, phrase] : kRoles) {
    const std::string codes = CodesOf(assessments, assessment, role, language);
    if (!codes.empty()) text += absl::Substitute(ToAbsl(phrase.In(language)), codes);
  }
  if (assessment.reverification_only || assessment.level == AssessmentLevel::kContext) return text;
  for (const Contribution& one : assessment.contributions) {
    if (!one.unanswered) continue;
    text += absl::Substitute(ToAbsl(Phrase{" The account was asked about $0 and has not answered.",
                                           "$0 について説明を求めましたが、回答がありません。",
                                           " $0에 대해 설명을 요청했으나 답이 없습니다."}
                                        .In(language)),
                             assessments.kind(one).code);
  }
  return text;
}

}  // namespace sekisho
