#include "service/column_names.h"

#include <iterator>

namespace sekisho {
namespace {

constexpr size_t kNamesMax = 20;

struct Names {
  std::string_view meaning;
  std::string_view names[kNamesMax];
};

constexpr Names kColumns[] = {
    {"account",
     {"userid", "account", "accountid", "username", "memberid", "freelancerid", "workerid",
      "loginid", "ユーザーid", "ユーザid", "会員id", "応募者id", "アカウント", "ログインid",
      "評価者", "사용자id", "평가자", "회원id", "아이디"}},
    {"key",
     {"id", "no", "number", "rowid", "recordid", "番号", "no.", "連番", "会員番号", "管理番号",
      "번호", "회원번호", "일련번호"}},
    {"other_account",
     {"otheraccount", "targetid", "revieweeid", "recipientid", "被評価者", "相手", "相手id", "宛先",
      "被評価者id", "상대", "상대id", "평가대상", "받는사람"}},
    {"client",
     {"client", "clientid", "buyerid", "customerid", "発注者", "発注者id", "依頼者", "의뢰인",
      "발주자", "고객id"}},
    {"created",
     {"createdat", "created", "registeredat", "registrationdate", "signupdate", "登録日時",
      "登録日", "作成日時", "作成日", "입력일시", "가입일시", "가입일", "등록일시", "등록일"}},
    {"updated",
     {"updatedat", "updated", "modifiedat", "lastmodified", "更新日時", "更新日", "変更日時",
      "수정일시", "수정일", "변경일시", "변경일"}},
    {"time",
     {"time", "timestamp", "date", "datetime", "loginat", "日時", "日付", "時刻", "受付日時",
      "ログイン日時", "応募日時", "投稿日時", "送信日時", "일시", "날짜", "로그인일시",
      "입찰일시"}},
    {"name",
     {"name", "fullname", "realname", "氏名", "名前", "お名前", "会員名", "이름", "성명",
      "회원명"}},
    {"email",
     {"email", "mail", "emailaddress", "メール", "メールアドレス", "eメール", "이메일",
      "이메일주소", "메일"}},
    {"phone",
     {"phone", "tel", "telephone", "phonenumber", "mobile", "電話", "電話番号", "携帯番号",
      "携帯電話", "전화", "전화번호", "휴대폰", "연락처"}},
    {"country",
     {"country", "countrycode", "residence", "居住国", "国", "在住国", "거주국", "국가"}},
    {"role", {"role", "usertype", "membertype", "種別", "会員種別", "役割", "구분", "회원구분"}},
    {"time_zone", {"timezone", "tz", "タイムゾーン", "시간대"}},
    {"website",
     {"website", "homepage", "url", "ウェブサイト", "ホームページ", "홈페이지", "웹사이트"}},
    {"birth_year",
     {"birthyear", "birthdate", "birthday", "dob", "生年月日", "生年", "생년월일", "출생연도"}},
    {"ip",
     {"ip", "ipaddress", "ipaddr", "clientip", "remoteip", "ipアドレス", "接続元ip", "아이피",
      "ip주소", "접속ip"}},
    {"device", {"device", "deviceid", "端末id", "端末", "デバイスid", "기기id", "기기", "단말"}},
    {"session", {"session", "sessionid", "セッションid", "세션id", "세션"}},
    {"user_agent", {"useragent", "browser", "ユーザーエージェント", "ブラウザ", "브라우저"}},
    {"payout.identifier",
     {"accountnumber", "bankaccount", "bankaccountnumber", "iban", "口座番号", "振込先口座",
      "계좌번호", "계좌"}},
    {"payout.holder",
     {"accountholder", "holder", "holdername", "口座名義", "口座名義人", "名義", "예금주",
      "예금주명"}},
    {"payout.institution",
     {"bank", "bankname", "銀行", "銀行名", "金融機関", "金融機関名", "은행", "은행명"}},
    {"document.number",
     {"documentnumber", "idnumber", "書類番号", "証明書番号", "문서번호", "증명서번호"}},
    {"document.type",
     {"documenttype", "書類種別", "書類の種類", "本人確認書類", "문서종류", "신분증종류"}},
    {"amount",
     {"amount", "price", "bidamount", "金額", "入札額", "報酬", "応募金額", "금액", "입찰가"}},
    {"currency", {"currency", "currencycode", "通貨", "통화"}},
    {"project",
     {"project", "projectid", "jobid", "案件", "案件番号", "案件id", "仕事id", "프로젝트",
      "프로젝트id", "의뢰번호"}},
    {"category",
     {"category", "分類", "カテゴリ", "カテゴリー", "分野", "분류", "카테고리", "분야"}},
    {"text",
     {"text", "comment", "message", "body", "proposal", "コメント", "提案文", "本文", "メッセージ",
      "内容", "댓글", "내용", "메시지", "제안서"}},
    {"rating",
     {"rating", "score", "stars", "点数", "評価", "評価点", "星", "평점", "점수", "별점"}},
    {"minutes",
     {"minutes", "duration", "durationminutes", "作業時間", "作業分数", "작업시간", "분"}},
};

// Parts of file names; the first that is found counts.
constexpr Names kFiles[] = {
    {"session.start", {"login", "session", "signin", "ログイン", "로그인", "접속"}},
    {"payout.account", {"bank", "payoutaccount", "口座", "振込先", "계좌"}},
    {"review.given", {"review", "rating", "feedback", "評価", "レビュー", "리뷰", "평가"}},
    {"application.submitted", {"applicant", "candidate", "application", "応募者", "지원자"}},
    {"bid.submitted", {"bid", "proposal", "入札", "応募", "提案", "입찰", "제안"}},
    {"message.sent", {"message", "chat", "メッセージ", "메시지"}},
    {"award.granted", {"award", "contract", "受注", "契約", "낙찰", "계약"}},
    {"work.log", {"worklog", "timesheet", "timelog", "作業記録", "작업기록"}},
    {"document.submission", {"document", "書類", "서류", "신분증"}},
    {"account.registration",
     {"user", "member", "account", "freelancer", "worker", "会員", "ユーザー", "利用者", "회원",
      "사용자"}},
};

}  // namespace

std::string PlainName(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z') {
      plain += static_cast<char>(c - 'A' + 'a');
    } else if (std::string_view(" _-./()[]#\t").find(c) == std::string_view::npos) {
      plain += c;
    }
  }
  return plain;
}

std::string_view GuessField(std::string_view column) {
  const std::string plain = PlainName(column);
  for (const Names& known : kColumns) {
    for (const std::string_view name : known.names) {
      if (!name.empty() && name == plain) return known.meaning;
    }
  }
  return "";
}

std::string_view GuessEventType(std::string_view file_name) {
  const std::string plain = PlainName(file_name);
  for (const Names& known : kFiles) {
    for (const std::string_view name : known.names) {
      if (!name.empty() && plain.find(name) != std::string::npos) return known.meaning;
    }
  }
  return "";
}

}  // namespace sekisho
