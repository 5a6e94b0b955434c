// SPDX-License-Identifier: LGPL-2.1-or-later
#include "daemon/background.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

#include "base/error.hpp"

namespace vireo::daemon {

namespace {

constexpr char word = '0';

/// What the child says, or its exit status when it ends without saying it.
[[noreturn]] void wait_for(pid_t child, int fd) {
  char said = 0;
  ssize_t size = 0;
  do size = ::read(fd, &said, 1);
  while (size < 0 && errno == EINTR);
  if (size == 1 && said == word) ::_exit(EXIT_SUCCESS);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  ::_exit(WIFEXITED(status) && WEXITSTATUS(status) != 0 ? WEXITSTATUS(status) : EXIT_FAILURE);
}

}  // namespace

Background Background::enter() {
  Pipe pipe = make_pipe();
  pid_t child = ::fork();
  if (child < 0) throw system_error(errno, VIR_FROM_NONE, "Failed to fork as daemon");
  if (child > 0) {
    pipe.write.reset();
    wait_for(child, pipe.read.get());
  }
  ::setsid();
  if (::chdir("/") < 0) throw system_error(errno, VIR_FROM_NONE, "Cannot enter '/'");
  return Background(std::move(pipe.write));
}

void Background::serving() {
  if (!to_parent_) return;
  UniqueFd null = open_file("/dev/null", O_RDWR);
  for (int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(null.get(), fd);
  write_all(to_parent_.get(), {&word, 1}, "the waiting parent");
  to_parent_.reset();
}

}  // namespace vireo::daemon
