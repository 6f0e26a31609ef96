// What a scan found, as a page for a browser.
#pragma once

#include <string>
#include <vector>

#include "core/language.h"
#include "service/assessing.h"
#include "service/case_runner.h"
#include "service/scan.h"

namespace sekisho {

// The report of docs/report.md. Titles of documents and measures come from the data folder; without
// it their codes stand alone.
std::string ScanHtml(const LoadResult& loaded, const ScanReport& report,
                     const ScanAssessments& assessments, const std::vector<std::string>& paths,
                     Language language);

}  // namespace sekisho
