// SPDX-License-Identifier: LGPL-2.1-or-later
// Logging with libvirt's levels, filters and outputs. One static Logger for each source, named by its module:
//   static Logger log{"qemu.monitor"};
//   log.debug("reply to {}: {}", id, text);
// A disabled call costs one load and one comparison; its arguments are evaluated, but not formatted.
#pragma once

#include <fmt/format.h>

#include <atomic>
#include <source_location>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace vireo {

enum class LogLevel { debug = 1, info = 2, warning = 3, error = 4 };

/// A format string and the place it is written at.
template <class... Args>
struct LogFormat {
  template <class Text>
  consteval LogFormat(const Text& t, std::source_location w = std::source_location::current())
      : text(t), where(w) {}
  fmt::format_string<Args...> text;
  std::source_location where;
};

/// Lives for ever: a static object. Usable from any thread, and before main.
class Logger {
 public:
  explicit constexpr Logger(const char* module) noexcept : module_(module) {}
  Logger(const Logger&) = delete;

  bool enabled(LogLevel level) noexcept {
    int threshold = threshold_.load(std::memory_order_relaxed);
    if (threshold == 0) threshold = resolve();
    return static_cast<int>(level) >= threshold;
  }

  template <class... Args>
  void debug(LogFormat<std::type_identity_t<Args>...> format, Args&&... args) {
    write(LogLevel::debug, format, args...);
  }
  template <class... Args>
  void info(LogFormat<std::type_identity_t<Args>...> format, Args&&... args) {
    write(LogLevel::info, format, args...);
  }
  template <class... Args>
  void warning(LogFormat<std::type_identity_t<Args>...> format, Args&&... args) {
    write(LogLevel::warning, format, args...);
  }
  template <class... Args>
  void error(LogFormat<std::type_identity_t<Args>...> format, Args&&... args) {
    write(LogLevel::error, format, args...);
  }

  const char* module() const noexcept { return module_; }

 private:
  friend class LogSystem;
  template <class Format, class... Args>
  void write(LogLevel level, const Format& format, Args&... args) {
    if (enabled(level)) vwrite(level, format.where, format.text, fmt::make_format_args(args...));
  }
  int resolve() noexcept;
  void vwrite(LogLevel level, const std::source_location& where, fmt::string_view text,
              fmt::format_args args) noexcept;

  const char* module_;
  Logger* next_ = nullptr;          ///< list of resolved loggers, guarded by the log system
  std::atomic<int> threshold_ = 0;  ///< lowest level that is written; 0: not looked up yet
};

struct LogFilter {
  LogLevel level;
  std::string match;  ///< part of a module's name, may hold * and ?
  bool operator==(const LogFilter&) const = default;
};

struct LogOutput {
  enum class Kind { standard_error, syslog, file, journald };
  LogLevel level;
  Kind kind;
  std::string target;  ///< syslog: the name to log as; file: absolute path
  bool operator==(const LogOutput&) const = default;
};

struct LogConfig {
  LogLevel level = LogLevel::warning;  ///< where no filter matches
  std::vector<LogFilter> filters;      ///< the first that matches counts
  std::vector<LogOutput> outputs;      ///< none: everything to standard error
};

// The incumbent's notations, blank-separated: "1:qemu 3:event" ("+" before the name accepted), and
// "1:stderr 3:syslog:libvirtd 2:file:/var/log/x.log 4:journald". All throw VIR_ERR_INVALID_ARG naming the
// item.
LogLevel parse_log_level(std::string_view text);  ///< "1" … "4" or debug, info, warning, error
std::vector<LogFilter> parse_log_filters(std::string_view text);
std::vector<LogOutput> parse_log_outputs(std::string_view text);
std::string to_string(const std::vector<LogFilter>& filters);
std::string to_string(const std::vector<LogOutput>& outputs);

/// `base` with LIBVIRT_DEBUG, LIBVIRT_LOG_FILTERS and LIBVIRT_LOG_OUTPUTS laid over it. Broken variables are
/// ignored. A set-uid program has no such variables.
LogConfig log_config_from_environment(LogConfig base = {});

/// Replaces the configuration of the process, at any time. Throws VIR_ERR_SYSTEM_ERROR when a file cannot be
/// opened, and the old configuration stays. Until the first call it is log_config_from_environment().
void configure_logging(LogConfig config);
/// The configuration now in force.
LogConfig current_log_config();

}  // namespace vireo
