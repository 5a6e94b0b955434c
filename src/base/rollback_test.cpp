// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/rollback.hpp"

#include <gmock/gmock.h>

#include "base/error.hpp"
#include "base/loop.hpp"

namespace vireo {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using Log = std::vector<std::string>;

TEST(Rollback, UndoesInReverseOrderUnlessCommitted) {
  Log log;
  {
    Rollback rollback;
    rollback.push("a", [&] { log.push_back("a"); });
    rollback.push("b", [&] { log.push_back("b"); });
  }
  EXPECT_THAT(log, ElementsAre("b", "a"));
  log.clear();
  {
    Rollback rollback;
    rollback.push("a", [&] { log.push_back("a"); });
    rollback.commit();
  }
  EXPECT_THAT(log, IsEmpty());
}

TEST(Rollback, UndoThatFailsIsLoggedAndOthersRun) {
  Log log;
  testing::internal::CaptureStderr();
  {
    Rollback rollback;
    rollback.push("a", [&] { log.push_back("a"); });
    rollback.push("remove tap", [] { throw Error(VIR_ERR_INTERNAL_ERROR, 0, "gone already"); });
  }
  EXPECT_THAT(log, ElementsAre("a"));
  EXPECT_THAT(testing::internal::GetCapturedStderr(), HasSubstr("remove tap"));
}

Task<void> note(Log* log, std::string what) {
  co_await sleep_until(Clock::now());
  log->push_back(what);
}

Task<int> steps(AsyncRollback* rollback, Log* log, bool fail) {
  rollback->push("now", [log] { log->push_back("now"); });
  rollback->push("later", [log] { return note(log, "later"); });
  rollback->push("bad", []() -> Task<void> { throw Error(VIR_ERR_INTERNAL_ERROR, 0, "stuck"); });
  co_await note(log, "step");
  if (fail) throw Error(VIR_ERR_OPERATION_FAILED, 0, "x");
  co_return 5;
}

Task<int> guarded(Log* log, bool fail) {
  AsyncRollback rollback;
  co_return co_await rollback.guard(steps(&rollback, log, fail));
}

TEST(AsyncRollback, CommitsOnSuccess) {
  Loop loop;
  Log log;
  EXPECT_EQ(loop.run(guarded(&log, false)), 5);
  EXPECT_THAT(log, ElementsAre("step"));
}

TEST(AsyncRollback, UndoesOnErrorAndRethrows) {
  Loop loop;
  Log log;
  testing::internal::CaptureStderr();
  EXPECT_THROW(loop.run(guarded(&log, true)), Error);
  EXPECT_THAT(testing::internal::GetCapturedStderr(), HasSubstr("'bad'"));
  EXPECT_THAT(log, ElementsAre("step", "later", "now"));
}

Task<void> wait_long(AsyncRollback* rollback, Log* log) {
  rollback->push("later", [log] { return note(log, "later"); });
  co_await sleep_until(no_deadline);
}

Task<void> guarded_wait(Log* log) {
  AsyncRollback rollback;
  co_await rollback.guard(wait_long(&rollback, log));
}

TEST(AsyncRollback, UndoesWhenCancelled) {
  Loop loop;
  Log log;
  EXPECT_THROW(loop.run(with_deadline(guarded_wait(&log), Clock::now(), "start")), Error);
  EXPECT_THAT(log, ElementsAre("later"));
}

}  // namespace
}  // namespace vireo
