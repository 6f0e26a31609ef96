// A name taken apart for comparing. Used inside of this layer; nothing outside sees what one name
// looks like, only how two of them compare.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "names/han.h"
#include "names/words.h"

namespace sekisho {

// Letters of a word that are compared; longer words are cut. Words of a name; later ones are left
// out. Characters of East Asian writing in a name.
inline constexpr size_t kWordLettersMax = 23;
inline constexpr size_t kNameWordsMax = 16;
inline constexpr size_t kNameUnitsMax = 48;
// Bytes of a name; the rest is not read.
inline constexpr size_t kComparedBytesMax = 1024;
// The bytes of a name that are read, not cutting a character.
std::string_view CutName(std::string_view utf8);

// A word in Latin letters, or in another alphabet and spelled in Latin.
struct LatinWord {
  std::array<char, kWordLettersMax> text;
  std::array<char, kWordLettersMax> sound;  // one sign for each sound: see sound.h
  uint8_t size = 0;
  uint8_t sound_size = 0;
  WordKind kind = WordKind::kPlain;
  uint8_t weight = 0;            // tenths of a whole word
  bool consonants_only = false;  // the writing leaves vowels out
  bool by_word = false;          // its letters are read as the word is: see letters.h
  bool number = false;           // in digits
  bool own = false;              // of words.h, as the next two
  uint16_t same = 0;
  std::array<uint16_t, kShortFormsMax> short_forms = {};
  uint32_t consonants = 0;  // a bit for each consonant of `sound`

  std::string_view Text() const { return {text.data(), size}; }
  std::string_view Sound() const { return {sound.data(), sound_size}; }
  bool initial() const { return size == 1 && !number; }
};

enum class UnitKind : uint8_t { kHan, kHangul, kKana, kOther };

// A character of East Asian writing, or of one that no table spells.
struct Unit {
  char32_t character;  // kana: katakana as written, small or large
  UnitKind kind;
  uint8_t word;                       // spaces and middle dots part words; numbered from 0
  const HanCharacter* han = nullptr;  // of kHan with a known reading

  // Equal for old and new forms of one character.
  char32_t Form() const { return han == nullptr ? character : han->form; }
};

// One way in which the name is written: "김민수 (Kim Min-su)" has two.
struct NameSection {
  std::vector<LatinWord> words;
  std::vector<Unit> units;
  std::vector<Unit> other_units;  // of a former family name: the whole name that it belongs to
  bool declared = false;          // former name, trade name: named as such in the text
  bool alias = false;             // what follows the marker is a whole name
  bool organisation = false;      // a legal form or a description was taken off
  bool as_read = false;           // its description stays: for comparing it with how it is read

  bool empty() const { return words.empty() && units.empty(); }
  void Clear() {
    words.clear();
    units.clear();
    other_units.clear();
    declared = alias = organisation = as_read = false;
  }
};

// Memory is kept from one name to the next.
class NameForm {
 public:
  // The name as it is kept here lives until the next call.
  void Assign(std::string_view utf8);

  // What was read, folded: an order of names that only means that there is one.
  const std::u32string& characters() const { return characters_; }
  size_t section_count() const { return count_; }
  const NameSection& section(size_t index) const { return sections_[index]; }

 private:
  struct Part {
    std::u32string text;
    bool declared = false;
  };
  std::u32string* AddPart(bool declared);
  NameSection* AddSection();
  void PartText(std::u32string_view text);
  void ReadSection(std::u32string_view text, bool declared);
  void ReadAsRead(std::u32string_view text, bool declared);
  void SplitDeclared(size_t marker, NameSection* section);
  void AddOwnWords(NameSection* section);

  std::u32string characters_;
  std::u32string as_read_;   // the same with descriptions in characters
  std::u32string scratch_;   // outside of parentheses
  std::vector<Part> parts_;  // in parentheses, or behind a marker
  size_t part_count_ = 0;
  std::vector<NameSection> sections_;
  size_t count_ = 0;
};

}  // namespace sekisho
