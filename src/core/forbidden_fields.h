// Fields that Sekisho may not read, in any mode (docs/fairness.md; design rule "fields that may not
// be read"): nationality, citizenship, birthplace, ethnicity, race, religion, mother tongue,
// accent, keyboard or input-method language, name origin, face attributes, and their aliases in
// English, Japanese and Korean.
#pragma once

#include <string_view>

namespace sekisho {

// True when the last part of the path `field`, or the path as a whole, is a forbidden name after
// normalisation (case, width, separators and camel case do not matter: "Birth_Place",
// "applicant.birthPlace" and "BIRTH-PLACE" are one name). Cost: microseconds; cache the answer.
bool IsForbiddenField(std::string_view field);

}  // namespace sekisho
