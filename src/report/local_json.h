// Texts in every language, as the scripts of the pages read them: ["en", "ja", "ko"].
#pragma once

#include <string_view>
#include <vector>

#include "core/json_writer.h"
#include "core/language.h"
#include "measures/measure.h"

namespace sekisho {

inline constexpr Language kPageLanguages[] = {Language::kEnglish, Language::kJapanese,
                                              Language::kKorean};

inline void WriteText(const LocalText& text, JsonWriter* json) {
  json->BeginArray().Text(text.en).Text(text.ja).Text(text.ko).EndArray();
}

inline void WritePhrase(const Phrase& phrase, JsonWriter* json) {
  json->BeginArray().Text(phrase.en).Text(phrase.ja).Text(phrase.ko).EndArray();
}

inline void WriteTexts(std::string_view key, const std::vector<LocalText>& texts,
                       JsonWriter* json) {
  json->Key(key).BeginArray();
  for (const LocalText& text : texts) WriteText(text, json);
  json->EndArray();
}

// [key, date, read, title, publisher, address], as sourceItem() of page/sources.js shows it.
inline void WriteDocument(std::string_view key, std::string_view date,
                          const SourceDocument& document, JsonWriter* json) {
  json->BeginArray().Text(key).Text(date).Boolean(document.read);
  WriteText(document.title, json);
  json->Text(document.publisher).Text(document.url).EndArray();
}

// What `in(language)` says in each language.
template <typename In>
void WriteInEach(const In& in, JsonWriter* json) {
  json->BeginArray();
  for (const Language language : kPageLanguages) json->Text(in(language));
  json->EndArray();
}

// Where in a source document something stands. Without `references` as the indicator writes it.
inline void WritePlace(std::string_view place, const MeasureCatalogue* references,
                       JsonWriter* json) {
  const PlacePieces none;
  const PlacePieces& pieces = references == nullptr ? none : references->places;
  WriteInEach([&](Language language) { return PlaceIn(language, place, pieces); }, json);
}

}  // namespace sekisho
