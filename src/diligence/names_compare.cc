#include "diligence/names_compare.h"

#include "names/match.h"

namespace sekisho {
namespace {

// From far to near.
int Rank(std::string_view outcome) {
  if (outcome == "same") return 5;
  if (outcome == "variant") return 4;
  if (outcome == "declared") return 3;
  if (outcome == "unclear") return 2;
  return outcome == "unrelated" ? 1 : 0;
}

std::string_view OutcomeOfPair(std::string_view name, const ClaimedName& claimed) {
  const NameMatch match = MatchNames(name, claimed.value);
  if (match.outcome == NameOutcome::kUnrelated) return NameOutcomeWord(match);
  const bool other_name = claimed.kind == "former" || claimed.kind == "business";
  return other_name ? "declared" : NameOutcomeWord(match.outcome);
}

}  // namespace

std::string OutcomeOfName(std::string_view name, const std::vector<ClaimedName>& claimed) {
  std::string_view best;
  for (const ClaimedName& one : claimed) {
    const std::string_view outcome = OutcomeOfPair(name, one);
    if (Rank(outcome) > Rank(best)) best = outcome;
  }
  return std::string(best);
}

std::string OutcomeOfName(std::string_view name, const Candidate& candidate) {
  std::vector<ClaimedName> all = candidate.claims.names;
  for (const IdentityPaper& paper : candidate.documents) {
    if (paper.name.empty()) continue;
    ClaimedName of_paper;
    of_paper.value = paper.name;
    all.push_back(std::move(of_paper));
  }
  return OutcomeOfName(name, all);
}

bool IsOneOrganisation(std::string_view a, std::string_view b) {
  const NameMatch match = MatchNames(a, b);
  return match.outcome != NameOutcome::kUnrelated || match.unknown_reading;
}

}  // namespace sekisho
