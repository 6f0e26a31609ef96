#include "names/section_reader.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "names/fold.h"
#include "names/letters.h"
#include "names/sound.h"

namespace sekisho {
namespace {

constexpr uint8_t kWordWeight = 10;
constexpr uint8_t kShortWordWeight = 8;
constexpr uint8_t kInitialWeight = 6;
constexpr uint8_t kParticleWeight = 2;
constexpr uint8_t kLinkWeight = 1;  // "of", "the"

constexpr std::string_view kServants[] = {"abdul", "abdal", "abdel", "abdol", "abd"};
constexpr std::string_view kOfGod[] = {"ullah", "allah", "ollah", "oullah", "ulla", "allh"};
constexpr std::string_view kOfFaith[] = {"ouddine", "ouddin", "uddine", "uddin", "eddine",
                                         "eddin",   "addin",  "aldin",  "aldyn"};

bool IsAsciiLetter(char32_t c) { return (c | 0x20) >= U'a' && (c | 0x20) <= U'z'; }

// Marks that are written or not: accents that stand alone, vowel points, signs without width.
bool IsDropped(char32_t c) {
  if (c < 0x00ad) return c == U'\'' || c == U'`' || c == U'"';
  if (c >= 0x0300 && c < 0x0370) return true;
  if ((c >= 0x0370 && c < 0x0591) || (c >= 0x0620 && c < 0x0640)) return false;
  if ((c >= 0x0591 && c < 0x05c8) || (c >= 0x064b && c < 0x0660) || c == 0x0670) return true;
  if ((c >= 0x200b && c < 0x2010) || c == 0x2018 || c == 0x2019 || c == 0x2060) return true;
  if (c == 0x00ad || c == 0x00b4 || (c >= 0x02b0 && c < 0x0300) || c == 0x0640) return true;
  return (c >= 0xfe00 && c < 0xfe10) || c == 0xfeff || (c >= 0xe0100 && c < 0xe01f0);
}

class Reader {
 public:
  Reader(bool beside_name, NameSection* section) : beside_name_(beside_name), section_(*section) {}

  void Read(std::u32string_view text) {
    for (size_t at = 0; at < text.size(); ++at) ReadCharacter(text, at);
    Finish();
    // Nothing follows, so it is a name: Nee is a family name too.
    if (marker_ == section_.words.size()) {
      marker_ = kNone;
      PushWord(marker_word_);
    }
  }
  // The number of words when the word "née" was met; npos without one.
  size_t marker() const { return marker_; }

  // A word may begin a legal form of several.
  bool any_form() const { return any_form_; }

  static constexpr size_t kNone = static_cast<size_t>(-1);

 private:
  void ReadCharacter(std::u32string_view text, size_t at) {
    const char32_t c = text[at];
    if (c < 0x80 && IsAsciiLetter(c)) return Append(static_cast<char>(c | 0x20));
    if (c >= U'0' && c <= U'9') return Append(static_cast<char>(c));
    if ((c == U'.' || c == U'/') && (word_.size == 1 || dotted_) && IsSingleLetter(text, at + 1)) {
      dotted_ = true;
      slashed_ = slashed_ || c == U'/';
      return;
    }
    if (c == U'&' || c == U'+') {
      Finish();
      for (const char letter : std::string_view("and")) Append(letter);
      return Finish();
    }
    if (IsDropped(c)) return;
    if (c < 0x80) return Part();
    if (const LetterSpelling* const letter = FindLetter(c)) return AppendLetter(c, *letter);
    AppendUnit(c);
  }

  // "L.L.C." is one word, "J. Smith" is two.
  static bool IsSingleLetter(std::u32string_view text, size_t at) {
    if (at >= text.size() || !IsAsciiLetter(text[at])) return false;
    return at + 1 >= text.size() || !IsAsciiLetter(text[at + 1]);
  }

  void AppendLetter(char32_t c, const LetterSpelling& letter) {
    if (IsVowelInFront(c)) {
      in_front_ = letter.latin;
      return;
    }
    if (IsGreek(c) && ChangeGreek(c, letter.latin)) return;
    AppendSpelling(letter);
    if (in_front_.empty()) return;
    for (const char each : in_front_) Append(each);
    in_front_ = {};
  }

