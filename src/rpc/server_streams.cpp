// SPDX-License-Identifier: LGPL-2.1-or-later
#include "rpc/server_streams.hpp"

#include <array>

#include "rpc/wire_error.hpp"

namespace vireo::rpc {
namespace {

constexpr std::size_t chunk = 64 * 1024;    ///< data of one packet
constexpr std::size_t enough = 256 * 1024;  ///< waits in the output: no stream adds to it

}  // namespace

struct ServerStreams::Stream {
  Header header;  ///< of its packets; status to be set
  driver::StreamPtr stream;
  std::deque<Bytes> waiting;  ///< for the driver to take
  std::size_t taken = 0;      ///< bytes of waiting.front()
  bool ended = false;         ///< end of file was sent
  bool finishing = false;     ///< the client has sent everything
  bool gone = false;
  bool pumping = false;
  bool again = false;
};

void ServerStreams::adopt(const Header& call, driver::StreamPtr stream) {
  auto added = std::make_shared<Stream>();
  added->header = call;
  added->header.type = Type::stream;
  added->stream = std::move(stream);
  streams_[call.serial] = added;
  added->stream->on_change([this, weak = std::weak_ptr(added)] {
    // Pumping may end the stream, and with it this very function object: its captures are not touched after.
    const auto stream = weak.lock();
    ServerStreams* self = this;
    if (!stream) return;
    self->pump(stream);
    self->host_.output_changed();
  });
  pump(added);
}

void ServerStreams::received(const Packet& packet) {
  const auto found = streams_.find(packet.header.serial);
  if (found == streams_.end()) return;
  const StreamRef stream = found->second;
  if (packet.header.type == Type::hole) {
    fail(*stream, error(VIR_ERR_NO_SUPPORT, VIR_FROM_STREAMS, "a hole in this stream").data());
  } else if (packet.header.status == Status::error) {
    stream->stream->abort();
    Header header = stream->header;
    header.status = Status::ok;
    append_packet(host_.output(), header);
    remove(*stream);
  } else if (packet.header.status == Status::ok) {
    stream->finishing = true;
    pump(stream);
  } else if (!packet.payload.empty() && !stream->finishing) {
    stream->waiting.emplace_back(packet.payload.begin(), packet.payload.end());
    waiting_ += packet.payload.size();
    pump(stream);
  }
}

void ServerStreams::resume() {
  if (host_.output_backlog() >= enough) return;
  const auto all = streams_;  // a stream may end meanwhile
  for (const auto& [serial, stream] : all) pump(stream);
}

void ServerStreams::abort_all() noexcept {
  while (!streams_.empty()) {
    const StreamRef stream = streams_.begin()->second;
    stream->stream->abort();
    remove(*stream);
  }
}

/// The driver may call back from inside of a read or write: then one more round is made.
void ServerStreams::pump(const StreamRef& stream) {
  stream->again = true;
  if (stream->pumping) return;
  stream->pumping = true;
  while (std::exchange(stream->again, false) && !stream->gone) pump_once(*stream);
  stream->pumping = false;
  if (stream->gone || !stream->finishing || !stream->waiting.empty()) return;
  const StreamRef ending = stream;
  remove(*stream);
  host_.run(finish(ending));
}

void ServerStreams::pump_once(Stream& stream) {
  try {
    while (take_some(stream)) {
    }
    while (!stream.ended && host_.output_backlog() < enough && send_some(stream)) {
    }
  } catch (...) {
    fail(stream, current_error());
  }
}

bool ServerStreams::take_some(Stream& stream) {
  if (stream.waiting.empty()) return false;
  const Bytes& front = stream.waiting.front();
  const auto written = stream.stream->try_write(std::span(front).subspan(stream.taken));
  if (!written) return false;
  stream.taken += *written;
  waiting_ -= *written;
  if (stream.taken == front.size()) {
    stream.waiting.pop_front();
    stream.taken = 0;
  }
  return true;
}

bool ServerStreams::send_some(Stream& stream) {
  std::array<std::byte, chunk> buffer;
  const auto size = stream.stream->try_read(buffer);
  if (!size) return false;
  Header header = stream.header;
  header.status = Status::proceed;
  append_packet(host_.output(), header, std::span(buffer).first(*size));
  if (*size == 0) stream.ended = true;
  return true;
}

void ServerStreams::fail(Stream& stream, const ErrorData& error) {
  Header header = stream.header;
  header.status = Status::error;
  PacketBuilder packet(host_.output(), header);
  packet.encoder().put(to_wire(error));
  packet.finish();
  stream.stream->abort();
  remove(stream);
}

void ServerStreams::remove(Stream& stream) noexcept {
  stream.gone = true;
  stream.stream->on_change({});
  for (const Bytes& bytes : stream.waiting) waiting_ -= bytes.size();
  if (!stream.waiting.empty()) waiting_ += stream.taken;
  streams_.erase(stream.header.serial);
}

Task<void> ServerStreams::finish(StreamRef stream) {
  Header header = stream->header;
  ErrorData error;
  bool failed = false;
  try {
    co_await stream->stream->finish();
  } catch (...) {
    error = current_error();
    failed = true;
  }
  header.status = failed ? Status::error : Status::ok;
  PacketBuilder packet(host_.output(), header);
  if (failed) packet.encoder().put(to_wire(error));
  packet.finish();
  host_.output_changed();
}

}  // namespace vireo::rpc
