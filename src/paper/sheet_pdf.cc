#include "paper/sheet_pdf.h"

#include <algorithm>

#include "absl/strings/substitute.h"
#include "core/time.h"
#include "core/visible_text.h"
#include "paper/pdf_canvas.h"

namespace sekisho {
namespace {

constexpr double kBody = 9.5;  // points
constexpr double kSmall = 8.5;
constexpr double kGap = 5;
constexpr double kCellGap = 8;  // between columns
constexpr double kFieldShare = 0.28;
constexpr double kIndent = 12;

// Lines of a text are kept; what cannot be seen is shown by its number.
std::string Shown(std::string_view text) {
  std::string shown;
  size_t at = 0;
  while (at <= text.size()) {
    const size_t end = std::min(text.find('\n', at), text.size());
    shown += VisibleText(text.substr(at, end - at));
    if (end < text.size()) shown += '\n';
    at = end + 1;
  }
  return shown;
}

class Printer {
 public:
  Printer(const Sheet& sheet, PdfCanvas* canvas) : sheet_(sheet), canvas_(*canvas) {}

  void Print() {
    canvas_.Paragraph(Shown(sheet_.title), {16, true}, 0);
    canvas_.Space(kGap);
    for (const SheetBlock& block : sheet_.blocks) Block(block);
  }

 private:
  void Block(const SheetBlock& block) {
    switch (block.kind) {
      case SheetBlock::Kind::kHeading:
        canvas_.Space(kGap * 2);
        canvas_.Heading(Shown(block.text), {12, true});
        break;
      case SheetBlock::Kind::kParagraph:
        canvas_.Paragraph(Shown(block.text), {kBody, false}, 0);
        break;
      case SheetBlock::Kind::kNotice:
        canvas_.Notice(Shown(block.text), {kBody, true});
        break;
      case SheetBlock::Kind::kItems:
        for (const auto& row : block.rows) canvas_.Item(Shown(row[0]), {kBody, false}, kIndent);
        break;
      case SheetBlock::Kind::kFields:
        Fields(block);
        break;
      case SheetBlock::Kind::kTable:
        Table(block);
        break;
    }
    canvas_.Space(kGap);
  }

  void Fields(const SheetBlock& block) {
    const double first = canvas_.width() * kFieldShare;
    for (const auto& row : block.rows) {
      canvas_.Row({{Shown(row[0]), 0, first - kCellGap, {kSmall, false, true}},
                   {Shown(row[1]), first, canvas_.width() - first, {kBody, false}}},
                  false);
    }
  }

  void Table(const SheetBlock& block) {
    int shares = 0;
    for (const int share : block.widths) shares += share;
    const auto cells = [&](const std::vector<std::string>& row, bool bold) {
      std::vector<PdfCanvas::Cell> cells;
      double left = 0;
      for (size_t i = 0; i < row.size(); ++i) {
        const double width = canvas_.width() * block.widths[i] / shares;
        cells.push_back({Shown(row[i]), left, width - kCellGap, {kSmall, bold}});
        left += width;
      }
      return cells;
    };
    canvas_.RepeatOnNewPages(cells(block.columns, true));
    for (const auto& row : block.rows) canvas_.Row(cells(row, false), true);
    canvas_.RepeatOnNewPages({});
  }

  const Sheet& sheet_;
  PdfCanvas& canvas_;
};

// The number of pages is known after a first run, which nobody keeps.
StatusOr<std::string> Run(const Sheet& sheet, int pages, int* printed) {
  PdfCanvas canvas({sheet.language, Shown(sheet.title), FormatTime(sheet.made_ms),
                    Shown(sheet.mark), Shown(sheet.footer), sheet.page, pages});
  Printer(sheet, &canvas).Print();
  *printed = canvas.pages();
  return canvas.Finish();
}

}  // namespace

StatusOr<std::string> SheetPdf(const Sheet& sheet) {
  int pages = 0;
  const StatusOr<std::string> first = Run(sheet, 0, &pages);
  if (!first.ok()) return first.status();
  return Run(sheet, pages, &pages);
}

}  // namespace sekisho
