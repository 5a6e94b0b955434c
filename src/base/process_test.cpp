// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/process.hpp"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

#include "base/command.hpp"
#include "base/error.hpp"
#include "base/files.hpp"
#include "base/loop.hpp"
#include "base/temp_dir.hpp"

namespace vireo {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using Kind = ExitStatus::Kind;

Deadline soon() { return Clock::now() + 20s; }

template <class F>
ErrorData error_of(F f) {
  try {
    f();
  } catch (...) {
    return current_error();
  }
  return {.code = VIR_ERR_OK};
}

ProcessSpec shell(std::string script) {
  return {.program = "/bin/sh", .argv = {"sh", "-c", std::move(script)}};
}

CommandOutput run(Loop& loop, ProcessSpec spec, CommandOptions options = {.deadline = soon()}) {
  return loop.run(run_command(loop, std::move(spec), std::move(options)));
}

TEST(Spawn, ChildHasExactlyTheNamedDescriptors) {
  Loop loop;
  TempDir dir;
  auto stray = open_file("/dev/null", O_RDONLY);
  ASSERT_EQ(::fcntl(stray.get(), F_SETFD, 0), 0);  // would be inherited
  auto a = make_memory_file("a"), b = make_memory_file("b");
  auto spec = shell("cat <&7; cat <&9; ls /proc/self/fd");
  spec.fds = {{7, a.get()}, {9, b.get()}};
  auto output = run(loop, spec);
  // ls itself has the folder open, at the lowest number that is free.
  EXPECT_EQ(output.out, "ab0\n1\n2\n3\n7\n9\n");
  EXPECT_EQ(output.error, "");
  EXPECT_TRUE(output.status.success());
}

TEST(Spawn, DescriptorsMaySwapNumbers) {
  Loop loop;
  auto a = make_memory_file("a"), b = make_memory_file("b");
  auto spec = shell(fmt::format("cat /proc/self/fd/{} /proc/self/fd/{}", a.get(), b.get()));
  spec.fds = {{a.get(), b.get()}, {b.get(), a.get()}};
  EXPECT_EQ(run(loop, spec).out, "ba");
}

TEST(Spawn, StandardDescriptorsAreNullByDefault) {
  TempDir dir;
  auto out = open_file(dir / "out", O_WRONLY | O_CREAT, 0600);
  auto spec = shell("readlink /proc/self/fd/0 /proc/self/fd/2");
  spec.fds = {{1, out.get()}};
  auto child = Process::spawn(spec);
  Loop loop;
  EXPECT_TRUE(loop.run(child.exited(soon())).success());
  EXPECT_EQ(read_file(dir / "out"), "/dev/null\n/dev/null\n");
}

TEST(Spawn, EnvironmentFolderUmaskSessionAndSignals) {
  Loop loop;
  TempDir dir;
  auto spec = shell(
      "pwd; umask; echo $A$HOME; ps -o sid= -p $$ | tr -d ' '; echo $$; grep -E 'SigBlk|SigIgn' "
      "/proc/self/status");
  spec.environment = {{"A=1", "PATH=/usr/bin:/bin"}};
  spec.directory = dir.path();
  spec.umask = 027;
  auto old = ::signal(SIGUSR1, SIG_IGN);
  auto output = run(loop, spec);
  ::signal(SIGUSR1, old);
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < output.out.size();) {
    auto end = output.out.find('\n', at);
    lines.push_back(output.out.substr(at, end - at));
    at = end + 1;
  }
  ASSERT_EQ(lines.size(), 7u) << output.out << output.error;
  EXPECT_EQ(lines[0], dir.path());
  EXPECT_EQ(lines[1], "0027");
  EXPECT_EQ(lines[2], "1");
  EXPECT_EQ(lines[3], lines[4]);
  EXPECT_THAT(lines[5], HasSubstr("0000000000000000"));
  EXPECT_THAT(lines[6], HasSubstr("0000000000000000"));
}

TEST(Spawn, FailureIsToldAtOnceWithThePath) {
  auto missing = error_of([] { Process::spawn({.program = "/no/such/program"}); });
  EXPECT_EQ(missing.int1, ENOENT);
  EXPECT_THAT(missing.message, HasSubstr("/no/such/program"));
  EXPECT_THAT(error_of([] { Process::spawn({.program = "no-such-program"}); }).message, HasSubstr("PATH"));
  EXPECT_EQ(error_of([] { Process::spawn({.program = "/etc/passwd"}); }).int1, EACCES);
  auto folder = error_of([] { Process::spawn({.program = "/bin/true", .directory = "/no/folder"}); });
  EXPECT_EQ(folder.int1, ENOENT);
  EXPECT_THAT(folder.message, HasSubstr("/no/folder"));
  EXPECT_EQ(error_of([] { Process::spawn({.program = "/bin/true", .fds = {{5, 12345}}}); }).int1, EBADF);
  EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1) << "failed children are reaped";
}

TEST(Spawn, AsAnotherUser) {
  if (::geteuid() != 0) GTEST_SKIP() << "needs root";
  Loop loop;
  auto spec = shell("id -u; id -g; id -G");
  spec.credentials = Credentials{.uid = 65534, .gid = 65533, .groups = {7}};
  EXPECT_EQ(run(loop, spec).out, "65534\n65533\n65533 7\n");
}

