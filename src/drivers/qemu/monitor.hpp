// SPDX-License-Identifier: LGPL-2.1-or-later
// The QMP machine on a socket. Owned by the Running part of a domain or by a capabilities probe; lives on the
// loop. Every command has a deadline; one that passes it fails that call only and is remembered for
// virDomainGetControlInfo.
#pragma once

#include <boost/asio/local/stream_protocol.hpp>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "base/loop.hpp"
#include "base/task.hpp"
#include "drivers/qemu/qmp.hpp"

namespace vireo::qemu {

class Monitor : public std::enable_shared_from_this<Monitor> {
 public:
  using EventHandler = std::function<void(const qmp::Event&)>;
  /// Called once when QEMU closes the connection or talks garbage (`why` then says what).
  using EndHandler = std::function<void(std::string why)>;

  /// Takes over the connected socket `fd`. `name` appears in messages and logs.
  Monitor(Loop& loop, int fd, std::string name);
  ~Monitor();
  Monitor(const Monitor&) = delete;

  /// Starts reading; handlers are called on the loop.
  void start(EventHandler on_event, EndHandler on_end);
  /// Closes the socket: commands under way fail; no handler is called any more.
  void close();

  /// Runs one command. Throws VIR_ERR_OPERATION_TIMEOUT after `deadline`, VIR_ERR_OPERATION_FAILED "unable to
  /// execute QEMU command 'NAME': …" when QEMU refuses, VIR_ERR_INTERNAL_ERROR when the connection ends.
  Task<boost::json::value> call(qmp::Command command, Deadline deadline);

  const std::optional<qmp::Greeting>& greeting() const noexcept { return greeting_; }
  bool closed() const noexcept { return closed_; }
  /// Commands whose deadline passed without an answer so far: QEMU does not react.
  unsigned unanswered() const noexcept { return unanswered_; }
  /// Since when the oldest command under way waits; empty when none is.
  std::optional<Clock::time_point> waiting_since() const;

 private:
  struct Slot;

  Task<void> read_loop(std::shared_ptr<Monitor> self);
  Task<void> write_loop(std::shared_ptr<Monitor> self);
  void flush();
  void dispatch();
  void deliver(qmp::Reply reply);
  void end(std::string why);

  Loop& loop_;
  std::string name_;
  boost::asio::local::stream_protocol::socket socket_;
  qmp::Machine machine_;
  std::map<std::uint64_t, Slot*> slots_;
  std::optional<qmp::Greeting> greeting_;
  EventHandler on_event_;
  EndHandler on_end_;
  std::string outgoing_;
  std::string end_reason_;
  unsigned unanswered_ = 0;
  bool writing_ = false;
  bool closed_ = false;
};

}  // namespace vireo::qemu
