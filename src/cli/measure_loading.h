// Measures as the commands ask for them.
#pragma once

#include <string_view>

#include "core/status.h"
#include "service/measure_doc.h"

namespace sekisho {

// The measures that come with the program; errors in the files are in the result.
StatusOr<MeasureLoad> LoadShippedMeasures();

// The same for commands that need them without errors.
StatusOr<MeasureCatalogue> LoadSoundMeasures();

// Index of the measure with that code (in any case), or a NotFound that suggests one.
StatusOr<size_t> FindMeasure(const MeasureCatalogue& catalogue, std::string_view code);

}  // namespace sekisho
