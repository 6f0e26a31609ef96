#include "facts/identity/mrz.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/text.h"

namespace sekisho {
namespace {

constexpr size_t kWrittenBytesMax = 512;
constexpr char kFiller = '<';

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsMrz(char c) { return IsDigit(c) || IsUpper(c) || c == kFiller; }
bool IsSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

int ValueOf(char c) {
  if (IsDigit(c)) return c - '0';
  return IsUpper(c) ? c - 'A' + 10 : 0;
}

// The zone in capital letters without white space; empty when other characters stand in it.
std::string Compact(std::string_view written) {
  if (written.size() > kWrittenBytesMax) return "";
  std::string text = NormalText(written, TextCase::kUpper);
  std::erase_if(text, IsSpace);
  return std::all_of(text.begin(), text.end(), IsMrz) ? text : "";
}

std::string WithoutFillers(std::string_view field) {
  std::string text(field);
  std::erase(text, kFiller);
  return text;
}

bool IsEmpty(std::string_view field) {
  return field.find_first_not_of(kFiller) == std::string_view::npos;
}

bool Agrees(std::string_view field, char digit) { return MrzCheckDigit(field) == digit; }

// Two digits as a number; 0 when both are fillers, which stand for "not known"; else nothing.
std::optional<int> TwoDigits(std::string_view text) {
  if (text == "<<") return 0;
  if (!IsDigit(text[0]) || !IsDigit(text[1])) return std::nullopt;
  return (text[0] - '0') * 10 + (text[1] - '0');
}

std::optional<MrzDate> DateOf(std::string_view text) {
  static constexpr std::array<int, 13> kDays = {31, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const auto year = TwoDigits(text.substr(0, 2));
  const auto month = TwoDigits(text.substr(2, 2));
  const auto day = TwoDigits(text.substr(4, 2));
  if (!year || !month || !day || *month > 12) return std::nullopt;
  if (*day > kDays[static_cast<size_t>(*month)]) return std::nullopt;
  // A zero that is written is no month and no day.
  if (text.substr(2, 2) == "00" || text.substr(4, 2) == "00") return std::nullopt;
  return MrzDate{*year, *month, *day};
}

std::vector<std::string> Words(std::string_view field) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : std::string(field) + kFiller) {
    if (c != kFiller) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::exchange(word, ""));
    }
  }
  return words;
}

void ReadNames(std::string_view field, Mrz* mrz) {
  const size_t parted = field.find("<<");
  mrz->surname = Words(field.substr(0, parted));
  if (parted != std::string_view::npos) mrz->given = Words(field.substr(parted));
  mrz->names_cut = field.back() != kFiller;
}

// The fields that all formats have, wherever they stand.
struct Fields {
  std::string_view names;
  std::string_view number;  // nine characters
  char number_digit;
  std::string_view optional;  // where a long number may continue
  std::string_view birth;
  char birth_digit;
  std::string_view expires;
  char expires_digit;
};

// Parts 5 and 6, note j: a long number has a filler in the place of its check digit; its rest, the
// check digit and a filler stand at the beginning of the optional data.
bool NumberAgrees(const Fields& fields, Mrz* mrz) {
  const size_t end = std::min(fields.optional.find(kFiller), fields.optional.size());
  const bool goes_on = fields.number_digit == kFiller && fields.number.back() != kFiller &&
                       mrz->format != Mrz::Format::kTd3 && end >= 2;
  if (!goes_on) {
    mrz->number = WithoutFillers(fields.number);
    return Agrees(fields.number, fields.number_digit);
  }
  const std::string whole =
      std::string(fields.number) + std::string(fields.optional.substr(0, end - 1));
  mrz->number = WithoutFillers(whole);
  return Agrees(whole, fields.optional[end - 1]);
}

