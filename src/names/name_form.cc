#include "names/name_form.h"

#include <algorithm>
#include <span>

#include "names/fold.h"
#include "names/section_reader.h"

namespace sekisho {
namespace {

constexpr size_t kSectionsMax = 6;

bool IsOpening(char32_t c) {
  return c == U'(' || c == U'[' || c == U'「' || c == U'【' || c == U'<';
}
bool IsClosing(char32_t c) {
  return c == U')' || c == U']' || c == U'」' || c == U'】' || c == U'>';
}

bool IsEast(char32_t c) { return c >= 0x2e80; }
bool IsAsciiLetter(char32_t c) { return (c | 0x20) >= U'a' && (c | 0x20) <= U'z'; }

// "Yamada Taro / 山田太郎" is two ways of writing, "d/b/a" and "A/S" are words.
bool PartsSections(std::u32string_view text, size_t at) {
  const char32_t c = text[at];
  if (c == U'|' || c == U';') return true;
  if (c != U'/') return false;
  const bool before = at > 0 && IsAsciiLetter(text[at - 1]);
  const bool behind = at + 1 < text.size() && IsAsciiLetter(text[at + 1]);
  return !before || !behind;
}

// Whatever PartText looks at.
bool MayPart(char32_t c) {
  if (c >= 0x80) return IsEast(c);
  return IsOpening(c) || IsClosing(c) || c == U'|' || c == U';' || c == U'/';
}

const std::u32string* FindMarker(std::u32string_view rest) {
  for (const std::u32string& marker : EastMarkers()) {
    if (rest.starts_with(marker)) return &marker;
  }
  return nullptr;
}

bool StartsWithAt(std::u32string_view text, size_t at, std::u32string_view what) {
  return text.substr(std::min(at, text.size())).starts_with(what);
}

// Takes "ｶ)" off the beginning, "(ｶ" off the end, "(ｶ)" out of the middle.
bool RemoveZenginForms(std::u32string* text) {
  for (const std::u32string& form : ZenginForms()) {
    const std::u32string closed = form + U")";
    if (text->starts_with(closed)) {
      text->replace(0, closed.size(), U" ");
      return true;
    }
    const std::u32string opened = U"(" + form;
    if (text->size() > opened.size() && text->ends_with(opened)) {
      text->resize(text->size() - opened.size());
      return true;
    }
    const size_t at = text->find(opened + U")");
    if (at != std::u32string::npos) {
      text->replace(at, opened.size() + 1, U" ");
      return true;
    }
  }
  return false;
}

struct FoundWords {
  bool forms = false;
  bool descriptions = false;
};

// The longest word of the table that stands there; null for none.
const EastWord* FindEastWord(std::u32string_view text, size_t at) {
  for (const EastWord& word : EastWordsWith(text[at])) {
    if (StartsWithAt(text, at, word.text)) return &word;
  }
  return nullptr;
}

// Takes legal forms out; descriptions like 銀行 stay.
FoundWords RemoveEastForms(std::u32string* text) {
  FoundWords found;
  for (size_t at = 0; at < text->size();) {
    const EastWord* const word = FindEastWord(*text, at);
    if (word == nullptr) {
      ++at;
    } else if (word->latin.empty()) {
      found.forms = true;
      text->replace(at++, word->text.size(), U" ");
    } else {
      found.descriptions = true;
      at += word->text.size();
    }
  }
  return found;
}

// Puts descriptions in Latin letters: 銀行 becomes "bank".
void TranslateDescriptions(std::u32string* text) {
  for (size_t at = 0; at < text->size(); ++at) {
    const EastWord* const word = FindEastWord(*text, at);
    if (word == nullptr || word->latin.empty()) continue;
    std::u32string latin = U" ";
    latin.append(word->latin.begin(), word->latin.end());
    latin.push_back(U' ');
    text->replace(at, word->text.size(), latin);
    at += latin.size() - 1;
  }
}

// 님 and さん are syllables of names too (김해님, キム サン): behind hangul a whole name is left,
// kana stand behind a character or behind family and given name.
bool MayAddress(std::u32string_view name, std::u32string_view word) {
  constexpr size_t kNameMin = 2;
  constexpr size_t kHangulNameMin = 3;
  const bool spaced = name.ends_with(U' ');
  if (spaced) name.remove_suffix(1);
  if (name.size() < kNameMin) return false;
  if (IsKatakana(word[0])) {
    return IsHan(name.back()) || (spaced && name.find(U' ') != std::u32string_view::npos);
  }
  return spaced || !IsHangulSyllable(word[0]) || name.size() >= kHangulNameMin;
}

// "山本恵子様", "김민수 씨": what addresses the person is no part of the name.
void RemoveHonorific(std::u32string* text) {
  for (const std::u32string& word : EastHonorifics()) {
    if (!text->ends_with(word)) continue;
    const size_t rest = text->size() - word.size();
    if (!MayAddress(std::u32string_view(*text).substr(0, rest), word)) continue;
    text->resize(rest);
    return;
  }
}

// "(Hong Kong)", "(deceased)": beside a name, and none of its own.
bool SaysNoName(const NameSection& section) {
  return section.units.empty() &&
         std::all_of(section.words.begin(), section.words.end(), [](const LatinWord& word) {
           return word.number || (word.kind != WordKind::kPlain && !word.own);
         });
}

// "Lotus Garments (Dhaka)": which of the sister companies it is.
void AddPlaces(const std::vector<LatinWord>& words, NameSection* name) {
  if (!name->organisation) return;
  for (const LatinWord& word : words) {
    if (word.kind != WordKind::kPlace || name->words.size() == kNameWordsMax) continue;
    name->words.push_back(word);
    name->words.back().weight = kDescriptionWeight;
  }
}

// As many as there is room for.
void AddWords(std::span<const LatinWord> words, NameSection* section) {
  const size_t room = kNameWordsMax - section->words.size();
  const auto added = words.first(std::min(room, words.size()));
  section->words.insert(section->words.end(), added.begin(), added.end());
}

}  // namespace

std::string_view CutName(std::string_view utf8) {
  if (utf8.size() <= kComparedBytesMax) return utf8;
  size_t size = kComparedBytesMax;
  while (size > 0 && (static_cast<unsigned char>(utf8[size]) & 0xc0) == 0x80) --size;
  return utf8.substr(0, size);
}

void NameForm::Assign(std::string_view utf8) {
  count_ = 0;
  FoldCharacters(CutName(utf8), &characters_);
  bool east = false;
  bool parenthesis = false;
  for (const char32_t c : characters_) {
    east = east || IsEast(c);
    parenthesis = parenthesis || c == U'(' || c == U')';
  }
  FoundWords found;
  if (east) {
    found = RemoveEastForms(&characters_);
    RemoveHonorific(&characters_);
    if (parenthesis) found.forms = RemoveZenginForms(&characters_) || found.forms;
  }
  if (found.descriptions) {
    as_read_ = characters_;
    TranslateDescriptions(&characters_);
  }
  PartText(characters_);
  ReadSection(scratch_, false);
  for (size_t i = 0; i < part_count_; ++i) ReadSection(parts_[i].text, parts_[i].declared);
  if (found.descriptions) {
    PartText(as_read_);
    ReadAsRead(scratch_, false);
    for (size_t i = 0; i < part_count_; ++i) ReadAsRead(parts_[i].text, parts_[i].declared);
  }
  if (!found.forms && !found.descriptions) return;
  for (size_t i = 0; i < count_; ++i) sections_[i].organisation = true;
}

NameSection* NameForm::AddSection() {
  if (count_ == kSectionsMax) return nullptr;
  if (sections_.empty()) sections_.resize(kSectionsMax);
  NameSection* const section = &sections_[count_++];
  section->Clear();
  return section;
}

// What stands outside of parentheses belongs together and comes first; the rest is one section
// each.
void NameForm::PartText(std::u32string_view text) {
  scratch_.clear();
  part_count_ = 0;
  bool inside = false;
  bool declared = false;
  std::u32string* part = &scratch_;
  if (std::none_of(text.begin(), text.end(), MayPart)) {
    scratch_ = text;
    return;
  }
  for (size_t at = 0; at < text.size(); ++at) {
    const char32_t c = text[at];
    const std::u32string* const marker = IsEast(c) ? FindMarker(text.substr(at)) : nullptr;
    if (!inside && IsOpening(c)) {
      inside = true;
      part->push_back(U' ');
      part = AddPart(false);
    } else if (inside && IsClosing(c)) {
      inside = false;
      part = &scratch_;
    } else if (marker != nullptr) {
      declared = true;
      part = AddPart(true);
      at += marker->size() - 1;
    } else if (PartsSections(text, at)) {
      part = AddPart(declared);
    } else {
      part->push_back(c);
    }
  }
}

std::u32string* NameForm::AddPart(bool declared) {
  if (part_count_ == kSectionsMax) return &scratch_;
  if (parts_.empty()) parts_.resize(kSectionsMax);
  Part* const part = &parts_[part_count_++];
  part->text.clear();
  part->declared = declared;
  return &part->text;
}

void NameForm::ReadSection(std::u32string_view text, bool declared) {
  NameSection* const section = AddSection();
  if (section == nullptr) return;
  section->declared = declared;
  // Behind a name in characters "Nee" would be a family name rather than a marker.
  const bool beside_name = section != &sections_[0] && sections_[0].units.empty();
  const size_t marker = ReadNameSection(text, beside_name, section);
  if (marker < section->words.size()) SplitDeclared(marker, section);
  if (declared) AddOwnWords(section);
  if (section == &sections_[0]) {
    if (section->empty()) --count_;
  } else if (section->empty() || SaysNoName(*section)) {
    --count_;
    AddPlaces(section->words, &sections_[0]);
  }
}

// The name with its descriptions as they are read: 商事 is "trading", and Shoji too.
void NameForm::ReadAsRead(std::u32string_view text, bool declared) {
  NameSection* const section = AddSection();
  if (section == nullptr) return;
  section->declared = declared;
  section->as_read = true;
  ReadNameSection(text, false, section);
  if (section->units.empty()) --count_;
}

// "Hanako Yamada née Sato", "Hanako Yamada (née Sato)": her other name is Hanako Sato, so the words
// in front of the marker, or of the parenthesis, belong to it as well.
void NameForm::SplitDeclared(size_t marker, NameSection* section) {
  const bool begins = marker == 0;
  NameSection* const other = begins ? section : AddSection();
  if (other == nullptr) return;
  other->declared = true;
  const std::span<const LatinWord> words = section->words;
  if (!begins)
    other->words.assign(words.begin() + static_cast<std::ptrdiff_t>(marker), words.end());
  if (other->words.size() == 1 && !section->alias && (!begins || section != &sections_[0])) {
    AddWords(begins ? sections_[0].words : words.first(marker), other);
  }
  if (!begins) section->words.resize(marker);
}

// "山田花子 (旧姓 佐藤)": the same in East Asian writing; the characters of the given name follow.
void NameForm::AddOwnWords(NameSection* section) {
  constexpr size_t kFamilyUnitsMax = 3;
  const NameSection& first = sections_[0];
  if (&first == section || section->units.size() > kFamilyUnitsMax) return;
  if (!section->words.empty() || section->units.empty()) return;
  section->other_units = first.units;
}

}  // namespace sekisho
