// SPDX-License-Identifier: LGPL-2.1-or-later
// A descriptor (pipe, terminal, socket, pidfd … not a regular file) that coroutines of a loop read and write.
// Owns it. All waits are cancellable; put them under with_deadline.
#pragma once

#include <boost/asio/posix/basic_stream_descriptor.hpp>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "base/task.hpp"
#include "base/unique_fd.hpp"

namespace vireo {

class AsyncFd {
 public:
  /// Throws VIR_ERR_SYSTEM_ERROR when the descriptor cannot be watched.
  AsyncFd(LoopExecutor executor, UniqueFd fd);

  Task<void> readable();
  Task<void> writable();
  /// 0 at the end of the data, also for a terminal whose other end was closed.
  Task<std::size_t> read_some(std::span<char> buffer);
  /// For pipes and terminals: the program must ignore SIGPIPE. Sockets are better served by Asio's own
  /// classes.
  Task<void> write(std::string data);

  /// Ends all waits with operation_aborted.
  void close();
  /// Hands the descriptor back; it is non-blocking now if it was read or written.
  UniqueFd release();
  int fd() noexcept { return descriptor_.native_handle(); }
  bool is_open() const noexcept { return descriptor_.is_open(); }

 private:
  boost::asio::posix::basic_stream_descriptor<LoopExecutor> descriptor_;
};

}  // namespace vireo
