// SPDX-License-Identifier: LGPL-2.1-or-later
// The streams that one client has open at the server: each pumps between a driver's ByteStream and packets
// under the serial of the call that opened it. A stream puts data into the output only while little waits
// there, so that it never delays the client's calls by more than that.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>

#include "base/error.hpp"
#include "driver/stream.hpp"
#include "rpc/packet.hpp"

namespace vireo::rpc {

class ServerStreams {
 public:
  /// What the streams need of their session.
  class Host {
   public:
    virtual Bytes& output() = 0;
    virtual std::size_t output_backlog() const = 0;
    virtual void output_changed() = 0;
    /// Runs a stream's orderly end; it must be given the chance even when the session is over.
    virtual void run(Task<void> task) = 0;

   protected:
    ~Host() = default;
  };

  explicit ServerStreams(Host& host) : host_(host) {}
  ~ServerStreams() { abort_all(); }

  void adopt(const Header& call, driver::StreamPtr stream);
  /// A packet of type stream or hole. One for an unknown stream is dropped: it may have ended just now.
  void received(const Packet& packet);
  /// The output has drained.
  void resume();
  void abort_all() noexcept;
  /// Bytes received that their targets have not taken yet.
  std::size_t waiting() const noexcept { return waiting_; }
  std::size_t size() const noexcept { return streams_.size(); }

 private:
  struct Stream;
  using StreamRef = std::shared_ptr<Stream>;

  void pump(const StreamRef& stream);
  void pump_once(Stream& stream);
  bool send_some(Stream& stream);
  bool take_some(Stream& stream);
  void fail(Stream& stream, const ErrorData& error);
  void remove(Stream& stream) noexcept;
  Task<void> finish(StreamRef stream);

  Host& host_;
  std::map<std::uint32_t, StreamRef> streams_;  ///< by serial
  std::size_t waiting_ = 0;
};

}  // namespace vireo::rpc
