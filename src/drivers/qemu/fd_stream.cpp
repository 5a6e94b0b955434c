// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/qemu/fd_stream.hpp"

#include <unistd.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <cerrno>

#include "base/error.hpp"

namespace vireo::qemu {
namespace {

using driver::Readiness;
constexpr auto quiet = boost::asio::as_tuple(use_task);
constexpr unsigned bit(Readiness state) { return static_cast<unsigned>(state); }

/// The open line; its tasks keep it alive, the stream and the next user's cut() end it.
class OpenLine : public Line, public std::enable_shared_from_this<OpenLine> {
 public:
  OpenLine(Loop& loop, int fd, std::string name)
      : loop_(loop), descriptor_(loop.context(), fd), name_(std::move(name)) {
    descriptor_.non_blocking(true);
  }

  void watch() {
    watch_for(boost::asio::posix::stream_descriptor::wait_read, Readiness::readable, waiting_read_);
    watch_for(boost::asio::posix::stream_descriptor::wait_write, Readiness::writable, waiting_write_);
  }

  std::optional<std::size_t> read(std::span<std::byte> to) {
    check();
    if (ended_) return 0;
    ssize_t size = ::read(descriptor_.native_handle(), to.data(), to.size());
    if (size >= 0) {
      if (size == 0) ended_ = true;
      return static_cast<std::size_t>(size);
    }
    if (errno == EAGAIN || errno == EINTR) {
      ready_ &= ~bit(Readiness::readable);
      watch();
      return std::nullopt;
    }
    if (errno == EIO) {  // the other side of a terminal is gone
      ended_ = true;
      return 0;
    }
    fail(errno, "read from");
  }

  std::optional<std::size_t> write(std::span<const std::byte> from) {
    check();
    ssize_t size = ::write(descriptor_.native_handle(), from.data(), from.size());
    if (size >= 0) return static_cast<std::size_t>(size);
    if (errno == EAGAIN || errno == EINTR) {
      ready_ &= ~bit(Readiness::writable);
      watch();
      return std::nullopt;
    }
    fail(errno, "write to");
  }

  unsigned readiness() const { return closed_ ? bit(Readiness::error) | bit(Readiness::hangup) : ready_; }

  Task<unsigned> wait(unsigned wanted) {
    auto self = shared_from_this();
    while (!(readiness() & (wanted | bit(Readiness::error) | bit(Readiness::hangup))))
      co_await changed_.wait(no_deadline);
    co_return readiness();
  }

  void listen(std::function<void()> listener) { listener_ = std::move(listener); }

  void cut() override {
    if (cut_ || closed_) return;
    cut_ = true;
    close();
  }

  void close() {
    if (closed_) return;
    closed_ = true;
    boost::system::error_code ignored;
    descriptor_.close(ignored);
    notify();
  }

 private:
  void check() const {
    if (cut_)
      throw error(VIR_ERR_OPERATION_FAILED, VIR_FROM_STREAMS, "{} was taken over by another user", name_);
    if (closed_) throw error(VIR_ERR_OPERATION_INVALID, VIR_FROM_STREAMS, "{} is closed", name_);
  }

  [[noreturn]] void fail(int number, std::string_view what) {
    throw system_error(number, VIR_FROM_STREAMS, fmt::format("cannot {} {}", what, name_));
  }

  template <class Wait>
  void watch_for(Wait how, Readiness state, bool& waiting) {
    if (waiting || closed_ || (ready_ & bit(state))) return;
    waiting = true;
    descriptor_.async_wait(how,
                           [self = shared_from_this(), state, &waiting](boost::system::error_code failed) {
                             waiting = false;
                             if (failed || self->closed_) return;
                             self->ready_ |= bit(state);
                             self->notify();
                           });
  }

  void notify() {
    changed_.wake_all();
    if (listener_) {
      auto listener = listener_;
      listener();
    }
  }

  Loop& loop_;
  boost::asio::posix::stream_descriptor descriptor_;
  std::string name_;
  WaitQueue changed_;
  std::function<void()> listener_;
  unsigned ready_ = 0;
  bool waiting_read_ = false, waiting_write_ = false, ended_ = false, closed_ = false, cut_ = false;
};

class LineStream : public driver::ByteStream {
 public:
  explicit LineStream(std::shared_ptr<OpenLine> line) : line_(std::move(line)) {}
  ~LineStream() override { close(); }
  std::optional<std::size_t> try_read(std::span<std::byte> to) override { return line_->read(to); }
  std::optional<std::size_t> try_write(std::span<const std::byte> from) override {
    return line_->write(from);
  }
  Task<unsigned> wait(unsigned wanted) override { return line_->wait(wanted); }
  void on_change(std::function<void()> listener) override { line_->listen(std::move(listener)); }
  unsigned readiness() const override { return line_->readiness(); }
  Task<void> finish() override {
    close();
    co_return;
  }
  void abort() noexcept override { close(); }

 private:
  void close() noexcept {
    line_->listen({});
    line_->close();
  }
  std::shared_ptr<OpenLine> line_;
};

}  // namespace

std::pair<std::unique_ptr<driver::ByteStream>, std::weak_ptr<Line>> make_line(Loop& loop, int fd,
                                                                              std::string name) {
  auto line = std::make_shared<OpenLine>(loop, fd, std::move(name));
  line->watch();
  return {std::make_unique<LineStream>(line), line};
}

std::unique_ptr<driver::ByteStream> make_fd_stream(Loop& loop, int fd, std::string name) {
  return make_line(loop, fd, std::move(name)).first;
}

}  // namespace vireo::qemu
