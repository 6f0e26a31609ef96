#include "core/language.h"

namespace sekisho {

std::string_view LanguageCode(Language language) { return Phrase{"en", "ja", "ko"}.In(language); }

std::optional<Language> ParseLanguage(std::string_view code) {
  for (const Language language : {Language::kEnglish, Language::kJapanese, Language::kKorean}) {
    if (code == LanguageCode(language)) return language;
  }
  return std::nullopt;
}

Language LanguageOfLocale(std::string_view locale) {
  return ParseLanguage(locale.substr(0, locale.find_first_of("_.@"))).value_or(Language::kEnglish);
}

}  // namespace sekisho
