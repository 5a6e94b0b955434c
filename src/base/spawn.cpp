// SPDX-License-Identifier: LGPL-2.1-or-later
// Process::spawn: the child shares our memory, and this thread sleeps, until it executes (as vfork). So it
// costs the same however big we are, and the child can leave its error where we read it. In return the
// child's code must touch nothing but its own plan, and call the kernel itself: libc's setuid and friends
// would reach into our other threads.
#include <fcntl.h>
#include <linux/close_range.h>
#include <sched.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <new>
#include <vector>

#include "base/error.hpp"
#include "base/process.hpp"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define VIREO_PLAIN __attribute__((no_sanitize("address", "thread", "undefined")))
#else
#define VIREO_PLAIN
#endif

namespace vireo {
namespace {

#ifdef __SANITIZE_THREAD__
// ThreadSanitizer takes any clone for a fork, and gives up when the child shares our memory: only the plan
// does.
constexpr int share_memory = 0, stack_kind = MAP_SHARED;
#else
constexpr int share_memory = CLONE_VM, stack_kind = MAP_PRIVATE;
#endif

enum class Step { none, session, descriptors, groups, group, user, directory, execute };

struct FdPair {
  int child, ours;
};

/// All the child needs, made before it exists. It writes only to `fds`, `failed` and `error`.
struct Plan {
  const char* program = nullptr;
  char* const* argv = nullptr;
  char* const* envp = nullptr;
  const char* directory = nullptr;
  FdPair* fds = nullptr;
  std::size_t fd_count = 0;
  int first_free = 0;  ///< above every number the child's descriptors have
  const Credentials* credentials = nullptr;
  int umask = -1;
  bool new_session = false;
  Step failed = Step::none;
  int error = 0;
};

VIREO_PLAIN bool fail(Plan& plan, Step step) {
  plan.failed = step;
  plan.error = errno;
  return false;
}

/// Signal actions back to default: our handlers must not run in there, and what we ignore the child need not.
VIREO_PLAIN void reset_signals() {
  struct {
    void* handler;
    unsigned long flags;
    void* restorer;
    unsigned long mask;
  } action = {};
  for (int signal = 1; signal <= 64; ++signal)
    ::syscall(SYS_rt_sigaction, signal, &action, nullptr, sizeof action.mask);
  unsigned long none = 0;
  ::syscall(SYS_rt_sigprocmask, SIG_SETMASK, &none, nullptr, sizeof none);
}

VIREO_PLAIN void close_on_exec(unsigned first, unsigned last) {
  if (first > last || ::syscall(SYS_close_range, first, last, CLOSE_RANGE_CLOEXEC) == 0) return;
  // Kernels before 5.11. The bound is what a process can have open by default at most.
  for (unsigned fd = first; fd <= std::min(last, 1u << 20); ++fd)
    ::syscall(SYS_fcntl, fd, F_SETFD, FD_CLOEXEC);
}

/// `plan.fds` is sorted by the child's number. First everything moves out of the way, then to its place.
VIREO_PLAIN bool place_descriptors(Plan& plan) {
  for (std::size_t i = 0; i < plan.fd_count; ++i) {
    plan.fds[i].ours =
        static_cast<int>(::syscall(SYS_fcntl, plan.fds[i].ours, F_DUPFD_CLOEXEC, plan.first_free));
    if (plan.fds[i].ours < 0) return fail(plan, Step::descriptors);
  }
  unsigned next = 0;
  for (std::size_t i = 0; i < plan.fd_count; ++i) {
    auto child = static_cast<unsigned>(plan.fds[i].child);
    if (::syscall(SYS_dup3, plan.fds[i].ours, child, 0) < 0) return fail(plan, Step::descriptors);
    if (child > next) close_on_exec(next, child - 1);
    next = child + 1;
  }
  close_on_exec(next, ~0u);
  return true;
}

VIREO_PLAIN bool become(Plan& plan, const Credentials& who) {
  if (::syscall(SYS_setgroups, who.groups.size(), who.groups.data()) < 0) return fail(plan, Step::groups);
  if (::syscall(SYS_setresgid, who.gid, who.gid, who.gid) < 0) return fail(plan, Step::group);
  if (::syscall(SYS_setresuid, who.uid, who.uid, who.uid) < 0) return fail(plan, Step::user);
  return true;
}

VIREO_PLAIN bool prepare_and_execute(Plan& plan) {
  if (plan.new_session && ::syscall(SYS_setsid) < 0) return fail(plan, Step::session);
  if (!place_descriptors(plan)) return false;
  if (plan.umask >= 0) ::syscall(SYS_umask, plan.umask);
  if (plan.credentials && !become(plan, *plan.credentials)) return false;
  if (::syscall(SYS_chdir, plan.directory) < 0) return fail(plan, Step::directory);
  reset_signals();
  ::syscall(SYS_execve, plan.program, plan.argv, plan.envp);
  return fail(plan, Step::execute);
}

VIREO_PLAIN int child_main(void* plan) {
  prepare_and_execute(*static_cast<Plan*>(plan));
  ::syscall(SYS_exit_group, 127);
  return 127;
}

/// No signal may reach us while the child lives in our memory: its handlers are still ours at first.
class AllSignalsBlocked {
 public:
  AllSignalsBlocked() {
    sigset_t all;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &old_);
  }
  ~AllSignalsBlocked() { ::pthread_sigmask(SIG_SETMASK, &old_, nullptr); }

