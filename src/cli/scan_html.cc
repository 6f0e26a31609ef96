#include "cli/scan_html.h"

#include "cli/measure_loading.h"
#include "cli/words.h"
#include "report/report.h"

namespace sekisho {

std::string ScanHtml(const LoadResult& loaded, const ScanReport& report,
                     const ScanAssessments& assessments, const std::vector<std::string>& paths,
                     Language language) {
  const StatusOr<MeasureCatalogue> catalogue = LoadSoundMeasures();
  return HtmlReport({loaded,
                     report,
                     assessments,
                     paths,
                     catalogue.ok() ? &*catalogue : nullptr,
                     {EvidenceClassWord, GradeWord, StatusWord, LinkKindWord, LevelWord},
                     language});
}

}  // namespace sekisho
