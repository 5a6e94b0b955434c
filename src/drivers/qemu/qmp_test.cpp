// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/qemu/qmp.hpp"

#include <gtest/gtest.h>

#include "base/error.hpp"

namespace vireo::qemu::qmp {
namespace {

const std::string greeting =
    R"({"QMP": {"version": {"qemu": {"micro": 22, "minor": 2, "major": 7}, "package": "Debian 1:7.2"}, "capabilities": ["oob"]}})"
    "\r\n";
const std::string negotiated = "{\"return\": {}, \"id\": 0}\r\n";

template <class T>
T take(Machine& machine) {
  std::optional<Message> message = machine.next();
  if (!message || !std::holds_alternative<T>(*message)) throw std::runtime_error("another message");
  return std::get<T>(*message);
}

TEST(Qmp, NegotiatesFirstAndPipelinesCommands) {
  Machine machine;
  std::uint64_t id = machine.issue({.name = "query-status", .arguments = {}});
  EXPECT_EQ(machine.take_output(),
            "{\"execute\":\"qmp_capabilities\",\"id\":0}\r\n{\"execute\":\"query-status\",\"id\":1}\r\n");
  EXPECT_EQ(machine.take_output(), "");
  machine.feed(greeting);
  EXPECT_EQ(take<Greeting>(machine).major, 7);
  EXPECT_FALSE(machine.ready());
  machine.feed(negotiated);
  EXPECT_TRUE(machine.ready());
  machine.feed(R"({"return": {"status": "prelaunch", "running": false}, "id": 1})"
               "\r\n");
  Reply reply = take<Reply>(machine);
  EXPECT_EQ(reply.id, id);
  EXPECT_FALSE(reply.failure);
  EXPECT_EQ(reply.result.at("status").as_string(), "prelaunch");
  EXPECT_FALSE(machine.next());
}

TEST(Qmp, EveryCutOfTheStreamGivesTheSameMessages) {
  std::string stream = greeting + negotiated +
                       R"({"timestamp": {"seconds": 5, "microseconds": 7}, "event": "RESUME"})"
                       "\r\n"
                       R"({"id": 1, "error": {"class": "GenericError", "desc": "no"}})"
                       "\r\n";
  for (std::size_t cut = 0; cut <= stream.size(); ++cut) {
    Machine machine;
    machine.issue({.name = "cont", .arguments = {}});
    machine.feed(std::string_view(stream).substr(0, cut));
    machine.feed(std::string_view(stream).substr(cut));
    EXPECT_EQ(take<Greeting>(machine).micro, 22);
    Event event = take<Event>(machine);
    EXPECT_EQ(event.name, "RESUME");
    EXPECT_EQ(event.seconds, 5);
    EXPECT_EQ(event.microseconds, 7);
    Reply reply = take<Reply>(machine);
    ASSERT_TRUE(reply.failure);
    EXPECT_EQ(reply.failure->description, "no");
  }
}

TEST(Qmp, RepliesMayComeOutOfOrder) {
  Machine machine;
  machine.issue({.name = "a", .arguments = {}});
  machine.issue({.name = "b", .arguments = {}});
  machine.feed(greeting + negotiated + "{\"return\": 2, \"id\": 2}\n{\"return\": 1, \"id\": 1}\n");
  take<Greeting>(machine);
  EXPECT_EQ(take<Reply>(machine).id, 2u);
  EXPECT_EQ(take<Reply>(machine).id, 1u);
}

TEST(Qmp, ForgottenReplyIsDropped) {
  Machine machine;
  machine.issue({.name = "a", .arguments = {}});
  machine.forget(1);
  machine.feed(greeting + negotiated + "{\"return\": 1, \"id\": 1}\n");
  take<Greeting>(machine);
  EXPECT_FALSE(machine.next());
  EXPECT_THROW(machine.feed("{\"return\": 1, \"id\": 1}\n"), Error);
}

TEST(Qmp, GarbageEndsIt) {
  const char* bad[] = {
      "hello\n",
      "[]\n",
      "{}\n",
      "{\"return\": {}, \"id\": 9}\n",
      "{\"return\": {}}\n",
      "{\"error\": 3, \"id\": 0}\n",
      "{\"event\": 4}\n",
      "{\"error\": {\"class\": \"x\", \"desc\": \"refused\"}, \"id\": 0}\n",
      "\"\n",
  };
  for (const char* text : bad) {
    Machine machine;
    machine.feed(greeting);
    EXPECT_THROW(machine.feed(text), Error) << text;
  }
  Machine machine;
  EXPECT_THROW(machine.feed(negotiated), Error) << "reply before the greeting";
  for (const char* text : {"{\"QMP\": 7}\n", "{\"QMP\": {}}\n", "{\"QMP\": {\"version\": {}}}\n"}) {
    Machine other;
    EXPECT_THROW(other.feed(text), Error) << text;
  }
}

TEST(Qmp, LineBudget) {
  Machine machine(1000);
  machine.feed(greeting);
  machine.feed(std::string(900, ' '));
  EXPECT_THROW(machine.feed(std::string(200, ' ')), Error);
}

TEST(Qmp, DepthIsLimited) {
  Machine machine;
  machine.feed(greeting);
  EXPECT_THROW(machine.feed("{\"return\": " + std::string(100000, '[') + "\n"), Error);
}

}  // namespace
}  // namespace vireo::qemu::qmp
