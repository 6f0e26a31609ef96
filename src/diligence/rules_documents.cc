// A10: papers that a person found forged, and papers whose print and machine-readable zone are
// about two different papers. A failed digit or one difference is a reason to ask again: typing
// errors are far more common than forgeries. The same as indicators/identity/a10_forged_paper.yml.
#include <tuple>

#include "core/text.h"
#include "diligence/rule_output.h"
#include "facts/identity/document_number.h"
#include "facts/identity/mrz.h"
#include "facts/identity/mrz_match.h"

namespace sekisho {
namespace {

const Phrase kNumberAgain{
    "the number cannot be right: ask for the document again, it may be a typing error",
    "番号が正しくありません。入力の誤りもあるため、書類を再度確認してください",
    "번호가 올바르지 않습니다. 입력 오류일 수 있으니 서류를 다시 확인하십시오"};
const Phrase kZoneAgain{
    "the machine-readable zone cannot be read: copy all of its lines again from the document",
    "機械読取領域を読み取れません。書類からすべての行を写し直してください",
    "기계 판독 영역을 읽을 수 없습니다. 서류에서 모든 줄을 다시 옮겨 적으십시오"};
const Phrase kZoneDigit{
    "a check digit of the machine-readable zone fails: copy it again, it may be a typing error",
    "機械読取領域の検査数字が合いません。入力の誤りもあるため、写し直してください",
    "기계 판독 영역의 검사 숫자가 맞지 않습니다. 입력 오류일 수 있으니 다시 옮겨 적으십시오"};
const Phrase kPrintAgain{
    "print and machine-readable zone differ: compare both with the document, it may be a typing "
    "error",
    "券面と機械読取領域の記載が異なります。入力の誤りもあるため、両方を書類と照合してください",
    "표면과 기계 판독 영역의 내용이 다릅니다. 입력 오류일 수 있으니 둘 다 서류와 대조하십시오"};
const Phrase kExpired{"the document has expired: ask for a valid one",
                      "書類の有効期限が切れています。有効な書類を求めてください",
                      "서류의 유효 기간이 지났습니다. 유효한 서류를 요청하십시오"};

void AskAgain(const IdentityPaper& paper, const Phrase& note, RuleOutput* out) {
  out->tasks.push_back({"M01", paper.at, paper.type, "A10", Say(note)});
}

// What is printed and what the zone says otherwise.
std::vector<std::string> Differences(const IdentityPaper& paper, const Mrz& zone) {
  const std::tuple<std::string_view, const std::string&,
                   ZoneMatch (*)(const Mrz&, std::string_view)>
      printed[] = {{"/number", paper.number, MatchNumber},
                   {"/name", paper.name, MatchName},
                   {"/birth_date", paper.birth_date, MatchBirthDay},
                   {"/expires", paper.expires, MatchExpiry}};
  std::vector<std::string> at;
  for (const auto& [key, text, match] : printed) {
    if (!text.empty() && match(zone, text) == ZoneMatch::kDifferent) {
      at.push_back(paper.at + std::string(key));
    }
  }
  return at;
}

// Only a zone whose check digits agree was read as it stands there.
void CheckZone(const IdentityPaper& paper, RuleOutput* out) {
  if (paper.mrz.empty() || IsMasked(paper.mrz)) return;
  const DigitCheck digits = CheckMrz(paper.mrz);
  const std::optional<Mrz> zone = ParseMrz(paper.mrz);
  if (AsksAgain(digits) || !zone) {
    AskAgain(paper, digits == DigitCheck::kWrongDigit ? kZoneDigit : kZoneAgain, out);
    return;
  }
  std::vector<std::string> at = Differences(paper, *zone);
  if (at.empty()) return;
  AskAgain(paper, kPrintAgain, out);
  const size_t count = at.size();
  at.push_back(paper.at + "/mrz");
  out->Find(
      "A10",
      Say({"$0: print and machine-readable zone differ in $1 of number, name, birth and expiry",
           "$0：番号、氏名、生年月日、有効期限のうち$1項目で券面と機械読取領域が異なる",
           "$0: 번호, 이름, 생년월일, 유효 기간 가운데 $1개 항목에서 표면과 기계 판독 영역이 다름"},
          paper.type, count),
      std::move(at), count > 1 ? SignGrade::kFlag : SignGrade::kContext);
}

void CheckNumber(const IdentityPaper& paper, RuleOutput* out) {
  if (paper.number.empty()) return;
  const auto check = CheckDocumentNumber(paper.type, paper.issuer, paper.number);
  if (check && AsksAgain(*check)) AskAgain(paper, kNumberAgain, out);
}

void CheckPaper(const IdentityPaper& paper, int64_t as_of, bool* examined, RuleOutput* out) {
  CheckNumber(paper, out);
  CheckZone(paper, out);
  if (IsExpired(paper.expires, as_of).value_or(false)) AskAgain(paper, kExpired, out);
  if (!paper.check) return;
  *examined = true;
  if (paper.check->result != "forged") return;
  VetFinding* const finding =
      out->Find("A10",
                Say({"$0 found forged by \"$1\" ($2)", "$0：「$1」が偽造と判定（$2）",
                     "$0: “$1”이(가) 위조로 판정($2)"},
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
