// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/process.hpp"

#include <poll.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/asio/this_coro.hpp>
#include <cerrno>
#include <charconv>
#include <cstring>

#include "base/async_fd.hpp"
#include "base/error.hpp"
#include "base/files.hpp"
#include "base/loop.hpp"

#ifndef P_PIDFD
#define P_PIDFD 3
#endif

namespace vireo {

std::string ExitStatus::to_string() const {
  switch (kind) {
    case Kind::exited:
      return fmt::format("exit status {}", value);
    case Kind::signaled:
      return fmt::format("signal {} ({})", value, ::strsignal(value));
    case Kind::unknown:
      break;
  }
  return "unknown exit status";
}

std::optional<std::uint64_t> process_start_time(pid_t pid) {
  std::string text;
  try {
    text = read_file(fmt::format("/proc/{}/stat", pid), 65536);
  } catch (const Error&) {
    return std::nullopt;
  }
  // The 22nd field; the second, the name in brackets, may hold anything, brackets and spaces too.
  auto at = text.rfind(')');
  for (int field = 2; field < 22 && at != std::string::npos; ++field) at = text.find(' ', at + 1);
  if (at == std::string::npos) return std::nullopt;
  std::uint64_t ticks = 0;
  auto [end, ec] = std::from_chars(text.data() + at + 1, text.data() + text.size(), ticks);
  if (ec != std::errc()) return std::nullopt;
  return ticks;
}

std::optional<Process> Process::adopt(pid_t pid, std::uint64_t start_time) {
  if (pid <= 0) return std::nullopt;
  UniqueFd pidfd(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
  if (!pidfd && errno == ESRCH) return std::nullopt;
  if (!pidfd) throw system_error(errno, VIR_FROM_NONE, fmt::format("cannot watch process {}", pid));
  // In this order: while we hold the pidfd of a live process, its pid cannot be given to another.
  if (process_start_time(pid) != start_time) return std::nullopt;
  Process process(pid, std::move(pidfd));
  process.start_time_ = start_time;
  if (!process.alive()) return std::nullopt;
  return process;
}

bool Process::alive() const {
  if (!pidfd_ || status_) return false;
  pollfd poll{.fd = pidfd_.get(), .events = POLLIN, .revents = 0};
  return ::poll(&poll, 1, 0) == 0;
}

bool Process::kill(int signal) const {
  if (!pidfd_ || status_) return false;
  if (::syscall(SYS_pidfd_send_signal, pidfd_.get(), signal, nullptr, 0) == 0) return true;
  if (errno == ESRCH) return false;
  throw system_error(errno, VIR_FROM_NONE, fmt::format("cannot send signal {} to process {}", signal, pid_));
}

namespace {

/// Takes the exit status of an ended process. Not our child, or reaped by somebody else: unknown.
ExitStatus reap(int pidfd) {
  siginfo_t info = {};
  int result;
  do {
    result = ::waitid(static_cast<idtype_t>(P_PIDFD), static_cast<id_t>(pidfd), &info, WEXITED | WNOHANG);
  } while (result < 0 && errno == EINTR);
  if (result < 0 || info.si_pid == 0) return {};
  if (info.si_code == CLD_EXITED) return {ExitStatus::Kind::exited, info.si_status};
  return {ExitStatus::Kind::signaled, info.si_status};
}

}  // namespace

Task<ExitStatus> Process::exited(Deadline deadline) {
  if (!status_) {
    auto executor = co_await boost::asio::this_coro::executor;
    AsyncFd watch(executor, duplicate(pidfd_.get()));
    co_await with_deadline(watch.readable(), deadline, fmt::format("end of process {}", pid_));
    status_ = reap(pidfd_.get());
  }
  co_return *status_;
}

std::optional<fs::path> find_program(const fs::path& name) {
  if (name.empty()) return std::nullopt;
  if (name.native().find('/') != std::string::npos)
    return ::access(name.c_str(), X_OK) == 0 ? std::optional(name) : std::nullopt;
  const char* value = ::getenv("PATH");
  std::string_view folders = value ? value : "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
  while (!folders.empty()) {
    auto folder = folders.substr(0, folders.find(':'));
    folders.remove_prefix(std::min(folders.size(), folder.size() + 1));
    auto path = fs::path(folder) / name;
    std::error_code ignored;
    if (folder.starts_with('/') && fs::is_regular_file(path, ignored) && ::access(path.c_str(), X_OK) == 0)
      return path;
  }
  return std::nullopt;
}

namespace {

/// A process that nobody has taken over, since the deadline came first, is ended.
struct Unclaimed {
  explicit Unclaimed(Process p) : process(std::move(p)) {}
  Unclaimed(Unclaimed&&) = default;
  ~Unclaimed() {
    if (!process) return;
    ::syscall(SYS_pidfd_send_signal, process.pidfd(), SIGKILL, nullptr, 0);
    siginfo_t ignored;
    ::waitid(static_cast<idtype_t>(P_PIDFD), static_cast<id_t>(process.pidfd()), &ignored, WEXITED);
  }
  Process process;
};

/// The spec with descriptors of its own: the worker may still be at it when the caller's are closed.
struct OwnedSpec {
  explicit OwnedSpec(ProcessSpec s) : spec(std::move(s)) {
    for (auto& [child, ours] : spec.fds) ours = fds.emplace_back(duplicate(ours)).get();
  }
  ProcessSpec spec;
  std::vector<UniqueFd> fds;
};

}  // namespace

Task<Process> spawn_process(Loop& loop, ProcessSpec spec, Deadline deadline) {
  auto what = fmt::format("start of '{}'", spec.program.native());
  auto owned = std::make_shared<OwnedSpec>(std::move(spec));
  auto work = [owned] { return Unclaimed(Process::spawn(owned->spec)); };
  auto unclaimed = co_await loop.blocking(std::move(work), deadline, std::move(what));
  co_return std::move(unclaimed.process);
}

}  // namespace vireo
