// What a report says beside a task: why it is open again, what it lacks, what to mind.
#pragma once

#include "diligence/rule_output.h"

namespace sekisho {

inline const Phrase kContactSource{
    "use contact data not supplied by the candidate: a register, a search, a directory",
    "候補者から得たものではない連絡先（登記、検索、名簿）を使ってください",
    "후보자가 준 것이 아닌 연락처(등기, 검색, 명부)를 쓰십시오"};
inline const Phrase kRepeat{"due again", "再実施の時期です", "다시 할 때입니다"};
inline const Phrase kChanged{"what it was about has changed since", "確認後に対象が変更されました",
                             "확인한 뒤에 대상이 바뀌었습니다"};
inline const Phrase kByLaw{"not done here: nobody has found that the law of $0 allows it",
                           "実施しません：$0の法律で認められるかどうかが確認されていません",
                           "실시하지 않음: $0의 법이 허용하는지 확인되지 않았습니다"};

inline const Phrase kForged{"a document was found forged", "書類が偽造と判定されています",
                            "서류가 위조로 판정되었습니다"};
inline const Phrase kNoDocument{"write down under /documents which document was examined",
                                "審査した書類を/documentsに記録してください",
                                "심사한 서류를 /documents에 적으십시오"};
inline const Phrase kAgainst{"the answer to $0 speaks against it", "$0の回答がこれに反しています",
                             "$0의 답변이 이에 반합니다"};
inline const Phrase kMinutes{
    "no consent to a recording ($0): take written minutes, and write where they are in `ref` or in "
    "the `evidence` of this task",
    "録画の同意がありません（$0）。議事録を作成し、その所在を`ref`またはこの作業の`evidence`"
    "に記録し"
    "てください",
    "녹화에 동의가 없습니다($0). 글로 기록하고 그 위치를 `ref` 또는 이 작업의 `evidence`에 "
    "적으십시오"};
inline const Phrase kAgencyRefused{
    "the agency gave no papers of its checks: assume that there were none, and check yourself "
    "(M32)",
    "派遣会社が調査手続きの文書を出していません。調査はなかったものとして自社で確認してください"
    "（M32）",
    "파견 회사가 조사 절차 문서를 내지 않았습니다. 조사가 없었던 것으로 보고 직접 "
    "확인하십시오(M32)"};
inline const Phrase kOwnCheckSaid{
    "said to be done: write under /checks who checked, and when",
    "実施済みとされています。確認した人と日時を/checksに記録してください",
    "했다고 적혀 있습니다. 확인한 사람과 일시를 /checks에 적으십시오"};
inline const Phrase kNoProof{
    "this task passes with `evidence`: name what proves it, and of which device",
    "この作業の合格には`evidence`が必要です。何が、どの機器について示しているかを記録してください",
    "이 작업을 통과하려면 `evidence`가 필요합니다. 무엇이 어느 기기에 대해 증명하는지 적으십시오"};
inline const Phrase kNoCareer{
    "write the claimed employers and schools under /claims; whoever claims none: not_applicable, "
    "with a reason and a second person",
    "申告された勤務先と学校を/claimsに記録してください。どちらもない場合は、理由と二人目を添えて"
    "not_applicableとします",
    "밝힌 근무처와 학교를 /claims에 적으십시오. 둘 다 없다면 이유와 두 번째 사람을 적어 "
    "not_applicable로 합니다"};

}  // namespace sekisho
