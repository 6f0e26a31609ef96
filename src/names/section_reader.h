// Parts one way of writing a name into words and characters. Used inside of this layer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "names/name_form.h"

namespace sekisho {

// Tenths of a word: what describes an organisation.
inline constexpr uint8_t kDescriptionWeight = 4;

// Appends the words and units of `text` (folded characters) to the section. Words that never score
// are left out unless nothing else is there. Returns the number of words before a word like "née",
// which itself is left out; otherwise the number of all words. `beside_name`: another name stands
// before the text, so that it may begin with such a word.
size_t ReadNameSection(std::u32string_view text, bool beside_name, NameSection* section);

}  // namespace sekisho
