// Addresses in Japanese and Korean: the region first, the number of the house behind the town.
#pragma once

#include <unicode/unistr.h>

#include "core/postal_address.h"

namespace sekisho {

// Of a folded text (core/postal_fold.h). Letters behind the first number name buildings and are
// dropped, unless nothing stood before it.
PostalAddress ReadEastern(const icu::UnicodeString& text);

}  // namespace sekisho
