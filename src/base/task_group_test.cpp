// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/task_group.hpp"

#include <gtest/gtest.h>

#include "base/error.hpp"
#include "base/loop.hpp"

namespace vireo {
namespace {

using namespace std::chrono_literals;

struct Counter {
  int begun = 0, ended = 0;
};

Task<void> wait_forever(std::shared_ptr<Counter> counter) {
  ++counter->begun;
  try {
    co_await sleep_until(no_deadline);
  } catch (...) {
    ++counter->ended;
    throw;
  }
}

TEST(TaskGroup, CloseEndsAllAndRefusesMore) {
  Loop loop;
  TaskGroup group(loop);
  auto counter = std::make_shared<Counter>();
  for (int i = 0; i < 5; ++i) group.spawn("waiter", wait_forever(counter));
  loop.poll();
  EXPECT_EQ(counter->begun, 5);
  EXPECT_EQ(group.size(), 5u);
  testing::internal::CaptureStderr();
  loop.run(group.close());
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
  EXPECT_EQ(counter->ended, 5);
  EXPECT_EQ(group.size(), 0u);
  EXPECT_TRUE(group.closed());
  EXPECT_THROW(group.spawn("late", wait_forever(counter)), Error);
}

TEST(TaskGroup, CloseBeforeTheLoopEverRan) {
  Loop loop;
  TaskGroup group(loop);
  auto counter = std::make_shared<Counter>();
  group.spawn("waiter", wait_forever(counter));
  group.cancel();
  loop.run(group.close());
  EXPECT_EQ(counter->begun, 0);
}

Task<void> cancel_own_group(TaskGroup* group) {
  group->cancel();
  co_return;
}

TEST(TaskGroup, TaskMayCancelItsOwnGroup) {
  Loop loop;
  TaskGroup group(loop);
  group.spawn("suicidal", cancel_own_group(&group));
  loop.run(group.close());
  EXPECT_EQ(group.size(), 0u);
}

TEST(TaskGroup, DestroyedWithTasksStillRunning) {
  Loop loop;
  auto counter = std::make_shared<Counter>();
  {
    TaskGroup group(loop);
    group.spawn("waiter", wait_forever(counter));
    loop.poll();
  }
  loop.poll();
  EXPECT_EQ(counter->ended, 1);
}

TEST(TaskGroup, LoopDestroyedFirst) {
  auto counter = std::make_shared<Counter>();
  auto loop = std::make_unique<Loop>();
  TaskGroup group(*loop);
  group.spawn("waiter", wait_forever(counter));
  loop->poll();
  EXPECT_EQ(counter.use_count(), 2);
  loop.reset();
  EXPECT_EQ(counter.use_count(), 1);
}

}  // namespace
}  // namespace vireo
