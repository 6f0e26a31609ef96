// The languages that Sekisho speaks.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sekisho {

enum class Language { kEnglish, kJapanese, kKorean };

// "en", "ja", "ko".
std::string_view LanguageCode(Language language);
// Of such a code; nothing for other text.
std::optional<Language> ParseLanguage(std::string_view code);
// Of a POSIX locale name ("ja_JP.UTF-8"); English for every language that is not spoken here.
Language LanguageOfLocale(std::string_view locale);

// One phrase in every language. Numbers and names are filled in by absl::Substitute ("$0").
struct Phrase {
  std::string_view en;
  std::string_view ja;
  std::string_view ko;

  constexpr std::string_view In(Language language) const {
    switch (language) {
      case Language::kJapanese:
        return ja;
      case Language::kKorean:
        return ko;
      case Language::kEnglish:
        break;
    }
    return en;
  }
};

// A text of a file in every language.
struct LocalText {
  std::string en;
  std::string ja;
  std::string ko;

  const std::string& In(Language language) const {
    switch (language) {
      case Language::kJapanese:
        return ja;
      case Language::kKorean:
        return ko;
      case Language::kEnglish:
        break;
    }
    return en;
  }
};

}  // namespace sekisho
