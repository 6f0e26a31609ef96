// Fields that Sekisho may not read, in any mode (docs/fairness.md; design rule "fields that may not
// be read"): nationality, citizenship, birthplace, ethnicity, race, religion, mother tongue,
// accent, keyboard or input-method language, name origin, face attributes, and their aliases in
// English, Japanese and Korean.
#pragma once

#include <string_view>

namespace sekisho {

// True when the path `field` names such a field after normalisation (Unicode NFKC with case
// folding; only letters and digits count: "Birth_Place", "applicant.birthPlace" and
// "ＢＩＲＴＨ-ＰＬＡＣＥ" are one name). Names that are long enough to be unmistakable are found
// inside longer ones
// ("applicantNationalityCode", "申請者国籍"); short ones ("race", "ime") must be the whole path or
// one whole part of it. Text that is not UTF-8 is compared as far as it can be read.
// Thread-safe. Cost: microseconds; cache the answer.
bool IsForbiddenField(std::string_view field);

}  // namespace sekisho
