#include "cli/table.h"

#include <algorithm>

#include "cli/text_width.h"

namespace sekisho {
namespace {

constexpr size_t kGap = 2;  // spaces between columns

}  // namespace

std::vector<size_t> Table::Widths(size_t available) const {
  std::vector<size_t> widths;
  size_t total = columns_.empty() ? 0 : (columns_.size() - 1) * kGap;
  for (size_t i = 0; i < columns_.size(); ++i) {
    size_t width = DisplayWidth(columns_[i].title);
    for (const Row& row : rows_) {
      if (!row.cells.empty()) width = std::max(width, DisplayWidth(row.cells[i]));
    }
    widths.push_back(width);
    total += width;
  }
  for (size_t i = columns_.size(); i-- > 0 && total > available;) {
    const size_t least = columns_[i].shrinks_to;
    if (least == 0 || widths[i] <= least) continue;
    const size_t taken = std::min(total - available, widths[i] - least);
    widths[i] -= taken;
    total -= taken;
  }
  return widths;
}

std::string Table::Render(const Terminal& terminal, size_t indent) const {
  const std::vector<size_t> widths =
      Widths(terminal.columns > indent ? terminal.columns - indent : 0);
  std::string text;
  const auto append_row = [&](const auto& cell_of, const auto& style_of) {
    std::string line(indent, ' ');
    for (size_t i = 0; i < columns_.size(); ++i) {
      if (i > 0) line.append(kGap, ' ');
      const std::string cell = Fit(cell_of(i), widths[i]);
      const bool last = i + 1 == columns_.size();
      const std::string padded = columns_[i].right ? PadLeft(cell, widths[i])
                                 : last            ? cell
                                                   : PadRight(cell, widths[i]);
      line += Paint(terminal, style_of(i), padded);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  };
  const bool titled = std::any_of(columns_.begin(), columns_.end(),
                                  [](const Column& column) { return !column.title.empty(); });
  if (titled) {
    append_row([&](size_t i) { return columns_[i].title; }, [](size_t) { return Style::kDim; });
  }
  for (const Row& row : rows_) {
    if (row.cells.empty()) {
      text += row.line + "\n";
    } else {
      append_row([&](size_t i) { return row.cells[i]; },
                 [&](size_t i) { return columns_[i].style; });
    }
  }
  return text;
}

}  // namespace sekisho
