// SPDX-License-Identifier: LGPL-2.1-or-later
#include "api/stream.hpp"

#include <gtest/gtest.h>

#include "api/fake_connection.hpp"

namespace vireo::api {
namespace {

class StreamTest : public testing::Test {
 protected:
  StreamTest() {
    silence();
    virEventRegisterDefaultImpl();
    domain_ = open_.domain();
  }
  ~StreamTest() override { virDomainFree(domain_); }
  virStreamPtr console(unsigned flags = 0) {
    auto* stream = virStreamNew(open_.connection, flags);
    EXPECT_EQ(virDomainOpenConsole(domain_, nullptr, stream, 0), 0);
    return stream;
  }
  FakeOpen open_;
  virDomainPtr domain_;
};

TEST_F(StreamTest, IsUselessUntilOpened) {
  auto* stream = virStreamNew(open_.connection, 0);
  EXPECT_EQ(virStreamSend(stream, "a", 1), -1);
  EXPECT_STREQ(virGetLastErrorMessage(),
               "this function is not supported by the connection driver: virStreamSend");
  EXPECT_EQ(virGetLastErrorDomain(), VIR_FROM_STREAMS);
  EXPECT_EQ(virStreamFree(stream), 0);
  EXPECT_EQ(virDomainOpenConsole(domain_, nullptr, nullptr, 0), -1);
  EXPECT_EQ(virGetLastErrorCode(), VIR_ERR_INVALID_STREAM);
}

TEST_F(StreamTest, CarriesBytes) {
  auto* stream = console(VIR_STREAM_NONBLOCK);
  char buffer[32];
  EXPECT_EQ(virStreamRecv(stream, buffer, sizeof buffer), -2);
  EXPECT_EQ(virStreamSend(stream, "hello", 5), 5);
  EXPECT_EQ(virStreamRecv(stream, buffer, sizeof buffer), 5);
  EXPECT_EQ(std::string(buffer, 5), "hello");
  EXPECT_EQ(virStreamSend(stream, std::string(20, 'x').c_str(), 20), 16);
  EXPECT_EQ(virStreamSend(stream, "y", 1), -2);
  open_.fake->console->failed = true;
  EXPECT_EQ(virStreamRecv(stream, buffer, sizeof buffer), -1);
  EXPECT_EQ(virGetLastErrorCode(), VIR_ERR_RPC);
  int aborted = EchoStream::aborted;
  EXPECT_EQ(virStreamAbort(stream), 0);
  EXPECT_EQ(EchoStream::aborted, aborted + 1);
  EXPECT_EQ(virStreamFree(stream), 0);
}

// No driver opens a sparse stream: nothing is a hole, and nothing can be done with one.
TEST_F(StreamTest, HasNoHoles) {
  auto* stream = console(VIR_STREAM_NONBLOCK);
  char buffer[32];
  EXPECT_EQ(virStreamRecvFlags(stream, buffer, sizeof buffer, VIR_STREAM_RECV_STOP_AT_HOLE), -2);
  EXPECT_EQ(virStreamSend(stream, "a\0b", 3), 3);
  EXPECT_EQ(virStreamRecvFlags(stream, buffer, sizeof buffer, VIR_STREAM_RECV_STOP_AT_HOLE), 3);
  EXPECT_EQ(std::string(buffer, 3), std::string("a\0b", 3));
  EXPECT_EQ(virStreamRecvFlags(stream, buffer, sizeof buffer, 1u << 1), -1);
  EXPECT_EQ(virGetLastErrorCode(), VIR_ERR_INVALID_ARG);
  long long length = 0;
  EXPECT_EQ(virStreamRecvHole(stream, &length, 0), -1);
  EXPECT_EQ(virGetLastErrorCode(), VIR_ERR_NO_SUPPORT);
  EXPECT_EQ(virStreamSendHole(stream, 1, 0), -1);
  EXPECT_EQ(virGetLastErrorCode(), VIR_ERR_NO_SUPPORT);
  virStreamFree(stream);
}

TEST_F(StreamTest, MovesWholeContents) {
  auto* stream = console();
  std::string source = "all of it", sink;
  auto give = +[](virStreamPtr, char* to, size_t size, void* opaque) {
    auto& rest = *static_cast<std::string*>(opaque);
    auto count = std::min(size, rest.size());
    rest.copy(to, count);
    rest.erase(0, count);
    return static_cast<int>(count);
  };
  auto take = +[](virStreamPtr, const char* from, size_t size, void* opaque) {
    static_cast<std::string*>(opaque)->append(from, size);
    return static_cast<int>(size);
  };
  EXPECT_EQ(virStreamSendAll(stream, give, &source), 0);
  open_.fake->console->ended = true;
  EXPECT_EQ(virStreamRecvAll(stream, take, &sink), 0);
  EXPECT_EQ(sink, "all of it");
  int finished = EchoStream::finished;
  EXPECT_EQ(virStreamFinish(stream), 0);
  EXPECT_EQ(EchoStream::finished, finished + 1);
  virStreamFree(stream);
}

TEST_F(StreamTest, TellsWhenItIsReady) {
  auto* stream = console(VIR_STREAM_NONBLOCK);
  struct Seen {
    std::string text;
    bool freed = false;
  } seen;
  auto read = +[](virStreamPtr st, int events, void* opaque) {
    EXPECT_EQ(events, VIR_STREAM_EVENT_READABLE);
    char byte;
    if (virStreamRecv(st, &byte, 1) == 1) static_cast<Seen*>(opaque)->text += byte;
    if (byte != '!') return;
    EXPECT_EQ(virStreamEventRemoveCallback(st), 0);
  };
  auto freed = +[](void* opaque) { static_cast<Seen*>(opaque)->freed = true; };
  ASSERT_EQ(virStreamEventAddCallback(stream, VIR_STREAM_EVENT_READABLE, read, &seen, freed), 0);
  EXPECT_EQ(virStreamEventAddCallback(stream, VIR_STREAM_EVENT_READABLE, read, &seen, freed), -1);
  EXPECT_EQ(virStreamSend(stream, "abc!d", 5), 5);
  while (!seen.freed) virEventRunDefaultImpl();  // once for each byte: it stays ready
  EXPECT_EQ(seen.text, "abc!");
  EXPECT_EQ(virStreamEventUpdateCallback(stream, 0), -1);
  virStreamFree(stream);
}

}  // namespace
}  // namespace vireo::api
