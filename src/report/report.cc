#include "report/report.h"

#include "report/html_page.h"
#include "report/page_texts.h"
#include "report/report_data.h"

namespace sekisho {

std::string HtmlReport(const ReportView& view) {
  constexpr Phrase kTitle{"Sekisho report", "Sekisho レポート", "Sekisho 보고서"};
  const std::string data = ReportData(view);
  return RenderPage({kTitle.In(view.language), view.language, ReportStyle(), ReportScript(), data});
}

}  // namespace sekisho
