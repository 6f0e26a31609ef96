// A05, X04, X68: what candidates of one role must not share.
#include "absl/strings/str_join.h"
#include "diligence/pool.h"
#include "diligence/rule_output.h"

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

}  // namespace

void CheckPool(const RuleInput& in, RuleOutput* out) {
  const Phrase other_files{"the other candidates of the role: --pool",
                           "同じ募集のほかの候補者（--pool）", "같은 모집의 다른 후보자(--pool)"};
  if (in.pool == nullptr) {
    for (const std::string_view code : {"A05", "X04", "X68"})
      out->Skip(code, "no_pool", other_files);
    return;
  }
  const Candidate& c = in.candidate;
  using Kind = CandidatePool::Kind;
  for (const Payout& payout : c.payout) {
    Report("A05",
           {"the same payout account as $0", "受取口座が$0と同じ", "$0와(과) 같은 정산 계좌"},
           in.pool->Others(Kind::kPayee, CandidatePool::PayeeKey(payout), c.id),
           payout.at + "/account_hash", SignGrade::kHard, out);
  }
  for (const ContactClaim& contact : c.claims.contacts) {
    Report("X04", {"the same contact as $0", "連絡先が$0と同じ", "$0와(과) 같은 연락처"},
           in.pool->Others(Kind::kContact, CandidatePool::ContactKey(contact), c.id), contact.at,
           SignGrade::kFlag, out);
  }
  if (!c.shipments) return;
  for (const Shipment& shipment : *c.shipments) {
    const std::vector<std::string> others =
        in.pool->Others(Kind::kDelivery, CandidatePool::DeliveryKey(shipment), c.id);
    const size_t before = out->findings.size();
    Report("X68", {"the same delivery address as $0", "届け先が$0と同じ", "$0와(과) 같은 배송지"},
           others, shipment.at + "/address", SignGrade::kFlag, out);
    if (out->findings.size() > before) out->findings.back().proxy = true;  // families, flats
  }
}

}  // namespace sekisho
