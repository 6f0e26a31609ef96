// What a platform has decided not to count: exemptions that its people granted, and explanations
// that they accepted. Nothing is hidden by them: a covered finding stays listed with who decided
// it, why and until when.
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sekisho {

enum class ExemptionKind : uint8_t {
  kAddress,      // a network address: an office, a school, a carrier
  kDevice,       // a device: a shared computer
  kPayee,        // a payee: the collective account of a provider
  kHousehold,    // what two accounts share
  kAccount,      // an account; with another one, what the two share
  kIndicator,    // an indicator, for an account or for everybody
  kExplanation,  // what a person explained, up to the day of the answer
};

// "address", "device", "payee", "household", "account", "indicator", "explanation".
std::string_view ExemptionKindName(ExemptionKind kind);
// Nothing for any other text, and for "explanation", which nobody can grant.
std::optional<ExemptionKind> ParseExemptionKind(std::string_view name);

struct Exemption {
  static constexpr int64_t kForever = std::numeric_limits<int64_t>::max();

  ExemptionKind kind = ExemptionKind::kAddress;
  std::string indicator;  // code; empty: all
  std::string account;
  std::string other_account;
  std::string subject;  // the address, device or payee, as findings name it
  int64_t since_ms = 0;
  int64_t until_ms = kForever;  // from then on it does not hold
  std::string reviewer;         // who granted it, and why
  std::string reason;
  std::string event;  // id of the event that says so
};

// What is asked of the register.
struct ExemptionQuery {
  std::string_view indicator;  // code
  std::string_view subject_type;
  std::string_view subject;
  const std::vector<std::string>& accounts;  // of the finding
  int64_t last_ms = 0;                       // of the finding
};

// All exemptions as they stand at one time. Of several for the same thing the newest is valid, so
// that one ends when it is granted again with an end that has passed. Those that two accounts
// share add up: when A and B, and B and C belong together, so do A and C.
//
// Immutable once made; thread-safe. The strings of a query are not kept.
class ExemptionRegister {
 public:
  ExemptionRegister() = default;
  // `granted` in any order. `now_ms` is the newest event known: exemptions are a matter of event
  // time, like everything else.
  ExemptionRegister(std::vector<Exemption> granted, int64_t now_ms);

  // The newest of each thing, by time and event; ended ones stay listed.
  const std::vector<Exemption>& exemptions() const { return exemptions_; }
  bool InForce(const Exemption& one) const {
    return one.since_ms <= now_ms_ && now_ms_ < one.until_ms;
  }
  size_t CountInForce() const;

  // The exemption because of which the finding does not count for `account`: an index into
  // exemptions(), or nothing. What several accounts share is covered only if all of them belong
  // together; one stranger among them, and it counts for all.
  std::optional<uint32_t> Covering(const ExemptionQuery& query, std::string_view account) const;

  // Whether what two accounts share is covered, for one of these indicators.
  bool CoversPair(const std::vector<std::string>& indicators, std::string_view a,
                  std::string_view b) const;
  // Whether a shared identifier is covered by itself, for one of these indicators.
  bool CoversSubject(const std::vector<std::string>& indicators, ExemptionKind kind,
                     std::string_view subject) const;

 private:
  using Together = std::map<std::string, uint32_t, std::less<>>;  // account → number of its circle

  // Accounts that belong together as far as that indicator is concerned.
  const Together& CircleOf(std::string_view indicator) const;
  Together MakeCircle(std::string_view indicator) const;
  bool Concerns(const Exemption& one, std::string_view indicator) const {
    return InForce(one) && (one.indicator.empty() || one.indicator == indicator);
  }
  bool CoversAlone(const Exemption& one, const ExemptionQuery& query,
                   std::string_view account) const;
  bool CoversShared(const Exemption& one, const ExemptionQuery& query,
                    std::string_view account) const;

  std::vector<Exemption> exemptions_;
  int64_t now_ms_ = 0;
  // Indices into exemptions_, by what they name; indicators for everybody have the empty name.
  std::multimap<std::string, uint32_t, std::less<>> by_subject_;
  std::multimap<std::string, uint32_t, std::less<>> by_account_;
  // By indicator; the empty one stands for those that no exemption names.
  std::map<std::string, Together, std::less<>> circles_;
};

}  // namespace sekisho
