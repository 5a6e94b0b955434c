// SPDX-License-Identifier: LGPL-2.1-or-later
// The monitor against a peer on the other end of a socket pair, driven by hand on the same loop.
#include "drivers/qemu/monitor.hpp"

#include <gtest/gtest.h>
#include <sys/socket.h>

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>

#include "base/error.hpp"
#include "drivers/qemu/commands.hpp"

namespace vireo::qemu {
namespace {

const std::string hello =
    R"({"QMP": {"version": {"qemu": {"micro": 22, "minor": 2, "major": 7}, "package": ""}, "capabilities": []}})"
    "\r\n{\"return\": {}, \"id\": 0}\r\n";

struct MonitorTest : testing::Test {
  MonitorTest() {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
      throw std::runtime_error("pair");
    monitor = std::make_shared<Monitor>(loop, ends[0], "guest");
    peer.emplace(loop.context(), boost::asio::local::stream_protocol(), ends[1]);
  }
  ~MonitorTest() override { monitor->close(); }

  /// Reads one line of the driver's.
  Task<std::string> heard() {
    while (true) {
      if (std::size_t end = input.find('\n'); end != std::string::npos) {
        std::string line = input.substr(0, end);
        input.erase(0, end + 1);
        co_return line;
      }
      std::array<char, 4096> buffer;
      std::size_t size = co_await peer->async_read_some(boost::asio::buffer(buffer), use_task);
      input.append(buffer.data(), size);
    }
  }
  void say(const std::string& text) { boost::asio::write(*peer, boost::asio::buffer(text)); }
  static Deadline soon() { return Clock::now() + std::chrono::seconds(20); }

  Loop loop;
  std::shared_ptr<Monitor> monitor;
  std::optional<boost::asio::local::stream_protocol::socket> peer;
  std::string input;
  std::vector<std::string> events;
  std::string end;
  void start() {
    monitor->start([this](const qmp::Event& event) { events.push_back(event.name); },
                   [this](std::string why) { end = std::move(why); });
  }
};

TEST_F(MonitorTest, CommandAndReply) {
  start();
  say(hello + "{\"return\": {\"running\": true, \"status\": \"running\"}, \"id\": 1}\n");
  qmp::Status status = loop.run(qmp::query_status(*monitor, soon()));
  EXPECT_TRUE(status.running);
  EXPECT_EQ(monitor->greeting()->major, 7);
  EXPECT_NE(loop.run(heard()).find("qmp_capabilities"), std::string::npos);
  EXPECT_NE(loop.run(heard()).find("query-status"), std::string::npos);
}

TEST_F(MonitorTest, RefusalNamesCommandAndReason) {
  start();
  say(hello + "{\"error\": {\"class\": \"GenericError\", \"desc\": \"No such thing\"}, \"id\": 1}\n");
  try {
    loop.run(qmp::stop(*monitor, soon()));
    FAIL();
  } catch (const Error& problem) {
    EXPECT_EQ(problem.data().message, "internal error: unable to execute QEMU command 'stop': No such thing");
  }
}

TEST_F(MonitorTest, SilenceCostsOneCall) {
  start();
  say(hello);
  try {
    loop.run(qmp::stop(*monitor, Clock::now()));
    FAIL();
  } catch (const Error& problem) {
    EXPECT_EQ(problem.code(), VIR_ERR_OPERATION_TIMEOUT);
  }
  EXPECT_EQ(monitor->unanswered(), 1u);
  say("{\"return\": {}, \"id\": 1}\n{\"return\": {}, \"id\": 2}\n");
  loop.run(qmp::cont(*monitor, soon()));
  EXPECT_EQ(monitor->unanswered(), 0u);
  EXPECT_FALSE(monitor->closed());
}

TEST_F(MonitorTest, EndFailsTheCallsUnderWay) {
  start();
  peer->close();
  EXPECT_THROW(loop.run(qmp::stop(*monitor, soon())), Error);
  EXPECT_EQ(end, "the connection was closed");
  EXPECT_THROW(loop.run(qmp::stop(*monitor, soon())), Error) << "and all later ones";
}

TEST_F(MonitorTest, GarbageEndsTheConnectionAfterWhatCameBefore) {
  start();
  say(hello + "{\"event\": \"STOP\"}\n{\"return\": {}, \"id\": 1}\nBUG\n");
  loop.run(qmp::stop(*monitor, soon()));
  loop.poll();
  EXPECT_EQ(events, std::vector<std::string>{"STOP"});
  EXPECT_NE(end.find("BUG"), std::string::npos) << end;
}

}  // namespace
}  // namespace vireo::qemu
