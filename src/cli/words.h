// The fixed words of indicator files, for people.
#pragma once

#include <string>
#include <string_view>

#include "assess/assessment.h"
#include "core/language.h"

namespace sekisho {

// Of the words of docs/indicator-format.md; a word without a translation stays as it is.
std::string EvidenceClassWord(std::string_view evidence_class, Language language);
std::string GradeWord(std::string_view grade, Language language);
std::string SensitivityWord(std::string_view sensitivity, Language language);
std::string StatusWord(std::string_view status, Language language);
// Of assessments.
std::string LevelWord(AssessmentLevel level, Language language);
std::string LinkKindWord(std::string_view kind, Language language);
// Of the words of docs/measure-format.md.
std::string AudienceWord(std::string_view audience, Language language);
std::string MeasureFormWord(std::string_view form, Language language);
std::string DueWord(std::string_view due, Language language);

// "48,210".
std::string GroupedNumber(uint64_t number);
// "2026-04-01 09:05", UTC.
std::string ShortTime(int64_t time_ms);
// "3 files": the number and the right form of the noun. `one` and `many` hold "$0".
std::string Counted(uint64_t number, const Phrase& one, const Phrase& many, Language language);

}  // namespace sekisho
