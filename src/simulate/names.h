// Names of invented people, in the forms in which registers, documents and banks write them.
#pragma once

#include <cstdint>
#include <string>

#include "simulate/places.h"

namespace sekisho::simulate {

// The name of one person in one style; the same hash gives the same name. Family names are built of
// words for "sample" and their like, so that nobody is meant.
struct Name {
  std::string registered;  // as typed at registration; Japanese: the reading, as payment forms ask
  std::string document;    // as the document shows it; Japanese: in kanji
  std::string bank;        // as the bank writes it: half-width kana, capitals, family name first
};

// `family` and `given` choose the two parts apart, so that relatives and people who marry share a
// family name.
Name MakeName(NameStyle style, uint64_t family, uint64_t given);

// The given name alone, as a signature.
std::string GivenName(NameStyle style, uint64_t given);

// What a bank makes of the name that no comparison of letters can undo: cut at the width of the
// field, without a middle part, or as a trade name. `choice` picks one of these.
std::string BankVariant(const Name& name, uint64_t choice);

}  // namespace sekisho::simulate
