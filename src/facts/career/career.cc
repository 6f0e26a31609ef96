#include "facts/career/career.h"

#include <string>

#include "absl/time/civil_time.h"
#include "core/number.h"
#include "core/time.h"

namespace sekisho {
namespace {

constexpr int64_t kWorkingAge = 15;
constexpr int64_t kYearMin = 1900;
constexpr int64_t kExperienceMax = 80;

int64_t YearOf(int64_t time_ms) { return (absl::CivilDay(1970, 1, 1) + time_ms / kDayMs).year(); }

std::optional<int64_t> YearIn(const Value& value, int64_t newest) {
  const auto micros = value.present() ? ParseMicros(value.text) : std::nullopt;
  if (!micros || *micros % kMicro != 0) return std::nullopt;
  const int64_t year = *micros / kMicro;
  if (year < kYearMin || year > newest) return std::nullopt;
  return year;
}

std::optional<int64_t> ExperienceIn(const Value& value) {
  const auto micros = value.present() ? ParseMicros(value.text) : std::nullopt;
  if (!micros || *micros < 0 || *micros > kExperienceMax * kMicro) return std::nullopt;
  return micros;
}

// Could `years` have passed from the first day of `since` to the last day of `year`?
bool Passed(int64_t years_micros, int64_t since, int64_t year) {
  return years_micros <= (year - since + 1) * kMicro;
}

std::optional<int64_t> FirstYear(const Value& technology, ListSession* lists, int64_t time_ms) {
  if (technology.kind != ValueKind::kText) return std::nullopt;
  return lists->lists().FirstYear(technology.text, time_ms);
}

void SetYears(int64_t years, FieldId output, EventView* event) {
  if (years > 0) event->Set(output, Value::Number(event->Store(std::to_string(years))));
}

}  // namespace

std::string_view CareerContradiction(const Career& career, int64_t year) {
  if (career.birth_year) {
    const int64_t working = *career.birth_year + kWorkingAge;
    if (career.years_micros && *career.years_micros > 0 &&
        !Passed(*career.years_micros, working, year)) {
      return "years_exceed_age";
    }
    if (career.first_year && *career.first_year < working) return "works_before_15";
    if (career.graduated && *career.graduated < working) return "graduates_before_15";
  }
  if (career.years_micros && career.first_year &&
      !Passed(*career.years_micros, *career.first_year, year)) {
    return "overlaps";
  }
  return "";
}

void ComputeCareerContradiction(std::span<const FieldId> inputs, FieldId output, EventView* event) {
  const int64_t year = YearOf(event->time_ms);
  const std::string_view contradiction = CareerContradiction(
      {YearIn(event->Get(inputs[0]), year), ExperienceIn(event->Get(inputs[1])),
       YearIn(event->Get(inputs[2]), year), YearIn(event->Get(inputs[3]), year)},
      year);
  if (!contradiction.empty()) event->Set(output, Value::Text(contradiction));
}

void LookUpYearsTooEarly(std::span<const FieldId> inputs, FieldId output, ListSession* lists,
                         EventView* event) {
  const std::optional<int64_t> released = FirstYear(event->Get(inputs[0]), lists, event->time_ms);
  const auto since = YearIn(event->Get(inputs[1]), YearOf(event->time_ms));
  if (released && since) SetYears(*released - *since, output, event);
}

void LookUpYearsTooMany(std::span<const FieldId> inputs, FieldId output, ListSession* lists,
                        EventView* event) {
  const std::optional<int64_t> released = FirstYear(event->Get(inputs[0]), lists, event->time_ms);
  const std::optional<int64_t> claimed = ExperienceIn(event->Get(inputs[1]));
  if (!released || !claimed) return;
  // All of the year of the release and all of this one may be experience.
  SetYears(*claimed / kMicro - (YearOf(event->time_ms) - *released + 1), output, event);
}

}  // namespace sekisho
