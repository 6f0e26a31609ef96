#include "core/identity_mask.h"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include "core/my_number.h"
#include "core/text.h"
#include "core/utf8.h"

namespace sekisho {
namespace {

constexpr size_t kMyNumberDigits = 12;
constexpr size_t kZoneCharactersMin = 28;
constexpr size_t kZoneGapMax = 4;  // characters between two lines
constexpr size_t kKeyBytesMax = 64;

// Names of JSON members, their letters alone and small.
constexpr std::string_view kNumberKeys[] = {
    "documentnumber", "documentno",    "documentmrz",      "mrz",      "passportnumber",
    "passportno",     "licencenumber", "licensenumber",    "idnumber", "nationalid",
    "mynumber",       "ssn",           "individualnumber", "個人番号", "マイナンバー",
};
constexpr std::string_view kNumberInDocument = "number";

struct Range {
  size_t begin;
  size_t end;
};
using Ranges = std::vector<Range>;

struct Character {
  char32_t code;
  size_t bytes;
};

// As it is meant: "\u003c" and ＜ are <.
Character CharacterAt(std::string_view text, size_t at) {
  constexpr size_t kEscapeBytes = 6;
  constexpr int kHexadecimal = 16;
  Character character = {DecodeUtf8(text, at).code, DecodeUtf8(text, at).bytes};
  if (character.code == U'\\' && at + 1 < text.size()) {
    const char kind = text[at + 1];
    uint32_t code = 0;
    if (std::string_view("bfnrt").find(kind) != std::string_view::npos) return {U'\n', 2};
    if (kind == 'u' && at + kEscapeBytes <= text.size()) {
      const char* const end = text.data() + at + kEscapeBytes;
      const auto read = std::from_chars(text.data() + at + 2, end, code, kHexadecimal);
      if (read.ec == std::errc() && read.ptr == end) character = {code, kEscapeBytes};
    }
  }
  if (character.code >= U'！' && character.code <= U'～') character.code -= U'！' - U'!';
  return character;
}

bool IsDigit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool IsCapital(char32_t c) { return c >= U'A' && c <= U'Z'; }
bool IsSmall(char32_t c) { return c >= U'a' && c <= U'z'; }
bool IsSpace(char32_t c) { return c == U' ' || c == U'\u3000' || c == U'\u00a0'; }
bool IsHyphen(char32_t c) {
  return c == U'-' || (c >= U'\u2010' && c <= U'\u2015') || c == U'\u2212';
}

// A digit of a run of digits with single spaces and hyphens.
struct Digit {
  char digit;
  bool begins_group;
  Range at;
};

void AddMyNumbers(const std::vector<Digit>& run, Ranges* found) {
  for (size_t i = 0; i + kMyNumberDigits <= run.size(); ++i) {
    const size_t end = i + kMyNumberDigits;
    if (!run[i].begins_group || (end < run.size() && !run[end].begins_group)) continue;
    std::string number;
    for (size_t k = i; k < end; ++k) number.push_back(run[k].digit);
    if (IsMyNumber(number)) found->push_back({run[i].at.begin, run[end - 1].at.end});
  }
}

void FindMyNumbers(std::string_view text, Ranges* found) {
  std::vector<Digit> run;
  bool between = true;  // a space or hyphen stands before
  bool in_word = false;
  for (size_t at = 0; at < text.size();) {
    const Character c = CharacterAt(text, at);
    if (IsDigit(c.code) && !in_word) {
      run.push_back({static_cast<char>(c.code), between, {at, at + c.bytes}});
      between = false;
    } else if (!run.empty() && !between && (IsSpace(c.code) || IsHyphen(c.code))) {
      between = true;
    } else {
      in_word = IsSmall(c.code) || IsCapital(c.code) || (in_word && IsDigit(c.code));
      // The digits that lead a word are no number of their own.
      while (in_word && !between && !run.empty() && !run.back().begins_group) run.pop_back();
      AddMyNumbers(run, found);
      run.clear();
      between = true;
    }
    at += c.bytes;
  }
  AddMyNumbers(run, found);
}

// Runs of what zones consist of, with few spaces and line ends between.
void FindZones(std::string_view text, Ranges* found) {
  Range zone = {0, 0};
  size_t characters = 0;
  size_t fillers = 0;
  size_t gap = 0;
  const auto finish = [&] {
    if (characters >= kZoneCharactersMin && fillers > 0) found->push_back(zone);
    characters = fillers = gap = 0;
  };
  for (size_t at = 0; at < text.size();) {
    const Character c = CharacterAt(text, at);
    if (IsDigit(c.code) || IsCapital(c.code) || c.code == U'<') {
      if (characters == 0) zone.begin = at;
      zone.end = at + c.bytes;
      ++characters;
      fillers += c.code == U'<';
      gap = 0;
    } else {
      const bool between = IsSpace(c.code) || c.code == U'\n' || c.code == U'\r';
      if (!between || ++gap > kZoneGapMax) finish();
    }
    at += c.bytes;
  }
  finish();
}

// Behind the string that begins at `at`.
size_t StringEnd(std::string_view text, size_t at) {
  for (++at; at < text.size() && text[at] != '"'; ++at) at += text[at] == '\\';
  return std::min(at + 1, text.size());
}

bool NamesNumber(std::string_view key, bool in_document) {
  if (key.size() > kKeyBytesMax) return false;
  const std::string letters = LettersAndDigits(key, TextCase::kLower);
  return (in_document && letters == kNumberInDocument) ||
         std::find(std::begin(kNumberKeys), std::end(kNumberKeys), letters) !=
             std::end(kNumberKeys);
}

void FindMembers(std::string_view text, Ranges* found) {
  const bool in_document = text.find("document") != std::string_view::npos;
  for (size_t at = text.find('"'); at < text.size(); at = text.find('"', at)) {
    const size_t end = StringEnd(text, at);
    const std::string_view key = text.substr(at + 1, std::max(end, at + 2) - at - 2);
    at = end;
    size_t value = text.find_first_not_of(" \t", end);
    if (value >= text.size() || text[value] != ':' || !NamesNumber(key, in_document)) continue;
    value = text.find_first_not_of(" \t", value + 1);
    if (value >= text.size() || text[value] == '{' || text[value] == '[') continue;
    const bool quoted = text[value] == '"';
    at =
        quoted ? StringEnd(text, value) : std::min(text.find_first_of(",} \t", value), text.size());
    const bool closed = quoted && at > value + 1 && text[at - 1] == '"';
    found->push_back({value + (quoted ? 1 : 0), at - (closed ? 1 : 0)});
  }
}

}  // namespace

std::string MaskIdentityNumbers(std::string_view text) {
  Ranges found;
  FindMyNumbers(text, &found);
  FindZones(text, &found);
  FindMembers(text, &found);
  std::sort(found.begin(), found.end(),
            [](Range a, Range b) { return std::pair(a.begin, a.end) < std::pair(b.begin, b.end); });
  std::string masked;
  size_t done = 0;
  for (const Range& range : found) {
    if (range.end <= done || range.begin >= range.end) continue;
    if (range.begin >= done) {
      masked += text.substr(done, range.begin - done);
      masked += kMaskDots;
    }
    done = range.end;
  }
  return masked.append(text.substr(done));
}

}  // namespace sekisho
