// The machine-readable zone against what is printed for people on the same document (the visual
// zone). Whoever changes one and forgets the other makes a contradiction; so does a typing error.
#pragma once

#include <string_view>

#include "facts/identity/mrz.h"

namespace sekisho {

// kNone: one of the two is missing or cannot be compared.
enum class ZoneMatch { kNone, kSame, kPartial, kDifferent };

// "", "same", "partial", "different".
std::string_view ZoneMatchName(ZoneMatch match);

// Letters and digits of the printed number.
ZoneMatch MatchNumber(const Mrz& mrz, std::string_view printed);

// The words of the printed name, in any order, as ICAO Doc 9303-3, section 6 writes them in the
// zone: marks dropped or written out (Ü is U or UE), hyphens as gaps, apostrophes dropped. Words
// that are parted differently count as equal when all of them together spell the same. kPartial:
// all words of one side occur on the other, which has more (a middle name, a cut field).
// kNone for names that are not in Latin letters: the zone transliterates, and whether two names are
// one person's is another question than this one.
ZoneMatch MatchName(const Mrz& mrz, std::string_view printed);

// The printed year of four digits against the last two that the zone has.
ZoneMatch MatchBirthYear(const Mrz& mrz, std::string_view printed);

// The printed day, "YYYY-MM-DD". Parts of a birth that the zone does not know are not compared.
ZoneMatch MatchBirthDay(const Mrz& mrz, std::string_view printed);
ZoneMatch MatchExpiry(const Mrz& mrz, std::string_view printed);

}  // namespace sekisho
