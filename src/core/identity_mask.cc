#include "core/identity_mask.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/meant_character.h"
#include "core/my_number.h"
#include "core/numbers_in_text.h"
#include "core/text.h"

namespace sekisho {
namespace {

constexpr size_t kZoneCharactersMin = 28;
constexpr size_t kZoneGapMax = 4;  // characters between two lines
constexpr size_t kKeyBytesMax = 64;

// Names of JSON members, their letters alone and small.
constexpr std::string_view kNumberKeys[] = {
    "documentnumber",   "documentnumberhash",
    "numberhash",       "documentno",
    "documentmrz",      "mrz",
    "passportnumber",   "passportno",
    "licencenumber",    "licensenumber",
    "idnumber",         "nationalid",
    "mynumber",         "ssn",
    "individualnumber", "個人番号",
    "マイナンバー",
};
constexpr std::string_view kNumberInDocument = "number";

struct Range {
  size_t begin;
  size_t end;
};
using Ranges = std::vector<Range>;

bool IsDigit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool IsCapital(char32_t c) { return c >= U'A' && c <= U'Z'; }
bool IsSpace(char32_t c) { return c == U' ' || c == U'\u3000' || c == U'\u00a0'; }
void FindMyNumbers(std::string_view text, Ranges* found) {
  for (const NumberInText& number : FindNumbers(text, kMyNumberDigits)) {
    if (IsMyNumber(number.digits)) found->push_back({number.begin, number.end});
  }
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
    const MeantCharacter c = MeantCharacterAt(text, at);
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