  // Thai and Lao write some vowels in front of the consonant behind which they are spoken.
  static bool IsVowelInFront(char32_t c) {
    return (c >= 0x0e40 && c <= 0x0e44) || (c >= 0x0ec0 && c <= 0x0ec4);
  }

  static bool IsGreek(char32_t c) { return c >= 0x0370 && c < 0x0400; }

  // The pairs of letters of ELOT 743: γ before γ, ξ and χ is n; αυ and ευ are av and ev, ου is ou;
  // μπ, ντ and γκ at the beginning of a word are b, d and g. True when nothing is left to append.
  bool ChangeGreek(char32_t c, std::string_view latin) {
    constexpr char32_t kUpsilon = 0x03c5;
    constexpr char32_t kUpsilonTonos = 0x03cd;
    if (word_.size == 0) return false;
    char& last = word_.text[word_.size - 1];
    if (last == 'g' && (latin == "g" || latin == "x" || latin == "ch")) last = 'n';
    if (c == kUpsilon || c == kUpsilonTonos) {
      if (last != 'a' && last != 'e' && last != 'o') return false;
      Append(last == 'o' ? 'u' : 'v');
      return true;
    }
    if (word_.size > 1) return false;
    const bool voiced = (last == 'm' && latin == "p") || (last == 'n' && latin == "t") ||
                        (last == 'g' && latin == "k");
    if (voiced) last = last == 'm' ? 'b' : last == 'n' ? 'd' : 'g';
    return voiced;
  }

  void AppendSpelling(const LetterSpelling& letter) {
    if (letter.vowel_sign || letter.silent) pending_a_ = false;
    if (letter.consonants_only) word_.consonants_only = true;
    if (letter.by_word) word_.by_word = true;
    for (const char c : letter.latin) Append(c);
    pending_a_ = letter.inherent_a;
  }

  void AppendRaw(char c) {
    if (word_.size < kWordLettersMax) word_.text[word_.size++] = c;
  }

  void Append(char c) {
    if (pending_a_) AppendRaw('a');
    pending_a_ = false;
    AppendRaw(c);
  }

  void Part() {
    Finish();
    unit_parted_ = true;
  }

  void AppendUnit(char32_t c) {
    Finish();
    if (section_.units.size() == kNameUnitsMax) return;
    UnitKind kind = UnitKind::kOther;
    if (c == U'々' && !section_.units.empty()) c = section_.units.back().character;
    if (IsHan(c)) {
      kind = UnitKind::kHan;
    } else if (IsKatakana(c)) {
      kind = UnitKind::kKana;
    } else if (IsHangulSyllable(c)) {
      kind = UnitKind::kHangul;
    } else if (u_isalpha(static_cast<UChar32>(c)) == 0) {
      unit_parted_ = true;
      return;
    }
    if (unit_parted_ && !section_.units.empty()) ++unit_word_;
    unit_parted_ = false;
    section_.units.push_back({c, kind, unit_word_, kind == UnitKind::kHan ? FindHan(c) : nullptr});
  }

  void Finish() {
    const bool dotted = dotted_;
    const bool slashed = slashed_;
    pending_a_ = dotted_ = slashed_ = false;
    in_front_ = {};
    if (word_.size == 0) return;
    if (!dotted || IsKnownAbbreviation(word_, slashed)) {
      AddCompound(word_);
    } else {
      for (size_t i = 0; i < word_.size; ++i) {
        LatinWord initial;
        initial.text[0] = word_.text[i];
        initial.size = 1;
        AddWord(initial);
      }
    }
    word_ = LatinWord();
  }

