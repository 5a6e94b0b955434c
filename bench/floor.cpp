// SPDX-License-Identifier: LGPL-2.1-or-later
#include "floor.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <stdexcept>
#include <string_view>

#include "measure.hpp"

extern char** environ;

namespace vireo::bench {
namespace {

void transfer(int fd, std::size_t size, bool out) {
  std::array<char, 4096> buffer{};
  for (std::size_t done = 0; done < size;) {
    const ssize_t n = out ? write(fd, buffer.data(), size - done) : read(fd, buffer.data(), size - done);
    if (n <= 0) _exit(0);
    done += static_cast<std::size_t>(n);
  }
}

void read_line_with(int fd, std::string_view word) {
  std::string text;
  std::array<char, 4096> buffer{};
  while (text.find(word) == std::string::npos) {
    const ssize_t n = read(fd, buffer.data(), buffer.size());
    if (n <= 0) throw std::runtime_error("QEMU closed its monitor");
    text.append(buffer.data(), static_cast<std::size_t>(n));
  }
}

}  // namespace

double ping_pong(int count, std::size_t request, std::size_t reply) {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) != 0) throw std::runtime_error("socketpair");
  const pid_t peer = fork();
  if (peer == 0) {
    close(ends[0]);
    for (;;) {
      transfer(ends[1], request, false);
      transfer(ends[1], reply, true);
    }
  }
  close(ends[1]);
  const double result = median_of(count, [&] {
    transfer(ends[0], request, true);
    transfer(ends[0], reply, false);
  });
  close(ends[0]);
  waitpid(peer, nullptr, 0);
  return result;
}

double spawn_to_qmp(std::vector<std::string> argv) {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
    throw std::runtime_error("socketpair");
  constexpr int monitor = 100;
  argv.insert(argv.end(), {"-S", "-chardev", "socket,id=m,fd=" + std::to_string(monitor), "-mon",
                           "chardev=m,mode=control"});
  std::vector<char*> raw;
  for (std::string& argument : argv) raw.push_back(argument.data());
  raw.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], monitor);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  Stopwatch watch;
  pid_t pid = 0;
  if (posix_spawnp(&pid, raw[0], &actions, nullptr, raw.data(), environ) != 0)
    throw std::runtime_error(argv[0]);
  close(ends[1]);
  read_line_with(ends[0], "QMP");
  constexpr std::string_view enable = "{\"execute\":\"qmp_capabilities\"}\n";
  if (write(ends[0], enable.data(), enable.size()) < 0) throw std::runtime_error("write");
  read_line_with(ends[0], "return");
  const double result = watch.us();
  kill(pid, SIGKILL);
  waitpid(pid, nullptr, 0);
  close(ends[0]);
  posix_spawn_file_actions_destroy(&actions);
  return result;
}

}  // namespace vireo::bench
