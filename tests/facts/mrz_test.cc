#include "facts/identity/mrz.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "facts/identity/mrz_match.h"

namespace sekisho {
namespace {

using Part = Mrz::Part;
using Parts = std::vector<Part>;

// The specimens of ICAO Doc 9303, parts 4, 5 and 6.
const std::string kTd3 =
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n"
    "L898902C36UTO7408122F1204159ZE184226B<<<<<10\n";
const std::string kTd1 =
    "I<UTOD231458907<<<<<<<<<<<<<<<\n"
    "7408122F1204159UTO<<<<<<<<<<<6\n"
    "ERIKSSON<<ANNA<MARIA<<<<<<<<<<\n";
const std::string kTd2 =
    "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\n"
    "D231458907UTO7408122F1204159<<<<<<<6\n";

TEST(Mrz, TheSpecimens) {
  const struct {
    std::string text;
    Mrz::Format format;
    const char* number;
  } kCases[] = {{kTd3, Mrz::Format::kTd3, "L898902C3"},
                {kTd2, Mrz::Format::kTd2, "D23145890"},
                {kTd1, Mrz::Format::kTd1, "D23145890"}};
  for (const auto& c : kCases) {
    const auto mrz = ParseMrz(c.text);
    ASSERT_TRUE(mrz) << c.text;
    EXPECT_EQ(mrz->format, c.format);
    EXPECT_EQ(mrz->number, c.number);
    EXPECT_EQ(mrz->surname, std::vector<std::string>{"ERIKSSON"});
    EXPECT_EQ(mrz->given, (std::vector<std::string>{"ANNA", "MARIA"}));
    EXPECT_FALSE(mrz->names_cut);
    EXPECT_EQ(mrz->birth, (MrzDate{74, 8, 12}));
    EXPECT_EQ(mrz->expires, (MrzDate{12, 4, 15}));
    EXPECT_EQ(mrz->wrong, Parts{});
    EXPECT_EQ(CheckMrz(c.text), DigitCheck::kPasses);
  }
}

TEST(Mrz, CheckDigitsOfTheSpecimens) {
  EXPECT_EQ(MrzCheckDigit("520727"), '3');  // the example of part 3, appendix A
  EXPECT_EQ(MrzCheckDigit("AB2134<<<"), '5');
  EXPECT_EQ(MrzCheckDigit("L898902C3"), '6');
  EXPECT_EQ(MrzCheckDigit("D23145890"), '7');
  EXPECT_EQ(MrzCheckDigit("ZE184226B<<<<<"), '1');
}

TEST(Mrz, HoweverItIsWritten) {
  std::string spaced;
  for (const char c : kTd3) spaced += std::string(1, static_cast<char>(std::tolower(c))) + ' ';
  EXPECT_EQ(CheckMrz(spaced), DigitCheck::kPasses);
  std::string wide;
  for (const char c : kTd3) {
    if (c == '\n') continue;
    const int code = 0xff00 + c - 0x20;
    wide += {static_cast<char>(0xe0 | code >> 12), static_cast<char>(0x80 | (code >> 6 & 63)),
             static_cast<char>(0x80 | (code & 63))};
  }
  EXPECT_EQ(CheckMrz(wide), DigitCheck::kPasses);
}

TEST(Mrz, WhichPartIsWrong) {
  const auto wrong = [](size_t at, char c) {
    std::string text = kTd3;
    text[45 + at] = c;  // of the second line
    return ParseMrz(text)->wrong;
  };
  EXPECT_EQ(wrong(0, 'M'), (Parts{Part::kNumber, Part::kComposite}));
  EXPECT_EQ(wrong(9, '7'), (Parts{Part::kNumber, Part::kComposite}));
  EXPECT_EQ(wrong(14, '5'), (Parts{Part::kBirth, Part::kComposite}));
  EXPECT_EQ(wrong(21, '2'), (Parts{Part::kExpiry, Part::kComposite}));
  EXPECT_EQ(wrong(28, 'X'), (Parts{Part::kOptional, Part::kComposite}));
  EXPECT_EQ(wrong(43, '1'), Parts{Part::kComposite});
  // No check digit covers these places, and nothing is read from them.
  EXPECT_EQ(wrong(10, 'X'), Parts{});
  EXPECT_EQ(wrong(20, '<'), Parts{});
}

TEST(Mrz, DatesThatAreNone) {
  std::string text = kTd1;
  text.replace(31, 7, "741312" + std::string(1, MrzCheckDigit("741312")));
  EXPECT_FALSE(ParseMrz(text)->birth);
  EXPECT_EQ(ParseMrz(text)->wrong.front(), Part::kBirth);
  text = kTd1;
  text.replace(31, 7, "74<<<<" + std::string(1, MrzCheckDigit("74<<<<")));
  EXPECT_EQ(ParseMrz(text)->birth, (MrzDate{74, 0, 0}));
}

// Parts 5 and 6: the first nine characters, a filler, the rest with its check digit.
TEST(Mrz, ANumberOfMoreThanNineCharacters) {
  std::string text = kTd1;
  const std::string number = "D23145890734";
  text.replace(5, 25, "D23145890<734" + std::string(1, MrzCheckDigit(number)) + "<<<<<<<<<<<");
  const std::string low = text.substr(31, 30);
  const std::string all =
      text.substr(5, 25) + low.substr(0, 7) + low.substr(8, 7) + low.substr(18, 11);
  text[60] = MrzCheckDigit(all);
  const auto mrz = ParseMrz(text);
  EXPECT_EQ(mrz->number, number);
  EXPECT_EQ(mrz->wrong, Parts{});
}

TEST(Mrz, WithoutOptionalDataItsDigitMayBeAFiller) {
  std::string text = kTd3;
  for (const char digit : {'<', '0'}) {
    text.replace(45 + 28, 15, std::string(14, '<') + digit);
    const std::string low = text.substr(45, 44);
    text[45 + 43] = MrzCheckDigit(low.substr(0, 10) + low.substr(13, 7) + low.substr(21, 22));
    EXPECT_EQ(CheckMrz(text), DigitCheck::kPasses) << digit;
  }
}

TEST(Mrz, NoZone) {
  for (const std::string& text :
       {std::string(), std::string("P<UTO"), kTd3.substr(1), "V" + kTd3.substr(1), kTd3 + "<",
        std::string(88, '*'), std::string(600, '<')}) {
    EXPECT_FALSE(ParseMrz(text)) << text;
    EXPECT_EQ(CheckMrz(text), DigitCheck::kMalformed);
  }
}

// A character of a covered place that becomes one of another value modulo 10 is noticed.
RC_GTEST_PROP(Mrz, CatchesWhatItPromises, ()) {
  static constexpr std::string_view kCharacters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<";
  const std::string text = *rc::gen::element(kTd3, kTd2, kTd1);
  const bool card = text == kTd1;
  const size_t line = text.find('\n') + 1;
  const size_t at = card ? *rc::gen::inRange<size_t>(5, 30) : *rc::gen::inRange<size_t>(0, 10);
  std::string changed = text;
  char& c = changed[card ? at : line + at];
  const char was = c;
  c = *rc::gen::elementOf(kCharacters);
  const auto value = [](char x) { return x == '<' ? 0 : x <= '9' ? x - '0' : x - 'A' + 10; };
  if (value(c) % 10 == value(was) % 10) return;
  RC_ASSERT(AsksAgain(CheckMrz(changed)));
}

RC_GTEST_PROP(Mrz, AnyTextHasAnAnswer, (const std::string& noise)) {
  CheckMrz(noise);
  CheckMrz("P" + noise + std::string(87 - std::min<size_t>(noise.size(), 87), '<'));
}

TEST(ZoneMatch, Numbers) {
  const Mrz mrz = *ParseMrz(kTd3);
  EXPECT_EQ(MatchNumber(mrz, "L898902C3"), ZoneMatch::kSame);
  EXPECT_EQ(MatchNumber(mrz, "l 898-902 c3"), ZoneMatch::kSame);
  EXPECT_EQ(MatchNumber(mrz, "L898902C4"), ZoneMatch::kDifferent);
  EXPECT_EQ(MatchNumber(mrz, ""), ZoneMatch::kNone);
  EXPECT_EQ(MatchNumber(mrz, "*****02C3"), ZoneMatch::kNone);
}

TEST(ZoneMatch, Dates) {
  const Mrz mrz = *ParseMrz(kTd3);
  EXPECT_EQ(MatchBirthYear(mrz, "1974"), ZoneMatch::kSame);
  EXPECT_EQ(MatchBirthYear(mrz, "1975"), ZoneMatch::kDifferent);
  EXPECT_EQ(MatchBirthYear(mrz, "74"), ZoneMatch::kNone);
  EXPECT_EQ(MatchBirthDay(mrz, "1974-08-12"), ZoneMatch::kSame);
  EXPECT_EQ(MatchBirthDay(mrz, "1974-08-21"), ZoneMatch::kDifferent);
  EXPECT_EQ(MatchBirthDay(mrz, "1974-08"), ZoneMatch::kNone);
  EXPECT_EQ(MatchExpiry(mrz, "2012-04-15"), ZoneMatch::kSame);
  EXPECT_EQ(MatchExpiry(mrz, "2013-04-15"), ZoneMatch::kDifferent);
  EXPECT_EQ(MatchExpiry(mrz, "15.04.2012"), ZoneMatch::kNone);
}

Mrz WithNames(std::vector<std::string> surname, std::vector<std::string> given, bool cut = false) {
  Mrz mrz;
  mrz.surname = std::move(surname);
  mrz.given = std::move(given);
  mrz.names_cut = cut;
  return mrz;
}

TEST(ZoneMatch, NamesAsTheZoneWritesThem) {
  const Mrz anna = *ParseMrz(kTd3);
  for (const char* name : {"Anna Maria Eriksson", "ERIKSSON, Anna Maria", "Eriksson Anna-Maria",
                           "ＡＮＮＡ ＭＡＲＩＡ ＥＲＩＫＳＳＯＮ", "AnnaMaria Eriksson"}) {
    EXPECT_EQ(MatchName(anna, name), ZoneMatch::kSame) << name;
  }
  EXPECT_EQ(MatchName(anna, "Anna Eriksson"), ZoneMatch::kPartial);
  EXPECT_EQ(MatchName(anna, "Anna Maria Birgit Eriksson"), ZoneMatch::kPartial);
  EXPECT_EQ(MatchName(anna, "Bob Sample"), ZoneMatch::kDifferent);
  EXPECT_EQ(MatchName(anna, "見本 花子"), ZoneMatch::kNone);
  EXPECT_EQ(MatchName(anna, ""), ZoneMatch::kNone);
  // Letters of ICAO Doc 9303-3, section 6.
  const Mrz marks = WithNames({"MUELLER"}, {"SOEREN"});
  EXPECT_EQ(MatchName(marks, "Søren Müller"), ZoneMatch::kSame);
  EXPECT_EQ(MatchName(WithNames({"MULLER"}, {"JOSE"}), "José Müller"), ZoneMatch::kSame);
  EXPECT_EQ(MatchName(WithNames({"OCONNOR"}, {"ENYA"}), "Enya O'Connor"), ZoneMatch::kSame);
  EXPECT_EQ(MatchName(WithNames({"STRASSE"}, {"LUKASZ"}), "Łukasz Straße"), ZoneMatch::kSame);
}

TEST(ZoneMatch, AFieldThatIsFullMayHaveLostNames) {
  const Mrz cut = WithNames({"PLACEHOLDER"}, {"HANAKO", "MARIAN"}, true);
  EXPECT_EQ(MatchName(cut, "Hanako Marianne Placeholder"), ZoneMatch::kSame);
  EXPECT_EQ(MatchName(cut, "Hanako Marianne Claudia Placeholder"), ZoneMatch::kPartial);
  EXPECT_EQ(
      MatchName(WithNames({"PLACEHOLDER"}, {"HANAKO", "MARIAN"}), "Hanako Marianne Placeholder"),
      ZoneMatch::kDifferent);
}

}  // namespace
}  // namespace sekisho
