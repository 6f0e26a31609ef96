#include "core/postal_west.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <iterator>
#include <optional>

#include "core/postal_words.h"

namespace sekisho {
namespace {

using icu::UnicodeString;
using Words = std::vector<std::string>;

bool IsDigit(UChar32 c) { return c >= '0' && c <= '9'; }
bool IsAsciiLetter(UChar32 c) { return c >= 'a' && c <= 'z'; }
bool IsOfWord(UChar32 c) { return u_isalnum(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0; }
bool IsDash(UChar32 c) { return u_charType(c) == U_DASH_PUNCTUATION || c == 0x2212; }

UChar32 At(const UnicodeString& text, int32_t at) {
  return at >= 0 && at < text.length() ? text.char32At(at) : u' ';
}

// What a dash at `at` is: a hyphen between digits, also with spaces, and in "3-b"; nothing within
// a word; else a space.
std::string_view Dash(const UnicodeString& text, int32_t at) {
  int32_t before = at - 1;
  while (before >= 0 && text[before] == u' ') --before;
  int32_t behind = at + 1;
  while (behind < text.length() && text[behind] == u' ') ++behind;
  const UChar32 left = At(text, before);
  const UChar32 right = At(text, behind);
  if (IsDigit(left) && IsDigit(right)) return "-";
  if (behind - before > 2 || !IsOfWord(left) || !IsOfWord(right)) return " ";
  if (IsDigit(left)) return "-";
  return IsDigit(right) ? " " : "";
}

// A dot behind a letter that stands alone: P.O., U.S.A.
bool IsDotOfInitial(const UnicodeString& text, int32_t at) {
  return text[at] == u'.' && IsAsciiLetter(At(text, at - 1)) && !IsOfWord(At(text, at - 2)) &&
         At(text, at - 2) != u' ' && At(text, at + 1) != u' ';
}

// Words, numbers with their hyphens, and "#".
Words Split(const UnicodeString& text) {
  std::string spaced;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (IsOfWord(c)) {
      UnicodeString(c).toUTF8String(spaced);
    } else if (IsDash(c)) {
      const std::string_view dash = Dash(text, i);
      if (dash == "-") spaced.resize(spaced.find_last_not_of(' ') + 1);
      spaced += dash;
    } else if (c == u'#') {
      spaced += " # ";
    } else if (c != u'\'' && c != 0x2019 && !IsDotOfInitial(text, i)) {
      if (!spaced.ends_with('-')) spaced += ' ';
    }
  }
  Words words;
  for (size_t at = spaced.find_first_not_of(' '); at != std::string::npos;) {
    const size_t end = std::min(spaced.size(), spaced.find(' ', at));
    words.push_back(spaced.substr(at, end - at));
    at = spaced.find_first_not_of(' ', end);
  }
  return words;
}

// Digits for 9 and letters for a: "62701-1234" has the shape "99999-9999".
std::string Shape(std::string_view word) {
  std::string shape;
  for (const char c : word) {
    shape += IsDigit(c) ? '9' : IsAsciiLetter(c) ? 'a' : c;
  }
  return shape;
}

// The parts of "12", "12-34", "3b", "12-4-f"; nothing for other words, such as "34th".
Words NumberParts(std::string_view word) {
  Words parts;
  if (word.empty() || !IsDigit(word[0])) return parts;
  for (size_t i = 0; i < word.size();) {
    size_t end = i;
    while (end < word.size() && IsDigit(word[end])) ++end;
    if (end == i && IsAsciiLetter(word[end])) ++end;
    if (end == i) return {};
    const bool letter = !IsDigit(word[i]);
    if (letter && end < word.size() && word[end] != '-') return {};
    parts.emplace_back(word.substr(i, end - i));
    i = end + (end < word.size() && word[end] == '-' ? 1 : 0);
  }
  return parts;
}

// "b12", "3b" and "3-b" behind a word for flats.
Words UnitParts(std::string_view word) {
  if (word.size() > 1 && IsAsciiLetter(word[0]) && IsDigit(word[1])) {
    Words parts = NumberParts(word.substr(1));
    if (!parts.empty()) parts.insert(parts.begin(), std::string(1, word[0]));
    return parts;
  }
  if (word.size() == 1 && IsAsciiLetter(word[0])) return {std::string(word)};
  return NumberParts(word);
}

// Five digits (ZIP, Europe, Korea; of ZIP+4 the first five), six, those of Japan, and Canada's.
// Where a house may have five digits, at the beginning or behind "apt", they are none.
std::string TakePostalCode(Words* words) {
  for (size_t i = words->size(); i-- > 1;) {
    const std::string& word = (*words)[i];
    const std::string shape = Shape(word);
    const std::string& before = (*words)[i - 1];
    size_t count = 0;
    std::string code = word;
    if (shape == "a9a9a9") {
      count = 1;
    } else if (shape == "9a9" && Shape(before) == "a9a") {
      code = before + word;
      count = 2;
    } else if (!IsUnitWord(before) && (shape == "99999" || shape == "999999" ||
                                       shape == "99999-9999" || shape == "999-9999")) {
      if (shape == "99999-9999") code.resize(5);
      std::erase(code, '-');
      count = 1;
    }
    if (count == 0) continue;
    const auto end = words->begin() + static_cast<Words::difference_type>(i) + 1;
    words->erase(end - static_cast<Words::difference_type>(count), end);
    return code;
  }
  return "";
}

// The number of the floor in "4f" and "fl 4" ("4th fl" too) at `*at`, moving `*at` behind it.
std::string TakeFloor(const Words& words, size_t* at) {
  const auto number = [](std::string_view word) {
    const size_t digits = std::min(word.size(), word.find_first_not_of("0123456789"));
    const std::string_view rest = word.substr(digits);
    const bool ordinal =
        rest.empty() || rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
    return ordinal ? std::string(word.substr(0, digits)) : std::string();
  };
  const std::string& word = words[*at];
  const std::string_view next = *at + 1 < words.size() ? words[*at + 1] : std::string_view();
  const std::string shape = Shape(word);
  if ((shape == "9a" || shape == "99a") && word.back() == 'f') {
    ++*at;
    return word.substr(0, word.size() - 1);
  }
  const bool is_word = ShortPostalWord(word) == "fl";
  const bool before_word = ShortPostalWord(next) == "fl";
  if (!is_word && !before_word) return "";
  std::string floor = number(is_word ? next : word);
  if (!floor.empty()) *at += 2;
  return floor;
}

// The suffixes of Japanese and Korean wards and towns, which belong to the word before them.
bool IsSuffix(std::string_view word) {
  static constexpr std::string_view kSuffixes[] = {"ku", "shi", "cho", "machi", "gu", "dong"};
  return std::find(std::begin(kSuffixes), std::end(kSuffixes), word) != std::end(kSuffixes);
}

void AddWord(const std::string& word, Words* words) {
  if (IsSuffix(word) && !words->empty()) {
    words->back() += word;
  } else {
    words->emplace_back(ShortPostalWord(word));
  }
}

// Sorts words and numbers. Block numbers (1-2-3) are the house wherever they stand.
void Sort(const Words& words, PostalAddress* address) {
  std::vector<Words> numbers;
  for (size_t i = 0; i < words.size();) {
    if (std::string floor = i > 0 ? TakeFloor(words, &i) : ""; !floor.empty()) {
      address->floor = std::move(floor);
      continue;
    }
    const bool has_next = i + 1 < words.size();
    if (IsUnitWord(words[i]) && has_next) {
      if (words[i] == "#" && IsUnitWord(words[i + 1])) {
        ++i;
        continue;
      }
      if (const Words unit = UnitParts(words[i + 1]); !unit.empty()) {
        address->units.insert(address->units.end(), unit.begin(), unit.end());
        i += 2;
        continue;
      }
    }
    if (Words parts = NumberParts(words[i]); !parts.empty()) {
      numbers.push_back(std::move(parts));
    } else if (words[i] != "#") {
      AddWord(words[i], &address->words);
    }
    ++i;
  }
  const auto house = std::find_if(numbers.begin(), numbers.end(), [](const Words& parts) {
    return parts.size() > 1 && IsDigit(parts[1][0]);
  });
  if (house != numbers.end()) std::rotate(numbers.begin(), house, house + 1);
  for (const Words& parts : numbers) {
    address->numbers.insert(address->numbers.end(), parts.begin(), parts.end());
  }
  if (address->numbers.empty()) std::swap(address->numbers, address->units);  // No. 12
}

std::string Key(const PostalAddress& address, bool with_units) {
  std::string key = JoinedNumbers(address, with_units);
  const auto add = [&key](const std::string& word) {
    if (!key.empty() && !word.empty()) key += ' ';
    key += word;
  };
  for (const std::string& word : address.words) add(word);
  add(address.region);
  return key;
}

}  // namespace

std::string JoinedNumbers(const PostalAddress& address, bool with_units) {
  Words parts = address.numbers;
  if (with_units && !address.units.empty()) {
    parts.insert(parts.end(), address.units.begin(), address.units.end());
  } else if (with_units && !address.floor.empty()) {
    parts.push_back(address.floor);
    parts.emplace_back("f");
  }
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += '-';
    text += part;
  }
  return text;
}

PostalAddress ReadWestern(const UnicodeString& text) {
  PostalAddress address;
  Words words = Split(text);
  words.resize(words.size() - CountryWordsAtEnd(words));
  address.postal_code = TakePostalCode(&words);
  words.resize(words.size() - CountryWordsAtEnd(words));
  const RegionWords region = RegionAtEnd(words);
  words.resize(words.size() - region.words);
  address.region = region.code;
  Sort(words, &address);
  address.key = Key(address, /*with_units=*/true);
  address.building_key = Key(address, /*with_units=*/false);
  return address;
}

}  // namespace sekisho
