// Does a text spell characters of East Asian writing? Used inside of this layer.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "names/match.h"
#include "names/name_form.h"
#include "names/spelling.h"

namespace sekisho {

inline constexpr size_t kNoSpelling = Reach::kCostMax + 1;

struct UnitSpelling {
  size_t cost = kNoSpelling;  // kNoSpelling: the text does not spell the units
  NameReason reason = NameReason::kEqual;
};

// `text` is Latin, in small letters; `kana`: it was made from kana. At most Reach::kTextMax
// letters.
UnitSpelling SpellUnits(std::span<const Unit> units, std::string_view text, bool kana);

// Do the characters have this reading in kana (KanaBytes)?
bool AreReadAs(std::span<const Unit> units, std::string_view kana_bytes);

// The plain Latin spelling of kana and hangul, for likeness; empty when other units are there.
std::string PlainSpelling(std::span<const Unit> units);

}  // namespace sekisho
