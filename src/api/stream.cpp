// SPDX-License-Identifier: LGPL-2.1-or-later
#include "api/stream.hpp"

#include <climits>

using namespace vireo::api;
using vireo::Task;
using vireo::driver::ByteStream;
using vireo::driver::Readiness;

_virStream::~_virStream() {
  try {
    close();
  } catch (...) {
    // Only memory can be short; the driver's stream then goes with this object.
  }
}

void _virStream::close() {
  if (auto old = std::exchange(events, nullptr)) old->stop();
  if (stream_) on_loop([this] { stream_.reset(); });
}

ByteStream& _virStream::bytes() const {
  if (!stream_) vireo::driver::unsupported();
  return *stream_;
}

namespace {

constexpr int would_block = -2;

Task<int> read_some(ByteStream& stream, std::span<std::byte> to, bool wait) {
  for (;;) {
    if (auto count = stream.try_read(to)) co_return static_cast<int>(*count);
    if (!wait) co_return would_block;
    co_await stream.wait(static_cast<unsigned>(Readiness::readable));
  }
}

Task<int> write_some(ByteStream& stream, std::span<const std::byte> from, bool wait) {
  for (;;) {
    if (auto count = stream.try_write(from)) co_return static_cast<int>(*count);
    if (!wait) co_return would_block;
    co_await stream.wait(static_cast<unsigned>(Readiness::writable));
  }
}

}  // namespace

int vireo::api::receive(virStreamPtr stream, char* data, std::size_t size) {
  auto to = std::as_writable_bytes(std::span(data, std::min<std::size_t>(size, INT_MAX)));
  return stream->connection->run(read_some(stream->bytes(), to, !stream->nonblocking()));
}

int vireo::api::send(virStreamPtr stream, const char* data, std::size_t size) {
  auto from = std::as_bytes(std::span(data, std::min<std::size_t>(size, INT_MAX)));
  return stream->connection->run(write_some(stream->bytes(), from, !stream->nonblocking()));
}

extern "C" {

virStreamPtr virStreamNew(virConnectPtr conn, unsigned int flags) {
  return call(conn, Access::read, [=](auto& self) { return new _virStream(self.handle, flags); });
}

int virStreamRef(virStreamPtr st) {
  return call(st, Access::read, [](auto& self) { self.handle.ref(); });
}

int virStreamFree(virStreamPtr st) {
  return call(st, Access::read, [](auto& self) { self.handle.unref(); });
}

int virStreamSend(virStreamPtr st, const char* data, size_t nbytes) {
  return call(st, Access::read, [=](auto& self) {
    self.not_null(data, "data");
    return send(st, data, nbytes);
  });
}

int virStreamRecv(virStreamPtr st, char* data, size_t nbytes) {
  return call(st, Access::read, [=](auto& self) {
    self.not_null(data, "data");
    return receive(st, data, nbytes);
  });
}

int virStreamRecvFlags(virStreamPtr st, char* data, size_t nbytes, unsigned int flags) {
  return call(st, Access::read, [=](auto& self) {
    self.not_null(data, "data");
    // VIR_STREAM_RECV_STOP_AT_HOLE: only a stream opened sparse has holes, and no driver opens one so. A peer
    // that sends a hole unasked breaks the stream (rpc::Client): it is never taken for data.
    if (flags & ~unsigned(VIR_STREAM_RECV_STOP_AT_HOLE))
      throw bad_argument(self.function, "flags", fmt::format("unsupported flags (0x{:x})", flags));
    return receive(st, data, nbytes);
  });
}

int virStreamFinish(virStreamPtr st) {
  return call(st, Access::read, [](auto& self) {
    self.connection().run(self.handle.bytes().finish());
    self.handle.close();
  });
}

int virStreamAbort(virStreamPtr st) {
  return call(st, Access::read, [](auto& self) {
    auto& stream = self.handle;
    if (stream.events) stream.events->stop();
    auto& bytes = stream.bytes();
    stream.on_loop([&bytes] { bytes.abort(); });
    stream.close();
  });
}

int virDomainOpenConsole(virDomainPtr dom, const char* dev_name, virStreamPtr st, unsigned int flags) {
  return call(dom, Access::write, [=](auto& self) {
    check(st, Access::write, self.function);
    st->open(self.template run<&vireo::driver::Console::open_console>(optional_text(dev_name), flags));
  });
}

int virDomainOpenChannel(virDomainPtr dom, const char* name, virStreamPtr st, unsigned int flags) {
  return call(dom, Access::write, [=](auto& self) {
    check(st, Access::write, self.function);
    st->open(self.template run<&vireo::driver::Console::open_channel>(optional_text(name), flags));
  });
}
}
