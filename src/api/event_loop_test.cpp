// SPDX-License-Identifier: LGPL-2.1-or-later
#include "api/event_loop.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <functional>
#include <thread>

namespace vireo::api {
namespace {

/// A function with what it captures, freed by the loop.
using Function = std::function<void()>;
void call_timer(int, void* opaque) { (*static_cast<Function*>(opaque))(); }
void call_watch(int, int, int, void* opaque) { (*static_cast<Function*>(opaque))(); }
void free_function(void* opaque) { delete static_cast<Function*>(opaque); }

TEST(EventLoop, CallsDueTimersAgainAndAgain) {
  EventLoop loop;
  int calls = 0;
  int timer = loop.add_timeout(0, call_timer, new Function([&] { ++calls; }), free_function);
  loop.run_once();
  loop.run_once();
  EXPECT_EQ(calls, 2);
  loop.update_timeout(timer, -1);
  bool woken = false;
  loop.add_timeout(1, call_timer, new Function([&] { woken = true; }), free_function);
  while (!woken) loop.run_once();
  EXPECT_EQ(calls, 2);
}

TEST(EventLoop, CallsWatchesOfReadyDescriptors) {
  EventLoop loop;
  auto pipe = make_pipe();
  int calls = 0;
  auto* count = new Function([&] { ++calls; });
  int watch = loop.add_handle(pipe.read.get(), VIR_EVENT_HANDLE_READABLE, call_watch, count, free_function);
  loop.add_timeout(0, nullptr, nullptr, nullptr);  // so that a turn ends without an event
  loop.run_once();
  EXPECT_EQ(calls, 0);
  ASSERT_EQ(::write(pipe.write.get(), "x", 1), 1);
  loop.run_once();
  EXPECT_EQ(calls, 1);
  loop.update_handle(watch, 0);
  loop.run_once();
  EXPECT_EQ(calls, 1);
  EXPECT_EQ(loop.remove_handle(watch), 0);
  EXPECT_EQ(loop.remove_handle(watch), -1);
}

TEST(EventLoop, FreesAFunctionThatRemovesItselfAfterItHasReturned) {
  EventLoop loop;
  static bool freed;
  freed = false;
  bool freed_inside = true;
  int timer = 0;
  auto* function = new Function([&] {
    EXPECT_EQ(loop.remove_timeout(timer), 0);
    freed_inside = freed;
  });
  timer = loop.add_timeout(0, call_timer, function, [](void* opaque) {
    freed = true;
    free_function(opaque);
  });
  loop.run_once();
  EXPECT_FALSE(freed_inside);
  EXPECT_TRUE(freed);
  EXPECT_EQ(loop.remove_timeout(timer), -1);
}

TEST(EventLoop, WakesWhenAnotherThreadChangesIt) {
  EventLoop loop;
  bool called = false;
  int timer = loop.add_timeout(-1, call_timer, new Function([&] { called = true; }), free_function);
  std::thread other([&] { loop.update_timeout(timer, 0); });
  while (!called) loop.run_once();
  other.join();
}

TEST(EventLoop, MayBeRunByItsOwnFunctions) {
  EventLoop loop;
  int depth = 0, inner = 0;
  int timer = 0;
  timer = loop.add_timeout(0, call_timer, new Function([&] {
                             if (depth++ > 0) return void(++inner);
                             loop.run_once();
                             loop.remove_timeout(timer);
                             loop.run_once();
                           }),
                           free_function);
  loop.run_once();
  EXPECT_EQ(inner, 1);
}

}  // namespace
}  // namespace vireo::api
