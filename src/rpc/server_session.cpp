// SPDX-License-Identifier: LGPL-2.1-or-later
// Packets and calls. What the session answers itself is in server_session_calls.cpp.
#include "rpc/server_session.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "base/logging.hpp"
#include "rpc/wire_error.hpp"

namespace vireo::rpc {
namespace {

Logger log{"rpc.server"};

constexpr std::size_t keep_capacity = 1 << 20;  ///< a buffer that grew beyond is given back when empty

Error rpc_error(std::string text) { return Error(VIR_ERR_RPC, VIR_FROM_RPC, std::move(text)); }

}  // namespace

ServerSession::ServerSession(LoopExecutor executor, const ServerSetup& setup, Service service, Peer peer,
                             std::function<void()> changed)
    : executor_(executor),
      setup_(setup),
      limits_(setup.limits),
      service_(service),
      peer_(peer),
      changed_(std::move(changed)),
      readonly_(service.readonly),
      authenticated_(service.auth == Auth::none),
      events_([this](const std::function<void(Bytes&)>& write) { emit(write); }),
      streams_(*this) {}

ServerSession::~ServerSession() = default;

void ServerSession::received(std::size_t size) {
  assembler_.commit(size);
  keepalive_.heard(Clock::now());
  take_packets();
}

void ServerSession::take_packets() {
  busy_ = true;
  try {
    start_parked();
    while (wants_input()) {
      const auto packet = assembler_.next();
      if (!packet) break;
      take(*packet);
      start_parked();
    }
  } catch (const FramingError& error) {
    disconnect(error.what());
  }
  busy_ = false;
}

bool ServerSession::wants_input() const noexcept {
  return !finished_ && parked_bytes_ < limits_.parked && streams_.waiting() < limits_.stream &&
         output_backlog() < limits_.backlog;
}

void ServerSession::take(const Packet& packet) {
  const Header& header = packet.header;
  if (header.program == keepalive_program) {
    if (header.procedure == static_cast<std::int32_t>(KeepaliveProcedure::ping))
      append_keepalive(out_, KeepaliveProcedure::pong);
    return;
  }
  switch (header.type) {
    case Type::call:
    case Type::call_fds:
      take_call(packet);
      break;
    case Type::stream:
    case Type::hole:
      streams_.received(packet);
      break;
    default:
      break;  // nothing a client may send; harmless
  }
}

void ServerSession::take_call(const Packet& packet) {
  const Header& header = packet.header;
  if (running_ >= limits_.max_client_requests || !parked_.empty()) {
    parked_.push_back({header, Bytes(packet.payload.begin(), packet.payload.end())});
    parked_bytes_ += header_size + packet.payload.size();
    return;
  }
  start(header, packet.payload);
}

void ServerSession::start_parked() {
  while (!parked_.empty() && running_ < limits_.max_client_requests) {
    const Parked next = std::move(parked_.front());
    parked_.pop_front();
    parked_bytes_ -= header_size + next.arguments.size();
    start(next.header, next.arguments);
  }
}

void ServerSession::start(const Header& header, std::span<const std::byte> arguments) {
  if (finished_) return;
  const Procedure* procedure = nullptr;
  try {
    if (header.program != remote_program || header.version != protocol_version)
      throw rpc_error(fmt::format("Cannot find program {} version {}", header.program, header.version));
    if (header.status != Status::ok)
      throw rpc_error(fmt::format("Unexpected message status {}", static_cast<int>(header.status)));
    procedure = find_procedure(header.procedure);
    if (!procedure) throw rpc_error(fmt::format("unknown procedure: {}", header.procedure));
    check_caller(*procedure);
    const ServerCall call{procedure, header};
    Task<void> work = procedure->begin(*this, call, arguments);
    ++running_;
    boost::asio::co_spawn(executor_, drive(shared_from_this(), call, std::move(work)), boost::asio::detached);
  } catch (...) {
    reply_error(header, procedure ? procedure->function : std::string_view());
  }
}

/// What can be said before the arguments are read.
void ServerSession::check_caller(const Procedure& procedure) const {
  if (procedure.permissions.anonymous()) return;
  if (!authenticated_) throw rpc_error("authentication required");
  if (readonly_ && procedure.access == Access::write)
    throw error(VIR_ERR_OPERATION_DENIED, VIR_FROM_DOM, "read only access prevents {}", procedure.function);
}

void ServerSession::authorize(const ServerCall& call, std::uint32_t flags) {
  const Procedure& procedure = *call.procedure;
  for (const Permission& permission : procedure.permissions) {
    if (permission.text == "none" || !permission.applies(flags)) continue;
    if (readonly_ && permission.conditional()) {
      if (permission.text.find(":read_secure") != permission.text.npos)
        throw error(VIR_ERR_OPERATION_DENIED, VIR_FROM_DOM, "{} with secure flag", procedure.function);
      throw error(VIR_ERR_OPERATION_DENIED, VIR_FROM_DOM, "read only access prevents {}", procedure.function);
    }
    if (setup_.access) setup_.access(peer_, procedure, permission.text);
  }
}

driver::Connection& ServerSession::connection() {
  if (!connection_) throw Error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_RPC, "hypervisor connection not open");
  return *connection_;
}