  // Names that are written as one word or as several: abdulrahman, abd al-rahman; hidayatullah,
  // hidayat allah; nuruddin, nur al-din; and the article of Arabic script, which has no space.
  void AddCompound(const LatinWord& word) {
    constexpr size_t kRestMin = 3;
    const size_t servant_rest_min = word.consonants_only ? 2 : kRestMin;
    const std::string_view text = word.Text();
    if (word.consonants_only && text.starts_with("al") && text.size() >= kRestMin + 2 &&
        text != "allah") {
      return AddParts(word, text.substr(0, 2), text.substr(2));
    }
    const bool servant = text.starts_with("abd");
    for (const std::string_view head : kServants) {
      if (!servant || !text.starts_with(head)) continue;
      std::string_view rest = text.substr(head.size());
      if (rest == "lah" || rest == "la" || rest == "lahi" || rest == "lh") rest = "allah";
      if (rest.empty() && head.size() > 3) return AddParts(word, "abd", "al");
      if (rest.size() >= servant_rest_min)
        return AddParts(word, "abd", rest == "allah" ? rest : WithoutArticle(rest));
      break;
    }
    const char last = text.back();
    for (const std::string_view tail : kOfGod) {
      if (last == tail.back() && text.ends_with(tail) && text.size() >= tail.size() + kRestMin) {
        return AddParts(word, text.substr(0, text.size() - tail.size()), "allah");
      }
    }
    for (const std::string_view tail : kOfFaith) {
      if (last == tail.back() && text.ends_with(tail) && text.size() >= tail.size() + 2) {
        return AddParts(word, text.substr(0, text.size() - tail.size()), "din");
      }
    }
    AddWord(word);
  }

  // "urrahman", "errahmane", "alrhmn": what follows the article.
  static std::string_view WithoutArticle(std::string_view rest) {
    const bool vowel = rest[0] == 'u' || rest[0] == 'e' || rest[0] == 'a' || rest[0] == 'i';
    if (vowel && rest.size() >= 5 && (rest[1] == rest[2] || rest[1] == 'l')) return rest.substr(2);
    return rest;
  }

  void AddParts(const LatinWord& word, std::string_view first, std::string_view second) {
    for (const std::string_view part : {first, second}) {
      LatinWord each;
      each.consonants_only = word.consonants_only;
      for (const char c : part) each.text[each.size++] = c;
      AddWord(each);
    }
  }

  // "L.L.C." and "M/S", unlike "J.R." and "M.S.".
  static bool IsKnownAbbreviation(const LatinWord& word, bool slashed) {
    const Word* const known = FindWord(word.Text());
    if (known == nullptr) return false;
    switch (known->kind) {
      case WordKind::kTitle:
        return slashed;
      case WordKind::kLegal:
      case WordKind::kWeakLegal:
      case WordKind::kGeneric:
      case WordKind::kVague:
      case WordKind::kParticle:
      case WordKind::kAlias:
      case WordKind::kPlace:
        return true;
      default:
        return false;
    }
  }

  void AddWord(const LatinWord& read) {
    if (section_.words.size() == kNameWordsMax) return;
    LatinWord word = read;
    if (const Word* const known = FindWord(word.Text())) {
      word.kind = known->kind;
      word.same = known->same;
      word.short_forms = known->short_forms;
      word.own = known->own;
      if (known->begins_form) any_form_ = true;
    }
    // In front of a name it is señor, behind it senior.
    if (word.Text() == "sr" && section_.words.size() >= 2) word.kind = WordKind::kSuffix;
    const bool marks = word.kind == WordKind::kDeclared || word.kind == WordKind::kAlias;
    if (marks && (beside_name_ || !section_.words.empty()) && marker_ == kNone) {
      marker_ = section_.words.size();
      marker_word_ = word;
      section_.alias = word.kind == WordKind::kAlias;
      return;
    }
    if (marker_ == section_.words.size() && BelongsToMarker(word.Text())) return;
    PushWord(word);
  }

  // "formerly known as".
  static bool BelongsToMarker(std::string_view word) { return word == "known" || word == "as"; }

  void PushWord(const LatinWord& word) {
    section_.words.push_back(word);
    section_.words.back().number =
        word.Text().find_first_not_of("0123456789") == std::string_view::npos;
  }

