// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/wait_queue.hpp"

#include <gmock/gmock.h>

#include <memory>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "base/loop.hpp"

namespace vireo {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;

using Log = std::shared_ptr<std::vector<std::string>>;

Task<void> hold(AsyncMutex* mutex, Log log, std::string name, WaitQueue* until) {
  auto guard = co_await mutex->lock(no_deadline);
  log->push_back(name + " in");
  co_await until->wait(no_deadline);
  log->push_back(name + " out");
}

TEST(AsyncMutex, FirstComeFirstServed) {
  Loop loop;
  AsyncMutex mutex;
  WaitQueue step;
  auto log = std::make_shared<std::vector<std::string>>();
  TaskGroup group(loop);
  for (auto name : {"a", "b", "c"}) group.spawn(name, hold(&mutex, log, name, &step));
  for (int i = 0; i < 3; ++i) {
    loop.poll();
    EXPECT_FALSE(mutex.try_lock());
    step.wake_one();
  }
  loop.poll();
  EXPECT_THAT(*log, ElementsAre("a in", "a out", "b in", "b out", "c in", "c out"));
  EXPECT_TRUE(mutex.try_lock());
  EXPECT_FALSE(mutex.locked());
}

Task<bool> lock_by(AsyncMutex* mutex, Deadline deadline) {
  auto guard = co_await mutex->lock(deadline);
  co_return static_cast<bool>(guard);
}

TEST(AsyncMutex, DeadlineGivesAnEmptyGuard) {
  Loop loop;
  AsyncMutex mutex;
  auto guard = mutex.try_lock();
  EXPECT_FALSE(loop.run(lock_by(&mutex, Clock::now() + 1ms)));
  guard.release();
  EXPECT_TRUE(loop.run(lock_by(&mutex, Clock::now())));
  EXPECT_FALSE(mutex.locked());
}

Task<void> lock_then_let_go(AsyncMutex* mutex) { auto guard = co_await mutex->lock(no_deadline); }

TEST(AsyncMutex, LockHandedToATaskCancelledMeanwhileIsPassedOn) {
  Loop loop;
  AsyncMutex mutex;
  TaskGroup doomed(loop), other(loop);
  auto guard = mutex.try_lock();
  doomed.spawn("doomed", lock_then_let_go(&mutex));
  loop.poll();
  other.spawn("other", lock_then_let_go(&mutex));
  loop.poll();
  guard.release();
  doomed.cancel();
  loop.poll();
  EXPECT_EQ(doomed.size(), 0u);
  EXPECT_EQ(other.size(), 0u);
  EXPECT_FALSE(mutex.locked());
}

Task<bool> wait_on(AsyncEvent* event, Deadline deadline) { co_return co_await event->wait(deadline); }

TEST(AsyncEvent, DeadlineOrSet) {
  Loop loop;
  AsyncEvent event;
  EXPECT_FALSE(loop.run(wait_on(&event, Clock::now() + 1ms)));
  event.set();
  EXPECT_TRUE(loop.run(wait_on(&event, Clock::now())));
  event.reset();
  EXPECT_FALSE(loop.run(wait_on(&event, Clock::now())));
}

Task<void> wait_and_note(WaitQueue* queue, Log log) {
  try {
    co_await queue->wait(no_deadline);
    log->push_back("woken");
  } catch (...) {
    log->push_back(current_error().code == VIR_ERR_OPERATION_ABORTED ? "aborted" : "other");
  }
}

TEST(WaitQueue, DiesBeforeItsWaiters) {
  Loop loop;
  auto log = std::make_shared<std::vector<std::string>>();
  auto queue = std::make_unique<WaitQueue>();
  TaskGroup group(loop);
  group.spawn("waiter", wait_and_note(queue.get(), log));
  loop.poll();
  queue.reset();
  loop.poll();
  EXPECT_THAT(*log, ElementsAre("aborted"));
}

}  // namespace
}  // namespace vireo
