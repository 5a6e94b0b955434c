// SPDX-License-Identifier: LGPL-2.1-or-later
// Helper programs: run to their end with a deadline and a limit on what they may say.
#pragma once

#include <cstddef>
#include <string>

#include "base/process.hpp"

namespace vireo {

struct CommandOptions {
  Deadline deadline;                    ///< then the whole session of the helper is killed
  std::size_t output_limit = 1u << 20;  ///< bytes of each stream; more is an error
  std::string input = {};               ///< for its standard input
};

struct CommandOutput {
  ExitStatus status;
  std::string out;
  std::string error;
  /// Throws VIR_ERR_INTERNAL_ERROR with the program's name, how it ended and its last words, unless it
  /// succeeded.
  void require_success(const std::string& program) const;
};

/// Descriptors 0, 1 and 2 of `spec` are the function's own. Throws VIR_ERR_OPERATION_TIMEOUT,
/// VIR_ERR_OVERFLOW (too much output), or what spawning throws; a helper cut short is killed and reaped
/// first. Only what was said until the program itself ended is awaited: a process it left behind does not
/// hold up the caller.
Task<CommandOutput> run_command(Loop& loop, ProcessSpec spec, CommandOptions options);

}  // namespace vireo
