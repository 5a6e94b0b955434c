// SPDX-License-Identifier: LGPL-2.1-or-later
// The stream behind a virStreamPtr: nothing until a call such as virDomainOpenConsole gives it a driver's
// stream. That one is touched on the connection's loop only.
#pragma once

#include "api/call.hpp"
#include "driver/stream.hpp"

namespace vireo::api {
class StreamEvents;
}

struct _virStream final : vireo::api::Handle<_virStream, 0x76537472> {
  _virStream(_virConnect& conn, unsigned stream_flags) : connection(conn), flags(stream_flags) {}
  ~_virStream();

  bool nonblocking() const noexcept { return flags & VIR_STREAM_NONBLOCK; }
  /// The driver's stream, or throws VIR_ERR_NO_SUPPORT when none was opened.
  vireo::driver::ByteStream& bytes() const;
  /// Calls `f` on the loop.
  template <class F>
  auto on_loop(F f) {
    return connection->run(vireo::api::as_task(std::move(f)));
  }
  void open(vireo::driver::StreamPtr stream) { stream_ = std::move(stream); }
  /// Ends event functions and lets go of the driver's stream.
  void close();

  vireo::api::Ref<_virConnect> connection;
  const unsigned flags;
  std::shared_ptr<vireo::api::StreamEvents> events;

 private:
  vireo::driver::StreamPtr stream_;
};

namespace vireo::api {

template <>
struct HandleKind<_virStream> {
  static constexpr int invalid = VIR_ERR_INVALID_STREAM, domain = VIR_FROM_STREAMS, from = VIR_FROM_STREAMS;
  static _virConnect& connection(_virStream& handle) { return *handle.connection; }
};

/// Calls the program's function from its event loop while the stream is ready for what it waits for. Shared
/// with the event loop; knows nothing of the stream once stopped.
class StreamEvents : public std::enable_shared_from_this<StreamEvents> {
 public:
  StreamEvents(virStreamPtr stream, int events, virStreamEventCallback function, void* opaque,
               virFreeCallback free);
  /// Throws VIR_ERR_INTERNAL_ERROR when the program has no event loop.
  void start();
  void update(int events);
  /// Not called any more after this; its opaque is freed when it does not run any more.
  void stop();

 private:
  void wake();
  void deliver();
  int ready() const;

  std::mutex mutex_;
  virStreamPtr stream_;  ///< null once stopped
  int events_;
  virStreamEventCallback function_;
  void* opaque_;
  virFreeCallback free_;
  int timer_ = -1;
  bool delivering_ = false;
};

/// Reads or writes once, waiting first when the stream is a blocking one: the bytes, or -2 when it would
/// block.
int receive(virStreamPtr stream, char* data, std::size_t size);
int send(virStreamPtr stream, const char* data, std::size_t size);

}  // namespace vireo::api
