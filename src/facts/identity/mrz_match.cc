#include "facts/identity/mrz_match.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/text.h"

namespace sekisho {
namespace {

using Words = std::vector<std::string>;

// Letters that the zone writes otherwise than without their mark (ICAO Doc 9303-3, section 6.A).
struct Written {
  const char* expanded;
  const char* plain;  // nullptr: only the expanded form
};

const std::map<char16_t, Written>& Letters() {
  static const std::map<char16_t, Written> letters = {
      {u'Ä', {"AE", "A"}},     {u'Å', {"AA", "A"}},     {u'Æ', {"AE", nullptr}},
      {u'Ð', {"D", nullptr}},  {u'Ñ', {"N", "NXX"}},    {u'Ö', {"OE", "O"}},
      {u'Ø', {"OE", "O"}},     {u'Ü', {"UE", "U"}},     {u'Þ', {"TH", nullptr}},
      {u'ẞ', {"SS", nullptr}}, {u'ß', {"SS", nullptr}}, {u'Đ', {"D", nullptr}},
      {u'Ħ', {"H", nullptr}},  {u'ı', {"I", nullptr}},  {u'Ł', {"L", nullptr}},
      {u'Ŋ', {"N", nullptr}},  {u'Œ', {"OE", nullptr}}, {u'Ŧ', {"T", nullptr}}};
  return letters;
}

bool IsLatin(UChar32 c) {
  UErrorCode error = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &error);
  return script == USCRIPT_LATIN || script == USCRIPT_COMMON || script == USCRIPT_INHERITED;
}

// One letter without its marks; 0 when that is no letter of the alphabet.
char Unmarked(UChar32 c, const icu::Normalizer2& nfd) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::UnicodeString parts = nfd.normalize(icu::UnicodeString(c), error);
  const char16_t first = parts.isEmpty() ? u'\0' : parts[0];
  return first >= u'A' && first <= u'Z' ? static_cast<char>(first) : '\0';
}

// The words of a printed name as a zone would spell them; nothing when a letter is not Latin.
std::optional<Words> ZoneWords(const icu::UnicodeString& name, bool expanded) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(error);
  if (U_FAILURE(error)) return std::nullopt;
  Words words(1);
  for (int32_t i = 0; i < name.length(); i = name.moveIndex32(i, 1)) {
    const UChar32 c = name.char32At(i);
    if (u_isalpha(c) && !IsLatin(c)) return std::nullopt;
    const auto special = Letters().find(static_cast<char16_t>(c));
    if (c <= 0xffff && special != Letters().end()) {
      const Written& written = special->second;
      words.back() += expanded || written.plain == nullptr ? written.expanded : written.plain;
    } else if (c >= u'0' && c <= u'9') {
      words.back() += static_cast<char>(c);
    } else if (const char letter = Unmarked(c, *nfd); letter != '\0') {
      words.back() += letter;
    } else if (c == u'-' || c == u',' || c == u'.' || u_isUWhiteSpace(c)) {
      words.emplace_back();
    }
  }
  std::erase(words, "");
  return words;
}

std::string Joined(const Words& first, const Words& second) {
  std::string text;
  for (const Words* words : {&first, &second}) {
    for (const std::string& word : *words) text += word;
  }
  return text;
}

// The words of `some` that `all` does not have, each occurrence once. The last word of a field
// that is full may be cut.
size_t CountMissing(const Words& some, Words all, bool last_is_cut) {
  size_t missing = 0;
  for (size_t i = 0; i < some.size(); ++i) {
    const bool cut = last_is_cut && i + 1 == some.size();
    const auto found = std::find_if(all.begin(), all.end(), [&](const std::string& word) {
      return cut ? word.starts_with(some[i]) : word == some[i];
    });
    if (found == all.end()) {
      ++missing;
    } else {
      all.erase(found);
    }
  }
  return missing;
}

