#include "core/postal_east.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <iterator>

#include "core/postal_west.h"
#include "core/postal_words.h"

namespace sekisho {
namespace {

using icu::UnicodeString;

constexpr size_t kBlockNumbersMax = 3;  // 1丁目2番3号; a fourth is the flat

bool IsDigit(char16_t c) { return c >= u'0' && c <= u'9'; }
bool IsAsciiLetter(char16_t c) { return c >= u'a' && c <= u'z'; }
bool IsHangul(char16_t c) { return c >= 0xac00 && c <= 0xd7a3; }

char16_t At(const UnicodeString& text, int32_t at) {
  return at >= 0 && at < text.length() ? text[at] : u'\0';
}

bool StartsAt(const UnicodeString& text, int32_t at, const char16_t* word) {
  const UnicodeString wanted(word);
  return text.compare(at, wanted.length(), wanted) == 0;
}

std::string Utf8(const UnicodeString& text) {
  std::string utf8;
  return text.toUTF8String(utf8);
}

// Is the number from `begin` to `end` a part of a name: 北1条, 12길, 역삼1동, 第2芝ビル?
bool IsInName(const UnicodeString& text, int32_t begin, int32_t end) {
  static constexpr const char16_t* kNames[] = {u"条",   u"線", u"番町", u"番丁", u"町", u"丁",
                                               u"번길", u"길", u"로",   u"가",   u"리"};
  if (At(text, begin - 1) == u'第') return true;
  if (StartsAt(text, end, u"동")) return IsHangul(At(text, begin - 1));
  return std::any_of(std::begin(kNames), std::end(kNames),
                     [&](const char16_t* name) { return StartsAt(text, end, name); });
}

// The length of the mark of a floor behind a number, 0 without one.
int32_t FloorMarkAt(const UnicodeString& text, int32_t at) {
  if (StartsAt(text, at, u"階") || StartsAt(text, at, u"층")) return 1;
  return At(text, at) == u'f' && !IsAsciiLetter(At(text, at + 1)) ? 1 : 0;
}

class Reader {
 public:
  explicit Reader(const UnicodeString& text) : text_(text) {}

  PostalAddress Read() {
    while (at_ < text_.length()) {
      if (IsDigit(text_[at_])) {
        ReadNumber();
      } else {
        ReadCharacter();
      }
    }
    SetPlace();
    return std::move(address_);
  }

 private:
  void ReadNumber() {
    int32_t end = at_;
    while (IsDigit(At(text_, end))) ++end;
    const std::string digits = Utf8(text_.tempSubStringBetween(at_, end));
    const int32_t floor = FloorMarkAt(text_, end);
    if (IsInName(text_, at_, end)) {
      if (TakesName()) name_.append(text_, at_, end - at_);
    } else if (floor > 0 && !address_.numbers.empty()) {
      address_.floor = digits;
      end += floor;
      in_block_ = false;
    } else {
      AddNumber(digits);
    }
    at_ = end;
  }

  void ReadCharacter() {
    const UChar32 c = text_.char32At(at_);
    const bool letter = u_isalnum(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
    const bool lone = IsAsciiLetter(text_[at_]) && !IsAsciiLetter(At(text_, at_ - 1)) &&
                      !IsAsciiLetter(At(text_, at_ + 1));
    if (TakesName()) {
      name_.append(letter ? c : u' ');
    } else if (lone) {
      AddNumber(Utf8(UnicodeString(c)));
    }
    if (letter && !lone && !address_.numbers.empty()) in_block_ = false;
    at_ = text_.moveIndex32(at_, 1);
  }

  bool TakesName() const { return address_.numbers.empty() || number_first_; }

  void AddNumber(const std::string& number) {
    if (address_.numbers.empty()) number_first_ = UnicodeString(name_).trim().isEmpty();
    if (in_block_ && address_.numbers.size() < kBlockNumbersMax) {
      address_.numbers.push_back(number);
    } else {
      address_.units.push_back(number);
    }
  }

  // Names end behind the mark of a town, a ward or a street; spaces mean nothing.
  void SetWords(const UnicodeString& place) {
    static const UnicodeString kEnds(u"市区郡町村시군구동읍면리로길");
    UnicodeString word;
    for (int32_t i = 0; i < place.length(); ++i) {
      if (place[i] == u' ') continue;
      word.append(place[i]);
      if (word.length() == 1 || kEnds.indexOf(place[i]) < 0) continue;
      address_.words.push_back(Utf8(word));
      word.remove();
    }
    if (!word.isEmpty()) address_.words.push_back(Utf8(word));
  }

  void SetForm(const UnicodeString& place) {
    bool hangul = false;
    for (int32_t i = 0; i < place.length(); ++i) hangul = hangul || IsHangul(place[i]);
    if (!hangul) {
      address_.form = PostalForm::kJapanese;
      return;
    }
    const bool road = std::any_of(
        address_.words.begin(), address_.words.end(),
        [](const std::string& word) { return word.ends_with("로") || word.ends_with("길"); });
    address_.form = road ? PostalForm::kKoreanRoad : PostalForm::kKoreanLot;
  }

  void SetPlace() {
    const std::string name = Utf8(name_.trim());
    const RegionPrefix region = RegionAtBegin(name);
    address_.region = region.name;
    const UnicodeString place = UnicodeString::fromUTF8(icu::StringPiece(
        name.data() + region.bytes, static_cast<int32_t>(name.size() - region.bytes)));
    SetWords(place);
    SetForm(place);
    std::string words(region.keeps_name ? region.name : "");
    for (const std::string& word : address_.words) words += word;
    address_.key = words + JoinedNumbers(address_, /*with_units=*/true);
    address_.building_key = words + JoinedNumbers(address_, /*with_units=*/false);
  }

  const UnicodeString& text_;
  PostalAddress address_;
  UnicodeString name_;
  int32_t at_ = 0;
  bool in_block_ = true;
  bool number_first_ = false;
};

}  // namespace

PostalAddress ReadEastern(const UnicodeString& text) { return Reader(text).Read(); }

}  // namespace sekisho
