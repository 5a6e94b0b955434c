// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/loop.hpp"

#include <gmock/gmock.h>

#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <future>
#include <latch>
#include <thread>

#include "base/error.hpp"

namespace vireo {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

Deadline soon() { return Clock::now() + 10s; }

template <class F>
int code_of(F f) {
  try {
    f();
  } catch (...) {
    return current_error().code;
  }
  return VIR_ERR_OK;
}

Task<int> add(int a, int b) { co_return a + b; }
Task<void> fail() {
  throw Error(VIR_ERR_NO_DOMAIN, VIR_FROM_TEST, "a");
  co_return;
}
Task<void> step(int* counter) {
  auto executor = co_await boost::asio::this_coro::executor;
  for (int i = 0; i < 10; ++i) {
    ++*counter;
    co_await boost::asio::post(executor, use_task);
  }
}

TEST(Loop, RunReturnsOrThrows) {
  Loop loop;
  EXPECT_EQ(loop.run(add(2, 3)), 5);
  EXPECT_EQ(code_of([&] { loop.run(fail()); }), VIR_ERR_NO_DOMAIN);
  EXPECT_FALSE(loop.in_loop());
}

TEST(Loop, ManyThreadsShareOneLoop) {
  Loop loop;
  int counter = 0;  // plain: only one thread at a time is on the loop
  constexpr int threads = 8, calls = 200;
  std::latch together(threads);
  std::vector<std::jthread> crew;
  for (int i = 0; i < threads; ++i)
    crew.emplace_back([&] {
      together.arrive_and_wait();
      for (int j = 0; j < calls; ++j) loop.run(step(&counter));
    });
  crew.clear();
  EXPECT_EQ(counter, threads * calls * 10);
}

Task<void> wait_event(AsyncEvent* event) {
  bool set = co_await event->wait(soon());
  EXPECT_TRUE(set);
}
Task<void> set_event(AsyncEvent* event) {
  event->set();
  co_return;
}

TEST(Loop, FollowerTakesOverFromLeader) {
  Loop loop;
  AsyncEvent first, second;
  std::jthread leader([&] { loop.run(wait_event(&first)); });
  std::jthread follower([&] { loop.run(wait_event(&second)); });
  loop.run(set_event(&first));
  leader.join();
  loop.run(set_event(&second));
}

Task<int> nested(Loop* loop) { co_return loop->run(add(1, 1)) + 1; }

TEST(Loop, RunInsideATaskDrivesRecursively) {
  Loop loop;
  EXPECT_EQ(loop.run(nested(&loop)), 3);
}

Task<void> call_stop(Loop* loop) {
  loop->stop();
  co_return;
}

TEST(Loop, ServeUntilStopped) {
  Loop loop;
  loop.spawn("stopper", call_stop(&loop));
  loop.serve();
  EXPECT_EQ(loop.run(add(1, 1)), 2);
  loop.stop();
  EXPECT_EQ(loop.run(add(1, 1)), 2);
  loop.serve();  // asked to stop already
  EXPECT_EQ(loop.run(add(1, 1)), 2);
}

TEST(Loop, OthersRunWhileOneServes) {
  Loop loop;
  std::jthread server([&] { loop.serve(); });
  for (int i = 0; i < 100; ++i) EXPECT_EQ(loop.run(add(i, 1)), i + 1);
  loop.stop();
}

TEST(Loop, PollRunsWhatIsReady) {
  Loop loop;
  int counter = 0;
  loop.spawn("steps", step(&counter));
  EXPECT_EQ(counter, 0);
  loop.poll();
  EXPECT_EQ(counter, 10);
}

TEST(Loop, EscapedErrorIsReportedAndTheLoopGoesOn) {
  Loop loop;
  testing::internal::CaptureStderr();
  loop.spawn("sad task", fail());
  EXPECT_EQ(loop.run(add(1, 1)), 2);
  EXPECT_THAT(testing::internal::GetCapturedStderr(), HasSubstr("sad task"));
}

TEST(Blocking, RunsElsewhereAndResumesHere) {
  Loop loop;
  auto here = std::this_thread::get_id();
  auto there = loop.run(loop.blocking([] { return std::this_thread::get_id(); }, soon()));
  EXPECT_NE(here, there);
  EXPECT_EQ(code_of([&] {
              loop.run(loop.blocking([]() -> int { throw Error(VIR_ERR_NO_STORAGE_POOL, 0, "x"); }, soon()));
            }),
            VIR_ERR_NO_STORAGE_POOL);
}

TEST(Blocking, StuckWorkerCostsItsCallOnly) {
  std::promise<void> release;
  {
    Loop loop;
    auto stuck = release.get_future().share();
    try {
      loop.run(loop.blocking([stuck] { stuck.wait(); }, Clock::now() + 1ms, "looking at /mnt/dead"));
      FAIL();
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), VIR_ERR_OPERATION_TIMEOUT);
      EXPECT_THAT(error.what(), HasSubstr("looking at /mnt/dead"));
    }
    EXPECT_EQ(loop.run(loop.blocking([] { return 7; }, soon())), 7);
  }
  release.set_value();
}

