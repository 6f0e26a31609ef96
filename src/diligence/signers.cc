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
  const auto is_one_of = [&](const std::vector<ClaimedName>& names) {
    return std::any_of(names.begin(), names.end(),
                       [&](const ClaimedName& one) { return SamePerson(by, one.value); });
  };
  return IsWord(by, "candidate") || SamePerson(by, candidate.id) ||
         is_one_of(candidate.claims.names) ||
         std::any_of(candidate.documents.begin(), candidate.documents.end(),
                     [&](const IdentityPaper& one) { return SamePerson(by, one.name); }) ||
         std::any_of(candidate.profiles.begin(), candidate.profiles.end(),
                     [&](const Profile& one) { return is_one_of(one.fields.names); });
}

bool IsAgency(std::string_view by, const Candidate& candidate) {
  if (!NamesSomebody(by)) return false;
  return IsWord(by, "vendor") || (candidate.agency && SamePerson(by, candidate.agency->name));
}

}  // namespace sekisho
