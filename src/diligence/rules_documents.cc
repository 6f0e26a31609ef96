// A10: papers that a person found forged. A failed digit is a reason to ask again, not a finding:
// typing errors are far more common than forgeries.
#include "core/time.h"
#include "diligence/rule_output.h"
#include "facts/identity/document_number.h"
#include "facts/identity/mrz.h"

namespace sekisho {
namespace {

const Phrase kAgain{"a check digit fails: ask for the document again, it may be a typing error",
                    "検査数字が合いません。入力の誤りもあるため、書類を再度確認してください",
                    "검사 숫자가 맞지 않습니다. 입력 오류일 수 있으니 서류를 다시 확인하십시오"};
const Phrase kExpired{"the document has expired: ask for a valid one",
                      "書類の有効期限が切れています。有効な書類を求めてください",
                      "서류의 유효 기간이 지났습니다. 유효한 서류를 요청하십시오"};

bool HasWrongDigit(const IdentityPaper& paper) {
  if (!paper.mrz.empty() && CheckMrz(paper.mrz) == DigitCheck::kWrongDigit) return true;
  if (paper.number.empty()) return false;
  return CheckDocumentNumber(paper.type, paper.issuer, paper.number) == DigitCheck::kWrongDigit;
}

void CheckPaper(const IdentityPaper& paper, int64_t as_of, bool* examined, RuleOutput* out) {
  if (HasWrongDigit(paper)) out->tasks.push_back({"M01", paper.at, paper.type, "A10", Say(kAgain)});
  if (IsExpired(paper.expires, as_of).value_or(false)) {
    out->tasks.push_back({"M01", paper.at, paper.type, "A10", Say(kExpired)});
  }
  if (!paper.check) return;
  *examined = true;
  if (paper.check->result != "forged") return;
  VetFinding* const finding =
      out->Find("A10",
                Say({"$0 found forged by $1 ($2)", "$0：$1が偽造と判定（$2）",
                     "$0: $1이(가) 위조로 판정($2)"},
                    paper.type, paper.check->by, paper.check->method),
                {paper.at + "/check"}, SignGrade::kOpener);
  finding->time_ms = paper.check->at;
}

}  // namespace

void CheckDocuments(const RuleInput& in, RuleOutput* out) {
  bool examined = false;
  for (const IdentityPaper& paper : in.candidate.documents) {
    CheckPaper(paper, in.candidate.as_of, &examined, out);
  }
  if (examined) return;
  out->Skip("A10", "not_supplied",
            Phrase{"a document that somebody examined: `check` of /documents",
                   "審査済みの書類（/documentsの`check`）", "심사한 서류(/documents의 `check`)"});
}

}  // namespace sekisho
