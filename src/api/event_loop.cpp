// SPDX-License-Identifier: LGPL-2.1-or-later
#include "api/event_loop.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>

#include "base/error.hpp"

namespace vireo::api {

namespace {

struct Bit {
  int event;
  short poll;
};
constexpr Bit bits[] = {{VIR_EVENT_HANDLE_READABLE, POLLIN},
                        {VIR_EVENT_HANDLE_WRITABLE, POLLOUT},
                        {VIR_EVENT_HANDLE_ERROR, POLLERR},
                        {VIR_EVENT_HANDLE_HANGUP, POLLHUP}};

short to_poll(int events) {
  short result = 0;
  for (auto bit : bits)
    if (events & bit.event) result |= bit.poll;
  return result;
}

int from_poll(short happened) {
  int result = happened & POLLNVAL ? VIR_EVENT_HANDLE_ERROR : 0;
  for (auto bit : bits)
    if (happened & bit.poll) result |= bit.event;
  return result;
}

template <class List>
auto* find(List& list, int number) {
  auto it = std::find_if(list.begin(), list.end(),
                         [&](const auto& entry) { return entry.number == number && !entry.removed; });
  return it == list.end() ? nullptr : &*it;
}

}  // namespace

EventLoop::EventLoop() : waker_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  if (waker_.get() < 0) throw system_error(errno, VIR_FROM_EVENT, "cannot make the event loop's eventfd");
}

EventLoop::~EventLoop() {
  std::unique_lock lock(mutex_);
  for (auto& watch : watches_) watch.removed = true;
  for (auto& timer : timers_) timer.removed = true;
  free_removed(lock);
}

EventLoop& EventLoop::instance() {
  static auto* loop = new EventLoop;  // programs run it while they exit
  return *loop;
}

void EventLoop::wake() {
  std::uint64_t one = 1;
  [[maybe_unused]] auto written = ::write(waker_.get(), &one, sizeof one);
}

int EventLoop::add_handle(int fd, int events, virEventHandleCallback function, void* opaque,
                          virFreeCallback free) {
  std::lock_guard lock(mutex_);
  int number = next_watch_++;
  watches_.push_back({{number, opaque, free}, fd, events, function});
  wake();
  return number;
}

void EventLoop::update_handle(int watch, int events) {
  std::lock_guard lock(mutex_);
  auto* found = find(watches_, watch);
  if (!found || found->events == events) return;
  found->events = events;
  wake();
}

int EventLoop::remove_handle(int watch) {
  std::lock_guard lock(mutex_);
  auto* found = find(watches_, watch);
  if (!found) return -1;
  found->removed = true;
  wake();
  return 0;
}

int EventLoop::add_timeout(int milliseconds, virEventTimeoutCallback function, void* opaque,
                           virFreeCallback free) {
  std::lock_guard lock(mutex_);
  int number = next_timer_++;
  auto due = Clock::now() + std::chrono::milliseconds(std::max(milliseconds, 0));
  timers_.push_back({{number, opaque, free}, milliseconds, due, function});
  wake();
  return number;
}

void EventLoop::update_timeout(int timer, int milliseconds) {
  std::lock_guard lock(mutex_);
  auto* found = find(timers_, timer);
  if (!found) return;
  found->interval = milliseconds;
  found->due = Clock::now() + std::chrono::milliseconds(std::max(milliseconds, 0));
  wake();
}

int EventLoop::remove_timeout(int timer) {
  std::lock_guard lock(mutex_);
  auto* found = find(timers_, timer);
  if (!found) return -1;
  found->removed = true;
  wake();
  return 0;
}

/// Milliseconds until the next timer is due, rounded up so that it is due then; -1 without timers.
int EventLoop::wait_limit() const {
  auto next = Clock::time_point::max();
  for (const auto& timer : timers_)
    if (!timer.removed && timer.interval >= 0) next = std::min(next, timer.due);
  if (next == Clock::time_point::max()) return -1;
  auto left = std::chrono::ceil<std::chrono::milliseconds>(next - Clock::now()).count();
  return static_cast<int>(std::clamp<decltype(left)>(left, 0, INT_MAX));
}

int EventLoop::run_once() {
  std::unique_lock lock(mutex_);
  free_removed(lock);
  std::vector<pollfd> descriptors{{waker_.get(), POLLIN, 0}};
  std::vector<std::pair<int, int>> ready;
  for (const auto& watch : watches_) {
    if (watch.removed || watch.events == 0) continue;
    descriptors.push_back({watch.fd, to_poll(watch.events), 0});
    ready.push_back({watch.number, 0});
  }
  int limit = wait_limit();
  lock.unlock();
  if (::poll(descriptors.data(), descriptors.size(), limit) < 0) return errno == EINTR ? 0 : -1;
  if (descriptors[0].revents) {
    std::uint64_t count;
    [[maybe_unused]] auto drained = ::read(waker_.get(), &count, sizeof count);
  }
  for (std::size_t i = 0; i < ready.size(); ++i) ready[i].second = from_poll(descriptors[i + 1].revents);
  lock.lock();
  ++running_;
  call_timers(lock);
  call_watches(lock, ready);
  --running_;
  free_removed(lock);
  return 0;
}

void EventLoop::call_timers(std::unique_lock<std::mutex>& lock) {
  auto now = Clock::now();
  auto count = timers_.size();  // those added meanwhile wait for the next turn
  auto it = timers_.begin();
  for (; count > 0; --count, ++it) {
    auto& timer = *it;
    if (timer.removed || timer.interval < 0 || timer.due > now) continue;
    timer.due = now + std::chrono::milliseconds(timer.interval);
    if (!timer.function) continue;
    lock.unlock();
    timer.function(timer.number, timer.opaque);
    lock.lock();
  }
}

void EventLoop::call_watches(std::unique_lock<std::mutex>& lock,
                             const std::vector<std::pair<int, int>>& ready) {
  for (auto [number, events] : ready) {
    auto* watch = events ? find(watches_, number) : nullptr;
    if (!watch || watch->events == 0 || !watch->function) continue;
    lock.unlock();
    watch->function(number, watch->fd, events, watch->opaque);
    lock.lock();
  }
}

/// The only place where entries are erased, and never while a function of theirs runs.
void EventLoop::free_removed(std::unique_lock<std::mutex>& lock) {
  if (running_ > 0) return;
  std::vector<Entry> gone;
  auto take = [&](auto& list) {
    for (const auto& entry : list)
      if (entry.removed) gone.push_back(entry);
    std::erase_if(list, [](const auto& entry) { return entry.removed; });
  };
  take(watches_);
  take(timers_);
  if (gone.empty()) return;
  lock.unlock();
  for (const auto& entry : gone)
    if (entry.free) entry.free(entry.opaque);
  lock.lock();
}

}  // namespace vireo::api
