// A person's name in one comparable form: equal keys mean the same name written differently.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/event_view.h"

namespace sekisho {

// Removes what clerks and banks change when they copy a name, and nothing that tells names apart:
//   width, composition, case   NFKC and case folding (Ｔａｒｏ = TARO = taro, ﾀﾛｳ = タロウ);
//                              İ, I, i and ı are one letter
//   marks                      accents of Latin, Greek and Cyrillic, vowel points, variation
//                              selectors; not the voicing marks of kana (カワタ is not カワダ)
//   kana                       small ones become large (ｼﾖｳｺ = ショウコ, as Japanese bank transfers
//                              write them), hiragana becomes katakana
//   punctuation and spaces     apostrophes vanish (O'Hara = OHara), the rest parts the name
//   order                      parts are sorted
// Names in kanji, kana and hangul are often written without a space between family and given name.
// Their sorted parts are joined without spaces and turned to the least of all rotations, so that
// 山田 太郎, 太郎 山田 and 山田太郎 have one key (with three or more parts, the unspaced form
// differs). No romanisation: 山田太郎 and Yamada Taro have different keys. None when no letter is
// left, and for more than 1024 bytes. Idempotent: the key of a key is the key.
std::optional<std::string> NameKey(std::string_view utf8);

// name.key from {name}, document.name_key from {document.name}, payout.holder_key from
// {payout.holder}, author.name_key from {author.name}.
void ComputeNameKey(std::span<const FieldId> inputs, FieldId output, EventView* event);

// changed.name_key from {field, value}: the key of `value` when `field` is "name".
void ComputeChangedNameKey(std::span<const FieldId> inputs, FieldId output, EventView* event);

}  // namespace sekisho
