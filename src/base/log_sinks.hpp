// SPDX-License-Identifier: LGPL-2.1-or-later
// Where log lines go. A sink is shared by all threads and writes each message in one piece.
#pragma once

#include <memory>
#include <string_view>

#include "base/logging.hpp"

namespace vireo {

struct LogMessage {
  LogLevel level;
  std::string_view module;
  std::string_view function;
  unsigned line;  ///< of the source
  std::string_view text;
  std::string_view full;  ///< time, thread, level, place and text, with its newline
};

class LogSink {
 public:
  virtual ~LogSink() = default;
  virtual void write(const LogMessage& message) noexcept = 0;
};

/// Throws VIR_ERR_SYSTEM_ERROR when the target cannot be opened.
std::shared_ptr<LogSink> make_log_sink(const LogOutput& output);

}  // namespace vireo
