// Blocks of a report that hold personal values, and how times stand in them. Used inside of this
// layer.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/language.h"
#include "dossier/disclosure.h"
#include "dossier/report_file.h"
#include "paper/sheet.h"

namespace sekisho {

void AddSubject(const ReportFile& report, const Disclosure& shown, Language language, Sheet* sheet);
// With totals of each currency. `loss`: the recipient asks for what was lost.
void AddMoney(const ReportFile& report, const Disclosure& shown, bool loss, Language language,
              Sheet* sheet);
void AddTechnical(const ReportFile& report, const Disclosure& shown, Language language,
                  Sheet* sheet);

// "2026-04-01 09:05", "2026-04-01 09:05:30", UTC.
std::string MinuteText(int64_t time_ms);
std::string SecondText(int64_t time_ms);
// "2026-04-01 18:05:30 +09:00"; empty without a zone.
std::string LocalTime(int64_t time_ms, std::string_view zone);
// "2026-04-01 09:05", a line end, "– 2026-04-01 10:00"; empty without times.
std::string PeriodText(std::optional<int64_t> first_ms, std::optional<int64_t> last_ms);
// Whole days from a day YYYY-MM-DD to a time; a day that cannot be read is very long ago.
int64_t DaysBefore(std::string_view day, int64_t time_ms);

}  // namespace sekisho
