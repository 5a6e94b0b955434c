// SPDX-License-Identifier: LGPL-2.1-or-later
// The server end of one client, without sockets: bytes in, calls on the loop, bytes out. The shell feeds it
// and sends its output; everything happens on the loop's thread. Owned by the shell and by its running calls.
#pragma once

#include <deque>
#include <memory>

#include "base/wait_queue.hpp"
#include "rpc/keepalive.hpp"
#include "rpc/procedure.hpp"
#include "rpc/server_events.hpp"
#include "rpc/server_streams.hpp"
#include "rpc/setup.hpp"

namespace vireo::rpc {

class ServerSession final : public std::enable_shared_from_this<ServerSession>,
                            private CallContext,
                            private SessionCalls,
                            private ServerStreams::Host {
 public:
  /// `changed` is called when there is output, or room for input, that came about outside of the shell's own
  /// calls. `setup` outlives the session.
  ServerSession(LoopExecutor executor, const ServerSetup& setup, Service service, Peer peer,
                std::function<void()> changed);
  ~ServerSession() override;

  /// Room for bytes received, and how many have been: runs what they ask for.
  std::span<std::byte> prepare() { return assembler_.prepare(receive_room); }
  void received(std::size_t size);
  /// False while the client is over its limits: do not read from it.
  bool wants_input() const noexcept;

  std::span<const std::byte> unsent() const noexcept { return std::span(out_).subspan(sent_); }
  void sent(std::size_t size);

  /// When tick() wants to be called; may move to later without notice.
  std::optional<Deadline> next_timeout() const noexcept;
  void tick(Deadline now);

  /// The output that is there is the last: send it and disconnect.
  bool finished() const noexcept { return finished_; }
  bool authenticated() const noexcept { return authenticated_; }
  const Peer& peer() const noexcept { return peer_; }
  /// The transport has gone. Ends streams and subscriptions, waits for the calls in progress, and closes the
  /// driver's connection.
  Task<void> end();

 private:
  static constexpr std::size_t receive_room = 32 * 1024;
  struct Parked {
    Header header;
    Bytes arguments;
  };

  // CallContext
  SessionCalls& session() override { return *this; }
  driver::Connection& connection() override;
  void authorize(const ServerCall& call, std::uint32_t flags) override;
  Bytes& output() override { return out_; }
  void adopt_stream(const ServerCall& call, driver::StreamPtr stream,
                    std::span<const std::byte> result) override;

  // SessionCalls
  Task<driver::List<std::int32_t, 20>> auth_list() override;
  Task<std::int32_t> auth_polkit() override;
  Task<void> open(std::optional<std::string> uri, std::uint32_t flags) override;
  Task<void> close() override;
  Task<std::int32_t> supports_feature(std::int32_t feature) override;
  Task<void> set_identity(driver::List<driver::TypedParam, 20> params, std::uint32_t flags) override;
  Task<std::int32_t> register_lifecycle() override;
  Task<std::int32_t> deregister_lifecycle() override;
  Task<void> register_kind(std::int32_t event_id) override;
  Task<void> deregister_kind(std::int32_t event_id) override;
  Task<std::int32_t> register_callback(std::int32_t event_id,
                                       std::optional<driver::DomainRef> domain) override;
  Task<void> deregister_callback(std::int32_t callback) override;
  Task<void> register_close() override;
  Task<void> unregister_close() override;

  // ServerStreams::Host
  std::size_t output_backlog() const override { return out_.size() - sent_; }
  void output_changed() override;
  void run(Task<void> task) override;

  void take_packets();
  void take(const Packet& packet);
  void take_call(const Packet& packet);
  void start(const Header& header, std::span<const std::byte> arguments);
  void check_caller(const Procedure& procedure) const;
  void start_parked();
  void reply_error(const Header& call, std::string_view function) noexcept;
  static Task<void> drive(std::shared_ptr<ServerSession> self, ServerCall call, Task<void> work);
  static Task<void> hold(std::shared_ptr<ServerSession> self, Task<void> work);
  void work_ended();
  void emit(const std::function<void(Bytes&)>& write);
  void disconnect(std::string_view why);

  LoopExecutor executor_;
  const ServerSetup& setup_;
  const Limits limits_;
  const Service service_;
  const Peer peer_;
  std::function<void()> changed_;
  bool readonly_;
  bool authenticated_;
  bool finished_ = false;
  bool busy_ = false;  ///< inside received(): the shell will look at the output anyway
  unsigned running_ = 0;
  AsyncEvent idle_;
  std::optional<driver::List<driver::TypedParam, 20>> identity_;

  Assembler assembler_;
  std::deque<Parked> parked_;
  std::size_t parked_bytes_ = 0;
  Bytes out_;
  std::size_t sent_ = 0;
  Keepalive keepalive_;
  ServerEvents events_;
  ServerStreams streams_;
  driver::ConnectionPtr connection_;
};

}  // namespace vireo::rpc
