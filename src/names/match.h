// Do two names belong to one person, or to one company?
//
// Names are compared as they are written: Latin letters and other alphabets, kana, kanji and their
// old and new forms, hangul, hanja, romanisations. Always two names are compared; nothing here says
// anything about one name alone, least of all where it comes from. How a name can be spelled is
// looked up only to see whether the other one spells it.
//
// All functions are pure and thread-safe; the tables are read on the first call.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/language.h"

namespace sekisho {

enum class NameOutcome : uint8_t {
  kUnrelated,
  kDeclared,  // one of the two names the other as a former, married or business name
  kVariant,   // one name in another writing, order, form or length
  kSame,      // equal but for width, case, marks, punctuation and legal forms
};

// "unrelated", "declared", "variant", "same".
std::string_view NameOutcomeWord(NameOutcome outcome);
struct NameMatch;
// "unclear" where nothing can be said of two names, else the word of the outcome.
std::string_view NameOutcomeWord(const NameMatch& match);

// What was seen. `left` and `right` of a remark are the pieces it is about, as they were compared.
enum class NameReason : uint8_t {
  kEqual,           // equal after folding
  kOrder,           // in another order
  kSpelling,        // spelled differently
  kKnownSpelling,   // … in a way that the tables know
  kShortForm,       // a short form: Bill, William
  kInitial,         // an initial
  kJoined,          // written as one word and as two
  kLeftOut,         // one name has more words
  kDiffers,         // words that nothing in the other name answers to
  kLongVowel,       // a long vowel is written or not
  kCut,             // one name is the beginning of the other, as fields of a bank cut it
  kOldForm,         // old and new forms of characters
  kKana,            // kana and its spelling in Latin letters
  kHangul,          // hangul and its spelling in Latin letters
  kOneHangul,       // two Latin spellings of one hangul name
  kNorthSouth,      // initial consonants as the North and the South write them
  kHanja,           // characters and their reading in hangul
  kPinyin,          // characters and their reading in pinyin or Wade-Giles
  kCantonese,       // … and their Cantonese reading
  kHokkien,         // … and their Hokkien or Teochew reading
  kOneHan,          // two Latin spellings of one name in characters: pinyin, Cantonese, Hokkien
  kJapanese,        // characters and their Japanese reading
  kSounds,          // a foreign name in kana or hangul
  kDeclared,        // a former, married or business name that one of the two gives itself
  kUnknownReading,  // see NameMatch
};

struct NameRemark {
  NameReason reason;
  std::string left;
  std::string right;
};

struct NameMatch {
  double score = 0;  // in [0, 1]; from kNameVariantScore on it is one name
  NameOutcome outcome = NameOutcome::kUnrelated;
  // Only of unrelated names: one may be a reading of the other that the tables do not have.
  // Characters can be read in more ways than any dictionary lists, and letters without vowels leave
  // much open. True when family and given name are read in part, or when each character, or each
  // word in Thai, Lao, Burmese or Khmer letters, meets one that begins alike; then whoever wants to
  // be fair says nothing rather than "unrelated".
  bool unknown_reading = false;
  bool comparable = true;           // false: there is nothing in one of the names; see Name::empty
  std::vector<NameRemark> remarks;  // at most 17
};

// Least score of outcomes other than kUnrelated. docs/names.md says what was measured.
inline constexpr double kNameVariantScore = 0.75;

class NameForm;

// A name prepared for comparing, which takes as long as comparing it. Memory is kept from one
// Assign to the next. Not thread-safe while it is assigned.
class Name {
 public:
  Name();
  explicit Name(std::string_view utf8);
  ~Name();
  Name(Name&&) noexcept;
  Name& operator=(Name&&) noexcept;

  // Of `utf8` the first 1024 bytes are compared, and of these 16 words of 23 letters and 48
  // characters of East Asian writing. Bytes that are no UTF-8 part words.
  void Assign(std::string_view utf8);

  // Nothing in it can be compared: signs alone, or the legal form of a company.
  bool empty() const;

  // Adds numbers to `keys` of which two names of one person or company nearly always share some:
  // for an index that finds candidates for MatchNames. They tell nothing else.
  void AppendIndexKeys(std::vector<uint64_t>* keys) const;

 private:
  friend void MatchNames(const Name& a, const Name& b, NameMatch* match);
  friend double NameScore(const Name& a, const Name& b);
  std::unique_ptr<NameForm> form_;
};

// Symmetric but for `left` and `right`: (a, b) and (b, a) have one score and outcome. Memory of
// `match` is reused.
void MatchNames(const Name& a, const Name& b, NameMatch* match);
NameMatch MatchNames(std::string_view a, std::string_view b);
// The score alone.
double NameScore(const Name& a, const Name& b);

// One line: what matched and how.
void AppendNameExplanation(const NameMatch& match, Language language, std::string* out);
std::string ExplainNameMatch(const NameMatch& match, Language language);

}  // namespace sekisho
