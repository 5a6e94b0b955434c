// SPDX-License-Identifier: LGPL-2.1-or-later
// A table of the kind scripts parse: columns as wide as their widest cell, three blanks between them,
// one blank before the first, nothing after the last.
#pragma once

#include <string>
#include <vector>

#include "virsh/text.hpp"

namespace vireo::virsh {

class Table {
 public:
  explicit Table(std::vector<std::string> header) { add(std::move(header)); }
  /// `row` has as many cells as the header.
  void add(std::vector<std::string> row);
  /// Without header the columns are only as wide as the rows need.
  std::string render(bool with_header) const;

 private:
  std::vector<std::vector<Cell>> rows_;  // the header first
};

}  // namespace vireo::virsh
