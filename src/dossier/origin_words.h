// The words that tie a country to a person or to a thing, of tables/origin_words.txt.
#pragma once

#include <set>
#include <string>
#include <vector>

namespace sekisho {

// Makes the name of a country a word about a person, unless the text goes on like one of `things`.
struct OriginSuffix {
  std::string text;
  std::vector<std::string> things;
};

// Never changes; thread-safe.
struct OriginWords {
  using Words = std::set<std::string, std::less<>>;

  static const OriginWords& Get();

  // English, in WordForm.
  Words named_things;
  Words placed_things;
  Words persons;
  // The first that suits counts.
  std::vector<OriginSuffix> japanese;  // in UnspacedForm
  std::vector<OriginSuffix> korean;    // in PlainForm
  Words korean_words;                  // names of countries that are common words too
};

}  // namespace sekisho
