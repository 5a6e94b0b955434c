// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/log_sinks.hpp"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <syslog.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <string>

#include "base/error.hpp"
#include "base/unique_fd.hpp"

namespace vireo {
namespace {

int syslog_priority(LogLevel level) {
  switch (level) {
    case LogLevel::debug:
      return LOG_DEBUG;
    case LogLevel::info:
      return LOG_INFO;
    case LogLevel::warning:
      return LOG_WARNING;
    default:
      return LOG_ERR;
  }
}

/// A file opened for appending, or standard error: one write call for each line keeps lines whole.
class FdSink : public LogSink {
 public:
  explicit FdSink(UniqueFd fd) : owned_(std::move(fd)), fd_(owned_.get()) {}
  explicit FdSink(int borrowed) : fd_(borrowed) {}
  void write(const LogMessage& message) noexcept override {
    auto rest = message.full;
    while (!rest.empty()) {
      auto n = ::write(fd_, rest.data(), rest.size());
      if (n < 0 && errno == EINTR) continue;
      if (n < 0) return;
      rest.remove_prefix(static_cast<std::size_t>(n));
    }
  }

 private:
  UniqueFd owned_;
  int fd_;
};

class SyslogSink : public LogSink {
 public:
  /// syslog keeps the pointer to the name, so the name lives as long as this.
  explicit SyslogSink(std::string name) : name_(std::move(name)) {
    ::openlog(name_.c_str(), LOG_PID | LOG_CONS, LOG_DAEMON);
  }
  ~SyslogSink() override { ::closelog(); }
  void write(const LogMessage& message) noexcept override {
    ::syslog(syslog_priority(message.level), "%.*s", static_cast<int>(message.text.size()),
             message.text.data());
  }

 private:
  std::string name_;
};

/// The journal's native protocol: one datagram of NAME=value lines.
class JournalSink : public LogSink {
 public:
  JournalSink() : fd_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
    if (!fd_) throw system_error(errno, VIR_FROM_NONE, "cannot make a socket for the journal");
  }
  void write(const LogMessage& message) noexcept override try {
    std::string packet =
        fmt::format("PRIORITY={}\nLIBVIRT_SOURCE={}\nCODE_FUNC={}\nCODE_LINE={}\n",
                    syslog_priority(message.level), message.module, message.function, message.line);
    // The form with a length: the text may have newlines of its own.
    std::uint64_t size = message.text.size();
    packet += "MESSAGE\n";
    for (int i = 0; i < 8; ++i) packet += static_cast<char>(size >> (8 * i) & 0xff);
    packet.append(message.text).append("\n");
    sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = "/run/systemd/journal/socket"};
    ::sendto(fd_.get(), packet.data(), packet.size(), MSG_NOSIGNAL | MSG_DONTWAIT,
             reinterpret_cast<sockaddr*>(&address), sizeof address);
  } catch (...) {
    // Out of memory: this line is lost.
  }

 private:
  UniqueFd fd_;
};

}  // namespace

std::shared_ptr<LogSink> make_log_sink(const LogOutput& output) {
  switch (output.kind) {
    case LogOutput::Kind::file:
      return std::make_shared<FdSink>(
          open_file(output.target, O_WRONLY | O_CREAT | O_APPEND | O_NOCTTY, 0600));
    case LogOutput::Kind::syslog:
      return std::make_shared<SyslogSink>(output.target);
    case LogOutput::Kind::journald:
      return std::make_shared<JournalSink>();
    default:
      return std::make_shared<FdSink>(STDERR_FILENO);
  }
}

}  // namespace vireo
