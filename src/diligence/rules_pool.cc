// A05, X04, X68: what candidates of one role must not share.
#include <algorithm>
#include <set>

#include "absl/strings/str_join.h"
#include "diligence/pool.h"
#include "diligence/rule_output.h"
#include "diligence/text_sketch.h"

namespace sekisho {
namespace {

constexpr size_t kShownMax = 5;

std::string Ids(const std::vector<std::string>& ids) {
  std::string text = absl::StrJoin(
      ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(std::min(ids.size(), kShownMax)),
      ", ");
  if (ids.size() > kShownMax) text += " … (" + std::to_string(ids.size()) + ")";
  return text;
}

void Report(std::string_view code, const Phrase& phrase, const std::vector<std::string>& others,
            const std::string& at, SignGrade grade, RuleOutput* out) {
  if (others.empty()) return;
  out->Find(code, Say(phrase, Ids(others)), {at}, grade)->source = "pool";
}

// Nobody shares what is not known.
void SkipWithoutKey(const Candidate& c, RuleOutput* out) {
  const auto any = [](const auto& all, const auto& key) {
    return std::any_of(all.begin(), all.end(), [&](const auto& one) { return !key(one).empty(); });
  };
  if (!any(c.payout, CandidatePool::PayeeKey)) {
    out->Skip("A05", "not_supplied",
              Phrase{"`account_hash` of a payout account, not masked: /payout",
                     "受取口座の`account_hash`（伏せ字でないもの、/payout）",
                     "정산 계좌의 `account_hash`(가리지 않은 것, /payout)"});
  }
  if (!any(CandidatePool::ContactsOf(c),
           [&](const ContactClaim* one) { return CandidatePool::ContactKey(*one, c); })) {
    out->Skip("X04", "not_supplied",
              Phrase{"a contact, not masked: /claims/contacts",
                     "連絡先（伏せ字でないもの、/claims/contacts）",
                     "연락처(가리지 않은 것, /claims/contacts)"});
  }
  if (!c.shipments || !any(*c.shipments, CandidatePool::DeliveryKey)) {
    out->Skip(
        "X68", "not_supplied",
        Phrase{"a shipment with its address: /shipments", "届け先のある発送の記録（/shipments）",
               "배송지가 있는 발송 기록(/shipments)"});
  }
}

void CheckText(const RuleInput& in, RuleOutput* out) {
  const Candidate& c = in.candidate;
  if (c.claims.cv_text.empty()) {
    out->Skip("X05", "not_supplied",
              Phrase{"the text of the CV: /claims/cv_text", "職務経歴書の本文（/claims/cv_text）",
                     "이력서 본문(/claims/cv_text)"});
    return;
  }
  const auto least = static_cast<size_t>(in.policy.Number("X05.pieces"));
  const CandidatePool::TextAnswer answer = in.pool->AlikeTexts(
      SketchText(c.claims.cv_text), c.id, static_cast<size_t>(in.policy.Number("X05.percent")),
      static_cast<size_t>(in.policy.Number("X05.common")));
  if (answer.pieces < least) {
    out->Skip("X05", "too_few",
              Phrase{"a longer text of the CV, in words that are not everybody's",
                     "定型文を除いて十分な長さのある職務経歴書の本文",
                     "정형 문구를 빼고도 충분히 긴 이력서 본문"});
    return;
  }
  if (answer.alike.empty()) return;
  std::vector<std::string> ids;
  for (const CandidatePool::Likeness& one : answer.alike) {
    ids.push_back(one.id + " (" + std::to_string(one.percent) + "%)");
  }
  Report("X05",
         {"the CV says nearly the same as that of \"$0\"; read both before anything follows",
          "職務経歴書が「$0」とほぼ同文。判断の前に両方を読むこと",
          "이력서가 “$0”와(과) 거의 같음. 판단하기 전에 둘 다 읽을 것"},
         ids, "/claims/cv_text", SignGrade::kFlag, out);
}

}  // namespace

std::span<const std::string_view> PoolCodes() {
  static constexpr std::string_view kCodes[] = {"A05", "X04", "X05", "X68"};
  return kCodes;
}

void CheckPool(const RuleInput& in, RuleOutput* out) {
  const Phrase other_files{"the other candidates of the role: --pool",
                           "同じ募集のほかの候補者（--pool）", "같은 모집의 다른 후보자(--pool)"};
  if (in.pool == nullptr) {
    for (const std::string_view code : PoolCodes()) out->Skip(code, "no_pool", other_files);
    return;
  }
  const Candidate& c = in.candidate;
  using Kind = CandidatePool::Kind;
  SkipWithoutKey(c, out);
  for (const Payout& payout : c.payout) {
    Report("A05",
           {"the same payout account as \"$0\"", "受取口座が「$0」と同じ",
            "“$0”와(과) 같은 정산 계좌"},
           in.pool->Others(Kind::kPayee, CandidatePool::PayeeKey(payout), c.id),
           payout.at + "/account_hash", SignGrade::kHard, out);
  }
  std::set<std::string> told;  // one contact may stand in several sources
  for (const ContactClaim* contact : CandidatePool::ContactsOf(c)) {
    const std::string key = CandidatePool::ContactKey(*contact, c);
    if (!told.insert(key).second) continue;
    Report("X04", {"the same contact as \"$0\"", "連絡先が「$0」と同じ", "“$0”와(과) 같은 연락처"},
           in.pool->Others(Kind::kContact, key, c.id), contact->at, SignGrade::kFlag, out);
  }
  CheckText(in, out);
  if (!c.shipments) return;
  for (const Shipment& shipment : *c.shipments) {
    const std::vector<std::string> others =
        in.pool->Others(Kind::kDelivery, CandidatePool::DeliveryKey(shipment), c.id);
    const size_t before = out->findings.size();
    Report(
        "X68",
        {"the same delivery address as \"$0\"", "届け先が「$0」と同じ", "“$0”와(과) 같은 배송지"},
        others, shipment.at + "/address", SignGrade::kFlag, out);
    if (out->findings.size() > before) out->findings.back().proxy = true;  // families, flats
  }
}

}  // namespace sekisho
