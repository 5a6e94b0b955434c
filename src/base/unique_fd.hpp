// SPDX-License-Identifier: LGPL-2.1-or-later
// An owned file descriptor, and the few calls on descriptors that must not be written twice. All descriptors
// made here are close-on-exec.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

namespace vireo {

class UniqueFd {
 public:
  UniqueFd() noexcept = default;
  explicit UniqueFd(int fd) noexcept : fd_(fd) {}
  UniqueFd(UniqueFd&& other) noexcept : fd_(other.release()) {}
  UniqueFd& operator=(UniqueFd&& other) noexcept {
    reset(other.release());
    return *this;
  }
  ~UniqueFd() { reset(); }

  int get() const noexcept { return fd_; }
  explicit operator bool() const noexcept { return fd_ >= 0; }
  [[nodiscard]] int release() noexcept { return std::exchange(fd_, -1); }
  void reset(int fd = -1) noexcept;

 private:
  int fd_ = -1;
};

struct Pipe {
  UniqueFd read, write;
};

/// open(2) with O_CLOEXEC added. Throws VIR_ERR_SYSTEM_ERROR naming the path.
UniqueFd open_file(const std::filesystem::path& path, int flags, unsigned mode = 0);
/// Another descriptor of the same open file.
UniqueFd duplicate(int fd);
Pipe make_pipe();
/// A connected pair of unix stream sockets.
std::pair<UniqueFd, UniqueFd> make_socket_pair();

/// A file in memory with this content, positioned at its start.
UniqueFd make_memory_file(std::string_view content);

/// Writes all of `data` to a blocking descriptor. `name` is for the error's text.
void write_all(int fd, std::string_view data, std::string_view name);
/// Reads to the end; throws VIR_ERR_SYSTEM_ERROR (EFBIG) when there are more than `limit` bytes.
std::string read_to_end(int fd, std::size_t limit, std::string_view name);

}  // namespace vireo
