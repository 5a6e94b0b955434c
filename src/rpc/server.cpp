// SPDX-License-Identifier: LGPL-2.1-or-later
// Two coroutines would do for each client; callbacks save their frames and a turn of the loop in each call.
#include "rpc/server.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/post.hpp>
#include <list>
#include <unordered_map>

#include "base/escaped.hpp"
#include "base/logging.hpp"
#include "rpc/server_session.hpp"

namespace vireo::rpc {
namespace {

Logger log{"rpc.server"};

using Socket = boost::asio::basic_stream_socket<boost::asio::local::stream_protocol, LoopExecutor>;
using Acceptor = boost::asio::basic_socket_acceptor<boost::asio::local::stream_protocol, LoopExecutor>;
using boost::system::error_code;

Peer peer_of(int fd) {
  ucred credentials{};
  socklen_t size = sizeof credentials;
  if (getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &credentials, &size) < 0)
    throw system_error(errno, VIR_FROM_RPC, "Failed to get client socket identity");
  return {credentials.pid, credentials.uid, credentials.gid};
}

}  // namespace

struct Server::State : std::enable_shared_from_this<State> {
  State(Loop& loop, ServerSetup given) : loop(loop), setup(std::move(given)) {}

  Loop& loop;
  ServerSetup setup;
  std::unordered_map<std::uint64_t, std::shared_ptr<Client>> clients;
  std::list<std::shared_ptr<Listener>> listeners;
  std::function<void(std::size_t)> clients_changed;
  std::uint64_t next_id = 1;
  std::size_t ending = 0;  ///< clients whose calls still run
  AsyncEvent all_ended;
  bool closing = false;

  std::size_t anonymous() const;
  bool full() const;
  void add(Socket socket, Service service);
  void remove(std::uint64_t id);
  void ended();
  void accept_again();
};

/// One client's socket. Kept alive by its operations in flight and by the server's list.
class Server::Client : public std::enable_shared_from_this<Client> {
 public:
  Client(std::shared_ptr<State> server, Socket socket, Service service, ClientInfo info)
      : server_(std::move(server)), socket_(std::move(socket)), timer_(socket_.get_executor()), info_(info) {
    session_ = std::make_shared<ServerSession>(socket_.get_executor(), server_->setup, service, info.peer,
                                               [this] { turn(); });
  }

  void start() { turn(); }
  void stop() {
    if (std::exchange(stopped_, true)) return;
    error_code ignored;
    timer_.cancel();
    socket_.close(ignored);
    ++server_->ending;
    server_->loop.spawn("client's end", end(shared_from_this()));
    server_->remove(info_.id);
  }
  const ClientInfo& info() const noexcept { return info_; }
  bool authenticated() const noexcept { return session_->authenticated(); }

 private:
  /// Does whatever there is to do: send, read, arm the timer.
  void turn();
  bool send();
  void read();
  void arm_timer();
  static Task<void> end(std::shared_ptr<Client> self) {
    co_await boost::asio::post(use_task);  // whoever found the client gone may be in the middle of the driver
    co_await self->session_->end();
    self->server_->ended();
  }

  std::shared_ptr<State> server_;
  Socket socket_;
  Timer timer_;
  ClientInfo info_;
  std::shared_ptr<ServerSession> session_;
  bool reading_ = false;
  bool waiting_to_send_ = false;
  bool timing_ = false;
  bool was_authenticated_ = false;
  bool stopped_ = false;
};

void Server::Client::turn() {
  if (stopped_) return;
  if (!send()) return stop();
  if (session_->finished() && session_->unsent().empty()) return stop();
  if (session_->authenticated() != was_authenticated_) {
    was_authenticated_ = true;
    server_->accept_again();
  }
  read();
  arm_timer();
}

