// Report files and what is needed to show them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/vet_loading.h"
#include "core/status.h"
#include "dossier/report_file.h"

namespace sekisho {

// Where a report begins.
struct ReportStart {
  std::string file;  // of a candidate; empty: events
  std::vector<std::string> events;
  std::string account;
  std::string pool;
  std::string lists;
  std::string as_of;
  std::string time_zone;
  std::vector<std::string> overrides;
};

// The text of a new report file about a candidate or an account. Warnings go to standard error.
StatusOr<std::string> StartReport(const ReportStart& start, const VetData& data);

// Whether the text is a candidate file, as its `format` says.
bool IsCandidateFile(std::string_view text);

// Reads and checks a report file with its approval file ("" for none): form, wording, states,
// indicators. Its problems are printed to standard error.
struct ReportSource {
  std::string name;
  std::string text;
  std::string approval;
};
StatusOr<ReportFile> LoadReport(const ReportSource& source, const VetData& data);

}  // namespace sekisho
