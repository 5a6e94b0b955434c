// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/remote/stream.hpp"

#include <algorithm>

namespace vireo::remote {
namespace {

using driver::Readiness;

constexpr std::size_t packet_data = 262120;         ///< the most the incumbent's daemon takes in one packet
constexpr std::size_t output_backlog = 256 * 1024;  ///< waits to be sent: no room for more

constexpr unsigned bit(Readiness r) { return static_cast<unsigned>(r); }

}  // namespace

RemoteStream::RemoteStream(Channel& channel, std::shared_ptr<rpc::ClientStream> stream)
    : channel_(channel), stream_(std::move(stream)) {}

RemoteStream::~RemoteStream() {
  abort();
  channel_.remove_listener(this);
}

void RemoteStream::close() noexcept {
  closed_ = true;
  channel_.remove_stream(*stream_);
}

std::optional<std::size_t> RemoteStream::try_read(std::span<std::byte> to) {
  const auto nothing = [this] { return stream_->size == 0 && !stream_->ended && !stream_->failure; };
  if (channel_.locked([&](rpc::Client&) { return nothing(); })) channel_.read_available();
  return channel_.locked([&](rpc::Client&) -> std::optional<std::size_t> {
    if (stream_->size == 0) {
      if (stream_->failure) throw Error(*stream_->failure);
      return stream_->ended ? std::optional<std::size_t>(0) : std::nullopt;
    }
    std::size_t copied = 0;
    while (copied < to.size() && !stream_->incoming.empty()) {
      const rpc::Bytes& front = stream_->incoming.front();
      const std::size_t part = std::min(front.size() - stream_->taken, to.size() - copied);
      std::copy_n(front.begin() + static_cast<std::ptrdiff_t>(stream_->taken), part,
                  to.begin() + static_cast<std::ptrdiff_t>(copied));
      copied += part;
      stream_->taken += part;
      stream_->size -= part;
      if (stream_->taken < front.size()) break;
      stream_->incoming.pop_front();
      stream_->taken = 0;
    }
    return copied;
  });
}

std::optional<std::size_t> RemoteStream::try_write(std::span<const std::byte> from) {
  return channel_.locked([&](rpc::Client& client) -> std::optional<std::size_t> {
    if (stream_->failure) throw Error(*stream_->failure);
    if (client.unsent().size() >= output_backlog) return std::nullopt;
    const auto part = from.first(std::min(from.size(), packet_data));
    if (!part.empty()) client.send_stream(*stream_, rpc::Status::proceed, part);
    return part.size();
  });
}

unsigned RemoteStream::readiness_locked() const {
  unsigned state = bit(Readiness::writable);
  if (stream_->size > 0 || stream_->ended) state |= bit(Readiness::readable);
  if (stream_->ended) state |= bit(Readiness::hangup);
  if (stream_->failure) state |= bit(Readiness::error);
  return state;
}

unsigned RemoteStream::readiness() const {
  return channel_.locked([this](rpc::Client& client) {
    const unsigned state = readiness_locked();
    return client.unsent().size() < output_backlog ? state : state & ~bit(Readiness::writable);
  });
}

Task<unsigned> RemoteStream::wait(unsigned wanted) {
  const unsigned enough = wanted | bit(Readiness::error) | bit(Readiness::hangup);
  // wait_for() sends everything first, so that writing is possible after it in any case.
  channel_.wait_for([this, enough] { return (readiness_locked() & enough) != 0; });
  co_return readiness();
}

void RemoteStream::on_change(std::function<void()> listener) {
  channel_.remove_listener(this);
  if (listener) channel_.add_listener(this, std::move(listener));
}

Task<void> RemoteStream::finish() {
  if (closed_) co_return;
  channel_.locked([this](rpc::Client& client) {
    if (!stream_->failure) client.send_stream(*stream_, rpc::Status::ok);
  });
  channel_.wait_for([this] { return stream_->confirmed || stream_->failure; });
  close();
  if (stream_->failure) throw Error(*stream_->failure);
}

void RemoteStream::abort() noexcept {
  if (closed_) return;
  try {
    channel_.locked([this](rpc::Client& client) {
      if (!stream_->failure && client.alive()) client.send_stream(*stream_, rpc::Status::error);
    });
  } catch (...) {  // the daemon will notice when the connection ends
  }
  close();
}

}  // namespace vireo::remote
