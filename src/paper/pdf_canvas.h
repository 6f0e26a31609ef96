// Pages of a PDF, filled from top to bottom. Used inside of this layer.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/language.h"
#include "core/status.h"

namespace sekisho {

// Lengths are points (1/72 inch). Text is UTF-8 that can be shown. A row that does not fit goes to
// the next page, one that fits on no page is broken between lines. Not thread-safe.
class PdfCanvas {
 public:
  struct Setup {
    Language language;
    std::string title;
    std::string made;    // RFC 3339, UTC
    std::string mark;    // above every page
    std::string footer;  // below every page
    std::string page;    // "$0 of $1"
    int pages;           // how many there will be
  };
  struct Face {
    double size;
    bool bold = false;
    bool soft = false;
  };
  struct Cell {
    std::string text;
    double left;
    double width;
    Face face;
  };

  explicit PdfCanvas(Setup setup);
  PdfCanvas(const PdfCanvas&) = delete;
  PdfCanvas& operator=(const PdfCanvas&) = delete;
  ~PdfCanvas();

  // Of the room for text.
  double width() const;
  int pages() const;

  void Space(double points);
  void Paragraph(const std::string& text, Face face, double left);
  void Item(const std::string& text, Face face, double left);
  // With a line below; waits for what follows, to be on one page with it.
  void Heading(const std::string& text, Face face);
  // With a bar at its side.
  void Notice(const std::string& text, Face face);
  // `ruled`: with a line below.
  void Row(const std::vector<Cell>& cells, bool ruled);
  // The titles of a table: printed before its first row, and again at the top of each new page,
  // until this is called with no cells.
  void RepeatOnNewPages(std::vector<Cell> cells);

  // The file. Call once, at the end.
  StatusOr<std::string> Finish();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace sekisho
