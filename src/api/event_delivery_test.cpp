// SPDX-License-Identifier: LGPL-2.1-or-later
#include "api/event_delivery.hpp"

#include <gtest/gtest.h>
#include <poll.h>
#include <unistd.h>

#include "api/fake_connection.hpp"
#include "base/unique_fd.hpp"
#include "driver/pollable.hpp"

namespace vireo::api {
namespace {

/// What a program's functions have seen.
struct Seen {
  std::vector<std::pair<int, int>> lifecycle;
  std::vector<std::string> names;
  int freed = 0;
  int id = -1;
  bool remove_at_once = false;
  std::optional<int> closed;
};

void on_lifecycle(virConnectPtr conn, virDomainPtr domain, int event, int detail, void* opaque) {
  auto* seen = static_cast<Seen*>(opaque);
  seen->lifecycle.push_back({event, detail});
  seen->names.push_back(virDomainGetName(domain));
  if (!seen->remove_at_once) return;
  EXPECT_EQ(virConnectDomainEventDeregisterAny(conn, seen->id), 0);
  EXPECT_EQ(seen->freed, 0);
}
int on_lifecycle_legacy(virConnectPtr conn, virDomainPtr domain, int event, int detail, void* opaque) {
  on_lifecycle(conn, domain, event, detail, opaque);
  return 0;
}
void count_freed(void* opaque) { ++static_cast<Seen*>(opaque)->freed; }

/// A connection with a descriptor of its own.
class PollableFake : public driver::Connection, public driver::Pollable {
 public:
  explicit PollableFake(int fd) : fd_(fd) {}
  Loop& loop() noexcept override { return loop_; }
  int fd() const noexcept override { return fd_; }
  short wanted() const noexcept override { return wanted_; }
  void ready() noexcept override { ++served; }
  std::optional<Deadline> next_timeout() const noexcept override { return due; }
  void tick() noexcept override {
    ++ticks;
    due.reset();
  }
  void on_wanted_change(std::function<void()> listener) override { changed = std::move(listener); }
  void want(short events) { wanted_ = events; }

  int served = 0, ticks = 0;
  std::optional<Deadline> due;
  std::function<void()> changed;

 private:
  Loop loop_;
  int fd_;
  short wanted_ = POLLIN;
};

class EventDeliveryTest : public testing::Test {
 protected:
  EventDeliveryTest() {
    silence();
    virEventRegisterDefaultImpl();
  }
  int listen(Seen& seen) {
    seen.id = virConnectDomainEventRegisterAny(open_.connection, nullptr, VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                               VIR_DOMAIN_EVENT_CALLBACK(on_lifecycle), &seen, count_freed);
    return seen.id;
  }
  void publish(int event, int detail = 0) { open_.fake->publish(driver::LifecycleEvent{event, detail}, 0); }