void ReadFields(const Fields& fields, Mrz* mrz) {
  ReadNames(fields.names, mrz);
  mrz->birth = DateOf(fields.birth);
  mrz->expires = DateOf(fields.expires);
  const auto note = [mrz](bool agrees, Mrz::Part part) {
    if (!agrees) mrz->wrong.push_back(part);
  };
  note(NumberAgrees(fields, mrz), Mrz::Part::kNumber);
  note(mrz->birth && Agrees(fields.birth, fields.birth_digit), Mrz::Part::kBirth);
  note(mrz->expires && Agrees(fields.expires, fields.expires_digit), Mrz::Part::kExpiry);
}

Mrz ReadTd3(std::string_view text) {
  const std::string_view low = text.substr(44);
  Mrz mrz;
  mrz.format = Mrz::Format::kTd3;
  ReadFields({text.substr(5, 39), low.substr(0, 9), low[9], low.substr(28, 14), low.substr(13, 6),
              low[19], low.substr(21, 6), low[27]},
             &mrz);
  // Without optional data its digit may be a filler.
  const std::string_view optional = low.substr(28, 14);
  const bool none = IsEmpty(optional) && low[42] == kFiller;
  if (!none && !Agrees(optional, low[42])) mrz.wrong.push_back(Mrz::Part::kOptional);
  const std::string all = std::string(low.substr(0, 10)) + std::string(low.substr(13, 7)) +
                          std::string(low.substr(21, 22));
  if (!Agrees(all, low[43])) mrz.wrong.push_back(Mrz::Part::kComposite);
  return mrz;
}

Mrz ReadTd2(std::string_view text) {
  const std::string_view low = text.substr(36);
  Mrz mrz;
  mrz.format = Mrz::Format::kTd2;
  ReadFields({text.substr(5, 31), low.substr(0, 9), low[9], low.substr(28, 7), low.substr(13, 6),
              low[19], low.substr(21, 6), low[27]},
             &mrz);
  const std::string all = std::string(low.substr(0, 10)) + std::string(low.substr(13, 7)) +
                          std::string(low.substr(21, 14));
  if (!Agrees(all, low[35])) mrz.wrong.push_back(Mrz::Part::kComposite);
  return mrz;
}

Mrz ReadTd1(std::string_view text) {
  const std::string_view low = text.substr(30, 30);
  Mrz mrz;
  mrz.format = Mrz::Format::kTd1;
  ReadFields({text.substr(60), text.substr(5, 9), text[14], text.substr(15, 15), low.substr(0, 6),
              low[6], low.substr(8, 6), low[14]},
             &mrz);
  const std::string all = std::string(text.substr(5, 25)) + std::string(low.substr(0, 7)) +
                          std::string(low.substr(8, 7)) + std::string(low.substr(18, 11));
  if (!Agrees(all, low[29])) mrz.wrong.push_back(Mrz::Part::kComposite);
  return mrz;
}

bool IsCardCode(char c) { return c == 'A' || c == 'C' || c == 'I'; }

}  // namespace

char MrzCheckDigit(std::string_view field) {
  static constexpr std::array<int, 3> kWeights = {7, 3, 1};
  int sum = 0;
  for (size_t i = 0; i < field.size(); ++i) sum += kWeights[i % 3] * ValueOf(field[i]);
  return static_cast<char>('0' + sum % 10);
}

std::optional<Mrz> ParseMrz(std::string_view written) {
  const std::string text = Compact(written);
  if (text.size() == 88 && text[0] == 'P') return ReadTd3(text);
  if (text.size() == 72 && IsCardCode(text[0])) return ReadTd2(text);
  if (text.size() == 90 && IsCardCode(text[0])) return ReadTd1(text);
  return std::nullopt;
}

DigitCheck CheckMrz(std::string_view written) {
  const auto mrz = ParseMrz(written);
  if (!mrz) return DigitCheck::kMalformed;
  return mrz->wrong.empty() ? DigitCheck::kPasses : DigitCheck::kWrongDigit;
}

}  // namespace sekisho
