// The tables of this layer as text, compiled into the program (tables/*.txt).
#pragma once

#include <string_view>

namespace sekisho {

std::string_view NameLettersText();        // letter → Latin
std::string_view NameWordsText();          // words that say little, words that stand for each other
std::string_view NameHanText();            // forms and readings of characters
std::string_view NameChineseText();        // spellings of Chinese names that follow from no rule
std::string_view NameJapaneseWordsText();  // words whose reading does not follow from characters

// Calls `use` with each line that is neither empty nor a comment.
template <typename Use>
void ForEachLine(std::string_view text, const Use& use) {
  while (!text.empty()) {
    const size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    if (!line.empty() && line[0] != '#') use(line);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
}

// Calls `use` with each piece of `line` between `separator`s; empty ones are left out.
template <typename Use>
void ForEachPiece(std::string_view line, char separator, const Use& use) {
  while (!line.empty()) {
    const size_t end = line.find(separator);
    if (end != 0) use(line.substr(0, end));
    line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
  }
}

}  // namespace sekisho
