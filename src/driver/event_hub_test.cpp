// SPDX-License-Identifier: LGPL-2.1-or-later
#include "driver/event_hub.hpp"

#include <gmock/gmock.h>

#include <stdexcept>

#include "base/loop.hpp"

using namespace vireo;
using namespace vireo::driver;
using testing::ElementsAre;

namespace {

DomainRef domain(int n) {
  DomainRef ref{"d" + std::to_string(n), {}, n};
  ref.uuid.bytes[15] = static_cast<std::uint8_t>(n);
  return ref;
}

struct Heard {
  EventHandler as(std::string who) {
    return [this, who](const DomainEvent& event) { all.push_back(who + ":" + event.domain.name); };
  }
  std::vector<std::string> all;
};

TEST(EventHub, DeliversByKindAndDomainInOrderOfSubscription) {
  EventHub hub;
  Heard heard;
  hub.subscribe(LifecycleEvent::id, domain(2).uuid, heard.as("two"));
  hub.subscribe(LifecycleEvent::id, {}, heard.as("all"));
  hub.subscribe(RebootEvent::id, {}, heard.as("reboot"));
  hub.publish(domain(1), LifecycleEvent{2, 0});
  hub.publish(domain(2), LifecycleEvent{2, 0});
  hub.publish(domain(2), RebootEvent{});
  EXPECT_THAT(heard.all, ElementsAre("all:d1", "two:d2", "all:d2", "reboot:d2"));
}

TEST(EventHub, PlainIoErrorHearsThoseWithReason) {
  EventHub hub;
  Heard heard;
  hub.subscribe(4, {}, heard.as("plain"));
  hub.subscribe(8, {}, heard.as("reason"));
  hub.publish(domain(1), IoErrorEvent{});
  EXPECT_THAT(heard.all, ElementsAre("plain:d1", "reason:d1"));
}

TEST(EventHub, OrderCountsAllEvents) {
  EventHub hub;
  std::vector<std::uint64_t> orders;
  hub.subscribe(LifecycleEvent::id, {}, [&](const DomainEvent& event) { orders.push_back(event.order); });
  hub.publish(domain(1), LifecycleEvent{});
  hub.publish(domain(1), RebootEvent{});
  hub.publish(domain(1), LifecycleEvent{});
  EXPECT_THAT(orders, ElementsAre(1, 3));
}

TEST(EventHub, HandlerMayEndItselfAndOthers) {
  EventHub hub;
  Heard heard;
  int first = 0, second = 0;
  first = hub.subscribe(LifecycleEvent::id, {}, [&](const DomainEvent&) {
    heard.all.push_back("first");
    hub.unsubscribe(first);
    hub.unsubscribe(second);
  });
  second = hub.subscribe(LifecycleEvent::id, {}, heard.as("second"));
  hub.subscribe(LifecycleEvent::id, {}, heard.as("third"));
  hub.publish(domain(1), LifecycleEvent{});
  hub.publish(domain(2), LifecycleEvent{});
  EXPECT_THAT(heard.all, ElementsAre("first", "third:d1", "third:d2"));
  EXPECT_FALSE(hub.unsubscribe(first));
}

TEST(EventHub, EventOfAHandlerComesAfterTheCurrentOne) {
  EventHub hub;
  Heard heard;
  hub.subscribe(LifecycleEvent::id, domain(1).uuid,
                [&](const DomainEvent&) { hub.publish(domain(2), LifecycleEvent{}); });
  hub.subscribe(LifecycleEvent::id, {}, heard.as("all"));
  hub.publish(domain(1), LifecycleEvent{});
  EXPECT_THAT(heard.all, ElementsAre("all:d1", "all:d2"));
}

TEST(EventHub, SubscriptionOfAHandlerHearsLaterEventsOnly) {
  EventHub hub;
  Heard heard;
  bool once = false;
  hub.subscribe(LifecycleEvent::id, {}, [&](const DomainEvent&) {
    if (!std::exchange(once, true)) hub.subscribe(LifecycleEvent::id, {}, heard.as("new"));
  });
  hub.publish(domain(1), LifecycleEvent{});
  hub.publish(domain(2), LifecycleEvent{});
  EXPECT_THAT(heard.all, ElementsAre("new:d2"));
}

TEST(EventHub, ThrowingHandlerDoesNotKeepOthersFromHearing) {
  EventHub hub;
  Heard heard;
  hub.subscribe(LifecycleEvent::id, {}, [](const DomainEvent&) { throw std::runtime_error("handler"); });
  hub.subscribe(LifecycleEvent::id, {}, heard.as("all"));
  hub.publish(domain(1), LifecycleEvent{});
  EXPECT_THAT(heard.all, ElementsAre("all:d1"));
}

TEST(ConnectionEvents, EndWithTheirConnectionAndAreItsOwn) {
  Loop loop;
  EventHub hub;
  Heard heard;
  ConnectionEvents other(hub);
  int foreign = loop.run(other.subscribe(LifecycleEvent::id, {}, heard.as("other")));
  {
    ConnectionEvents events(hub);
    loop.run(events.subscribe(LifecycleEvent::id, domain(1), heard.as("one")));
    EXPECT_THROW(loop.run(events.unsubscribe(foreign)), Error);
    hub.publish(domain(1), LifecycleEvent{});
  }
  hub.publish(domain(1), LifecycleEvent{});
  EXPECT_THAT(heard.all, ElementsAre("other:d1", "one:d1", "other:d1"));
  loop.run(other.unsubscribe(foreign));
  EXPECT_TRUE(hub.empty());
}

}  // namespace