  const bool beside_name_;
  NameSection& section_;
  LatinWord word_;
  std::string_view in_front_;  // a vowel that the next letter is spoken before
  bool pending_a_ = false;
  bool dotted_ = false;   // a sign between single letters …
  bool slashed_ = false;  // … is a slash
  bool unit_parted_ = false;
  bool any_form_ = false;
  uint8_t unit_word_ = 0;
  LatinWord marker_word_;
  size_t marker_ = kNone;
};

uint8_t WeightOf(const LatinWord& word, bool organisation) {
  switch (word.kind) {
    case WordKind::kPlace:
      if (organisation) return kDescriptionWeight;
      break;
    case WordKind::kWeakLegal:
    case WordKind::kGeneric:
    case WordKind::kVague:
      return kDescriptionWeight;
    case WordKind::kLink:
      return kLinkWeight;
    case WordKind::kParticle:
      return kParticleWeight;
    case WordKind::kSuffix:
      return kDescriptionWeight;
    default:
      break;
  }
  if (word.initial()) return kInitialWeight;
  return word.size <= 2 && !word.number ? kShortWordWeight : kWordWeight;
}

bool NeverScores(const NameSection& section, size_t index) {
  const LatinWord& word = section.words[index];
  if (word.kind == WordKind::kLegal || word.kind == WordKind::kTitle) return true;
  if (word.kind == WordKind::kNote) return true;
  if (word.kind == WordKind::kNumberSign) {
    if (index + 1 == section.words.size()) return false;
    const LatinWord& next = section.words[index + 1];
    return next.number || next.kind == WordKind::kNumber;
  }
  // A short legal form stands at the end of what is an organisation for other reasons too.
  if (word.kind != WordKind::kWeakLegal || index == 0 || !section.organisation) return false;
  return std::all_of(section.words.begin() + static_cast<std::ptrdiff_t>(index),
                     section.words.end(), [](const LatinWord& each) {
                       return each.kind == WordKind::kLegal || each.kind == WordKind::kWeakLegal;
                     });
}

bool IsFormAt(const LegalForm& form, const std::vector<LatinWord>& words, size_t at) {
  if (at + form.size() > words.size() || (at == 0 && form[0].size() == 1)) return false;
  for (size_t i = 0; i < form.size(); ++i) {
    if (words[at + i].Text() != form[i]) return false;
  }
  return true;
}

void MarkLegalForms(std::vector<LatinWord>* words) {
  for (size_t at = 0; at < words->size(); ++at) {
    for (const LegalForm& form : LegalFormsWith((*words)[at].Text())) {
      if (!IsFormAt(form, *words, at)) continue;
      for (size_t i = 0; i < form.size(); ++i) (*words)[at + i].kind = WordKind::kLegal;
    }
  }
}

bool SaysOrganisation(const LatinWord& word) {
  return word.kind == WordKind::kLegal || word.kind == WordKind::kGeneric ||
         word.kind == WordKind::kVague;
}

}  // namespace

size_t ReadNameSection(std::u32string_view text, bool beside_name, NameSection* section) {
  Reader reader(beside_name, section);
  reader.Read(text);
  std::vector<LatinWord>& words = section->words;
  size_t marker = reader.marker() == Reader::kNone ? words.size() : reader.marker();
  if (reader.any_form()) MarkLegalForms(&words);
  for (const LatinWord& word : words) {
    if (SaysOrganisation(word)) section->organisation = true;
  }
  const bool units = !section->units.empty();
  size_t left = 0;
  std::array<bool, kNameWordsMax> never = {};
  for (size_t i = 0; i < words.size(); ++i) {
    never[i] = NeverScores(*section, i);
    left += never[i] ? 0 : 1;
  }
  size_t kept = 0;
  size_t kept_before_marker = 0;
  for (size_t i = 0; i < words.size(); ++i) {
    const bool title = words[i].kind == WordKind::kTitle;
    const bool dropped = never[i] && (units || left >= (title ? 2U : 1U));
    if (dropped) continue;
    if (kept != i) words[kept] = words[i];
    LatinWord& word = words[kept++];
    word.weight = WeightOf(word, section->organisation);
    word.sound_size = static_cast<uint8_t>(SoundOf(word.Text(), word.sound));
    word.consonants = ConsonantsOf(word.Sound());
    if (i < marker) ++kept_before_marker;
  }
  words.resize(kept);
  return kept_before_marker;
}

}  // namespace sekisho