TEST(Process, EndsWithStatusOrSignalAndLeavesNoZombie) {
  Loop loop;
  auto child = Process::spawn(shell("exit 3"));
  EXPECT_EQ(loop.run(child.exited(soon())), (ExitStatus{Kind::exited, 3}));
  EXPECT_EQ(loop.run(child.exited(soon())), (ExitStatus{Kind::exited, 3}));
  EXPECT_FALSE(child.alive());
  EXPECT_FALSE(child.kill(SIGTERM));
  EXPECT_FALSE(process_start_time(child.pid())) << "still a zombie";
  auto killed = Process::spawn({.program = "sleep", .argv = {"sleep", "100"}});
  EXPECT_TRUE(killed.alive());
  EXPECT_TRUE(killed.kill(SIGKILL));
  auto status = loop.run(killed.exited(soon()));
  EXPECT_EQ(status, (ExitStatus{Kind::signaled, SIGKILL}));
  EXPECT_EQ(status.to_string(), "signal 9 (Killed)");
}

TEST(Process, DeadlineOfTheWait) {
  Loop loop;
  auto child = Process::spawn({.program = "sleep", .argv = {"sleep", "100"}});
  EXPECT_EQ(error_of([&] { loop.run(child.exited(Clock::now() + 1ms)); }).code, VIR_ERR_OPERATION_TIMEOUT);
  child.kill(SIGKILL);
  loop.run(child.exited(soon()));
}

TEST(Process, WorksWhenSomebodyElseReaps) {
  Loop loop;
  auto child = Process::spawn(shell("exit 3"));
  ASSERT_EQ(::waitpid(child.pid(), nullptr, 0), child.pid());
  EXPECT_EQ(loop.run(child.exited(soon())).kind, Kind::unknown);
}

TEST(Process, AdoptsWhatIsNotItsChild) {
  Loop loop;
  auto said = run(loop, shell("sleep 100 >/dev/null 2>&1 & echo $!")).out;
  auto pid = static_cast<pid_t>(std::stoi(said));
  auto start = process_start_time(pid);
  ASSERT_TRUE(start);
  EXPECT_FALSE(Process::adopt(pid, *start + 1)) << "another process with this pid";
  auto adopted = Process::adopt(pid, *start);
  ASSERT_TRUE(adopted);
  EXPECT_TRUE(adopted->alive());
  adopted->kill(SIGKILL);
  EXPECT_EQ(loop.run(adopted->exited(soon())).kind, Kind::unknown);
  EXPECT_FALSE(Process::adopt(-1, 0));
}

TEST(Process, StartTimeIsThatOfProc) {
  auto child = Process::spawn({.program = "sleep", .argv = {"a) b (c", "100"}});
  EXPECT_NE(child.start_time(), 0u);
  EXPECT_EQ(process_start_time(child.pid()), child.start_time());
  EXPECT_TRUE(Process::adopt(child.pid(), child.start_time()));
  child.kill(SIGKILL);
  Loop loop;
  loop.run(child.exited(soon()));
}

TEST(Command, InputOutputAndStatus) {
  Loop loop;
  auto output = run(loop, shell("cat; echo oops >&2; exit 2"), {.deadline = soon(), .input = "hello"});
  EXPECT_EQ(output.out, "hello");
  EXPECT_EQ(output.error, "oops\n");
  EXPECT_EQ(output.status, (ExitStatus{Kind::exited, 2}));
  auto error = error_of([&] { output.require_success("helper"); });
  EXPECT_EQ(error.message, "internal error: 'helper' ended with exit status 2: oops");
}

TEST(Command, MuchOutput) {
  Loop loop;
  auto output = run(loop, shell("head -c 1000000 /dev/zero | tr '\\0' x"));
  EXPECT_TRUE(output.out == std::string(1'000'000, 'x')) << output.out.size();
  auto error = error_of([&] { run(loop, shell("yes"), {.deadline = soon(), .output_limit = 10'000}); });
  EXPECT_EQ(error.code, VIR_ERR_OVERFLOW);
}

TEST(Command, ThatNeverEndsIsKilledWithItsChildren) {
  Loop loop;
  TempDir dir;
  auto spec = shell("sleep 100 & echo $! > pid; mv pid child; wait");
  spec.directory = dir.path();
  auto error = error_of([&] { run(loop, spec, {.deadline = Clock::now() + 500ms}); });
  EXPECT_EQ(error.code, VIR_ERR_OPERATION_TIMEOUT);
  EXPECT_THAT(error.message, HasSubstr("/bin/sh"));
  // On a machine so slow that the shell had not got there yet there is nothing to look for.
  if (auto pid = read_pid(dir / "child")) {
    auto start = process_start_time(*pid);
    auto child = Process::adopt(*pid, start.value_or(0));
    if (child) {
      EXPECT_EQ(loop.run(child->exited(soon())).kind, Kind::unknown);
    }
  }
  EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1);
}

TEST(Command, LeftoverProcessHoldingThePipeDoesNotDelay) {
  Loop loop;
  auto started = Clock::now();
  auto output = run(loop, shell("sleep 15 & echo $!"));
  EXPECT_LT(Clock::now() - started, 10s);
  ::kill(static_cast<pid_t>(std::stoi(output.out)), SIGKILL);
}

TEST(FindProgram, InPathOrAsGiven) {
  EXPECT_EQ(find_program("/bin/sh"), "/bin/sh");
  ASSERT_TRUE(find_program("sh"));
  EXPECT_TRUE(find_program("sh")->is_absolute());
  EXPECT_FALSE(find_program("no-such-program"));
  EXPECT_FALSE(find_program("/etc/passwd"));
  EXPECT_FALSE(find_program(""));
}

}  // namespace
}  // namespace vireo