Task<void> sleep_long() { co_await sleep_until(soon()); }
Task<int> stubborn() {
  auto cancelled = false;
  try {
    co_await sleep_until(soon());
  } catch (...) {
    cancelled = true;
  }
  co_return cancelled ? 1 : 0;
}
Task<void> annoyed() {
  try {
    co_await sleep_until(soon());
  } catch (...) {
    throw Error(VIR_ERR_RPC, 0, "was busy");
  }
}

TEST(WithDeadline, CancelsAndNamesTheWait) {
  Loop loop;
  try {
    loop.run(with_deadline(sleep_long(), Clock::now(), "QMP of 'a'"));
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), VIR_ERR_OPERATION_TIMEOUT);
    EXPECT_STREQ(error.what(), "Timed out during operation: QMP of 'a'");
  }
  try {
    loop.run(with_deadline(annoyed(), Clock::now(), "QMP"));
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "Timed out during operation: QMP: was busy");
  }
}

TEST(WithDeadline, ResultInTimeOrAllTheSame) {
  Loop loop;
  EXPECT_EQ(loop.run(with_deadline(add(1, 2), soon(), "sum")), 3);
  EXPECT_EQ(loop.run(with_deadline(stubborn(), Clock::now(), "stubborn")), 1);
  EXPECT_EQ(code_of([&] { loop.run(with_deadline(fail(), soon(), "x")); }), VIR_ERR_NO_DOMAIN);
}

TEST(WithDeadline, OuterDeadlineReachesThroughInnerOnes) {
  Loop loop;
  auto inner = with_deadline(with_deadline(sleep_long(), soon(), "inner"), soon(), "middle");
  auto started = Clock::now();
  EXPECT_EQ(code_of([&] { loop.run(with_deadline(std::move(inner), Clock::now() + 1ms, "outer")); }),
            VIR_ERR_OPERATION_TIMEOUT);
  EXPECT_LT(Clock::now() - started, 5s);
}

Task<void> note(std::vector<std::string>* log, std::string what) {
  co_await sleep_until(Clock::now());
  log->push_back(what);
}
Task<void> note_failing(std::vector<std::string>* log) {
  co_await note(log, "body");
  throw Error(VIR_ERR_NO_DOMAIN, 0, "");
}

TEST(Cleanup, RunsAlsoWhenCancelled) {
  Loop loop;
  std::vector<std::string> log;
  auto body = then_always(sleep_long(), note(&log, "closed"));
  EXPECT_EQ(code_of([&] { loop.run(with_deadline(std::move(body), Clock::now(), "x")); }),
            VIR_ERR_OPERATION_TIMEOUT);
  EXPECT_THAT(log, testing::ElementsAre("closed"));
  loop.run(or_else(note(&log, "fine"), note(&log, "never")));
  EXPECT_EQ(code_of([&] { loop.run(or_else(note_failing(&log), note(&log, "undone"))); }), VIR_ERR_NO_DOMAIN);
  EXPECT_THAT(log, testing::ElementsAre("closed", "fine", "body", "undone"));
}

}  // namespace
}  // namespace vireo
