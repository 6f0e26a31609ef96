// An account of event files as the beginning of a report.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/vet_loading.h"
#include "core/status.h"
#include "dossier/report_file.h"

namespace sekisho {

class ListSet;

struct ReportCaseInput {
  const VetData& data;  // with all rules
  std::vector<std::string> events;
  std::string account;
  std::shared_ptr<const ListSet> lists;  // null: none
  std::optional<int64_t> as_of;          // none: the last event
};

// Scans the files and takes what they tell about the account: findings with their evidence, traces,
// payments, names. A warning and the report say what was left out because there is too much.
// NotFound when no event is about the account.
StatusOr<ReportFile> ReportCase(const ReportCaseInput& input);

}  // namespace sekisho
