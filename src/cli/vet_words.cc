#include "cli/vet_words.h"

namespace sekisho {
namespace {

struct Word {
  std::string_view word;
  Phrase phrase;
};

constexpr Word kWords[] = {
    {"open", {"open", "未実施", "미실시"}},
    {"in_progress", {"in progress", "実施中", "진행 중"}},
    {"done", {"done", "完了", "완료"}},
    {"passed", {"passed", "合格", "통과"}},
    {"failed", {"failed", "不合格", "실패"}},
    {"inconclusive", {"inconclusive", "判断できず", "판단 불가"}},
    {"waived", {"waived", "免除", "면제"}},
    {"not_applicable", {"not applicable", "対象外", "해당 없음"}},
    {"gate_open", {"open", "通過可", "열림"}},
    {"gate_closed", {"closed", "閉", "닫힘"}},
    {"gate_overridden", {"overridden", "例外許可", "예외 허용"}},
    {"contract", {"contract", "契約", "계약"}},
    {"payout", {"payment", "支払い", "지급"}},
    {"ship", {"shipment", "発送", "발송"}},
    {"access", {"access", "アクセス", "접근"}},
    {"confidential", {"confidential", "機密情報", "기밀 정보"}},
    {"reviewer", {"reviewer", "審査担当", "심사 담당"}},
    {"interviewer", {"interviewer", "面談担当", "면담 담당"}},
    {"finance", {"finance", "経理", "회계"}},
    {"logistics", {"logistics", "発送担当", "발송 담당"}},
    {"it", {"IT", "情報システム", "전산"}},
    {"manager", {"manager", "上司", "관리자"}},
    {"candidate", {"candidate", "候補者", "후보자"}},
    {"vendor", {"agency or issuer", "仲介会社・発行者", "중개 회사·발급자"}},
    {"one_source", {"one source", "情報源は一つ", "출처 하나"}},
    {"same", {"same", "一致", "일치"}},
    {"variant", {"variant", "表記差", "표기 차이"}},
    {"declared", {"declared", "申告済み", "신고됨"}},
    {"unclear", {"unclear", "判断できず", "판단 불가"}},
    {"differs", {"differs", "相違", "다름"}},
    {"name", {"name", "氏名", "이름"}},
    {"birth_year", {"year of birth", "生年", "출생 연도"}},
    {"residence", {"country of residence", "居住国", "거주 국가"}},
    {"workplace", {"country of work", "勤務国", "근무 국가"}},
    {"address", {"address", "住所", "주소"}},
    {"education", {"education", "学歴", "학력"}},
    {"employers", {"employment", "職歴", "경력"}},
    {"payee", {"payee", "受取名義", "수취 명의"}},
    {"background_check", {"background check", "経歴確認", "이력 확인"}},
    {"drug_test", {"drug test", "薬物検査", "약물 검사"}},
    {"fingerprint", {"fingerprint", "指紋", "지문"}},
    {"not_stated", {"not stated", "記載なし", "기재 없음"}},
    {"video", {"video", "ビデオ", "영상"}},
    {"in_person", {"in person", "対面", "대면"}},
    {"notary", {"notary", "公証人", "공증인"}},
    {"ic_chip", {"chip of the card", "ICチップ", "IC칩"}},
    {"jpki", {"JPKI", "公的個人認証", "JPKI"}},
    {"image", {"image", "画像", "이미지"}},
    {"none", {"none", "なし", "없음"}},
    {"not_done", {"not done", "未実施", "하지 않음"}},
    {"declined", {"declined", "辞退", "거절"}},
    {"yes", {"yes", "はい", "예"}},
    {"no", {"no", "いいえ", "아니요"}},
    {"unsure", {"unsure", "分からない", "모르겠음"}},
    {"fits", {"fits", "合う", "맞음"}},
    {"does_not_fit", {"does not fit", "合わない", "맞지 않음"}},
    {"not_visible", {"not visible", "見えない", "보이지 않음"}},
    {"explained", {"explained", "説明できた", "설명함"}},
    {"partly", {"partly", "一部", "일부"}},
    {"not_explained", {"not explained", "説明できず", "설명하지 못함"}},
    {"described", {"described below", "下に記載", "아래에 기재"}},
    {"image_breaks", {"the image breaks", "映像が乱れる", "영상이 깨짐"}},
    {"holds", {"holds", "申告どおり", "밝힌 대로"}},
    {"below_the_claim", {"below the claim", "申告を下回る", "밝힌 수준보다 낮음"}},
    {"not_needed", {"not needed for the job", "業務に不要", "업무에 불필요"}},
    {"nobody", {"nobody else", "ほかにいない", "다른 사람 없음"}},
    {"elsewhere_with_proof",
     {"elsewhere, with proof", "別の場所（証明あり）", "다른 곳(증명 있음)"}},
    {"elsewhere_without_proof",
     {"elsewhere, without proof", "別の場所（証明なし）", "다른 곳(증명 없음)"}},
    {"no_objection", {"no objection", "異議なし", "이의 없음"}},
    {"other_way_taken", {"took another way", "別の方法を選んだ", "다른 방법을 고름"}},
    {"every_way_refused", {"refused every way", "すべて断った", "모두 거절"}},
    {"confirmed", {"confirmed", "確認できた", "확인됨"}},
    {"denied", {"denied", "否定された", "부인됨"}},
    {"no_answer", {"no answer", "回答なし", "답변 없음"}},
    {"none_claimed", {"none claimed", "申告なし", "밝힌 것 없음"}},
    {"matches", {"matches", "一致", "일치"}},
    {"seen", {"seen", "確認した", "확인함"}},
    {"refused", {"refused", "拒否", "거부"}},
    {"no_agency", {"no agency", "仲介なし", "중개 없음"}},
    {"as_before", {"as before", "以前と同じ", "전과 같음"}},
    {"uneven_work", {"uneven work", "成果にむら", "결과물이 고르지 않음"}},
    {"other_voice_or_no_memory",
     {"another voice, or no memory", "声が違う、または覚えていない",
      "목소리가 다르거나 기억하지 못함"}},
    {"appearance", {"looks", "外見", "외모"}},
    {"accent", {"accent", "なまり", "억양"}},
    {"disability", {"disability", "障害", "장애"}},
    {"health", {"health", "健康状態", "건강 상태"}},
    {"housing", {"housing", "住まいの様子", "주거 형편"}},
    {"origin", {"origin", "出自", "출신"}},
};

}  // namespace

std::string VetWord(std::string_view word, Language language) {
  for (const Word& known : kWords) {
    if (known.word == word) return std::string(known.phrase.In(language));
  }
  return std::string(word);
}

}  // namespace sekisho
