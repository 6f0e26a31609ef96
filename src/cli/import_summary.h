// What an import did, for people.
#pragma once

#include <string>
#include <vector>

#include "cli/terminal.h"
#include "core/language.h"
#include "service/import.h"

namespace sekisho {

struct ImportView {
  const ImportReport& report;
  const std::vector<RejectedRecord>& first_rejects;
  bool rejects_kept = false;
  Terminal terminal;
  Language language = Language::kEnglish;
};

std::string ImportSummary(const ImportView& view);

}  // namespace sekisho
