// The fields of a candidate file, as the reader asks for them. Forms are made from this list.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sekisho {

struct CandidateField {
  enum class Kind : uint8_t {
    kText,
    kWord,     // one of `words`
    kCountry,  // ISO 3166 alpha-2
    kZone,     // IANA
    kDay,      // YYYY-MM-DD
    kSha256,   // 64 lower-case hexadecimal digits
    kTime,     // RFC 3339 with its offset
    kMonth,    // YYYY, YYYY-MM or YYYY-MM-DD
    kCount,    // a whole number from `least` to `most`
    kBoolean,
    kClock,     // HH:MM
    kAmount,    // a number of 0 or more
    kTexts,     // a list of texts
    kWordList,  // a list of `words`
    kCounts,    // a list of whole numbers from `least` to `most`
    kObject,    // of `fields`
    kObjects,   // a list of objects of `fields`
  };

  std::string key;
  Kind kind = Kind::kText;
  bool required = false;  // of an object that is there
  std::vector<std::string_view> words;
  int64_t least = 0;
  int64_t most = 0;
  std::vector<CandidateField> fields;
};

// In the order of the reader. Thread-safe.
const std::vector<CandidateField>& CandidateFields();

// "text", "word", … for programs.
std::string_view FieldKindName(CandidateField::Kind kind);

}  // namespace sekisho
