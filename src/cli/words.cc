#include "cli/words.h"

#include <span>
#include <utility>

#include "absl/strings/substitute.h"
#include "core/status.h"
#include "core/time.h"

namespace sekisho {
namespace {

using Word = std::pair<std::string_view, Phrase>;

constexpr Word kEvidenceClasses[] = {
    {"document", {"document", "書類", "서류"}},
    {"payout", {"payout", "受取口座", "정산 계좌"}},
    {"network", {"network", "ネットワーク", "네트워크"}},
    {"device", {"device", "端末", "기기"}},
    {"contact", {"contact", "連絡先", "연락처"}},
    {"text", {"text", "文面", "글"}},
    {"work_pattern", {"work pattern", "作業傾向", "작업 패턴"}},
    {"reputation", {"reputation", "評価", "평판"}},
    {"biography", {"biography", "経歴", "이력"}},
    {"conduct", {"conduct", "行動", "행동"}},
    {"own_rule", {"own rules", "独自規則", "자체 규칙"}},
    {"independent_check", {"independent check", "独立確認", "독립 확인"}},
};
constexpr Word kGrades[] = {
    {"context", {"context", "参考", "참고"}},
    {"flag", {"flag", "要注意", "주의"}},
    {"hard", {"hard", "強い兆候", "강한 징후"}},
    {"opener", {"opener", "審査開始", "심사 개시"}},
};
constexpr Word kLevels[] = {
    {"context", {"context", "参考", "참고"}},
    {"flag", {"flag", "要注意", "주의"}},
    {"review", {"review", "確認", "검토"}},
    {"urgent", {"urgent", "至急", "긴급"}},
};
constexpr Word kSensitivities[] = {
    {"none", {"none", "なし", "없음"}},
    {"proxy", {"proxy ⚠", "代理指標 ⚠", "대리 지표 ⚠"}},
    {"human_only", {"people only ⛔", "人のみ ⛔", "사람만 ⛔"}},
};
constexpr Word kStatuses[] = {
    {"computed", {"computed", "自動判定", "자동 판정"}},
    {"needs_list", {"needs a list", "リスト要", "목록 필요"}},
    {"needs_similarity", {"needs similarity", "類似判定要", "유사 판정 필요"}},
    {"human", {"by people", "人が確認", "사람이 확인"}},
    {"background", {"background", "背景情報", "배경 정보"}},
    {"never", {"never computed", "判定しない", "판정하지 않음"}},
};
constexpr Word kLinkKinds[] = {
    {"document", {"document", "書類", "서류"}},
    {"payout", {"payout account", "受取口座", "정산 계좌"}},
    {"device", {"device", "端末", "기기"}},
    {"phone", {"phone", "電話番号", "전화번호"}},
    {"email", {"e-mail", "メール", "이메일"}},
    {"photo", {"photo", "写真", "사진"}},
    {"text", {"text", "文面", "글"}},
    {"address", {"address", "住所", "주소"}},
    {"website", {"website", "ウェブサイト", "웹사이트"}},
};
constexpr Word kAudiences[] = {
    {"platform", {"platforms", "プラットフォーム", "플랫폼"}},
    {"payment", {"payment services", "決済事業者", "결제 사업자"}},
    {"client", {"clients", "発注者", "발주자"}},
    {"employer", {"employers", "雇用主", "고용주"}},
};
constexpr Word kForms[] = {
    {"rule", {"rule", "自動検出", "자동 탐지"}}, {"gate", {"gate", "関門", "관문"}},
    {"task", {"task", "作業", "작업"}},          {"workflow", {"workflow", "手続き", "절차"}},
    {"info", {"information", "情報", "정보"}},
};
constexpr Word kDues[] = {
    {"always", {"always", "常時", "상시"}},
    {"before_activity", {"before any activity", "活動開始前", "활동 시작 전"}},
    {"before_offer", {"before the offer", "契約の申し出前", "계약 제안 전"}},
    {"before_payment", {"before the first payment", "初回支払い前", "첫 지급 전"}},
    {"before_shipment", {"before anything is shipped", "発送前", "발송 전"}},
    {"before_access", {"before access is given", "アクセス付与前", "접근 권한 부여 전"}},
    {"on_delivery", {"on delivery", "受け渡し時", "인도 시"}},
    {"on_change", {"on each change", "変更のたび", "변경할 때마다"}},
    {"on_suspicion", {"on suspicion", "疑いが生じたとき", "의심이 생겼을 때"}},
};

std::string Look(std::span<const Word> words, std::string_view word, Language language) {
  for (const Word& known : words) {
    if (known.first == word) return std::string(known.second.In(language));
  }
  return std::string(word);
}

}  // namespace

std::string EvidenceClassWord(std::string_view evidence_class, Language language) {
  return Look(kEvidenceClasses, evidence_class, language);
}

std::string GradeWord(std::string_view grade, Language language) {
  return Look(kGrades, grade, language);
}

std::string LevelWord(AssessmentLevel level, Language language) {
  return Look(kLevels, LevelName(level), language);
}

std::string SensitivityWord(std::string_view sensitivity, Language language) {
  return Look(kSensitivities, sensitivity, language);
}

std::string StatusWord(std::string_view status, Language language) {
  return Look(kStatuses, status, language);
}

std::string LinkKindWord(std::string_view kind, Language language) {
  return Look(kLinkKinds, kind, language);
}

std::string AudienceWord(std::string_view audience, Language language) {
  return Look(kAudiences, audience, language);
}

std::string MeasureFormWord(std::string_view form, Language language) {
  return Look(kForms, form, language);
}

std::string DueWord(std::string_view due, Language language) { return Look(kDues, due, language); }

std::string GroupedNumber(uint64_t number) {
  std::string digits = std::to_string(number);
  for (size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::string ShortTime(int64_t time_ms) {
  std::string text = FormatTime(time_ms).substr(0, 16);
  text[10] = ' ';
  return text;
}

std::string Counted(uint64_t number, const Phrase& one, const Phrase& many, Language language) {
  return absl::Substitute(ToAbsl((number == 1 ? one : many).In(language)), GroupedNumber(number));
}

}  // namespace sekisho
