#include "dossier/kind_words.h"

#include <utility>

namespace sekisho {
namespace {

using Word = std::pair<std::string_view, Phrase>;

constexpr Word kWords[] = {
    {"account.registration", {"registration", "登録", "가입"}},
    {"account.closed", {"account closed", "アカウント閉鎖", "계정 폐쇄"}},
    {"profile.change", {"profile change", "登録情報の変更", "등록 정보 변경"}},
    {"verification.result", {"verification result", "確認の結果", "확인 결과"}},
    {"document.submission", {"document submitted", "書類の提出", "서류 제출"}},
    {"payout.account", {"payee account", "受取口座の登録", "정산 계좌 등록"}},
    {"payout.payment", {"payout", "支払い", "지급"}},
    {"transfer.sent", {"transfer sent", "送金", "송금"}},
    {"session.start", {"sign-in", "ログイン", "로그인"}},
    {"session.activity", {"activity", "利用", "이용"}},
    {"session.end", {"sign-out", "ログアウト", "로그아웃"}},
    {"network.check", {"network check", "ネットワーク検査", "네트워크 점검"}},
    {"bid.submitted", {"bid", "入札", "입찰"}},
    {"award.granted", {"award", "受注", "수주"}},
    {"milestone.paid", {"milestone paid", "マイルストーン支払い", "단계별 지급"}},
    {"work.log", {"work log", "作業記録", "작업 기록"}},
    {"task.closed", {"task closed", "作業の完了", "작업 종료"}},
    {"review.given", {"review given", "評価の投稿", "평가 작성"}},
    {"message.sent", {"message", "メッセージ", "메시지"}},
    {"request.made", {"request", "依頼", "요청"}},
    {"referral.made", {"referral", "紹介", "소개"}},
    {"website.check", {"website check", "ウェブサイトの確認", "웹사이트 확인"}},
    {"external_profile.snapshot", {"profile elsewhere", "外部のプロフィール", "외부 프로필"}},
    {"application.submitted", {"application", "応募", "지원"}},
    {"meeting.held", {"meeting", "面談", "면담"}},
    {"shipment.sent", {"shipment", "発送", "발송"}},
    {"device.telemetry", {"device report", "端末の報告", "기기 보고"}},
    {"charge.made", {"charge", "請求", "청구"}},
    {"repository.activity", {"repository activity", "リポジトリの操作", "저장소 활동"}},
    {"incident.reported", {"incident", "事案の報告", "사건 신고"}},
    {"findings", {"findings", "該当した指標", "해당 지표"}},
    {"evidence", {"events of findings", "指標の根拠となる出来事", "지표의 근거 사건"}},
    {"events", {"events", "出来事", "사건"}},
    {"payments", {"payments", "支払い", "지급"}},
    {"traces", {"technical traces", "技術的な痕跡", "기술적 흔적"}},
    {"names", {"names", "名義", "이름"}},
    {"contacts", {"contacts", "連絡先", "연락처"}},
    {"document_types", {"kinds of documents", "書類の種類", "서류 종류"}},
    {"payees", {"payees", "受取名義", "수취 명의"}},
    {"values", {"ends of long values", "長い値の末尾", "긴 값의 끝부분"}},
    {"draft", {"draft", "下書き", "초안"}},
    {"checked", {"checked by a second person", "別の者が確認済み", "제2자 확인 완료"}},
    {"approved", {"approved", "承認済み", "승인됨"}},
    {"handed_over", {"handed over", "提出済み", "제출됨"}},
    {"closed", {"closed", "完了", "종결"}},
    {"withheld", {"withheld", "提出見合わせ", "보류"}},
    {"address", {"network address", "IPアドレス", "IP 주소"}},
    {"device", {"device", "端末", "기기"}},
    {"serial", {"serial number", "シリアル番号", "일련번호"}},
    {"shipping_address", {"shipping address", "配送先住所", "배송 주소"}},
    {"handle", {"handle", "ハンドル名", "계정 이름"}},
    {"url", {"URL", "URL", "URL"}},
    {"hash", {"hash", "ハッシュ値", "해시값"}},
};

}  // namespace

std::string KindWord(std::string_view word, Language language) {
  for (const Word& one : kWords) {
    if (one.first == word) return std::string(one.second.In(language));
  }
  return std::string(word);
}

}  // namespace sekisho
