// SPDX-License-Identifier: LGPL-2.1-or-later
#include "rpc/client.hpp"

#include "rpc/wire_error.hpp"

namespace vireo::rpc {
namespace {

ErrorData read_error(std::span<const std::byte> payload) {
  Decoder in(payload);
  const auto error = in.get<WireError>();
  in.finish();
  return from_wire(error);
}

}  // namespace

void Client::check_alive() const {
  if (failure_) throw Error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_RPC, "client socket is closed");
}

std::shared_ptr<ClientStream> Client::add_stream(const Waiter& waiter, std::int32_t procedure) {
  auto stream = std::make_shared<ClientStream>();
  stream->procedure = procedure;
  stream->serial = waiter.serial;
  streams_[stream->serial] = stream;
  return stream;
}

void Client::send_stream(const ClientStream& stream, Status status, std::span<const std::byte> data) {
  check_alive();
  Header header;
  header.procedure = stream.procedure;
  header.type = Type::stream;
  header.serial = stream.serial;
  header.status = status;
  append_packet(out_, header, data);
}

std::size_t Client::stream_backlog() const noexcept {
  std::size_t size = 0;
  for (const auto& [serial, stream] : streams_) size += stream->size;
  return size;
}

std::vector<Waiter*> Client::received(std::size_t size) {
  assembler_.commit(size);
  keepalive_.heard(Clock::now());
  std::vector<Waiter*> done;
  try {
    while (const auto packet = assembler_.next())
      if (Waiter* waiter = take(*packet)) done.push_back(waiter);
  } catch (const FramingError& cause) {
    const auto failed = fail(error(VIR_ERR_RPC, VIR_FROM_RPC, "the daemon sent a {}", cause.what()).data());
    done.insert(done.end(), failed.begin(), failed.end());
  }
  return done;
}

Waiter* Client::take(const Packet& packet) {
  const Header& header = packet.header;
  if (header.program == keepalive_program) {
    if (header.procedure == static_cast<std::int32_t>(KeepaliveProcedure::ping))
      append_keepalive(out_, KeepaliveProcedure::pong);
    return nullptr;
  }
  switch (header.type) {
    case Type::reply:
    case Type::reply_fds:
      return take_reply(packet);
    case Type::event:
      take_event(packet);
      return nullptr;
    case Type::stream:
    case Type::hole:
      take_stream(packet);
      return nullptr;
    default:
      return nullptr;
  }
}

Waiter* Client::take_reply(const Packet& packet) {
  const auto found = waiters_.find(packet.header.serial);
  if (found == waiters_.end()) return nullptr;
  Waiter* waiter = found->second;
  waiters_.erase(found);
  waiter->done = true;
  try {
    if (packet.header.status == Status::error)
      waiter->failure = read_error(packet.payload);
    else
      waiter->reply.assign(packet.payload.begin(), packet.payload.end());
  } catch (const DecodeError&) {
    waiter->failure = Error(VIR_ERR_RPC, VIR_FROM_RPC, "Unable to decode message payload").data();
  }
  return waiter;
}

void Client::take_event(const Packet& packet) {
  try {
    if (packet.header.procedure == connection_closed) {
      close_reason_ = Decoder(packet.payload).get<std::int32_t>();
    } else if (auto event = read_event(packet.header.procedure, packet.payload)) {
      events_.push_back(std::move(*event));
    }
  } catch (const DecodeError&) {
    throw FramingError("malformed event");
  }
}

void Client::take_stream(const Packet& packet) {
  const auto found = streams_.find(packet.header.serial);
  if (found == streams_.end()) return;
  ClientStream& stream = *found->second;
  stream_change_ = true;
  try {
    if (packet.header.type == Type::hole)
      stream.failure = error(VIR_ERR_NO_SUPPORT, VIR_FROM_STREAMS, "a hole in this stream").data();
    else if (packet.header.status == Status::error)
      stream.failure = read_error(packet.payload);
    else if (packet.header.status == Status::ok)
      stream.confirmed = stream.ended = true;
    else if (packet.payload.empty())
      stream.ended = true;
    else {
      stream.incoming.emplace_back(packet.payload.begin(), packet.payload.end());
      stream.size += packet.payload.size();
    }
  } catch (const DecodeError&) {
    throw FramingError("malformed stream error");
  }
}

void Client::sent(std::size_t size) {
  sent_ += size;
  if (sent_ < out_.size()) return;
  sent_ = 0;
  if (out_.capacity() > (1 << 20))
    Bytes().swap(out_);
  else
    out_.clear();
}

std::vector<Waiter*> Client::fail(const ErrorData& error) {
  std::vector<Waiter*> all;
  if (!failure_) failure_ = error;
  for (const auto& [serial, waiter] : waiters_) {
    waiter->done = true;
    waiter->failure = error;
    all.push_back(waiter);
  }
  waiters_.clear();
  for (const auto& [serial, stream] : streams_)
    if (!stream->failure && !stream->confirmed) stream->failure = error;
  stream_change_ = true;
  keepalive_.start(0, 0, {});
  return all;
}

}  // namespace vireo::rpc
