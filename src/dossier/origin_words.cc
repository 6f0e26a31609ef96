#include "dossier/origin_words.h"

#include <algorithm>
#include <string_view>

#include "absl/strings/str_split.h"
#include "core/status.h"

namespace sekisho {

std::string_view OriginWordsText();

namespace {

std::vector<std::string> Spaced(std::string_view text) {
  std::vector<std::string> words = absl::StrSplit(ToAbsl(text), ' ', absl::SkipEmpty());
  for (std::string& word : words) std::replace(word.begin(), word.end(), '_', ' ');
  return words;
}

OriginWords Read(std::string_view text) {
  OriginWords words;
  OriginWords::Words* set = nullptr;
  std::vector<OriginSuffix>* suffixes = nullptr;
  for (const auto row : absl::StrSplit(ToAbsl(text), '\n', absl::SkipWhitespace())) {
    const std::string_view line = ToStd(row);
    if (line.front() == '#') continue;
    if (line.front() == '[') {
      set = line == "[named things]"    ? &words.named_things
            : line == "[placed things]" ? &words.placed_things
            : line == "[persons]"       ? &words.persons
            : line == "[korean words]"  ? &words.korean_words
                                        : nullptr;
      suffixes = line == "[japanese suffixes]" ? &words.japanese
                 : line == "[korean suffixes]" ? &words.korean
                                               : nullptr;
    } else if (set != nullptr) {
      for (std::string& word : Spaced(line)) set->insert(std::move(word));
    } else if (suffixes != nullptr) {
      const size_t end = std::min(line.find(':'), line.size());
      std::vector<std::string> things =
          end == line.size() ? std::vector<std::string>() : Spaced(line.substr(end + 1));
      suffixes->push_back({Spaced(line.substr(0, end)).at(0), std::move(things)});
    }
  }
  return words;
}

}  // namespace

const OriginWords& OriginWords::Get() {
  static const auto* const words = new OriginWords(Read(OriginWordsText()));
  return *words;
}

}  // namespace sekisho