Task<void> ServerSession::drive(std::shared_ptr<ServerSession> self, ServerCall call, Task<void> work) {
  try {
    co_await std::move(work);
  } catch (...) {
    self->reply_error(call.header, call.procedure->function);
  }
  self->work_ended();
}

void ServerSession::run(Task<void> task) {
  ++running_;
  boost::asio::co_spawn(executor_, hold(shared_from_this(), std::move(task)), boost::asio::detached);
}

Task<void> ServerSession::hold(std::shared_ptr<ServerSession> self, Task<void> work) {
  try {
    co_await std::move(work);
  } catch (...) {
    self->disconnect(current_error().message);
  }
  self->work_ended();
}

void ServerSession::work_ended() {
  --running_;
  if (!busy_) take_packets();  // what has waited for this call's end
  if (running_ == 0) idle_.set();
  output_changed();
}

void ServerSession::reply_error(const Header& call, std::string_view function) noexcept {
  try {
    ErrorData data;
    try {
      throw;
    } catch (const DecodeError&) {
      data = rpc_error("Unable to decode message payload").data();
    } catch (...) {
      data = call_error(function);
    }
    Header header = call;
    header.type = Type::reply;
    header.status = Status::error;
    PacketBuilder packet(out_, header);
    packet.encoder().put(to_wire(data));
    packet.finish();
  } catch (...) {
    finished_ = true;  // no memory even for the error: the client must not wait for ever
  }
}

void ServerSession::adopt_stream(const ServerCall& call, driver::StreamPtr stream,
                                 std::span<const std::byte> result) {
  Header header = call.header;
  header.type = Type::reply;
  append_packet(out_, header, result);
  streams_.adopt(call.header, std::move(stream));
}

void ServerSession::sent(std::size_t size) {
  sent_ += size;
  if (sent_ == out_.size()) {
    sent_ = 0;
    if (out_.capacity() > keep_capacity)
      Bytes().swap(out_);
    else
      out_.clear();
  } else if (sent_ > keep_capacity && sent_ > out_.size() / 2) {
    out_.erase(out_.begin(), out_.begin() + static_cast<std::ptrdiff_t>(sent_));
    sent_ = 0;
  }
  if (streams_.size()) streams_.resume();
  if (assembler_.buffered() && !busy_) take_packets();
}

void ServerSession::output_changed() {
  if (!busy_ && changed_) changed_();
}

void ServerSession::emit(const std::function<void(Bytes&)>& write) {
  if (finished_) return;
  if (output_backlog() >= limits_.backlog) {
    disconnect("it does not read its events");
    return;
  }
  write(out_);
  output_changed();
}

void ServerSession::disconnect(std::string_view why) {
  if (finished_) return;
  log.warning("client of pid {} uid {} disconnected: {}", peer_.pid, peer_.uid, why);
  finished_ = true;
  out_.clear();  // whoever is thrown out is not waited for
  sent_ = 0;
  output_changed();
}

std::optional<Deadline> ServerSession::next_timeout() const noexcept {
  if (finished_) return std::nullopt;
  return keepalive_.next();
}

void ServerSession::tick(Deadline now) {
  if (!wants_input()) keepalive_.heard(now);  // its answers may wait unread, by our own doing
  switch (keepalive_.tick(now)) {
    case Keepalive::Action::ping:
      append_keepalive(out_, KeepaliveProcedure::ping);
      break;
    case Keepalive::Action::dead:
      disconnect("it does not answer keepalive messages");
      break;
    case Keepalive::Action::none:
      return;
  }
  output_changed();
}

Task<void> ServerSession::end() {
  const auto self = shared_from_this();
  finished_ = true;
  changed_ = {};
  streams_.abort_all();
  parked_.clear();
  if (running_ > 0) {
    idle_.reset();
    co_await idle_.wait_shielded();
  }
  connection_.reset();
}

}  // namespace vireo::rpc
