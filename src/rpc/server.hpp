// SPDX-License-Identifier: LGPL-2.1-or-later
// The server end on sockets: a thin shell around rpc::ServerSession, one for each client. Lives on one loop;
// close() it there before it is destroyed.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

#include "base/loop.hpp"
#include "rpc/setup.hpp"

namespace vireo::rpc {

struct ClientInfo {
  std::uint64_t id = 0;
  Peer peer;
  bool readonly = false;
  std::chrono::system_clock::time_point since;
};

class Server {
 public:
  Server(Loop& loop, ServerSetup setup);
  ~Server();
  Server(const Server&) = delete;

  /// Takes over a listening unix socket and accepts from it as long as the limits allow.
  void listen(int fd, Service service);
  /// Takes over a connected socket.
  void accept(int fd, Service service);

  std::size_t clients() const noexcept;
  std::vector<ClientInfo> list() const;
  /// Called whenever the number of clients has changed (for --timeout).
  void on_clients_changed(std::function<void(std::size_t)> handler);
  /// For SIGHUP: for clients that come from now on.
  void set_limits(const Limits& limits);

  /// Accepts nobody any more, disconnects everybody, and ends when all their calls have.
  Task<void> close();

 private:
  class Client;
  class Listener;
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace vireo::rpc
