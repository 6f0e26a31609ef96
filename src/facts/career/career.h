// The arithmetic of a claimed career.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "core/event_view.h"
#include "lists/list_session.h"

namespace sekisho {

// What a person claims; whole years of the calendar, and the length of the experience in millionths
// of a year. Parts that are not known are absent.
struct Career {
  std::optional<int64_t> birth_year;
  std::optional<int64_t> years_micros;
  std::optional<int64_t> first_year;
  std::optional<int64_t> graduated;
};

// What cannot be true in `year`, whatever the days of birth, first job and graduation were; the
// first of these, or "" when everything is possible or unknown:
//   years_exceed_age      more years of experience than passed since the year in which the person
//                         became 15
//   works_before_15       the first job lies before that year
//   graduates_before_15   the graduation lies before that year
//   overlaps              more years of experience than passed since the year of the first job:
//   jobs
//                         were counted twice
// Every claim is read in the person's favour: from the first day of the earlier year to the last of
// the later one. Claims that are no year of this or the last century (or lie in the future) and
// more than 80 years of experience are typing errors, and unknown.
std::string_view CareerContradiction(const Career& career, int64_t year);

// career.contradiction from {birth_year, career.years, career.first_year, education.graduated}, in
// the year (UTC) of the event.
void ComputeCareerContradiction(std::span<const FieldId> inputs, FieldId output, EventView* event);

// What a claimed experience with a technology has too much, in whole years, when a list knows the
// year in which the technology was first public; absent when it has not. Read in the person's
// favour: all of the year of the release and all of the year (UTC) of the event may be experience.
// skill.years_too_early from {skill.name, skill.since_year}: begins so many years before that year.
void LookUpYearsTooEarly(std::span<const FieldId> inputs, FieldId output, ListSession* lists,
                         EventView* event);
// skill.years_too_many from {skill.name, skill.years}: lasts so many years longer than possible.
void LookUpYearsTooMany(std::span<const FieldId> inputs, FieldId output, ListSession* lists,
                        EventView* event);

}  // namespace sekisho
