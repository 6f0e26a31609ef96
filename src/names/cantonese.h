// Cantonese syllables as names are spelled in Hong Kong. Used inside of this layer.
//
// Sources: Jyutping (Linguistic Society of Hong Kong, 1993, https://jyutping.org/en/jyutping/); the
// spellings of the government of Hong Kong, which publishes no rules
// (https://en.wikipedia.org/wiki/Hong_Kong_Government_Cantonese_Romanisation), and those that are
// usual beside them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sekisho {

// Of a syllable of Jyutping without its tone: "zoeng" is cheung and tseung. Empty for what is no
// syllable. Pure and thread-safe.
std::vector<std::string> CantoneseSpellings(std::string_view jyutping);

}  // namespace sekisho
