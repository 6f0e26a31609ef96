#include "names/cantonese.h"

#include "names/tables.h"

namespace sekisho {
namespace {

struct Part {
  std::string_view jyutping;
  std::string_view spellings;  // between spaces; "-": silent
};

// The longest first.
constexpr Part kInitials[] = {
    {"gw", "kw"},      {"kw", "kw"},      {"ng", "ng -"}, {"b", "p"}, {"p", "p"},
    {"m", "m"},        {"f", "f"},        {"d", "t"},     {"t", "t"}, {"n", "n"},
    {"l", "l"},        {"g", "k"},        {"k", "k"},     {"h", "h"}, {"w", "w"},
    {"z", "ch ts tz"}, {"c", "ch ts tz"}, {"s", "s sh"},  {"j", "y"},
};

constexpr Part kFinals[] = {
    {"aa", "a ah ar"}, {"aai", "ai"},   {"aau", "au"}, {"aam", "am"},         {"aan", "an"},
    {"aang", "ang"},   {"aap", "ap"},   {"aat", "at"}, {"aak", "ak"},         {"ai", "ai"},
    {"au", "au ow"},   {"am", "am um"}, {"an", "an"},  {"ang", "ang"},        {"ap", "ap"},
    {"at", "at"},      {"ak", "ak"},    {"e", "e eh"}, {"ei", "ei ee i ay"},  {"eng", "eng"},
    {"ek", "ek"},      {"i", "i ee"},   {"iu", "iu"},  {"im", "im"},          {"in", "in"},
    {"ing", "ing"},    {"ip", "ip"},    {"it", "it"},  {"ik", "ik"},          {"o", "o oh"},
    {"oi", "oi oy"},   {"ou", "o ou"},  {"on", "on"},  {"ong", "ong"},        {"ot", "ot"},
    {"ok", "ok"},      {"u", "u oo"},   {"ui", "ui"},  {"un", "un oon"},      {"ung", "ung"},
    {"ut", "ut"},      {"uk", "uk"},    {"oe", "euh"}, {"oeng", "eung eong"}, {"oek", "euk"},
    {"eoi", "ui"},     {"eon", "un"},   {"eot", "ut"}, {"yu", "u ue"},        {"yun", "uen un"},
    {"yut", "uet ut"}, {"m", "m"},      {"ng", "ng"},
};

// Syllables that are spelled otherwise than their parts, too.
constexpr Part kWholes[] = {
    {"zi", "tsz tze tse"}, {"ci", "tsz tze tse"}, {"si", "sze sz"}, {"ji", "i"},
    {"jip", "ip"},         {"jiu", "iu"},         {"jyu", "yue"},   {"on", "ngon"},
    {"oi", "ngoi"},        {"ng", "ng"},          {"m", "m"},
};

void AddWhole(std::string_view jyutping, std::vector<std::string>* spellings) {
  for (const Part& whole : kWholes) {
    if (whole.jyutping != jyutping) continue;
    ForEachPiece(whole.spellings, ' ',
                 [&](std::string_view each) { spellings->emplace_back(each); });
  }
}

void AddParts(std::string_view initials, std::string_view rest,
              std::vector<std::string>* spellings) {
  for (const Part& last : kFinals) {
    if (last.jyutping != rest) continue;
    ForEachPiece(initials, ' ', [&](std::string_view initial) {
      ForEachPiece(last.spellings, ' ', [&](std::string_view end) {
        spellings->push_back(std::string(initial == "-" ? "" : initial) + std::string(end));
      });
    });
  }
}

}  // namespace

std::vector<std::string> CantoneseSpellings(std::string_view jyutping) {
  std::vector<std::string> spellings;
  AddWhole(jyutping, &spellings);
  if (jyutping == "m" || jyutping == "ng") return spellings;
  for (const Part& initial : kInitials) {
    if (!jyutping.starts_with(initial.jyutping)) continue;
    AddParts(initial.spellings, jyutping.substr(initial.jyutping.size()), &spellings);
    return spellings;
  }
  AddParts("-", jyutping, &spellings);
  return spellings;
}

}  // namespace sekisho