/// False when the client has gone.
bool Server::Client::send() {
  while (!waiting_to_send_ && !session_->unsent().empty()) {
    const auto bytes = session_->unsent();
    const ssize_t size =
        ::send(socket_.native_handle(), bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (size >= 0) {
      session_->sent(static_cast<std::size_t>(size));
    } else if (errno == EAGAIN) {
      waiting_to_send_ = true;
      socket_.async_wait(Socket::wait_write, [self = shared_from_this()](error_code) {
        self->waiting_to_send_ = false;
        self->turn();
      });
    } else if (errno != EINTR) {
      return false;
    }
  }
  return true;
}

void Server::Client::read() {
  if (reading_ || !session_->wants_input()) return;
  reading_ = true;
  const auto room = session_->prepare();
  socket_.async_read_some(boost::asio::buffer(room.data(), room.size()),
                          [self = shared_from_this()](error_code error, std::size_t size) {
                            self->reading_ = false;
                            if (self->stopped_) return;
                            if (error) return self->stop();
                            self->session_->received(size);
                            self->turn();
                          });
}

/// The deadline only moves away while the timer runs: it is looked at again when it has passed.
void Server::Client::arm_timer() {
  if (timing_) return;
  const auto deadline = session_->next_timeout();
  if (!deadline) return;
  timing_ = true;
  timer_.expires_at(*deadline);
  timer_.async_wait([self = shared_from_this()](error_code error) {
    self->timing_ = false;
    if (error || self->stopped_) return;
    self->session_->tick(Clock::now());
    self->turn();
  });
}

/// A listening socket; does not accept while the server is full.
class Server::Listener : public std::enable_shared_from_this<Listener> {
 public:
  Listener(State& server, int fd, Service service)
      : server_(server),
        service_(service),
        acceptor_(server.loop.executor(), boost::asio::local::stream_protocol(), fd) {}

  void accept() {
    if (accepting_ || server_.closing || server_.full()) return;
    accepting_ = true;
    acceptor_.async_accept(
        [self = shared_from_this(), state = server_.shared_from_this()](error_code error, Socket socket) {
          self->accepting_ = false;
          if (error == boost::asio::error::operation_aborted) return;
          if (error)
            log.error("cannot accept a client: {}", error.message());
          else
            state->add(std::move(socket), self->service_);
          if (!error || error == boost::asio::error::connection_aborted) return self->accept();
          self->retry();
        });
  }
  void close() {
    error_code ignored;
    acceptor_.close(ignored);
    pause_.cancel();
  }

 private:
  /// Out of descriptors or memory: clients that leave give them back.
  void retry() {
    pause_.expires_after(std::chrono::milliseconds(200));
    pause_.async_wait([self = shared_from_this()](error_code error) {
      if (!error) self->accept();
    });
  }

  State& server_;
  Service service_;
  Acceptor acceptor_;
  Timer pause_{acceptor_.get_executor(), Deadline{}};
  bool accepting_ = false;
};

std::size_t Server::State::anonymous() const {
  std::size_t count = 0;
  for (const auto& [id, client] : clients) count += !client->authenticated();
  return count;
}

bool Server::State::full() const {
  const Limits& limits = setup.limits;
  return clients.size() >= limits.max_clients ||
         (limits.max_anonymous_clients && anonymous() >= limits.max_anonymous_clients);
}

void Server::State::add(Socket socket, Service service) {
  try {
    ClientInfo info{next_id++, peer_of(socket.native_handle()), service.readonly,
                    std::chrono::system_clock::now()};
    auto client = std::make_shared<Client>(shared_from_this(), std::move(socket), service, info);
    clients.emplace(info.id, client);
    client->start();
  } catch (...) {
    report_escaped("accepting a client", std::current_exception());
    return;
  }
  if (clients_changed) clients_changed(clients.size());
}

void Server::State::remove(std::uint64_t id) {
  clients.erase(id);
  if (clients_changed) clients_changed(clients.size());
  accept_again();
}

void Server::State::ended() {
  if (--ending == 0) all_ended.set();
}

void Server::State::accept_again() {
  for (const auto& listener : listeners) listener->accept();
}

Server::Server(Loop& loop, ServerSetup setup) : state_(std::make_shared<State>(loop, std::move(setup))) {}

Server::~Server() = default;

void Server::listen(int fd, Service service) {
  state_->listeners.push_back(std::make_shared<Listener>(*state_, fd, service));
  state_->listeners.back()->accept();
}

void Server::accept(int fd, Service service) {
  state_->add(Socket(state_->loop.executor(), boost::asio::local::stream_protocol(), fd), service);
}

std::size_t Server::clients() const noexcept { return state_->clients.size(); }

std::vector<ClientInfo> Server::list() const {
  std::vector<ClientInfo> all;
  for (const auto& [id, client] : state_->clients) all.push_back(client->info());
  return all;
}

void Server::on_clients_changed(std::function<void(std::size_t)> handler) {
  state_->clients_changed = std::move(handler);
}

void Server::set_limits(const Limits& limits) {
  state_->setup.limits = limits;
  state_->accept_again();
}

Task<void> Server::close() {
  const auto state = state_;
  state->closing = true;
  for (const auto& listener : state->listeners) listener->close();
  state->listeners.clear();
  const auto clients = state->clients;
  for (const auto& [id, client] : clients) client->stop();
  if (state->ending > 0) {
    state->all_ended.reset();
    co_await state->all_ended.wait_shielded();
  }
}

}  // namespace vireo::rpc