 private:
  sigset_t old_;
};

class Stack {
 public:
  Stack() {
    base_ = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, stack_kind | MAP_ANONYMOUS | MAP_STACK, -1, 0);
    if (base_ == MAP_FAILED) throw system_error(errno, VIR_FROM_NONE, "cannot start a process");
  }
  Stack(const Stack&) = delete;
  ~Stack() { ::munmap(base_, size); }
  void* bottom() const { return base_; }
  void* top() const { return static_cast<char*>(base_) + size; }

 private:
  static constexpr std::size_t size = 64 * 1024;
  void* base_;
};

std::vector<char*> pointers(const std::vector<std::string>& strings) {
  std::vector<char*> result;
  for (const auto& string : strings) result.push_back(const_cast<char*>(string.c_str()));
  result.push_back(nullptr);
  return result;
}

[[noreturn]] void throw_failure(const Plan& plan) {
  std::string what;
  switch (plan.failed) {
    case Step::directory:
      what = fmt::format("cannot enter folder '{}'", plan.directory);
      break;
    case Step::session:
      what = fmt::format("cannot make a session for '{}'", plan.program);
      break;
    case Step::descriptors:
      what = fmt::format("cannot pass descriptors to '{}'", plan.program);
      break;
    case Step::groups:
      what = fmt::format("cannot set the groups of '{}'", plan.program);
      break;
    case Step::group:
      what = fmt::format("cannot run '{}' as group {}", plan.program, plan.credentials->gid);
      break;
    case Step::user:
      what = fmt::format("cannot run '{}' as user {}", plan.program, plan.credentials->uid);
      break;
    default:
      what = fmt::format("cannot execute '{}'", plan.program);
  }
  throw system_error(plan.error, VIR_FROM_NONE, what);
}

/// Pid and pidfd of the child, which has executed its program. Throws when it could not.
std::pair<pid_t, UniqueFd> launch(const Plan& original) {
  Stack stack;
  Plan& plan = *new (stack.bottom()) Plan(original);
  int pidfd = -1;
  pid_t pid;
  {
    AllSignalsBlocked blocked;
    pid = ::clone(child_main, stack.top(), share_memory | CLONE_VFORK | CLONE_PIDFD | SIGCHLD, &plan, &pidfd);
  }
  if (pid < 0) throw system_error(errno, VIR_FROM_NONE, fmt::format("cannot start '{}'", plan.program));
  UniqueFd owned(pidfd);
  if (plan.failed != Step::none) {
    siginfo_t ignored;
    while (::waitid(static_cast<idtype_t>(P_PIDFD), static_cast<id_t>(pidfd), &ignored, WEXITED) < 0 &&
           errno == EINTR) {
    }
    throw_failure(plan);
  }
  return {pid, std::move(owned)};
}

/// The child's descriptors sorted by number, with /dev/null (opened into `null`) for missing standard ones.
std::vector<FdPair> plan_descriptors(const ProcessSpec& spec, UniqueFd& null) {
  auto all = spec.fds;
  for (int fd : {0, 1, 2}) {
    if (all.contains(fd)) continue;
    if (!null) null = open_file("/dev/null", O_RDWR);
    all.emplace(fd, null.get());
  }
  std::vector<FdPair> pairs;
  for (auto [child, ours] : all) {
    if (child < 0) throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_NONE, "bad descriptor number {}", child);
    pairs.push_back({child, ours});
  }
  return pairs;
}

/// Without privileges a change to oneself is no change, and anything else is the kernel's to refuse.
bool needs_change(const std::optional<Credentials>& who) {
  return who && (::geteuid() == 0 || who->uid != ::geteuid() || who->gid != ::getegid());
}

}  // namespace

Process Process::spawn(const ProcessSpec& spec) {
  auto program = find_program(spec.program);
  if (!program && spec.program.native().find('/') != std::string::npos) program = spec.program;
  if (!program)
    throw system_error(ENOENT, VIR_FROM_NONE, fmt::format("cannot find '{}' in PATH", spec.program.native()));
  UniqueFd null;
  auto fds = plan_descriptors(spec, null);
  auto argv = pointers(spec.argv);
  if (spec.argv.empty()) argv.insert(argv.begin(), const_cast<char*>(spec.program.c_str()));
  auto envp = spec.environment ? pointers(*spec.environment) : std::vector<char*>();
  Plan plan{.program = program->c_str(), .argv = argv.data(), .directory = spec.directory.c_str()};
  plan.envp = spec.environment ? envp.data() : ::environ;
  plan.fds = fds.data();
  plan.fd_count = fds.size();
  plan.first_free = fds.back().child + 1;
  if (needs_change(spec.credentials)) plan.credentials = &*spec.credentials;
  if (spec.umask) plan.umask = static_cast<int>(*spec.umask);
  plan.new_session = spec.new_session;
  auto [pid, pidfd] = launch(plan);
  Process process(pid, std::move(pidfd));
  process.start_time_ = process_start_time(pid).value_or(0);
  return process;
}

}  // namespace vireo
