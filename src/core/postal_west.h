// Addresses of words: the number of the house before or behind the street, the country last.
#pragma once

#include <unicode/unistr.h>

#include "core/postal_address.h"

namespace sekisho {

// Of a folded text (core/postal_fold.h).
PostalAddress ReadWestern(const icu::UnicodeString& text);

// Numbers with hyphens between them, in the order of a key: house, others, units; the floor only
// where no unit says more.
std::string JoinedNumbers(const PostalAddress& address, bool with_units);

}  // namespace sekisho
