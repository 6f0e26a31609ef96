#include "core/issuer.h"

#include <string>

#include "core/text.h"

namespace sekisho {
namespace {

// Names are compared in capital letters without spaces and signs.
struct Issuer {
  std::string_view name;
  std::string_view code;
};
constexpr Issuer kIssuers[] = {
    {"JP", "JP"},
    {"JPN", "JP"},
    {"JAPAN", "JP"},
    {"日本", "JP"},
    {"日本国", "JP"},
    {"일본", "JP"},
    {"外務省", "JP"},
    {"法務省", "JP"},
    {"法務大臣", "JP"},
    {"出入国在留管理庁", "JP"},
    {"国税庁", "JP"},
    {"US", "US"},
    {"USA", "US"},
    {"UNITEDSTATES", "US"},
    {"アメリカ", "US"},
    {"アメリカ合衆国", "US"},
    {"米国", "US"},
    {"미국", "US"},
    {"KR", "KR"},
    {"KOR", "KR"},
    {"SOUTHKOREA", "KR"},
    {"REPUBLICOFKOREA", "KR"},
    {"韓国", "KR"},
    {"大韓民国", "KR"},
    {"대한민국", "KR"},
    {"한국", "KR"},
    {"CN", "CN"},
    {"CHN", "CN"},
    {"CHINA", "CN"},
    {"中国", "CN"},
    {"中華人民共和国", "CN"},
    {"중국", "CN"},
    // Identifiers of companies all over the world; many bodies give them out under one roof.
    {"GLEIF", "LEI"},
    {"LEI", "LEI"},
};

}  // namespace

std::string_view IssuerCode(std::string_view issuer) {
  const std::string name = LettersAndDigits(issuer, TextCase::kUpper);
  for (const Issuer& known : kIssuers) {
    if (name == known.name) return known.code;
  }
  const bool commission = name.find("公安委員会") != std::string::npos ||
                          name.find("PUBLICSAFETYCOMMISSION") != std::string::npos;
  return commission ? "JP" : "";
}

bool IsJapaneseIssuer(std::string_view issuer) { return IssuerCode(issuer) == "JP"; }

}  // namespace sekisho
