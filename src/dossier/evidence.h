// The events of a report as files of a bundle.
#pragma once

#include <string>

#include "dossier/report_file.h"

namespace sekisho {

// A line for each event: time, type, account, id, the indicators it proves, its fields as
// "name=value; …". RFC 4180, UTF-8. A cell that a spreadsheet would take for a formula begins with
// an apostrophe.
std::string EventsCsv(const ReportFile& report);

// One JSON object for each event.
std::string EventsNdjson(const ReportFile& report);

// Who decided what (states), as JSON.
std::string DecisionsJson(const ReportFile& report);

// The lists that the report was made with, as JSON.
std::string ListsJson(const ReportFile& report);

}  // namespace sekisho
