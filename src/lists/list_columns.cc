#include "lists/list_columns.h"

#include <algorithm>
#include <utility>

#include "core/suggestion.h"
#include "lists/list_lines.h"

namespace sekisho {

ListCount ReadListColumns(const std::string& file, std::string_view text,
                          const std::vector<std::string_view>& names, DiagnosticSink* sink,
                          const std::function<std::string(const ListCells&)>& take) {
  ListCount count;
  ListLines lines(file, text, sink);
  std::string_view line;
  ListCells cells;
  std::vector<size_t> columns;
  size_t head = 0;  // cells of the first line
  while (lines.Next(&line)) {
    std::string problem = SplitCells(line, &cells);
    if (problem.empty() && columns.empty()) {
      for (const std::string_view name : names) {
        const auto found = std::find(cells.begin(), cells.end(), name);
        if (found == cells.end()) {
          lines.Refuse("the first line has no column \"" + std::string(name) + "\"",
                       "name the columns " + Enumerate(names));
          count.refused = lines.refused();
          return count;
        }
        columns.push_back(static_cast<size_t>(found - cells.begin()));
      }
      head = cells.size();
      continue;
    }
    // A comma without quotes has parted a cell, and the columns behind it are shifted.
    if (problem.empty() && cells.size() > head) {
      problem = "the row has " + std::to_string(cells.size()) + " columns, the first line " +
                std::to_string(head);
    }
    ListCells wanted;
    for (const size_t column : columns) {
      wanted.push_back(column < cells.size() ? cells[column] : "");
    }
    if (problem.empty()) problem = take(wanted);
    if (problem.empty()) {
      ++count.entries;
    } else {
      lines.Refuse(std::move(problem), "correct the row");
    }
  }
  lines.Finish();
  count.refused = lines.refused();
  return count;
}

}  // namespace sekisho
