// The fixed words of reports.
#pragma once

#include "core/language.h"

namespace sekisho::words {

inline constexpr Phrase kWithheld = {"withheld until approved", "承認されるまで表示しません",
                                     "승인 전에는 표시하지 않음"};
inline constexpr Phrase kNotStated = {"not stated", "記載なし", "기재 없음"};
inline constexpr Phrase kGap = {"to be filled in", "要記入", "작성 필요"};
inline constexpr Phrase kYes = {"yes", "はい", "예"};
inline constexpr Phrase kNo = {"no", "いいえ", "아니요"};
inline constexpr Phrase kPage = {"Page $0 of $1", "$0 / $1 ページ", "$0 / $1쪽"};

inline constexpr Phrase kMarkDraft = {"DRAFT: not approved, not for handing over",
                                      "下書き：未承認につき提出不可",
                                      "초안: 승인 전이므로 제출할 수 없음"};
inline constexpr Phrase kMarkWithheld = {"WITHHELD: not to be handed over", "提出見合わせ",
                                         "제출 보류"};
inline constexpr Phrase kMarkRestricted = {"RESTRICTED: for those who decide about the filing only",
                                           "取扱注意：届出の判断に関わる者に限る",
                                           "열람 제한: 보고 여부를 결정하는 담당자에 한함"};
inline constexpr Phrase kNobodySends = {
    "The program sends nothing. A person decides whether, to whom and how this is handed over.",
    "このプログラムは何も送信しません。提出するかどうか、提出先と方法は人が決めます。",
    "이 프로그램은 아무것도 전송하지 않습니다. 제출 여부와 제출처, 방법은 사람이 정합니다."};
inline constexpr Phrase kNoNotice = {
    "Do not tell the customer about this filing: the law may forbid it.",
    "この届出について顧客に知らせないでください。法律で禁じられている場合があります。",
    "이 보고에 관하여 고객에게 알리지 마십시오. 법률로 금지될 수 있습니다."};

inline constexpr Phrase kLeftOut = {
    "There was more than a report holds. Left out: $0. Totals are of what is listed.",
    "資料に収まらないため次のものを省きました：$0。合計は記載分のみの合計です。",
    "자료에 다 담을 수 없어 다음을 생략했습니다: $0. 합계는 기재된 것만 더한 것입니다."};

inline constexpr Phrase kReport = {"Report", "資料番号", "자료 번호"};
inline constexpr Phrase kState = {"State", "状態", "상태"};
inline constexpr Phrase kAsOf = {"As of (UTC)", "基準時刻（UTC）", "기준 시각(UTC)"};
inline constexpr Phrase kDecisions = {"Decisions", "経過", "처리 경과"};
inline constexpr Phrase kWho = {"By", "担当者", "담당자"};
inline constexpr Phrase kWhen = {"When (UTC)", "日時（UTC）", "일시(UTC)"};
inline constexpr Phrase kRemark = {"Reason, channel, reference", "理由・方法・受付番号",
                                   "사유·방법·접수 번호"};
inline constexpr Phrase kContacts = {"Whom to turn to", "相談・届出先", "상담·신고처"};
inline constexpr Phrase kContactsHint = {
    "Choose yourself; none is preselected. Addresses are as printed in the notices.",
    "提出先は利用者が選びます。既定の提出先はありません。連絡先は公表資料に記載されたものです。",
    "제출처는 직접 고르십시오. 미리 정해진 곳은 없습니다. 연락처는 공표 자료에 실린 것입니다."};
inline constexpr Phrase kOffice = {"Office", "窓口", "기관"};
inline constexpr Phrase kAddress = {"Address", "連絡先", "연락처"};
inline constexpr Phrase kChecked = {"Printed / checked", "掲載日／確認日", "게재일/확인일"};
inline constexpr Phrase kConfirmFirst = {"confirm first", "利用前に要確認", "먼저 확인할 것"};
inline constexpr Phrase kNotPrinted = {"none printed", "記載なし", "실린 연락처 없음"};

inline constexpr Phrase kReporter = {"Reporter", "報告者", "보고자"};
inline constexpr Phrase kOrganisation = {"Organisation", "組織", "기관·업체"};
inline constexpr Phrase kRole = {"Role", "役割", "직책"};
inline constexpr Phrase kContact = {"Contact", "連絡先", "연락처"};
inline constexpr Phrase kHours = {"Reachable", "連絡可能な時間", "연락 가능 시간"};
inline constexpr Phrase kAsked = {"What is asked", "依頼内容", "요청 사항"};
inline constexpr Phrase kActive = {"Account still active", "アカウントは利用可能か",
                                   "계정 활성 여부"};
inline constexpr Phrase kSummary = {"Summary", "概要", "요약"};

inline constexpr Phrase kIndicators = {"Published indicators that held", "該当した公表指標",
                                       "해당된 공표 지표"};
inline constexpr Phrase kNoIndicators = {
    "None in the data supplied.", "提供されたデータでは該当なし。", "제공된 자료에서는 해당 없음."};
inline constexpr Phrase kIndicator = {"Indicator", "指標", "지표"};
inline constexpr Phrase kAdvisory = {"Published in", "出典", "출처"};
inline constexpr Phrase kObserved = {"Observed", "観測された内容", "관찰된 내용"};
inline constexpr Phrase kPeriod = {"Period (UTC)", "期間（UTC）", "기간(UTC)"};
inline constexpr Phrase kValue = {"value $0", "値 $0", "값 $0"};
inline constexpr Phrase kNotEvaluated = {"Not evaluated for lack of data: $0",
                                         "データがなく評価していない指標：$0",
                                         "자료가 없어 평가하지 않은 지표: $0"};
inline constexpr Phrase kTimeline = {"Timeline", "時系列", "시간순 기록"};
inline constexpr Phrase kUtc = {"UTC", "UTC", "UTC"};
inline constexpr Phrase kLocal = {"Local time", "現地時刻", "현지 시각"};
inline constexpr Phrase kNoZone = {"Local time is not shown: the report states no time_zone.",
                                   "現地時刻は表示していません（time_zone の記載がありません）。",
                                   "현지 시각은 표시하지 않았습니다(time_zone 기재 없음)."};
inline constexpr Phrase kEvent = {"Event", "出来事", "사건"};
inline constexpr Phrase kDetail = {"Details", "内容", "내용"};
inline constexpr Phrase kNoEvents = {"No events were supplied.", "出来事の記録はありません。",
                                     "제공된 사건 기록이 없습니다."};

inline constexpr Phrase kSubject = {"Account", "対象アカウント", "대상 계정"};
inline constexpr Phrase kAccount = {"Account id", "アカウントID", "계정 ID"};
inline constexpr Phrase kAccountNames = {"Names used", "使用された名義", "사용된 이름"};
inline constexpr Phrase kSubjectContacts = {"Contacts", "連絡先", "연락처"};
inline constexpr Phrase kDocuments = {"Kinds of documents", "書類の種類", "서류 종류"};
inline constexpr Phrase kPayouts = {"Payout names and institutions", "受取名義と金融機関",
                                    "수취 명의와 금융기관"};
inline constexpr Phrase kMoney = {"Money", "金銭", "금전"};
inline constexpr Phrase kLoss = {"Money and loss", "金銭と損失", "금전과 손실"};
inline constexpr Phrase kDate = {"Date", "日付", "날짜"};
inline constexpr Phrase kAmount = {"Amount", "金額", "금액"};
inline constexpr Phrase kPayer = {"Payer", "支払人", "지급인"};
inline constexpr Phrase kPayee = {"Payee", "受取人", "수취인"};
inline constexpr Phrase kBank = {"Bank or wallet", "銀行・ウォレット", "은행·지갑"};
inline constexpr Phrase kTotal = {"Total", "合計", "합계"};
inline constexpr Phrase kUnpaid = {"Unpaid balance", "未払残高", "미지급 잔액"};
inline constexpr Phrase kTooLarge = {"too large to add", "合計できない大きさ",
                                     "합산할 수 없는 크기"};
inline constexpr Phrase kTechnical = {"Technical traces", "技術的な痕跡", "기술적 흔적"};
inline constexpr Phrase kKind = {"Kind", "種類", "종류"};
inline constexpr Phrase kTrace = {"Value", "値", "값"};
inline constexpr Phrase kSeen = {"Seen (UTC)", "確認期間（UTC）", "확인 기간(UTC)"};
inline constexpr Phrase kAccess = {"Access, data, threats", "権限・データ・脅迫", "권한·자료·협박"};
inline constexpr Phrase kAccessHeld = {"Access held", "付与された権限", "보유한 권한"};
inline constexpr Phrase kDataTouched = {"Data touched", "触れたデータ", "접근한 자료"};
inline constexpr Phrase kThreats = {"Threats", "脅迫の有無", "협박 여부"};
inline constexpr Phrase kTaken = {"Measures already taken", "すでに取った措置", "이미 취한 조치"};
inline constexpr Phrase kTold = {"What the person has been told: $0", "本人への説明：$0",
                                 "본인에게 알린 내용: $0"};
inline constexpr Phrase kPreserve = {"To be preserved before the account is closed",
                                     "アカウント停止前に保全するもの",
                                     "계정을 닫기 전에 보전할 것"};
inline constexpr Phrase kPreserved[] = {
    {"sign-in log with addresses and devices", "接続元と端末を含むログイン記録",
     "접속 주소와 기기를 포함한 로그인 기록"},
    {"messages, on and off the platform", "プラットフォーム内外のメッセージ",
     "플랫폼 안팎의 메시지"},
    {"files sent and received", "送受信したファイル", "주고받은 파일"},
    {"commits and access to repositories", "コミットとリポジトリへのアクセス記録",
     "커밋과 저장소 접근 기록"},
    {"payout history with account data", "口座情報を含む支払履歴", "계좌 정보를 포함한 지급 내역"},
    {"recordings and minutes of meetings, as far as consent was given",
     "同意を得て作成した面談の録画と議事録", "동의를 받아 남긴 회의 녹화와 회의록"},
    {"the device that was sent out, unused and unchanged", "貸与した端末（操作せずそのまま）",
     "지급한 기기(사용하거나 바꾸지 않은 상태)"},
};
inline constexpr Phrase kAttachments = {"Attachments", "添付資料", "첨부 자료"};
inline constexpr Phrase kFile = {"File", "ファイル", "파일"};
inline constexpr Phrase kLaws = {"What the law may say", "関係する法令", "관련 법령"};
inline constexpr Phrase kLawsHint = {
    "No legal advice; to be confirmed by counsel. It says nothing about the person.",
    "法的助言ではありません。専門家に確認してください。本人について述べるものではありません。",
    "법률 자문이 아니며 전문가의 확인이 필요합니다. 본인에 관한 서술이 아닙니다."};
inline constexpr Phrase kCheckedOn = {"checked on $0", "$0 確認", "$0 확인"};
inline constexpr Phrase kVersions = {"Made with", "作成に使用した版", "작성에 쓰인 판"};
inline constexpr Phrase kProgram = {"Program", "プログラム", "프로그램"};
inline constexpr Phrase kCatalogue = {"Rules", "規則", "규칙"};
inline constexpr Phrase kLists = {"Lists", "リスト", "목록"};

}  // namespace sekisho::words
