#include "diligence/signers.h"

#include <algorithm>

#include "core/text.h"
#include "diligence/vet_words.h"

namespace sekisho {
namespace {

// As a report says it, or as a questionnaire does.
bool IsWord(std::string_view by, std::string_view word) {
  const LocalText words = VetWordText(word);
  return SamePerson(by, word) || SamePerson(by, words.en) || SamePerson(by, words.ja) ||
         SamePerson(by, words.ko);
}

}  // namespace

bool NamesSomebody(std::string_view by) { return !LettersAndDigits(by, TextCase::kLower).empty(); }

bool SamePerson(std::string_view a, std::string_view b) {
  return LettersAndDigits(a, TextCase::kLower) == LettersAndDigits(b, TextCase::kLower);
}

bool IsCandidate(std::string_view by, const Candidate& candidate) {
  if (!NamesSomebody(by)) return false;
  const std::vector<ClaimedName>& names = candidate.claims.names;
  return IsWord(by, "candidate") || SamePerson(by, candidate.id) ||
         std::any_of(names.begin(), names.end(),
                     [&](const ClaimedName& one) { return SamePerson(by, one.value); });
}

bool IsAgency(std::string_view by, const Candidate& candidate) {
  if (!NamesSomebody(by)) return false;
  return IsWord(by, "vendor") || (candidate.agency && SamePerson(by, candidate.agency->name));
}

}  // namespace sekisho
