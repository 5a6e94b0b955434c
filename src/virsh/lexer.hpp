// SPDX-License-Identifier: LGPL-2.1-or-later
// Cuts a command line into words: blanks separate, quotes and backslashes protect, ';' and newline end
// a command, '#' at the start of a word begins a comment. Throws Failure for an unfinished line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vireo::virsh {

using Words = std::vector<std::string>;

/// One entry for each command of the line; commands without words are dropped.
std::vector<Words> split_line(std::string_view line);

}  // namespace vireo::virsh
