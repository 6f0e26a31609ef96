// The other candidates of a role, for what must not be shared: payout accounts, contacts, delivery
// addresses.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diligence/candidate.h"

namespace sekisho {

// Immutable once all candidates are added; then thread-safe. Keeps comparable keys and ids, no
// names. Memory: about 200 bytes for each identifier.
class CandidatePool {
 public:
  enum class Kind : uint8_t { kPayee, kContact, kDelivery };

  // False, and nothing is added, when there is a candidate with that id already.
  bool Add(const Candidate& candidate);

  // Ids of the candidates with that identifier, without `own_id`; sorted.
  std::vector<std::string> Others(Kind kind, std::string_view key, std::string_view own_id) const;

  struct Likeness {
    std::string id;
    size_t percent = 0;
  };
  struct TextAnswer {
    size_t pieces = 0;            // of the own text that were compared
    std::vector<Likeness> alike;  // the most alike first, then by id
  };
  // Candidates whose CV says nearly the same as `sketch` (SketchText): at least `percent` of the
  // pieces of the longer one. Pieces that more than `common_max` other texts have are taken out
  // first: templates of job sites, the wording of a company.
  TextAnswer AlikeTexts(const std::vector<uint64_t>& sketch, std::string_view own_id,
                        size_t percent, size_t common_max) const;

  bool SharesPayee(const Candidate& candidate, const Payout& payout) const;

  size_t size() const { return size_; }

  // Candidates of the role that were asked all of these questions, and candidates of the role.
  struct Sheet {
    size_t asked = 0;
    size_t total = 0;
  };
  Sheet SameSheet(const std::vector<std::string>& questions, const Candidate& own) const;

  // The comparable form of an identifier; empty when it cannot be compared.
  static std::string PayeeKey(const Payout& payout);
  // A national telephone number follows the plan of the country where its owner lives, else works,
  // else of the jurisdiction; what is no number of that plan stays as it is.
  static std::string ContactKey(const ContactClaim& contact, const Candidate& owner);
  // The contacts that are the person's wherever they stand: claimed ones, and those of profiles
  // without account names, which belong to their site.
  static std::vector<const ContactClaim*> ContactsOf(const Candidate& candidate);
  static std::string DeliveryKey(const Shipment& shipment);

 private:
  struct Member {
    std::string role_id;
    std::vector<std::string> answered;  // questions, sorted
    std::vector<uint64_t> cv;           // SketchText
  };

  void Index(Kind kind, const std::string& key, const std::string& id);

  size_t size_ = 0;
  std::unordered_map<std::string, Member> members_;                // by id
  std::unordered_map<std::string, std::vector<std::string>> ids_;  // by kind and key
};

}  // namespace sekisho
