#include "names/words.h"

#include <algorithm>
#include <array>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "core/utf8.h"
#include "names/fold.h"
#include "names/tables.h"

namespace sekisho {
namespace {

struct Words {
  absl::flat_hash_map<std::string_view, Word> latin;
  absl::flat_hash_map<std::string_view, std::vector<LegalForm>> forms;  // by their first word
  absl::flat_hash_map<char32_t, std::vector<EastWord>> east;
  std::vector<std::u32string> markers;
  std::vector<std::u32string> honorifics;
  std::vector<std::u32string> zengin;
  uint16_t groups = 0;
};

constexpr std::array<std::pair<std::string_view, WordKind>, 13> kKinds = {{
    {"legal", WordKind::kLegal},
    {"weak", WordKind::kWeakLegal},
    {"generic", WordKind::kGeneric},
    {"vague", WordKind::kVague},
    {"link", WordKind::kLink},
    {"title", WordKind::kTitle},
    {"particle", WordKind::kParticle},
    {"suffix", WordKind::kSuffix},
    {"declared", WordKind::kDeclared},
    {"alias", WordKind::kAlias},
    {"numbersign", WordKind::kNumberSign},
    {"place", WordKind::kPlace},
    {"note", WordKind::kNote},
}};

void AddKind(WordKind kind, std::string_view rest, Words* words) {
  ForEachPiece(rest, ' ', [&](std::string_view word) {
    Word& entry = words->latin[word];
    if (entry.kind == WordKind::kPlain) entry.kind = kind;  // the first line that names it wins
  });
}

void AddSame(std::string_view rest, Words* words) {
  const uint16_t group = ++words->groups;
  ForEachPiece(rest, ' ', [&](std::string_view word) {
    Word& entry = words->latin[word];
    if (entry.same == 0) entry.same = group;
    entry.own = true;
  });
}

// Numbers in words are spelled in ways that letters do not show: five, fifth, 5th.
void AddNumber(std::string_view rest, Words* words) {
  AddKind(WordKind::kNumber, rest, words);
  AddSame(rest, words);
}

void AddOwn(std::string_view rest, Words* words) {
  ForEachPiece(rest, ' ', [&](std::string_view word) { words->latin[word].own = true; });
}

void AddShortForm(uint16_t group, Word* word) {
  for (uint16_t& each : word->short_forms) {
    if (each == group) return;
    if (each != 0) continue;
    each = group;
    return;
  }
}

// The first word is the name; its other spellings share its short forms.
void AddShort(std::string_view rest, Words* words) {
  const uint16_t group = ++words->groups;
  const uint16_t name = words->latin[rest.substr(0, rest.find(' '))].same;
  ForEachPiece(rest, ' ', [&](std::string_view word) { AddShortForm(group, &words->latin[word]); });
  if (name == 0) return;
  for (auto& [word, entry] : words->latin) {
    if (entry.same == name) AddShortForm(group, &entry);
  }
}

void AddForm(std::string_view rest, Words* words) {
  LegalForm form;
  ForEachPiece(rest, ' ', [&](std::string_view word) { form.push_back(word); });
  words->latin[form[0]].begins_form = true;
  words->forms[form[0]].push_back(std::move(form));
}

void AddEast(std::string_view rest, Words* words) {
  const size_t space = rest.find(' ');
  const std::string_view latin = rest.substr(0, space);
  ForEachPiece(rest.substr(space), ' ', [&](std::string_view word) {
    std::u32string text = FoldCharacters(word);
    const char32_t first = text.front();
    words->east[first].push_back({std::move(text), latin == "-" ? std::string_view() : latin});
  });
}

void AddTexts(std::string_view rest, std::vector<std::u32string>* texts) {
  ForEachPiece(rest, ' ', [&](std::string_view word) { texts->push_back(FoldCharacters(word)); });
}

Words ReadWords() {
  Words words;
  ForEachLine(NameWordsText(), [&](std::string_view line) {
    const size_t space = line.find(' ');
    if (space == std::string_view::npos) return;
    const std::string_view key = line.substr(0, space);
    const std::string_view rest = line.substr(space + 1);
    for (const auto& [name, kind] : kKinds) {
      if (key == name) return AddKind(kind, rest, &words);
    }
    if (key == "same") return AddSame(rest, &words);
    if (key == "number") return AddNumber(rest, &words);
    if (key == "own") return AddOwn(rest, &words);
    if (key == "short") return AddShort(rest, &words);
    if (key == "form") return AddForm(rest, &words);
    if (key == "east") return AddEast(rest, &words);
    if (key == "marker") return AddTexts(rest, &words.markers);
    if (key == "honorific") return AddTexts(rest, &words.honorifics);
    if (key == "zengin") return AddTexts(rest, &words.zengin);
  });
  for (auto& [first, list] : words.east) {
    std::stable_sort(list.begin(), list.end(), [](const EastWord& a, const EastWord& b) {
      return a.text.size() > b.text.size();
    });
  }
  return words;
}

const Words& AllWords() {
  static const Words& words = *new Words(ReadWords());
  return words;
}

}  // namespace

const Word* FindWord(std::string_view word) {
  const auto& latin = AllWords().latin;
  const auto found = latin.find(word);
  return found == latin.end() ? nullptr : &found->second;
}

std::span<const EastWord> EastWordsWith(char32_t first) {
  const auto& east = AllWords().east;
  const auto found = east.find(first);
  if (found == east.end()) return {};
  return found->second;
}

std::span<const LegalForm> LegalFormsWith(std::string_view first) {
  const auto& forms = AllWords().forms;
  const auto found = forms.find(first);
  return found == forms.end() ? std::span<const LegalForm>() : found->second;
}

std::span<const std::u32string> EastMarkers() { return AllWords().markers; }

std::span<const std::u32string> EastHonorifics() { return AllWords().honorifics; }

std::span<const std::u32string> ZenginForms() { return AllWords().zengin; }

}  // namespace sekisho
