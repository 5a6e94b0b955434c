// SPDX-License-Identifier: LGPL-2.1-or-later
// The client end without sockets: calls become bytes, bytes become replies, events and stream data. Not
// thread-safe; its owner locks around it.
#pragma once

#include <deque>
#include <map>
#include <memory>

#include "base/error.hpp"
#include "rpc/event_table.hpp"
#include "rpc/keepalive.hpp"

namespace vireo::rpc {

/// A call that waits for its reply. Owned by the caller, who takes it back with Client::forget() when it
/// goes away earlier.
struct Waiter {
  std::uint32_t serial = 0;
  bool done = false;
  std::optional<ErrorData> failure;
  Bytes reply;  ///< payload
};

/// The client's half of a stream.
struct ClientStream {
  std::int32_t procedure = 0;
  std::uint32_t serial = 0;
  std::deque<Bytes> incoming;
  std::size_t taken = 0;   ///< bytes of incoming.front() that have been read
  std::size_t size = 0;    ///< bytes not yet read
  bool ended = false;      ///< the peer has sent all
  bool confirmed = false;  ///< the peer has answered our end
  std::optional<ErrorData> failure;
};

class Client {
 public:
  /// Appends the call `procedure` with what `arguments` encodes and registers the waiter.
  template <class F>
  void call(Waiter& waiter, std::int32_t procedure, F arguments) {
    check_alive();
    Header header;
    header.procedure = procedure;
    header.serial = waiter.serial = next_serial_++;
    PacketBuilder packet(out_, header);
    arguments(packet.encoder());
    packet.finish();
    waiters_[waiter.serial] = &waiter;
  }
  void forget(Waiter& waiter) noexcept { waiters_.erase(waiter.serial); }

  /// A stream on the call that `waiter` has made; register it before the reply is awaited.
  std::shared_ptr<ClientStream> add_stream(const Waiter& waiter, std::int32_t procedure);
  void send_stream(const ClientStream& stream, Status status, std::span<const std::byte> data = {});
  void remove_stream(const ClientStream& stream) noexcept { streams_.erase(stream.serial); }
  /// Bytes that have come for streams and were not read.
  std::size_t stream_backlog() const noexcept;

  std::span<std::byte> prepare() { return assembler_.prepare(32 * 1024); }
  /// Bytes have come into prepare()'s room. Returns the waiters that are done now. A peer that breaks the
  /// protocol fails everything.
  std::vector<Waiter*> received(std::size_t size);
  std::span<const std::byte> unsent() const noexcept { return std::span(out_).subspan(sent_); }
  void sent(std::size_t size);

  /// The connection has ended: everything that waits fails with `error`, later calls with "closed". Returns
  /// the waiters.
  std::vector<Waiter*> fail(const ErrorData& error);
  bool alive() const noexcept { return !failure_; }

  void send_ping() { append_keepalive(out_, KeepaliveProcedure::ping); }
  Keepalive& keepalive() noexcept { return keepalive_; }
  const Keepalive& keepalive() const noexcept { return keepalive_; }

  std::deque<ReceivedEvent> take_events() { return std::exchange(events_, {}); }
  bool has_events() const noexcept { return !events_.empty(); }
  /// The hypervisor side of the daemon has closed: virConnectCloseReason, once.
  std::optional<int> take_close_reason() { return std::exchange(close_reason_, std::nullopt); }
  /// Has stream data or a stream's end come since the last question?
  bool take_stream_change() noexcept { return std::exchange(stream_change_, false); }

 private:
  void check_alive() const;
  Waiter* take(const Packet& packet);
  Waiter* take_reply(const Packet& packet);
  void take_event(const Packet& packet);
  void take_stream(const Packet& packet);

  Assembler assembler_;
  Bytes out_;
  std::size_t sent_ = 0;
  std::uint32_t next_serial_ = 1;
  std::map<std::uint32_t, Waiter*> waiters_;
  std::map<std::uint32_t, std::shared_ptr<ClientStream>> streams_;
  std::deque<ReceivedEvent> events_;
  std::optional<int> close_reason_;
  bool stream_change_ = false;
  std::optional<ErrorData> failure_;
  Keepalive keepalive_;
};

}  // namespace vireo::rpc
