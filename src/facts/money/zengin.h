// Bank accounts and holder names in the form of the Japanese interbank system (Zengin).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sekisho {

struct ZenginAccount {
  std::string bank;    // 4 digits
  std::string branch;  // 3 digits
  char type = 0;       // '1' ordinary, '2' current, '4' savings; 0 when not given
  std::string number;  // 7 digits

  bool operator==(const ZenginAccount&) const = default;
};

// Reads an account as people write it, with hyphens, spaces, full-width digits or in one piece:
//   bank 4, branch 3, [type 1,] number     "0000-001-1234567", "0000 001 1 1234567"
//   14 or 15 digits                        the same without separators
//   symbol 5, number 2 to 8                of Japan Post Bank ("10940-12345671"): the symbol begins
//                                          with 1 and ends with 0, the number ends with 1; becomes
//                                          bank 9900, branch from digits 2 and 3 of the symbol and
//                                          8, number without its last digit
// 普通, 当座 and 貯蓄 stand for a type. Numbers of fewer than 7 digits get zeros in front. None of
// these numbers has a check digit. Nothing for other forms.
std::optional<ZenginAccount> ParseZenginAccount(std::string_view written);

// The bytes that the holder's field of a transfer has (format of a general transfer: 30).
inline constexpr size_t kZenginHolderMax = 30;

// A name as the field carries it: half-width kana with voice marks of their own, small kana
// enlarged (ｼｮ becomes ｼﾖ), ｦ as ｵ, the long-vowel mark as a hyphen, capital letters, digits,
// space and ( ) - . , / ¥ ｢ ｣; cut after `characters_max` characters. Nothing when a character has
// no place there (kanji) or nothing is left. Idempotent.
std::optional<std::string> ZenginHolder(std::string_view name,
                                        size_t characters_max = kZenginHolderMax);

}  // namespace sekisho
