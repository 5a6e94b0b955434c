// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/async_fd.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>
#include <cerrno>

#include "base/error.hpp"

namespace vireo {

namespace asio = boost::asio;

AsyncFd::AsyncFd(LoopExecutor executor, UniqueFd fd) : descriptor_(executor) {
  boost::system::error_code ec;
  descriptor_.assign(fd.get(), ec);
  if (ec) throw system_error(ec.value(), VIR_FROM_NONE, fmt::format("cannot watch descriptor {}", fd.get()));
  (void)fd.release();
}

Task<void> AsyncFd::readable() { co_await descriptor_.async_wait(descriptor_.wait_read, use_task); }
Task<void> AsyncFd::writable() { co_await descriptor_.async_wait(descriptor_.wait_write, use_task); }

Task<std::size_t> AsyncFd::read_some(std::span<char> buffer) {
  auto [ec, size] = co_await descriptor_.async_read_some(asio::buffer(buffer.data(), buffer.size()),
                                                         asio::as_tuple(use_task));
  // EIO is how a pseudo-terminal says that nobody has its other end.
  if (ec == asio::error::eof || ec.value() == EIO) co_return 0;
  if (ec) throw boost::system::system_error(ec);
  co_return size;
}

Task<void> AsyncFd::write(std::string data) {
  co_await asio::async_write(descriptor_, asio::buffer(data), use_task);
}

void AsyncFd::close() {
  boost::system::error_code ignored;
  descriptor_.close(ignored);
}

UniqueFd AsyncFd::release() { return UniqueFd(descriptor_.release()); }

}  // namespace vireo
