// Words that say little in a name, and words that stand for each other (tables/words.txt). Used
// inside of this layer.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sekisho {

enum class WordKind : uint8_t {
  kPlain,
  kLegal,       // a legal form: never scores
  kWeakLegal,   // one that is short enough to be a person's name
  kGeneric,     // what an organisation does
  kVague,       // what it is: group, association
  kLink,        // of, and: scores next to nothing
  kTitle,       // said of a person
  kParticle,    // small words of family names
  kSuffix,      // of generations
  kDeclared,    // what follows is another family name of the same person
  kAlias,       // what follows is another whole name of the same person or company
  kNumber,      // a number in words: five, fifth, 5th
  kNumberSign,  // "no" and its like: no part of a name in front of a number
  kPlace,       // says little in the name of an organisation
  kNote,        // a remark beside a name: deceased
};

// Short forms belong to several names: Alex to Alexander and Alexandra. The table has at most
// seven.
inline constexpr size_t kShortFormsMax = 8;

struct Word {
  WordKind kind = WordKind::kPlain;
  uint16_t same = 0;  // words of one number are one name in different spellings; 0: none
  std::array<uint16_t, kShortFormsMax> short_forms = {};  // … are forms of one given name; 0: none
  bool begins_form = false;                               // of LegalFormsWith
  bool own = false;  // a name of its own, however like another one that is
};

// Of a folded word (small ASCII letters); null for a word that no table holds. Thread-safe.
const Word* FindWord(std::string_view word);

// A legal form or a description in East Asian writing.
struct EastWord {
  std::u32string text;     // folded as names are: katakana large and full width
  std::string_view latin;  // the generic word that it stands for; empty for legal forms
};

// Those that begin with `first`, the longest first.
std::span<const EastWord> EastWordsWith(char32_t first);

// Legal forms of several words that begin with this one: "s de rl de cv".
using LegalForm = std::vector<std::string_view>;
std::span<const LegalForm> LegalFormsWith(std::string_view first);

// Words like 旧姓: what follows is another name of the same person or company.
std::span<const std::u32string> EastMarkers();
// Words behind a name in East Asian writing that address the person: 様, 씨.
std::span<const std::u32string> EastHonorifics();
// Abbreviations of legal forms in Japanese bank transfers, without their parenthesis: ｶ).
std::span<const std::u32string> ZenginForms();

}  // namespace sekisho
