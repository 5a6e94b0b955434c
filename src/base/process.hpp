// SPDX-License-Identifier: LGPL-2.1-or-later
// Other programs: started with exactly the descriptors named, known by pidfd and start time (a pid alone may
// belong to somebody else tomorrow), awaited on the loop. A Process does not end with its object.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/task.hpp"
#include "base/unique_fd.hpp"
#include "base/wait_queue.hpp"

namespace vireo {

class Loop;

/// Who a child becomes; needs root unless it is the caller already.
struct Credentials {
  uid_t uid = 0;
  gid_t gid = 0;
  std::vector<gid_t> groups;  ///< supplementary groups, instead of the caller's
};

struct ProcessSpec {
  std::filesystem::path program;                        ///< looked for in PATH when it has no slash
  std::vector<std::string> argv;                        ///< with argv[0]; empty: just the program
  std::optional<std::vector<std::string>> environment;  ///< "NAME=value"; none: the caller's
  std::filesystem::path directory = "/";
  /// Child's descriptor → ours, which stays open here. The child has these and no others, except that 0, 1
  /// and 2 are /dev/null when not named.
  std::map<int, int> fds;
  std::optional<Credentials> credentials;
  std::optional<mode_t> umask;
  bool new_session = true;  ///< setsid: no terminal's or group's signal reaches it
};

/// How a process ended; unknown when somebody else was its parent.
struct ExitStatus {
  enum class Kind { exited, signaled, unknown };
  Kind kind = Kind::unknown;
  int value = 0;  ///< exit status or signal number
  bool success() const noexcept { return kind == Kind::exited && value == 0; }
  /// "exit status 1", "signal 9 (Killed)", "unknown exit status"
  std::string to_string() const;
  bool operator==(const ExitStatus&) const = default;
};

class Process {
 public:
  Process() = default;

  /// Starts a program and returns when it has been executed. Throws VIR_ERR_SYSTEM_ERROR naming the step and
  /// the path that failed, with errno. Costs the caller's memory nothing (no copy), and blocks for as long as
  /// the kernel needs to load the program: see spawn_process for the loop.
  static Process spawn(const ProcessSpec& spec);

  /// A running process known by pid and start time, ours or not; nullopt when it is gone or another has its
  /// pid.
  static std::optional<Process> adopt(pid_t pid, std::uint64_t start_time);

  explicit operator bool() const noexcept { return static_cast<bool>(pidfd_); }
  pid_t pid() const noexcept { return pid_; }
  int pidfd() const noexcept { return pidfd_.get(); }
  /// In clock ticks since boot, as /proc/PID/stat has it.
  std::uint64_t start_time() const noexcept { return start_time_; }

  bool alive() const;
  /// False when the process is gone.
  bool kill(int signal) const;

  /// Waits for its end and reaps it if it is our child. Throws VIR_ERR_OPERATION_TIMEOUT after `deadline`.
  /// May be awaited again; the status is kept. One waiter at a time; the object stays where it is meanwhile.
  Task<ExitStatus> exited(Deadline deadline);

 private:
  Process(pid_t pid, UniqueFd pidfd) : pid_(pid), pidfd_(std::move(pidfd)) {}

  pid_t pid_ = -1;
  UniqueFd pidfd_;
  std::uint64_t start_time_ = 0;
  std::optional<ExitStatus> status_;
};

/// Start time of `pid` in clock ticks since boot; nullopt when there is no such process.
std::optional<std::uint64_t> process_start_time(pid_t pid);

/// Absolute path of an executable looked for in PATH; nullopt when there is none. With a slash: `name`
/// itself.
std::optional<std::filesystem::path> find_program(const std::filesystem::path& name);

/// Process::spawn on a worker thread: a program on a dead file system does not hold up the loop.
Task<Process> spawn_process(Loop& loop, ProcessSpec spec, Deadline deadline);

}  // namespace vireo
