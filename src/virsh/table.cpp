// SPDX-License-Identifier: LGPL-2.1-or-later
#include "virsh/table.hpp"

#include <algorithm>

namespace vireo::virsh {

void Table::add(std::vector<std::string> row) {
  std::vector<Cell> cells;
  for (const std::string& text : row) cells.push_back(measure(text));
  rows_.push_back(std::move(cells));
}

std::string Table::render(bool with_header) const {
  constexpr size_t gap = 3;
  std::vector<size_t> widths(rows_.front().size());
  for (size_t r = with_header ? 0 : 1; r < rows_.size(); ++r) {
    for (size_t c = 0; c < widths.size(); ++c) widths[c] = std::max(widths[c], rows_[r][c].width);
  }
  std::string out;
  for (size_t r = with_header ? 0 : 1; r < rows_.size(); ++r) {
    for (size_t c = 0; c < widths.size(); ++c) {
      const Cell& cell = rows_[r][c];
      out += c == 0 ? " " : "";
      out += cell.text;
      if (c + 1 < widths.size()) out.append(widths[c] - cell.width + gap, ' ');
    }
    out += '\n';
    if (r > 0) continue;
    size_t total = 0;
    for (size_t width : widths) total += width + gap;
    out.append(total, '-');
    out += '\n';
  }
  return out;
}

}  // namespace vireo::virsh