  FakeOpen open_;
};

TEST_F(EventDeliveryTest, ArrivesInOrderInTheProgramsLoop) {
  Seen seen;
  ASSERT_GE(listen(seen), 0);
  publish(2, 0);
  publish(5, 1);
  EXPECT_TRUE(seen.lifecycle.empty());
  virEventRunDefaultImpl();
  EXPECT_EQ(seen.lifecycle, (std::vector<std::pair<int, int>>{{2, 0}, {5, 1}}));
  EXPECT_EQ(seen.names.front(), "one");
  EXPECT_EQ(virConnectDomainEventDeregisterAny(open_.connection, seen.id), 0);
  EXPECT_EQ(seen.freed, 1);
  EXPECT_TRUE(open_.fake->handlers.empty());
}

TEST_F(EventDeliveryTest, AFunctionMayRemoveItself) {
  Seen seen{.remove_at_once = true};
  listen(seen);
  publish(1);
  publish(2);
  virEventRunDefaultImpl();
  EXPECT_EQ(seen.lifecycle.size(), 1u);
  EXPECT_EQ(seen.freed, 1);
  EXPECT_EQ(virConnectDomainEventDeregisterAny(open_.connection, seen.id), -1);
  EXPECT_EQ(virGetLastErrorCode(), VIR_ERR_INVALID_ARG);
}

TEST_F(EventDeliveryTest, WhatWasRemovedIsNotCalled) {
  Seen seen;
  listen(seen);
  publish(1);
  virConnectDomainEventDeregisterAny(open_.connection, seen.id);
  Seen other;
  listen(other);
  publish(2);
  virEventRunDefaultImpl();
  EXPECT_TRUE(seen.lifecycle.empty());
  EXPECT_EQ(other.lifecycle.size(), 1u);
  virConnectDomainEventDeregisterAny(open_.connection, other.id);
}

TEST_F(EventDeliveryTest, WhatWasRemovedHoldsTheConnectionNoMore) {
  Seen seen;
  listen(seen);
  publish(1);  // never delivered
  virConnectDomainEventDeregisterAny(open_.connection, seen.id);
  EXPECT_EQ(virConnectClose(std::exchange(open_.connection, nullptr)), 0);
}

TEST_F(EventDeliveryTest, ServesTheFirstInterfaceToo) {
  Seen seen;
  auto* connection = open_.connection;
  EXPECT_EQ(virConnectDomainEventRegister(connection, on_lifecycle_legacy, &seen, count_freed), 0);
  EXPECT_EQ(virConnectDomainEventRegister(connection, on_lifecycle_legacy, &seen, nullptr), -1);
  publish(3, 4);
  virEventRunDefaultImpl();
  EXPECT_EQ(seen.lifecycle, (std::vector<std::pair<int, int>>{{3, 4}}));
  EXPECT_EQ(virConnectDomainEventDeregister(connection, on_lifecycle_legacy), 0);
  EXPECT_EQ(virConnectDomainEventDeregister(connection, on_lifecycle_legacy), -1);
  EXPECT_EQ(seen.freed, 1);
}

TEST_F(EventDeliveryTest, EachKindHasItsArguments) {
  std::string alias;
  auto* function = +[](virConnectPtr, virDomainPtr, const char* device, void* opaque) {
    *static_cast<std::string*>(opaque) = device;
  };
  int id = virConnectDomainEventRegisterAny(open_.connection, nullptr, VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED,
                                            VIR_DOMAIN_EVENT_CALLBACK(function), &alias, nullptr);
  ASSERT_GE(id, 0);
  open_.fake->publish(driver::DeviceRemovedEvent{"net0"}, driver::DeviceRemovedEvent::id);
  virEventRunDefaultImpl();
  EXPECT_EQ(alias, "net0");
  virConnectDomainEventDeregisterAny(open_.connection, id);
}

TEST_F(EventDeliveryTest, RegistrationIsChecked) {
  EXPECT_EQ(virConnectDomainEventRegisterAny(open_.connection, nullptr, 99,
                                             VIR_DOMAIN_EVENT_CALLBACK(on_lifecycle), nullptr, nullptr),
            -1);
  EXPECT_STREQ(virGetLastErrorMessage(), "eventID must be less than 27");
  EXPECT_EQ(virConnectDomainEventRegister(open_.connection, nullptr, nullptr, nullptr), -1);
  EXPECT_STREQ(virGetLastErrorMessage(), "cb in virConnectDomainEventRegister must not be NULL");
}

TEST_F(EventDeliveryTest, TellsOfTheConnectionsEnd) {
  Seen seen;
  auto* function =
      +[](virConnectPtr, int reason, void* opaque) { static_cast<Seen*>(opaque)->closed = reason; };
  EXPECT_EQ(virConnectRegisterCloseCallback(open_.connection, function, &seen, count_freed), 0);
  EXPECT_EQ(virConnectRegisterCloseCallback(open_.connection, function, &seen, count_freed), -1);
  open_.fake->close_handler(VIR_CONNECT_CLOSE_REASON_EOF);
  virEventRunDefaultImpl();
  EXPECT_EQ(seen.closed, VIR_CONNECT_CLOSE_REASON_EOF);
  EXPECT_EQ(seen.freed, 1);
}

TEST_F(EventDeliveryTest, AnIdleConnectionIsServedByTheProgramsLoop) {
  auto pipe = make_pipe();
  auto made = std::make_unique<PollableFake>(pipe.read.get());
  auto* fake = made.get();
  auto* connection = new _virConnect(std::move(made), false);
  ASSERT_EQ(::write(pipe.write.get(), "x", 1), 1);
  while (fake->served == 0) virEventRunDefaultImpl();
  fake->want(0);  // the byte is still there
  fake->due = Clock::now();
  fake->changed();
  while (fake->ticks == 0) virEventRunDefaultImpl();
  EXPECT_EQ(fake->served, 1);
  EXPECT_EQ(virConnectClose(connection), 0);
}

}  // namespace
}  // namespace vireo::api
