// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/unique_fd.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "base/error.hpp"

namespace vireo {

void UniqueFd::reset(int fd) noexcept {
  // On Linux the descriptor is gone also when close fails, so that is nothing to act upon.
  if (int old = std::exchange(fd_, fd); old >= 0) ::close(old);
}

UniqueFd open_file(const std::filesystem::path& path, int flags, unsigned mode) {
  int fd;
  do {
    fd = ::open(path.c_str(), flags | O_CLOEXEC, mode);
  } while (fd < 0 && errno == EINTR);
  if (fd < 0) throw system_error(errno, VIR_FROM_NONE, fmt::format("cannot open '{}'", path.native()));
  return UniqueFd(fd);
}

UniqueFd duplicate(int fd) {
  int copy = ::fcntl(fd, F_DUPFD_CLOEXEC, 3);
  if (copy < 0) throw system_error(errno, VIR_FROM_NONE, fmt::format("cannot duplicate descriptor {}", fd));
  return UniqueFd(copy);
}

Pipe make_pipe() {
  int fds[2];
  if (::pipe2(fds, O_CLOEXEC) < 0) throw system_error(errno, VIR_FROM_NONE, "cannot make a pipe");
  return {UniqueFd(fds[0]), UniqueFd(fds[1])};
}

std::pair<UniqueFd, UniqueFd> make_socket_pair() {
  int fds[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, fds) < 0)
    throw system_error(errno, VIR_FROM_NONE, "cannot make a socket pair");
  return {UniqueFd(fds[0]), UniqueFd(fds[1])};
}

UniqueFd make_memory_file(std::string_view content) {
  UniqueFd fd(::memfd_create("vireo", MFD_CLOEXEC));
  if (!fd) throw system_error(errno, VIR_FROM_NONE, "cannot make a file in memory");
  write_all(fd.get(), content, "file in memory");
  ::lseek(fd.get(), 0, SEEK_SET);
  return fd;
}

void write_all(int fd, std::string_view data, std::string_view name) {
  while (!data.empty()) {
    auto n = ::write(fd, data.data(), data.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) throw system_error(errno, VIR_FROM_NONE, fmt::format("cannot write '{}'", name));
    data.remove_prefix(static_cast<std::size_t>(n));
  }
}

std::string read_to_end(int fd, std::size_t limit, std::string_view name) {
  std::string text;
  std::size_t chunk = 4096;
  for (;;) {
    auto have = text.size();
    // One byte more than allowed tells a file that fits from one that does not.
    text.resize(std::min(have + chunk, limit + 1));
    auto n = ::read(fd, text.data() + have, text.size() - have);
    if (n < 0 && errno != EINTR)
      throw system_error(errno, VIR_FROM_NONE, fmt::format("cannot read '{}'", name));
    text.resize(have + static_cast<std::size_t>(std::max<ssize_t>(n, 0)));
    if (n == 0) return text;
    if (text.size() > limit)
      throw system_error(EFBIG, VIR_FROM_NONE, fmt::format("'{}' has more than {} bytes", name, limit));
    if (chunk < (1u << 20)) chunk *= 2;
  }
}

}  // namespace vireo
