// The first step of reading a postal address: one spelling of its characters and block numbers.
// What the files of postal_address share; nobody else includes it.
#pragma once

#include <unicode/unistr.h>

#include <string>
#include <string_view>

namespace sekisho {

struct FoldedAddress {
  // NFKC in lower case; block numbers are digits with a space or a hyphen between them.
  icu::UnicodeString text;
  std::string marked_code;  // the digits behind 〒, which are not in the text
};
FoldedAddress FoldAddress(std::string_view utf8);

}  // namespace sekisho
