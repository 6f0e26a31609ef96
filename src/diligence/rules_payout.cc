// A02: the payee; D08: the number of the account.
#include <algorithm>

#include "core/bank_code.h"
#include "core/text.h"
#include "core/time.h"
#include "diligence/names_compare.h"
#include "diligence/pool.h"
#include "diligence/rule_output.h"
#include "diligence/vet_words.h"
#include "lists/list_set.h"

namespace sekisho {
namespace {

const Explanation* LastAbout(const Candidate& c, std::string_view code) {
  const Explanation* last = nullptr;
  for (const Explanation& one : c.explanations) {
    if (one.about == code && (last == nullptr || one.asked_at >= last->asked_at)) last = &one;
  }
  return last;
}

// An explanation makes a payee declared when a named person has accepted it.
std::string OutcomeOfPayee(const Payout& payout, const Candidate& c) {
  if (payout.holder.empty()) return "";
  std::string outcome = OutcomeOfName(payout.holder, c);
  if (outcome != "unrelated" && outcome != "unclear") return outcome;
  const Explanation* const explained = LastAbout(c, "A02");
  const bool accepted = explained != nullptr && !explained->accepted_by.empty() &&
                        (!payout.added_at || explained->asked_at >= *payout.added_at);
  return accepted ? "declared" : outcome;
}

// Since when the candidate owes an answer about this payee: a reminder does not begin anew, and
// what was asked before the account came is about another one.
std::optional<int64_t> UnansweredSince(const Payout& payout, const Candidate& c) {
  std::optional<int64_t> answered;
  for (const Explanation& one : c.explanations) {
    if (one.about == "A02" && one.answered_at) {
      answered = std::max(answered.value_or(*one.answered_at), *one.answered_at);
    }
  }
  std::optional<int64_t> since;
  for (const Explanation& one : c.explanations) {
    if (one.about != "A02" || one.answered_at || (answered && one.asked_at <= *answered) ||
        (payout.added_at && one.asked_at < *payout.added_at)) {
      continue;
    }
    since = std::min(since.value_or(one.asked_at), one.asked_at);
  }
  return since;
}

void ReportPayee(const RuleInput& in, const Payout& payout, RuleOutput* out) {
  const Candidate& c = in.candidate;
  const std::string& name = c.claims.names.empty() ? payout.holder : c.claims.names.front().value;
  const std::optional<int64_t> asked = UnansweredSince(payout, c);
  const int64_t days = in.policy.Number("A02.answer_days");
  const bool unanswered = asked && c.as_of - *asked > days * kDayMs;
  const bool shared = in.pool != nullptr && in.pool->SharesPayee(c, payout);
  const bool hard = unanswered || shared;
  VetFinding* const finding =
      out->Find("A02",
                Say({"the payee is $0, the candidate $1", "受取名義は$0、候補者は$1",
                     "수취 명의는 $0, 후보자는 $1"},
                    payout.holder, name),
                {payout.at + "/holder"}, hard ? SignGrade::kHard : SignGrade::kFlag);
  finding->proxy = !hard;
  finding->time_ms = payout.added_at;
}

void CheckPayee(const RuleInput& in, const Payout& payout, std::string* outcome, RuleOutput* out) {
  *outcome = OutcomeOfPayee(payout, in.candidate);
  if (outcome->empty()) return;
  MatrixRow row;
  row.field = "payee";
  row.values.push_back({payout.at + "/holder", payout.holder});
  for (const ClaimedName& name : in.candidate.claims.names) {
    row.values.push_back({name.at, name.value});
  }
  row.outcome = *outcome == "unrelated" ? "differs" : *outcome;
  out->matrix.push_back(std::move(row));
  if (*outcome == "unrelated") ReportPayee(in, payout, out);
  if (*outcome != "unclear") return;
  out->Skip("A02", "unclear",
            Say({"the payee's name in the writing of a document: \"$0\" may be a reading that no "
                 "table has",
                 "書類と同じ表記の受取名義（「$0」は表にない読みの可能性があります）",
                 "서류와 같은 표기의 수취 명의(“$0”은 표에 없는 읽기일 수 있음)"},
                payout.holder));
}

const Phrase kDirectory{"a directory of banks, and of banks that lend numbers to services: --lists",
                        "銀行と、番号を他の業者に貸す銀行の名簿（--lists）",
                        "은행과, 번호를 다른 사업자에 빌려주는 은행의 명부(--lists)"};

const Phrase kLenders{
    "a list of banks that lend numbers to services and of the services themselves; a directory of "
    "banks alone clears nothing",
    "番号を他の業者に貸す銀行と、その業者の名簿。銀行の名簿だけでは判断できません",
    "번호를 다른 사업자에 빌려주는 은행과 그 사업자의 명부. 은행 명부만으로는 판단할 수 없음"};

// What the lists say of the number; empty when nothing is known. A hit in a directory of banks
// alone clears nothing: "bank" it is only where lists name the services too.
struct Institution {
  std::string_view kind;
  bool services_listed = false;
};

Institution InstitutionOf(const RuleInput& in, const Payout& payout) {
  if (in.lists == nullptr) return {};
  const std::string number = LettersAndDigits(payout.routing, TextCase::kUpper);
  const std::string_view scheme =
      CheckRoutingNumber(number) == DigitCheck::kPasses ? "routing" : "zengin";
  return {in.lists->InstitutionKind(scheme, number, in.candidate.as_of),
          in.lists->directory().NamesServices(scheme, in.candidate.as_of)};
}

void CheckNumber(const RuleInput& in, const Payout& payout, RuleOutput* out) {
  if (CheckRoutingNumber(payout.routing) == DigitCheck::kWrongDigit) {
    out->tasks.push_back(
        {"M22", payout.at, payout.holder, "D08",
         Say({"the check digit of the routing number fails: ask again, it may be a typing error",
              "銀行番号の検査数字が合いません。入力の誤りもあるため、再度確認してください",
              "은행 번호의 검사 숫자가 맞지 않습니다. 입력 오류일 수 있으니 다시 확인하십시오"})});
  }
  const auto [kind, services_listed] = InstitutionOf(in, payout);
  if (kind == "money_service" || kind == "exchange") {
    out->Find("D08",
              Say({"the account number belongs to a $0, not to a bank",
                   "口座番号は銀行ではなく$0のもの", "계좌 번호는 은행이 아니라 $0의 것"},
                  VetWordText(kind)),
              {payout.at + "/routing"})
        ->proxy = true;
  } else if (kind == "sponsor_bank") {
    out->Skip("D08", "unclear",
              Phrase{"a letter of the bank: it lends its numbers to services",
                     "銀行の証明書（この銀行は番号を他の業者に貸しています）",
                     "은행의 확인서(이 은행은 번호를 다른 사업자에 빌려줌)"});
  } else if (kind.empty()) {
    out->Skip("D08", "list_missing", kDirectory);
  } else if (!services_listed) {
    out->Skip("D08", "list_missing", kLenders);
  }
}

void CheckNumbers(const RuleInput& in, RuleOutput* out) {
  bool known = false;
  for (const Payout& payout : in.candidate.payout) {
    if (payout.routing.empty()) continue;
    known = true;
    CheckNumber(in, payout, out);
  }
  if (known) return;
  out->Skip(
      "D08", "not_supplied",
      Phrase{"`routing` of a payout account", "受取口座の`routing`", "정산 계좌의 `routing`"});
}

}  // namespace

void CheckPayout(const RuleInput& in, RuleOutput* out) {
  const std::vector<Payout>& all = in.candidate.payout;
  const Payout* last = nullptr;
  for (const Payout& payout : all) {
    std::string outcome;
    CheckPayee(in, payout, &outcome, out);
    if (last != nullptr && payout.added_at.value_or(0) < last->added_at.value_or(0)) continue;
    last = &payout;
    out->facts.payee = outcome;
    out->facts.crypto = payout.kind == "crypto";
  }
  const bool named =
      std::any_of(all.begin(), all.end(), [](const Payout& one) { return !one.holder.empty(); });
  if (!named) {
    out->Skip("A02", "not_supplied",
              Phrase{"the holder of a payout account: /payout", "受取口座の名義（/payout）",
                     "정산 계좌의 명의(/payout)"});
  }
  CheckNumbers(in, out);
}

}  // namespace sekisho
