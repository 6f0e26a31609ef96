// G01: goods for another address than the document's; G02: forwarders and moves at the time of
// hire.
#include <algorithm>
#include <vector>

#include "core/postal_match.h"
#include "core/time.h"
#include "diligence/rule_output.h"
#include "diligence/vet_words.h"

namespace sekisho {
namespace {

using Addresses = std::vector<PostalMarks>;

Addresses PaperAddresses(const Candidate& c) {
  Addresses addresses;
  for (const IdentityPaper& paper : c.documents) {
    if (const auto address = ReadPostalAddress(paper.address)) {
      addresses.push_back(MarksOf(*address, 0));
    }
  }
  return addresses;
}

// The best that one of the papers says; an unreadable address is unclear, and so is one without
// papers.
AddressMatch MatchPapers(const Addresses& papers, const Shipment& shipment) {
  const auto address = ReadPostalAddress(shipment.address);
  if (!address || papers.empty()) return AddressMatch::kUnclear;
  const PostalMarks marks = MarksOf(*address, 0);
  AddressMatch best = AddressMatch::kDifferent;
  for (const PostalMarks& paper : papers) {
    const AddressMatch match = MatchAddresses(paper, marks);
    if (match == AddressMatch::kSame) return match;
    if (match == AddressMatch::kUnclear) best = match;
  }
  return best;
}

// Whether residence was proved there: the proof is about the claimed residence, as far as one is
// written down.
bool IsProvedThere(const Candidate& c, const Shipment& shipment) {
  if (!ResidenceIsProved(c)) return false;
  if (!c.claims.residence) return true;
  const auto home = ReadPostalAddress(c.claims.residence->address);
  const auto there = ReadPostalAddress(shipment.address);
  return !home || !there ||
         MatchAddresses(MarksOf(*home, 0), MarksOf(*there, 0)) != AddressMatch::kDifferent;
}

void CheckAddress(const RuleInput& in, const Addresses& papers, RuleOutput* out) {
  bool known = true;
  bool found = false;
  bool unclear = false;
  for (const Shipment& shipment : *in.candidate.shipments) {
    const AddressMatch match = MatchPapers(papers, shipment);
    const bool proved = IsProvedThere(in.candidate, shipment);
    if (match != AddressMatch::kDifferent) {
      known = known && (match == AddressMatch::kSame || (proved && AddressKey(shipment.address)));
      unclear = unclear || (match == AddressMatch::kUnclear && !proved);
      continue;
    }
    if (proved) continue;
    known = false;
    found = true;
    VetFinding* const finding = out->Find(
        "G01",
        Say({"\"$0\" goes to an address that is on no document, and residence there is not proved",
             "「$0」の届け先は書類の住所ではなく、居住も証明されていない",
             "“$0”의 배송지는 서류의 주소가 아니며 거주도 증명되지 않음"},
            shipment.item.empty() ? "-" : shipment.item),
        {shipment.at + "/address"});
    finding->proxy = true;
    finding->time_ms = shipment.time_ms;
  }
  if (unclear && !found) {
    out->Skip(
        "G01", "unclear",
        Phrase{"an address of a document written like that of the delivery",
               "届け先と同じ書き方の、書類の住所", "배송지와 같은 방식으로 적힌 서류의 주소"});
  }
  out->facts.address_known = known && !in.candidate.shipments->empty();
}

void CheckAskedElsewhere(const RuleInput& in, bool proved, RuleOutput* out) {
  if (!in.candidate.requests || proved) return;
  for (const Request& request : *in.candidate.requests) {
    if (request.kind != "ship_elsewhere") continue;
    VetFinding* const finding =
        out->Find("G01",
                  Say({"delivery to another address asked for, and residence there is not proved",
                       "別の住所への配送の要望があり、居住は証明されていない",
                       "다른 주소로의 배송 요청이 있고 거주는 증명되지 않음"}),
                  {request.at});
    finding->proxy = true;
    finding->time_ms = request.time_ms;
  }
}

void CheckForwarders(const RuleInput& in, RuleOutput* out) {
  bool known = false;
  for (const Shipment& shipment : *in.candidate.shipments) {
    if (shipment.forwarder_class.empty()) continue;
    known = true;
    if (shipment.forwarder_class == "none") continue;
    out->Find("G02",
              Say({"the delivery address is one of a $0", "届け先の種類：$0", "배송지의 종류: $0"},
                  VetWordText(shipment.forwarder_class)),
              {shipment.at + "/forwarder_class"})
        ->time_ms = shipment.time_ms;
  }
  if (known) return;
  out->Skip("G02", "list_missing",
            Phrase{"`forwarder_class` of a shipment, from a list of forwarders and mail drops",
                   "転送業者や私設私書箱のリストによる`forwarder_class`",
                   "배송 대행지나 사설 사서함 목록에 따른 `forwarder_class`"});
}

// Without both days nobody knows whether the address changed after the offer.
void SkipMove(const Candidate& c, RuleOutput* out) {
  std::string missing;
  if (!c.offered_at) missing = "/offered_at";
  if (!c.claims.residence || !c.claims.residence->since) {
    missing += missing.empty() ? "" : ", ";
    missing += "/claims/residence/since";
  }
  out->Skip(
      "G02", "not_supplied",
      Say({"the day of the offer, and since when the candidate lives there: $0",
           "内定の日と、いつからそこに住んでいるか：$0", "제안한 날과 언제부터 그곳에 사는지: $0"},
          missing));
}

void CheckMove(const RuleInput& in, RuleOutput* out) {
  const Candidate& c = in.candidate;
  if (ResidenceIsProved(c)) return;
  if (!c.offered_at || !c.claims.residence || !c.claims.residence->since) {
    if (c.shipments && !c.shipments->empty()) SkipMove(c, out);
    return;
  }
  const int64_t after = *c.claims.residence->since - *c.offered_at;
  const int64_t days = in.policy.Number("G02.days");
  if (after < 0 || after > days * kDayMs) return;
  out->Find("G02",
            Say({"the address changed $0 days after the offer", "内定から$0日後に住所が変更された",
                 "제안 $0일 뒤에 주소가 바뀜"},
                after / kDayMs),
            {c.claims.residence->at + "/since", "/offered_at"})
      ->time_ms = c.claims.residence->since;
}

}  // namespace

bool ResidenceIsProved(const Candidate& c) {
  const CheckRecord* last = nullptr;
  for (const CheckRecord& check : c.checks) {
    if (check.measure != "M28") continue;
    if (last == nullptr || check.time_ms >= last->time_ms) last = &check;
  }
  if (last == nullptr || last->state != "done" || last->result != "passed") return false;
  return !c.claims.residence || c.claims.residence->since.value_or(last->time_ms) <= last->time_ms;
}

void CheckShipments(const RuleInput& in, RuleOutput* out) {
  const Candidate& c = in.candidate;
  const bool proved = ResidenceIsProved(c);
  CheckAskedElsewhere(in, proved, out);
  CheckMove(in, out);
  if (!c.shipments || c.shipments->empty()) {
    const Phrase what{"a shipment: /shipments", "発送の記録（/shipments）",
                      "발송 기록(/shipments)"};
    out->Skip("G01", "not_supplied", what);
    out->Skip("G02", "not_supplied", what);
    return;
  }
  const Addresses papers = PaperAddresses(c);
  if (papers.empty() && !proved) {
    out->Skip("G01", "not_supplied",
              Phrase{"a document with an address: /documents", "住所のある書類（/documents）",
                     "주소가 있는 서류(/documents)"});
  } else {
    CheckAddress(in, papers, out);
  }
  CheckForwarders(in, out);
  out->facts.signature_ordered =
      std::all_of(c.shipments->begin(), c.shipments->end(),
                  [](const Shipment& one) { return one.signature.value_or(false); });
}

}  // namespace sekisho
