// SPDX-License-Identifier: LGPL-2.1-or-later
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>

#include "base/error.hpp"
#include "base/files.hpp"

namespace vireo {
namespace {

/// Takes the lock on the first byte; false when another process has it. The lock belongs to the open file,
/// and not to the process: closing another descriptor of the same file does not lose it.
bool try_lock(int fd, const fs::path& path) {
  struct flock lock = {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  lock.l_len = 1;
  if (::fcntl(fd, F_OFD_SETLK, &lock) == 0) return true;
  if (errno == EAGAIN || errno == EACCES) return false;
  throw system_error(errno, VIR_FROM_NONE, fmt::format("cannot lock '{}'", path.native()));
}

/// False when the file was removed or replaced between opening and locking it.
bool still_there(int fd, const fs::path& path) {
  struct stat ours, theirs;
  return ::fstat(fd, &ours) == 0 && ::stat(path.c_str(), &theirs) == 0 && ours.st_ino == theirs.st_ino &&
         ours.st_dev == theirs.st_dev;
}

}  // namespace

PidFile PidFile::acquire(fs::path path, mode_t mode) {
  for (;;) {
    auto fd = open_file(path, O_RDWR | O_CREAT | O_NOFOLLOW, mode);
    if (!try_lock(fd.get(), path)) {
      auto holder = read_pid(path);
      throw error(VIR_ERR_OPERATION_FAILED, VIR_FROM_NONE, "'{}' is held by {}", path.native(),
                  holder ? fmt::format("process {}", *holder) : "another process");
    }
    if (!still_there(fd.get(), path)) continue;
    if (::ftruncate(fd.get(), 0) < 0)
      throw system_error(errno, VIR_FROM_NONE, fmt::format("cannot write '{}'", path.native()));
    write_all(fd.get(), fmt::format("{}\n", ::getpid()), path.native());
    return PidFile(std::move(path), std::move(fd));
  }
}

PidFile& PidFile::operator=(PidFile&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(fd_, other.fd_);
  return *this;
}

PidFile::~PidFile() {
  // Removed while still locked, so that nobody can take a file that is about to vanish.
  if (fd_) ::unlink(path_.c_str());
}

std::optional<pid_t> read_pid(const fs::path& path) {
  auto text = read_file_if_exists(path, 4096);
  pid_t pid = 0;
  if (!text) return std::nullopt;
  auto [end, ec] = std::from_chars(text->data(), text->data() + text->size(), pid);
  if (ec != std::errc() || pid <= 0) return std::nullopt;
  return pid;
}

}  // namespace vireo
