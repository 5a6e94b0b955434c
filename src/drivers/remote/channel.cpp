// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/remote/channel.hpp"

#include <libvirt/libvirt.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <vector>

#include "base/escaped.hpp"

namespace vireo::remote {
namespace {

/// Data of streams that the program has not read: beyond, the socket is left alone while nobody calls.
constexpr std::size_t stream_backlog_max = 4 * 1024 * 1024;

int milliseconds_until(std::optional<Deadline> deadline) {
  if (!deadline) return -1;
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(*deadline - Clock::now()).count();
  return static_cast<int>(std::clamp<std::int64_t>(left, 0, 3'600'000));
}

std::optional<Deadline> earlier(std::optional<Deadline> a, std::optional<Deadline> b) {
  if (!a || !b) return a ? a : b;
  return std::min(*a, *b);
}

ErrorData socket_error(int errno_value, std::string_view what) {
  return system_error(errno_value, VIR_FROM_RPC, what).data();
}

}  // namespace

Channel::Channel(UniqueFd socket, Listener& listener) : socket_(std::move(socket)), listener_(listener) {}

Channel::~Channel() = default;

Channel::Pending::~Pending() {
  std::lock_guard lock(channel_.mutex_);
  if (waiter_.serial && !waiter_.done) channel_.client_.forget(waiter_);
}

rpc::Bytes& Channel::Pending::wait(std::optional<Deadline> deadline) {
  Lock lock(channel_.mutex_);
  channel_.flush(lock);
  if (!channel_.wait_until(
          lock, [this] { return waiter_.done; }, deadline))
    throw Error(VIR_ERR_OPERATION_TIMEOUT, VIR_FROM_RPC, "the daemon does not answer");
  if (waiter_.failure) throw Error(*waiter_.failure);
  return waiter_.reply;
}

std::shared_ptr<rpc::ClientStream> Channel::add_stream(const Pending& pending, std::int32_t procedure) {
  std::lock_guard lock(mutex_);
  return client_.add_stream(pending.waiter_, procedure);
}

void Channel::remove_stream(const rpc::ClientStream& stream) noexcept {
  std::lock_guard lock(mutex_);
  client_.remove_stream(stream);
}

void Channel::add_listener(const void* owner, std::function<void()> listener) {
  std::lock_guard lock(listeners_mutex_);
  stream_listeners_.emplace_back(owner, std::move(listener));
}

void Channel::remove_listener(const void* owner) noexcept {
  std::lock_guard lock(listeners_mutex_);
  stream_listeners_.remove_if([owner](const auto& entry) { return entry.first == owner; });
}

void Channel::wait_for(const std::function<bool()>& done) {
  Lock lock(mutex_);
  flush(lock);
  wait_until(lock, [&] { return !client_.alive() || done(); }, {});
}

void Channel::read_available() noexcept {
  Lock lock(mutex_);
  announce_end(lock);
  if (reading_ || !client_.alive()) return;
  read_once(lock, false, {});
  hand_over();
}

bool Channel::alive() const {
  std::lock_guard lock(mutex_);
  return client_.alive();
}

bool Channel::start_keepalive(int interval, unsigned count) {
  {
    std::lock_guard lock(mutex_);
    if (!client_.alive()) return false;
    client_.keepalive().start(interval, count, Clock::now());
  }
  listener_.on_wanted_change();
  return true;
}

short Channel::wanted() const {
  std::lock_guard lock(mutex_);
  if (!client_.alive()) return 0;
  short events = client_.stream_backlog() < stream_backlog_max ? POLLIN : 0;
  if (!client_.unsent().empty()) events |= POLLOUT;
  return events;
}

std::optional<Deadline> Channel::next_timeout() const {
  std::lock_guard lock(mutex_);
  return client_.alive() ? client_.keepalive().next() : std::nullopt;
}

void Channel::tick() noexcept {
  Lock lock(mutex_);
  if (reading_ || !client_.alive()) return;
  reading_ = true;
  pulse();
  send_some();
  deliver(lock);
  reading_ = false;
  hand_over();
}

/// False when the deadline came first.
bool Channel::wait_until(Lock& lock, const std::function<bool()>& done, std::optional<Deadline> deadline) {
  bool in_time = true;
  while (!done() && (in_time = !deadline || Clock::now() < *deadline)) {
    if (!reading_) {
      if (!client_.alive()) break;
      read_once(lock, true, deadline);
      continue;
    }
    Sleeper self{done, {}};
    const auto place = sleepers_.insert(sleepers_.end(), &self);
    const auto awake = [&] { return done() || !reading_; };
    if (deadline)
      self.wake.wait_until(lock, *deadline, awake);
    else
      self.wake.wait(lock, awake);
    sleepers_.erase(place);
  }
  announce_end(lock);
  hand_over();
  return in_time;
}

/// An end that was found while sending is told by the next who comes by.
void Channel::announce_end(Lock& lock) {
  if (reading_ || !closed_reason_) return;
  reading_ = true;
  deliver(lock);
  reading_ = false;
}

/// Whoever leaves makes sure that somebody reads on for those who still wait.
void Channel::hand_over() noexcept {
  if (!reading_ && !sleepers_.empty()) sleepers_.front()->wake.notify_one();
}

void Channel::wake_sleepers() noexcept {
  for (Sleeper* sleeper : sleepers_)
    if (sleeper->done()) sleeper->wake.notify_one();
}

void Channel::read_once(Lock& lock, bool block, std::optional<Deadline> deadline) {
  reading_ = true;
  if (await_socket(lock, block, deadline)) receive(lock, block);
  pulse();
  send_some();
  deliver(lock);
  reading_ = false;
}

/// False when there is nothing to read now. Without anything else to watch for, the read itself waits.
bool Channel::await_socket(Lock& lock, bool block, std::optional<Deadline> deadline) {
  const auto timeout = earlier(deadline, client_.keepalive().next());
  const bool sending = !client_.unsent().empty();
  if (!block || (!timeout && !sending)) return true;
  pollfd watched{socket_.get(), static_cast<short>(POLLIN | (sending ? POLLOUT : 0)), 0};
  lock.unlock();
  const int ready = ::poll(&watched, 1, milliseconds_until(timeout));
  lock.lock();
  return ready > 0 && (watched.revents & ~POLLOUT);
}

void Channel::receive(Lock& lock, bool block) {
  const auto room = client_.prepare();
  lock.unlock();
  const ssize_t size = ::recv(socket_.get(), room.data(), room.size(), block ? 0 : MSG_DONTWAIT);
  const int error = errno;
  lock.lock();
  if (size > 0) {
    client_.received(static_cast<std::size_t>(size));
    if (!client_.alive()) closed_reason_ = VIR_CONNECT_CLOSE_REASON_ERROR;
    wake_sleepers();
  } else if (size == 0) {
    fail(socket_error(EIO, "End of file while reading data"), VIR_CONNECT_CLOSE_REASON_EOF);
  } else if (error != EAGAIN && error != EINTR) {
    fail(socket_error(error, "Cannot read data"), VIR_CONNECT_CLOSE_REASON_ERROR);
  }
}

/// Sends what the socket takes; the rest waits for flush() or for the reader.
void Channel::send_some() noexcept {
  while (client_.alive() && !client_.unsent().empty()) {
    const auto bytes = client_.unsent();
    const ssize_t size = ::send(socket_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (size >= 0)
      client_.sent(static_cast<std::size_t>(size));
    else if (errno == EAGAIN)
      return;
    else if (errno != EINTR)
      fail(socket_error(errno, "Cannot write data"), VIR_CONNECT_CLOSE_REASON_ERROR);
  }
}

/// Sends everything. Reads meanwhile when nobody else does: a daemon may not read on before we do.
void Channel::flush(Lock& lock) {
  send_some();
  while (client_.alive() && !client_.unsent().empty()) {
    if (!reading_) {
      read_once(lock, true, {});
    } else {
      pollfd watched{socket_.get(), POLLOUT, 0};
      lock.unlock();
      ::poll(&watched, 1, -1);
      lock.lock();
      send_some();
    }
  }
}

void Channel::pulse() {
  using Action = rpc::Keepalive::Action;
  switch (client_.keepalive().tick(Clock::now())) {
    case Action::ping:
      client_.send_ping();
      break;
    case Action::dead:
      fail(Error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_RPC, "connection closed due to keepalive timeout").data(),
           VIR_CONNECT_CLOSE_REASON_KEEPALIVE);
      break;
    case Action::none:
      break;
  }
}

void Channel::fail(const ErrorData& error, int reason) noexcept {
  if (!client_.alive()) return;
  client_.fail(error);
  closed_reason_ = reason;
  wake_sleepers();
}

/// Tells the listeners what has come; the caller is the reader, so that the order is kept.
void Channel::deliver(Lock& lock) {
  const auto events = client_.take_events();
  auto reason = client_.take_close_reason();
  if (closed_reason_) reason = std::exchange(closed_reason_, std::nullopt);
  const bool streams = client_.take_stream_change();
  const bool output = client_.alive() && !client_.unsent().empty();
  const short wanted = static_cast<short>(output ? POLLOUT : 0);
  const bool changed = wanted != std::exchange(announced_, wanted);
  if (events.empty() && !reason && !streams && !changed) return;
  lock.unlock();
  try {
    for (const auto& event : events) listener_.on_event(event);
    if (streams) {
      std::lock_guard guard(listeners_mutex_);
      const auto listeners = stream_listeners_;
      for (const auto& [owner, listener] : listeners) {
        const bool still = std::ranges::any_of(stream_listeners_,
                                               [owner](const auto& entry) { return entry.first == owner; });
        if (still) listener();
      }
    }
    if (reason) listener_.on_closed(*reason);
    if (changed || reason || streams) listener_.on_wanted_change();
  } catch (...) {
    report_escaped("a listener of a remote connection", std::current_exception());
  }
  lock.lock();
}

}  // namespace vireo::remote