ZoneMatch MatchWords(const Mrz& mrz, const Words& printed) {
  const std::string all = Joined(printed, {});
  if (all == Joined(mrz.surname, mrz.given) || all == Joined(mrz.given, mrz.surname)) {
    return ZoneMatch::kSame;
  }
  Words zone = mrz.surname;
  zone.insert(zone.end(), mrz.given.begin(), mrz.given.end());
  const size_t missing = CountMissing(zone, printed, mrz.names_cut);
  const size_t more = printed.size() - (zone.size() - missing);
  if (missing == 0) return more == 0 ? ZoneMatch::kSame : ZoneMatch::kPartial;
  return more == 0 ? ZoneMatch::kPartial : ZoneMatch::kDifferent;
}

std::optional<int> NumberAt(std::string_view text, size_t at, size_t count) {
  int number = 0;
  if (text.size() < at + count) return std::nullopt;
  const char* end = text.data() + at + count;
  const auto read = std::from_chars(text.data() + at, end, number);
  if (read.ec != std::errc() || read.ptr != end || number < 0) return std::nullopt;
  return number;
}

// "YYYY-MM-DD" as a zone writes it.
std::optional<MrzDate> DateOf(std::string_view printed) {
  const bool form = printed.size() == 10 && printed[4] == '-' && printed[7] == '-';
  const auto year = NumberAt(printed, 0, 4);
  const auto month = NumberAt(printed, 5, 2);
  const auto day = NumberAt(printed, 8, 2);
  if (!form || !year || !month || !day) return std::nullopt;
  return MrzDate{*year % 100, *month, *day};
}

ZoneMatch SameIf(bool same) { return same ? ZoneMatch::kSame : ZoneMatch::kDifferent; }

}  // namespace

std::string_view ZoneMatchName(ZoneMatch match) {
  switch (match) {
    case ZoneMatch::kNone:
      return "";
    case ZoneMatch::kSame:
      return "same";
    case ZoneMatch::kPartial:
      return "partial";
    case ZoneMatch::kDifferent:
      return "different";
  }
  return "";
}

ZoneMatch MatchNumber(const Mrz& mrz, std::string_view printed) {
  if (IsMaskedNumber(printed)) return ZoneMatch::kNone;
  const std::string number = LettersAndDigits(printed, TextCase::kUpper);
  if (number.empty() || mrz.number.empty()) return ZoneMatch::kNone;
  return SameIf(number == mrz.number);
}

ZoneMatch MatchName(const Mrz& mrz, std::string_view printed) {
  if (IsMasked(printed) || (mrz.surname.empty() && mrz.given.empty())) return ZoneMatch::kNone;
  const std::string upper = NormalText(printed, TextCase::kUpper);
  const icu::UnicodeString name = icu::UnicodeString::fromUTF8(
      icu::StringPiece(upper.data(), static_cast<int32_t>(upper.size())));
  ZoneMatch best = ZoneMatch::kNone;
  for (const bool expanded : {true, false}) {
    const auto words = ZoneWords(name, expanded);
    if (!words || words->empty()) return ZoneMatch::kNone;
    const ZoneMatch match = MatchWords(mrz, *words);
    if (best == ZoneMatch::kNone || match < best) best = match;
  }
  return best;
}

ZoneMatch MatchBirthYear(const Mrz& mrz, std::string_view printed) {
  const auto year = printed.size() == 4 ? NumberAt(printed, 0, 4) : std::nullopt;
  if (!year || !mrz.birth) return ZoneMatch::kNone;
  return SameIf(*year % 100 == mrz.birth->year);
}

ZoneMatch MatchBirthDay(const Mrz& mrz, std::string_view printed) {
  const std::optional<MrzDate> day = DateOf(printed);
  if (!day || !mrz.birth) return ZoneMatch::kNone;
  const MrzDate& birth = *mrz.birth;
  return SameIf(day->year == birth.year && (birth.month == 0 || day->month == birth.month) &&
                (birth.day == 0 || day->day == birth.day));
}

ZoneMatch MatchExpiry(const Mrz& mrz, std::string_view printed) {
  const std::optional<MrzDate> day = DateOf(printed);
  if (!day || !mrz.expires) return ZoneMatch::kNone;
  return SameIf(*day == *mrz.expires);
}

}  // namespace sekisho
