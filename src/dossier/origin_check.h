// Does a text say where somebody is from? A report names a country as the place of a thing (a bank,
// an address, the issuer of a document), never as the origin of a person (docs/reports.md).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dossier/bad_word.h"

namespace sekisho {

// Refused are a word for a people, unless the next word is a thing that carries such names (law,
// yen, bank), and a country that is tied to a person: "born in", "citizen of", "… national", and
// "from" where no thing or act stands before it. `words` is in WordForm, `written` is the text as
// people wrote it. The countries are those of CountryList. Thread-safe.
std::optional<BadWord> FindEnglishOrigin(std::string_view words, std::string_view written);

// A country's name with 人, 籍, 系, 出身, 生まれ and their like behind it, unless that begins the
// name of a thing (人材, 系企業). `text` is in UnspacedForm.
std::optional<BadWord> FindJapaneseOrigin(std::string_view text);

// A country's name at the beginning of a word with 인, 계, 출신, 국적 and their like behind it,
// unless that begins the name of a thing (인증, 계좌). `text` is in PlainForm.
std::optional<BadWord> FindKoreanOrigin(std::string_view text);

}  // namespace sekisho
