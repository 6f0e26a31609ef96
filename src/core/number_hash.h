// Hashes that somebody else made of the numbers of documents.
#pragma once

#include <string_view>

namespace sekisho {

// For a message: "… must be" this.
inline constexpr std::string_view kNumberHashForm =
    "a keyed hash of the number, at least 16 hexadecimal digits, and never the number itself";

// Whether the text is at least 16 hexadecimal digits (64 bits), with spaces and hyphens as UUIDs
// have them: no number of a document has that form but those of 16 digits and more.
bool IsNumberHash(std::string_view written);

}  // namespace sekisho
