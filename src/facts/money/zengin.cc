#include "facts/money/zengin.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <vector>

#include "core/text.h"

namespace sekisho {
namespace {

constexpr std::string_view kPostBank = "9900";
constexpr size_t kNumberDigits = 7;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// The runs of digits, in order. Nothing when the text has other letters or signs than separators.
std::optional<std::vector<std::string>> DigitGroups(std::string_view text) {
  static constexpr std::string_view kSeparators = " -./,()";
  std::vector<std::string> groups;
  bool inside = false;
  for (const char c : text) {
    if (IsDigit(c)) {
      if (!inside) groups.emplace_back();
      groups.back() += c;
    } else if (kSeparators.find(c) == std::string_view::npos) {
      return std::nullopt;
    }
    inside = IsDigit(c);
  }
  return groups;
}

// Replaces every `word` by `by`.
void Replace(std::string_view word, std::string_view by, std::string* text) {
  for (size_t at = text->find(word); at != std::string::npos; at = text->find(word, at)) {
    text->replace(at, word.size(), by);
  }
}

std::string Plain(std::string_view written) {
  std::string text = NormalText(written, TextCase::kKept);
  Replace("普通", " 1 ", &text);
  Replace("当座", " 2 ", &text);
  Replace("貯蓄", " 4 ", &text);
  for (const std::string_view dash : {"‐", "‑", "‒", "–", "—", "―", "−", "ー"}) {
    Replace(dash, "-", &text);
  }
  return text;
}

bool IsType(std::string_view group) { return group == "1" || group == "2" || group == "4"; }

std::optional<ZenginAccount> Account(std::string_view bank, std::string_view branch, char type,
                                     std::string_view number) {
  if (bank.size() != 4 || branch.size() != 3) return std::nullopt;
  if (number.empty() || number.size() > kNumberDigits) return std::nullopt;
  std::string padded(kNumberDigits - number.size(), '0');
  padded += number;
  return ZenginAccount{std::string(bank), std::string(branch), type, std::move(padded)};
}

std::optional<ZenginAccount> FromOnePiece(std::string_view digits) {
  if (digits.size() == 14) {
    return Account(digits.substr(0, 4), digits.substr(4, 3), 0, digits.substr(7));
  }
  if (digits.size() == 15 && IsType(digits.substr(7, 1))) {
    return Account(digits.substr(0, 4), digits.substr(4, 3), digits[7], digits.substr(8));
  }
  return std::nullopt;
}

std::optional<ZenginAccount> FromPostBank(std::string_view symbol, std::string_view number) {
  const bool form = symbol.size() == 5 && symbol.front() == '1' && symbol.back() == '0' &&
                    number.size() >= 2 && number.size() <= 8 && number.back() == '1';
  if (!form) return std::nullopt;
  return Account(kPostBank, std::string(symbol.substr(1, 2)) + "8", '1',
                 number.substr(0, number.size() - 1));
}

// Full-width katakana → the half-width one, without voice marks, in the form of the field.
const std::map<UChar32, UChar32>& HalfWidth() {
  static const std::map<UChar32, UChar32> table = [] {
    std::map<UChar32, UChar32> made;
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(error);
    if (U_FAILURE(error)) return made;
    for (UChar32 half = 0xff66; half <= 0xff9d; ++half) {
      made[nfkc->normalize(icu::UnicodeString(half), error).char32At(0)] = half;
    }
    const icu::UnicodeString small(u"ァィゥェォッャュョヮヵヶヰヱヲ");
    const icu::UnicodeString large(u"アイウエオツヤユヨワカケイエオ");
    for (int32_t i = 0; i < small.length(); ++i) made[small[i]] = made[large[i]];
    made[0x30fc] = '-';     // the long-vowel mark
    made[0x3099] = 0xff9e;  // voiced
    made[0x309b] = 0xff9e;
    made[0x309a] = 0xff9f;  // half-voiced
    made[0x309c] = 0xff9f;
    made[0x300c] = 0xff62;  // 「
    made[0x300d] = 0xff63;  // 」
    return made;
  }();
  return table;
}

// The character of the field for one of decomposed text; 0 when there is none.
UChar32 FieldCharacter(UChar32 c) {
  if (c >= 0x3041 && c <= 0x3096) c += 0x60;  // hiragana to katakana
  if (const auto found = HalfWidth().find(c); found != HalfWidth().end()) return found->second;
  if (c == 0xa5 || c == '\\') return 0xa5;
  if (c < 0x80 && (u_isdigit(c) || u_isupper(c))) return c;
  static constexpr std::string_view kSigns = " ()-.,/";
  const bool sign = c < 0x80 && kSigns.find(static_cast<char>(c)) != std::string_view::npos;
  return sign ? c : 0;
}

}  // namespace

std::optional<ZenginAccount> ParseZenginAccount(std::string_view written) {
  const auto groups = DigitGroups(Plain(written));
  if (!groups) return std::nullopt;
  const std::vector<std::string>& g = *groups;
  if (g.size() == 1) return FromOnePiece(g[0]);
  if (g.size() == 2) return FromPostBank(g[0], g[1]);
  if (g.size() == 3) return Account(g[0], g[1], 0, g[2]);
  if (g.size() == 4 && IsType(g[2])) return Account(g[0], g[1], g[2][0], g[3]);
  return std::nullopt;
}

std::optional<std::string> ZenginHolder(std::string_view name, size_t characters_max) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(error);
  if (U_FAILURE(error)) return std::nullopt;
  const std::string upper = NormalText(name, TextCase::kUpper);
  const icu::UnicodeString text =
      nfkd->normalize(icu::UnicodeString::fromUTF8(
                          icu::StringPiece(upper.data(), static_cast<int32_t>(upper.size()))),
                      error);
  icu::UnicodeString field;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = FieldCharacter(text.char32At(i));
    if (c == 0) return std::nullopt;
    field.append(c);
  }
  field.truncate(static_cast<int32_t>(std::min<size_t>(characters_max, INT32_MAX)));
  field.trim();
  if (field.isEmpty()) return std::nullopt;
  std::string result;
  field.toUTF8String(result);
  return result;
}

}  // namespace sekisho
