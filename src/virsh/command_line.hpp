// SPDX-License-Identifier: LGPL-2.1-or-later
// The program's own arguments and environment.
#pragma once

#include <optional>

#include "virsh/shell.hpp"

namespace vireo::virsh {

struct CommandLine {
  Settings settings;
  Words words;         ///< what is to be run; empty: the prompt
  std::string notice;  ///< to be printed instead of running anything
  bool print_only = false;
  std::vector<std::string> warnings;
};

/// Throws Failure for wrong arguments.
CommandLine read_command_line(int argc, char** argv);

}  // namespace vireo::virsh
