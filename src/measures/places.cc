#include "measures/places.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "yaml/section.h"
#include "yaml/yaml.h"

namespace sekisho {
namespace {

constexpr char kNumber = '#';

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// The parts between "; " that stand in no brackets.
std::vector<std::string_view> Pieces(std::string_view place) {
  std::vector<std::string_view> pieces;
  size_t begin = 0;
  int depth = 0;
  for (size_t at = 0; at < place.size(); ++at) {
    if (place[at] == '(') ++depth;
    if (place[at] == ')') --depth;
    if (depth == 0 && place.substr(at).starts_with("; ")) {
      pieces.push_back(place.substr(begin, at - begin));
      begin = at + 2;
    }
  }
  pieces.push_back(place.substr(begin));
  return pieces;
}

// A piece, and what stands in brackets at its end; empty: nothing.
std::pair<std::string_view, std::string_view> Note(std::string_view piece) {
  const size_t open = piece.find(" (");
  if (open == std::string_view::npos || piece.back() != ')') return {piece, {}};
  return {piece.substr(0, open), piece.substr(open + 2, piece.size() - open - 3)};
}

std::optional<std::string> Translate(Language language, std::string_view piece,
                                     const PlacePieces& pieces) {
  std::string pattern;
  std::vector<std::string> numbers;
  for (size_t at = 0; at < piece.size(); ++at) {
    if (!IsDigit(piece[at])) {
      pattern += piece[at];
      continue;
    }
    if (at == 0 || !IsDigit(piece[at - 1])) {
      pattern += kNumber;
      numbers.emplace_back();
    }
    numbers.back() += piece[at];
  }
  const auto found = pieces.find(pattern);
  if (found == pieces.end()) return std::nullopt;
  std::string text;
  auto number = numbers.begin();
  for (const char c : found->second.In(language)) {
    if (c == kNumber && number != numbers.end()) {
      text += *number++;
    } else {
      text += c;
    }
  }
  return text;
}

}  // namespace

PlacePieces ReadPlaces(const std::string& file, std::string_view text, DiagnosticSink* sink) {
  PlacePieces pieces;
  ReadContext context{file, sink};
  const std::vector<YamlNode> documents = ReadYaml(file, text, sink);
  const YamlNode* const list = documents.size() == 1 ? documents[0].Find("places") : nullptr;
  if (list == nullptr) {
    context.Report(Sk::kReference, {file, 1, 1}, "the file is not one document with `places`");
    return pieces;
  }
  const std::vector<YamlNode>* const items = ReadList(*list, "places", &context);
  if (items == nullptr) return pieces;
  for (const YamlNode& item : *items) {
    LocalText words = ReadLocalText(item, "the place", &context);
    const auto count = [](const std::string& one) {
      return std::count(one.begin(), one.end(), kNumber);
    };
    if (count(words.ja) != count(words.en) || count(words.ko) != count(words.en)) {
      context.Report(Sk::kReference, context.Place(item),
                     "the languages do not hold equally many numbers (#)");
    }
    const std::string key = words.en;
    if (!key.empty() && !pieces.emplace(key, std::move(words)).second) {
      context.Report(Sk::kReference, context.Place(item), "\"" + key + "\" stands here twice");
    }
  }
  return pieces;
}

std::string PlaceIn(Language language, std::string_view place, const PlacePieces& pieces) {
  if (language == Language::kEnglish) return std::string(place);
  const bool japanese = language == Language::kJapanese;
  std::string text;
  for (const std::string_view piece : Pieces(place)) {
    const auto [where, note] = Note(piece);
    const std::optional<std::string> words = Translate(language, where, pieces);
    if (!words) return std::string(place);
    if (!text.empty()) text += japanese ? "；" : "; ";
    text += *words;
    if (note.empty()) continue;
    const std::optional<std::string> remark = Translate(language, note, pieces);
    if (!remark) return std::string(place);
    text += japanese ? "（" + *remark + "）" : " (" + *remark + ")";
  }
  return text;
}

}  // namespace sekisho
