// A document for people, before it is a page: blocks of text in one language. The same sheet
// becomes HTML (sheet_html.h) and PDF (sheet_pdf.h).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/language.h"

namespace sekisho {

// Texts may hold anything: both forms show invisible characters by their numbers.
struct SheetBlock {
  enum class Kind : uint8_t {
    kHeading,
    kParagraph,
    kNotice,  // what nobody may overlook
    kItems,   // a list; each row is one cell
    kFields,  // name and value side by side; each row is two cells
    kTable,
  };

  Kind kind = Kind::kParagraph;
  std::string text = {};                            // of the first three
  std::vector<std::string> columns = {};            // of a table: its titles
  std::vector<int> widths = {};                     // of a table: the shares of the columns
  std::vector<std::vector<std::string>> rows = {};  // every row as long as `columns`
};

struct Sheet {
  Language language = Language::kEnglish;
  std::string title;
  std::string mark;     // above every page: "Draft"; empty for none
  std::string footer;   // below every page: what the sheet is about
  std::string page;     // "$0 of $1"
  int64_t made_ms = 0;  // the time that the file says it was made at; nothing reads a clock
  std::vector<SheetBlock> blocks;

  void Heading(std::string text) { Add({SheetBlock::Kind::kHeading, std::move(text)}); }
  void Paragraph(std::string text) { Add({SheetBlock::Kind::kParagraph, std::move(text)}); }
  void Notice(std::string text) { Add({SheetBlock::Kind::kNotice, std::move(text)}); }
  void Add(SheetBlock block) { blocks.push_back(std::move(block)); }
};

}  // namespace sekisho
