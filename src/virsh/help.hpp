// SPDX-License-Identifier: LGPL-2.1-or-later
// Texts made from the command rows: lists, one command's help, the program's usage, the manual page.
#pragma once

#include <string>

#include "virsh/option.hpp"

namespace vireo::virsh {

std::string synopsis(const Command& command);
std::string command_help(const Command& command);
std::string group_help(const Group& group);
std::string all_groups_help();
/// What --help prints.
std::string usage();
/// The manual page in roff.
std::string manual_page();
/// Versions; `verbose` adds what this program can do.
std::string version_text(bool verbose);

}  // namespace vireo::virsh
