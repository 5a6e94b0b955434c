// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/logging.hpp"

#include <fnmatch.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <mutex>

#include "base/error.hpp"
#include "base/log_sinks.hpp"

namespace vireo {
namespace {

struct Sink {
  LogLevel level;
  std::shared_ptr<LogSink> sink;
};

std::vector<Sink> open_sinks(const LogConfig& config) {
  std::vector<Sink> sinks;
  for (const auto& output : config.outputs) sinks.push_back({output.level, make_log_sink(output)});
  if (sinks.empty())
    sinks.push_back({LogLevel::debug, make_log_sink({LogLevel::debug, LogOutput::Kind::standard_error, ""})});
  return sinks;
}

/// "qemu_start" of "vireo::Task<void> vireo::qemu_start(vireo::Domain)".
std::string_view short_name(std::string_view function) {
  function =
      function.substr(0, function.find_first_of("(<[", function.find_last_of(' ', function.find('(')) + 1));
  auto at = function.find_last_of(": ");
  return at == function.npos ? function : function.substr(at + 1);
}

/// Escape sequences of a guest's or a client's making must not reach an administrator's terminal.
void append_printable(std::string& line, std::string_view text) {
  for (char c : text) line += (c >= ' ' || c < 0 || c == '\n' || c == '\t') && c != 127 ? c : '?';
}

std::string full_line(LogLevel level, std::string_view function, unsigned line, std::string_view text) {
  static constexpr const char* names[] = {"", "debug", "info", "warning", "error"};
  timespec now;
  tm utc;
  ::clock_gettime(CLOCK_REALTIME, &now);
  ::gmtime_r(&now.tv_sec, &utc);
  auto result =
      fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02}.{:03}+0000: {}: {} : {}:{} : ", utc.tm_year + 1900,
                  utc.tm_mon + 1, utc.tm_mday, utc.tm_hour, utc.tm_min, utc.tm_sec, now.tv_nsec / 1'000'000,
                  ::syscall(SYS_gettid), names[static_cast<int>(level)], function, line);
  append_printable(result, text);
  result += '\n';
  return result;
}

}  // namespace

/// The process's configuration, and every logger that was used so far.
class LogSystem {
 public:
  /// Never destroyed: static objects log in their destructors too.
  static LogSystem& instance() {
    static auto* system = new LogSystem;
    return *system;
  }

  int resolve(Logger& logger) {
    std::lock_guard lock(mutex_);
    if (logger.threshold_.load() == 0) {
      logger.next_ = loggers_;
      loggers_ = &logger;
      logger.threshold_ = threshold(logger);
    }
    return logger.threshold_;
  }

  void configure(LogConfig config) {
    auto sinks = std::make_shared<const std::vector<Sink>>(open_sinks(config));
    std::lock_guard lock(mutex_);
    config_ = std::move(config);
    sinks_ = std::move(sinks);
    for (auto* logger = loggers_; logger; logger = logger->next_) logger->threshold_ = threshold(*logger);
  }

  LogConfig config() {
    std::lock_guard lock(mutex_);
    return config_;
  }

  void write(const LogMessage& message) {
    std::shared_ptr<const std::vector<Sink>> sinks;
    {
      std::lock_guard lock(mutex_);
      sinks = sinks_;
    }
    for (const auto& sink : *sinks)
      if (message.level >= sink.level) sink.sink->write(message);
  }

 private:
  LogSystem() {
    auto config = log_config_from_environment();
    try {
      sinks_ = std::make_shared<const std::vector<Sink>>(open_sinks(config));
    } catch (const Error&) {
      // An output named by the environment cannot be had: then the default one.
      config.outputs.clear();
      sinks_ = std::make_shared<const std::vector<Sink>>(open_sinks(config));
    }
    config_ = std::move(config);
  }

  int threshold(const Logger& logger) const {
    for (const auto& filter : config_.filters)
      if (::fnmatch(("*" + filter.match + "*").c_str(), logger.module_, 0) == 0)
        return static_cast<int>(filter.level);
    return static_cast<int>(config_.level);
  }

  std::mutex mutex_;
  LogConfig config_;
  std::shared_ptr<const std::vector<Sink>> sinks_;
  Logger* loggers_ = nullptr;
};

int Logger::resolve() noexcept try { return LogSystem::instance().resolve(*this); } catch (...) {
  return static_cast<int>(LogLevel::error);
}

void Logger::vwrite(LogLevel level, const std::source_location& where, fmt::string_view text,
                    fmt::format_args args) noexcept {
  // Logging must not disturb what it reports on.
  int saved_errno = errno;
  try {
    auto message = fmt::vformat(text, args);
    auto function = short_name(where.function_name());
    auto full = full_line(level, function, where.line(), message);
    LogSystem::instance().write({level, module_, function, where.line(), message, full});
  } catch (...) {
    // Nothing is left to tell it to.
  }
  errno = saved_errno;
}

void configure_logging(LogConfig config) { LogSystem::instance().configure(std::move(config)); }
LogConfig current_log_config() { return LogSystem::instance().config(); }

}  // namespace vireo
