// A report with every block filled in, for tests. All of it is made up.
#pragma once

#include <string>
#include <vector>

#include "dossier/report_file.h"
#include "measures/measure.h"
#include "rules/indicator.h"

namespace sekisho {

// Values of the sample that lead to a person.
const std::vector<std::string>& PersonalValues();

// The text of the sample with these states after its draft.
std::string SampleText(const std::vector<std::string>& states);

// The same, read; fails the test when it has problems.
ReportFile Sample(const std::vector<std::string>& states);

// References that come with the program.
const MeasureCatalogue& References();

std::vector<Indicator> SampleIndicators();

}  // namespace sekisho
