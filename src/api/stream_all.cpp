// SPDX-License-Identifier: LGPL-2.1-or-later
// Moving a whole stream through functions of the program.
#include <cerrno>

#include "api/stream.hpp"

using namespace vireo::api;

namespace {

constexpr std::size_t chunk = 65536;

void only_blocking(const Call<_virStream>& self) {
  if (self.handle.nonblocking())
    throw vireo::error(VIR_ERR_OPERATION_INVALID, VIR_FROM_STREAMS, "{} needs a blocking stream",
                       self.function);
}

/// The program's function failed: as when it had aborted the stream itself.
[[noreturn]] void give_up(virStreamPtr stream, const char* function, int reason) {
  stream->on_loop([&bytes = stream->bytes()] { bytes.abort(); });
  stream->close();
  if (reason)
    throw vireo::system_error(reason, VIR_FROM_STREAMS, fmt::format("the function given to {}", function));
  throw vireo::error(VIR_ERR_OPERATION_ABORTED, VIR_FROM_STREAMS, "by the function given to {}", function);
}

}  // namespace

extern "C" {

int virStreamSendAll(virStreamPtr stream, virStreamSourceFunc handler, void* opaque) {
  return call(stream, Access::read, [=](auto& self) {
    self.not_null(reinterpret_cast<void*>(handler), "handler");
    only_blocking(self);
    std::vector<char> buffer(chunk);
    for (;;) {
      errno = 0;
      int count = handler(stream, buffer.data(), buffer.size(), opaque);
      if (count < 0) give_up(stream, self.function, errno);
      if (count == 0) return;
      for (int sent = 0; sent < count;) sent += send(stream, buffer.data() + sent, count - sent);
    }
  });
}

int virStreamRecvAll(virStreamPtr stream, virStreamSinkFunc handler, void* opaque) {
  return call(stream, Access::read, [=](auto& self) {
    self.not_null(reinterpret_cast<void*>(handler), "handler");
    only_blocking(self);
    std::vector<char> buffer(chunk);
    for (;;) {
      int count = receive(stream, buffer.data(), buffer.size());
      if (count == 0) return;
      for (int taken = 0; taken < count;) {
        errno = 0;
        int done = handler(stream, buffer.data() + taken, count - taken, opaque);
        if (done < 0) give_up(stream, self.function, errno);
        taken += done;
      }
    }
  });
}
}
