// SPDX-License-Identifier: LGPL-2.1-or-later
// Words to commands: finds the command, assigns options and positional arguments, checks that the required
// ones are there. Throws Failure with the text to show. Knows nothing of connections.
#pragma once

#include <string_view>
#include <vector>

#include "virsh/arguments.hpp"
#include "virsh/lexer.hpp"

namespace vireo::virsh {

/// `words` is one command. "CMD --help" becomes "help CMD".
Arguments parse_command(const Words& words);
/// The incomplete command a completer works on: never fails, keeps what can be understood.
Arguments parse_partly(const Command& command, const Words& words);
/// A whole line with ';', quotes and comments; nothing runs unless all of it parses.
std::vector<Arguments> parse_line(std::string_view line);

}  // namespace vireo::virsh
