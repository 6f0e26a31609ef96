// Hashes that somebody else made of the numbers of documents and accounts.
#pragma once

#include <string_view>

namespace sekisho {

// For a message: "… must be" this.
inline constexpr std::string_view kNumberHashForm =
    "a keyed hash of the number, at least 16 hexadecimal digits, and never the number itself";

// Whether the text is at least 16 hexadecimal digits (64 bits), with spaces and hyphens as UUIDs
// have them: no number of a document has that form but those of 16 digits and more.
bool IsNumberHash(std::string_view written);

// The same of the number of an account.
inline constexpr std::string_view kAccountHashForm =
    "a keyed hash of the number (at least 16 hexadecimal digits) or a code of your own (letters, "
    "hyphens and at most four digits), and never the number itself";

// Whether the text is such a hash, a code that somebody gave the account ("h-1"), or a masked
// number ("****1234"), which identifies nobody. Numbers of cards and IBANs of some countries
// ("DE89 3704 …") are hexadecimal digits as well: below 32 of them, a letter behind the second
// place tells a hash.
bool IsAccountHash(std::string_view written);

}  // namespace sekisho
