// Who issued a document: whose rules its number follows.
#pragma once

#include <string_view>

namespace sekisho {

// "JP", "US", "KR", "CN", "LEI" for the code of a country, its name or the name of an authority,
// "" for every other issuer.
std::string_view IssuerCode(std::string_view issuer);

// Whether the issuer is an authority of Japan: by code, by name, or a public safety commission.
bool IsJapaneseIssuer(std::string_view issuer);

}  // namespace sekisho
