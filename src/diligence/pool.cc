#include "diligence/pool.h"

#include <algorithm>

#include "core/postal_address.h"
#include "core/text.h"
#include "diligence/text_sketch.h"
#include "facts/contact/contact.h"
#include "facts/contact/phone.h"

namespace sekisho {
namespace {

std::string FullKey(CandidatePool::Kind kind, std::string_view key) {
  return std::string(1, static_cast<char>('a' + static_cast<int>(kind))) + std::string(key);
}

std::vector<std::string> QuestionsOf(const Candidate& candidate) {
  std::vector<std::string> questions;
  for (const Answer& answer : candidate.answers) questions.push_back(answer.question);
  std::sort(questions.begin(), questions.end());
  return questions;
}

bool HasAll(const std::vector<std::string>& answered, const std::vector<std::string>& asked) {
  return std::all_of(asked.begin(), asked.end(), [&](const std::string& question) {
    return std::binary_search(answered.begin(), answered.end(), question);
  });
}

const std::string& CountryOf(const Candidate& c) {
  for (const std::optional<Place>* const place : {&c.claims.residence, &c.claims.workplace}) {
    if (*place && !(*place)->country.empty()) return (*place)->country;
  }
  return c.jurisdiction;
}

std::string InternationalPhoneKey(std::string_view written, const Candidate& owner) {
  std::string key = PhoneKey(written).value_or("");
  if (key.empty() || key.starts_with('+')) return key;
  const std::optional<PhoneNumber> national = ReadPhone(written, CountryOf(owner));
  return national && national->valid ? national->e164 : key;
}

}  // namespace

std::string CandidatePool::PayeeKey(const Payout& payout) {
  return IsMaskedNumber(payout.account_hash)
             ? ""
             : LettersAndDigits(payout.account_hash, TextCase::kLower);
}

std::string CandidatePool::ContactKey(const ContactClaim& contact, const Candidate& owner) {
  if (contact.kind == "email") return EmailKey(contact.value).value_or("");
  if (contact.kind == "phone") return InternationalPhoneKey(contact.value, owner);
  if (IsMasked(contact.value)) return "";
  return contact.kind + ":" + NormalText(contact.value, TextCase::kLower);
}

std::string CandidatePool::DeliveryKey(const Shipment& shipment) {
  return AddressKey(shipment.address).value_or("");
}

void CandidatePool::Index(Kind kind, const std::string& key, const std::string& id) {
  if (key.empty()) return;
  std::vector<std::string>& ids = ids_[FullKey(kind, key)];
  if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
}

std::vector<const ContactClaim*> CandidatePool::ContactsOf(const Candidate& candidate) {
  std::vector<const ContactClaim*> contacts;
  for (const ContactClaim& one : candidate.claims.contacts) contacts.push_back(&one);
  for (const Profile& profile : candidate.profiles) {
    for (const ContactClaim& one : profile.fields.contacts) {
      if (one.kind != "handle") contacts.push_back(&one);
    }
  }
  return contacts;
}

bool CandidatePool::Add(const Candidate& candidate) {
  if (!members_
           .emplace(candidate.id, Member{candidate.role_id, QuestionsOf(candidate),
                                         SketchText(candidate.claims.cv_text)})
           .second) {
    return false;
  }
  ++size_;
  for (const Payout& payout : candidate.payout) {
    Index(Kind::kPayee, PayeeKey(payout), candidate.id);
  }
  for (const ContactClaim* contact : ContactsOf(candidate)) {
    Index(Kind::kContact, ContactKey(*contact, candidate), candidate.id);
  }
  if (!candidate.shipments) return true;
  for (const Shipment& shipment : *candidate.shipments) {
    Index(Kind::kDelivery, DeliveryKey(shipment), candidate.id);
  }
  return true;
}

std::vector<std::string> CandidatePool::Others(Kind kind, std::string_view key,
                                               std::string_view own_id) const {
  std::vector<std::string> others;
  if (key.empty()) return others;
  const auto found = ids_.find(FullKey(kind, key));
  if (found == ids_.end()) return others;
  for (const std::string& id : found->second) {
    if (id != own_id) others.push_back(id);
  }
  std::sort(others.begin(), others.end());
  return others;
}

CandidatePool::TextAnswer CandidatePool::AlikeTexts(const std::vector<uint64_t>& sketch,
                                                    std::string_view own_id, size_t percent,
                                                    size_t common_max) const {
  std::unordered_map<uint64_t, size_t> texts;  // of each own piece
  for (const uint64_t piece : sketch) texts.emplace(piece, 0);
  for (const auto& [id, member] : members_) {
    if (id == own_id) continue;
    for (const uint64_t piece : member.cv) {
      if (const auto found = texts.find(piece); found != texts.end()) ++found->second;
    }
  }
  std::vector<uint64_t> own;
  std::vector<uint64_t> common;
  for (const uint64_t piece : sketch) (texts[piece] > common_max ? common : own).push_back(piece);
  TextAnswer answer;
  answer.pieces = own.size();
  for (const auto& [id, member] : members_) {
    if (id == own_id || own.empty()) continue;
    const size_t left = member.cv.size() - CountShared(common, member.cv);
    const size_t share = CountShared(own, member.cv) * 100 / std::max(own.size(), left);
    if (share >= percent) answer.alike.push_back({id, share});
  }
  std::sort(answer.alike.begin(), answer.alike.end(), [](const Likeness& a, const Likeness& b) {
    return a.percent != b.percent ? a.percent > b.percent : a.id < b.id;
  });
  return answer;
}

bool CandidatePool::SharesPayee(const Candidate& candidate, const Payout& payout) const {
  return !Others(Kind::kPayee, PayeeKey(payout), candidate.id).empty();
}

CandidatePool::Sheet CandidatePool::SameSheet(const std::vector<std::string>& questions,
                                              const Candidate& own) const {
  Sheet sheet;
  sheet.total = 1;
  sheet.asked = HasAll(QuestionsOf(own), questions) ? 1 : 0;
  for (const auto& [id, member] : members_) {
    if (member.role_id != own.role_id || id == own.id) continue;
    ++sheet.total;
    if (HasAll(member.answered, questions)) ++sheet.asked;
  }
  return sheet;
}

}  // namespace sekisho
