#include "cli/measure_loading.h"

#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "cli/data_folder.h"
#include "core/suggestion.h"

namespace sekisho {

StatusOr<MeasureLoad> LoadShippedMeasures() {
  StatusOr<std::string> folder = DataFolder();
  if (!folder.ok()) return folder.status();
  return LoadMeasures(*folder);
}

StatusOr<MeasureCatalogue> LoadSoundMeasures() {
  StatusOr<MeasureLoad> load = LoadShippedMeasures();
  if (!load.ok()) return load.status();
  if (load->has_errors()) {
    return InvalidInput(
        "the files of measures/ or references/ have errors; `sekisho measures check` shows them");
  }
  return std::move(load->catalogue);
}

StatusOr<size_t> FindMeasure(const MeasureCatalogue& catalogue, std::string_view code) {
  std::vector<std::string_view> codes;
  const std::string wanted = absl::AsciiStrToUpper(ToAbsl(code));
  for (size_t i = 0; i < catalogue.measures.size(); ++i) {
    if (catalogue.measures[i].id == wanted) return i;
    codes.push_back(catalogue.measures[i].id);
  }
  std::string text = "there is no measure " + std::string(code);
  if (const std::string hint = DidYouMean(wanted, codes); !hint.empty()) text += "; " + hint;
  return absl::NotFoundError(ToAbsl(text + "; `sekisho measures list` shows all"));
}

}  // namespace sekisho
