// Columns of text that line up, also where characters are two columns wide.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/terminal.h"

namespace sekisho {

class Table {
 public:
  struct Column {
    std::string title;
    bool right = false;  // numbers
    Style style = Style::kPlain;
    size_t shrinks_to = 0;  // may be cut to this width with "…" when space is short; 0: never
  };

  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

  // One cell for each column; printable text.
  void AddRow(std::vector<std::string> cells) { rows_.push_back({std::move(cells), ""}); }
  // A line between the rows that belongs to no column. Not cut; may be painted.
  void AddLine(std::string line) { rows_.push_back({{}, std::move(line)}); }
  bool empty() const { return rows_.empty(); }

  // The titles (unless all are empty) and the rows, each with `indent` spaces before it, on a
  // terminal of terminal.columns. Space is taken from the last shrinking columns first.
  std::string Render(const Terminal& terminal, size_t indent) const;

 private:
  struct Row {
    std::vector<std::string> cells;  // empty: a line
    std::string line;
  };
  std::vector<size_t> Widths(size_t available) const;

  std::vector<Column> columns_;
  std::vector<Row> rows_;
};

}  // namespace sekisho
