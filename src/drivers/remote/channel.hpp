// SPDX-License-Identifier: LGPL-2.1-or-later
// The blocking shell around rpc::Client: calls from any number of threads over one socket. Whoever waits
// first reads the socket for all (the leader) and hands over when what it waited for has come. When nobody
// is in a call, ready() does the same without waiting. Any thread may call anything.
#pragma once

#include <condition_variable>
#include <functional>
#include <list>
#include <memory>
#include <mutex>

#include "base/unique_fd.hpp"
#include "rpc/client.hpp"

namespace vireo::remote {

class Channel {
 public:
  /// What arrives unasked. Called without any lock, one thread at a time, in the order of arrival.
  struct Listener {
    virtual ~Listener() = default;
    virtual void on_event(const rpc::ReceivedEvent& event) = 0;
    /// The connection has ended, or its hypervisor side has: virConnectCloseReason.
    virtual void on_closed(int reason) = 0;
    virtual void on_wanted_change() = 0;
  };

  /// Takes over a connected blocking stream socket.
  Channel(UniqueFd socket, Listener& listener);
  ~Channel();

  /// A call on its way; taken back when it goes out of scope.
  class Pending {
   public:
    explicit Pending(Channel& channel) : channel_(channel) {}
    ~Pending();
    Pending(const Pending&) = delete;
    /// Waits for the reply and returns its payload, or throws what the daemon says or why there is none.
    /// After `deadline`: VIR_ERR_OPERATION_TIMEOUT.
    rpc::Bytes& wait(std::optional<Deadline> deadline = {});

   private:
    friend class Channel;
    Channel& channel_;
    rpc::Waiter waiter_;
  };

  /// Puts a call into the output; Pending::wait or the next send() sends it.
  template <class F>
  void post(Pending& pending, std::int32_t procedure, F encode) {
    std::lock_guard lock(mutex_);
    client_.call(pending.waiter_, procedure, std::move(encode));
  }
  template <class F>
  rpc::Bytes call(std::int32_t procedure, F encode) {
    Pending pending(*this);
    post(pending, procedure, std::move(encode));
    return std::move(pending.wait());
  }

  // Streams.
  std::shared_ptr<rpc::ClientStream> add_stream(const Pending& pending, std::int32_t procedure);
  void remove_stream(const rpc::ClientStream& stream) noexcept;
  /// Calls `listener` whenever stream data or a stream's end has come. The number is for remove_listener,
  /// which returns only when the listener is not running, unless it is its own caller.
  void add_listener(const void* owner, std::function<void()> listener);
  void remove_listener(const void* owner) noexcept;
  /// Calls `f(client)` with the machine locked, then sends what can be sent without waiting.
  template <class F>
  auto locked(F f) {
    std::unique_lock lock(mutex_);
    struct Send {
      Channel& channel;
      ~Send() { channel.send_some(); }
    } send{*this};
    return f(client_);
  }
  /// Waits until `done()`, which is asked with the machine locked, or the connection has ended.
  void wait_for(const std::function<bool()>& done);
  /// Reads what is there, without waiting; nothing while another thread reads.
  void read_available() noexcept;

  bool alive() const;
  bool start_keepalive(int interval, unsigned count);
  int fd() const noexcept { return socket_.get(); }
  short wanted() const;
  std::optional<Deadline> next_timeout() const;
  void ready() noexcept { read_available(); }
  void tick() noexcept;

 private:
  using Lock = std::unique_lock<std::mutex>;
  struct Sleeper {
    const std::function<bool()>& done;
    std::condition_variable wake;
  };

  bool wait_until(Lock& lock, const std::function<bool()>& done, std::optional<Deadline> deadline);
  void read_once(Lock& lock, bool block, std::optional<Deadline> deadline);
  bool await_socket(Lock& lock, bool block, std::optional<Deadline> deadline);
  void receive(Lock& lock, bool block);
  void send_some() noexcept;
  void flush(Lock& lock);
  void pulse();
  void fail(const ErrorData& error, int reason) noexcept;
  void deliver(Lock& lock);
  void announce_end(Lock& lock);
  void hand_over() noexcept;
  void wake_sleepers() noexcept;

  const UniqueFd socket_;
  Listener& listener_;
  mutable std::mutex mutex_;
  rpc::Client client_;
  bool reading_ = false;
  std::list<Sleeper*> sleepers_;
  std::optional<int> closed_reason_;  ///< to be delivered
  short announced_ = 0;               ///< the last wanted() the listener was told to ask for

  std::recursive_mutex listeners_mutex_;
  std::list<std::pair<const void*, std::function<void()>>> stream_listeners_;
};

}  // namespace vireo::remote
