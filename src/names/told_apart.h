// Does one word tell two names apart that are alike otherwise? Used inside of this layer.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "names/match.h"
#include "names/name_form.h"

namespace sekisho {

// A word of one name that answers to a word of the other, or to neighbours there.
struct WordLink {
  uint8_t left;
  uint8_t right;
  double likeness;
  NameReason reason;
  uint8_t left_count = 1;
  uint8_t right_count = 1;
};

using UsedWords = std::array<bool, kNameWordsMax>;

// Two names, and which of their words answer to each other. Views; nothing is owned.
struct LinkedWords {
  const std::vector<LatinWord>& left;
  const std::vector<LatinWord>& right;
  std::span<const WordLink> links;
  const UsedWords& left_used;
  const UsedWords& right_used;
};

// Numbers and generations that differ; father for son; another vowel in a name of syllables;
// crossed initials; of firms, another trade or place. Pure.
bool AreToldApart(const LinkedWords& words, bool organisation);

}  // namespace sekisho
