// SPDX-License-Identifier: LGPL-2.1-or-later
// Events of all three generations of registration, and streams, as the server's session sends them.
#include <libvirt/libvirt.h>

#include "rpc/session_rig.hpp"

namespace vireo::rpc {
namespace {

using SessionEvents = SessionRig;

const driver::DomainRef one{"one", Uuid{{1}}, 1}, two{"two", Uuid{{2}}, 2};

TEST_F(SessionEvents, OldestFormIsForLifecycleOnly) {
  start();
  open();
  call(105);
  EXPECT_EQ(result<std::int32_t>(), 0);
  call(105);
  EXPECT_EQ(reply().error().message, "invalid argument: event callback already tracked");
  recorder.hub.publish(one, driver::LifecycleEvent{2, 3});
  recorder.hub.publish(one, driver::RebootEvent{});
  const OwnedPacket event = reply();
  EXPECT_EQ(event.header, (Header{.procedure = 107, .type = Type::event}));
  EXPECT_EQ(event.payload, encoded(one, std::int32_t{2}, std::int32_t{3}));
  EXPECT_FALSE(receive());
  call(106);
  reply();
  call(106);
  EXPECT_EQ(reply().error().message, "internal error: domain event 0 not registered");
  EXPECT_TRUE(recorder.hub.empty());
}

TEST_F(SessionEvents, SecondFormIsOneForEachKind) {
  start();
  open();
  call(167, driver::IoErrorEvent::id);
  call(167, 4);
  for (const int id : {99, -1}) call(167, id);
  reply();
  reply();
  EXPECT_EQ(reply().error().message, "internal error: unsupported event ID 99");
  EXPECT_EQ(reply().error().message, "internal error: unsupported event ID -1");
  recorder.hub.publish(one, driver::IoErrorEvent{"/disk", "vda", 1, "enospc"});
  const OwnedPacket with_reason = reply(), without = reply();
  EXPECT_EQ(with_reason.header.procedure, 195);
  EXPECT_EQ(with_reason.payload,
            encoded(one, std::string("/disk"), std::string("vda"), std::int32_t{1}, std::string("enospc")));
  EXPECT_EQ(without.header.procedure, 172);
  EXPECT_EQ(without.payload, encoded(one, std::string("/disk"), std::string("vda"), std::int32_t{1}));
}

TEST_F(SessionEvents, NewestFormNumbersAndFilters) {
  start();
  open();
  call(316, std::int32_t{0}, std::optional<driver::DomainRef>());
  const auto all = result<std::int32_t>();
  call(316, std::int32_t{0}, std::optional(two));
  const auto of_two = result<std::int32_t>();
  EXPECT_NE(all, of_two);
  recorder.hub.publish(one, driver::LifecycleEvent{1, 0});
  recorder.hub.publish(two, driver::LifecycleEvent{4, 0});
  for (const auto& [callback, domain, event] :
       {std::tuple(all, one, 1), std::tuple(all, two, 4), std::tuple(of_two, two, 4)}) {
    const OwnedPacket packet = reply();
    EXPECT_EQ(packet.header.procedure, 318);
    EXPECT_EQ(packet.payload, encoded(callback, domain, std::int32_t{event}, std::int32_t{0}));
  }
  call(317, all);
  EXPECT_EQ(reply().header.status, Status::ok);
  call(317, all);
  EXPECT_EQ(reply().error().message,
            "internal error: domain event callback " + std::to_string(all) + " not registered");
}

TEST_F(SessionEvents, ClientThatDoesNotReadIsDisconnectedNotSilentlySkipped) {
  setup.limits.backlog = 1000;
  start();
  open();
  call(105);
  reply();
  for (int i = 0; i < 100 && !session->finished(); ++i)
    recorder.hub.publish(one, driver::LifecycleEvent{1, i});
  EXPECT_TRUE(session->finished());
  EXPECT_LT(session->unsent().size(), 1100u);
}

TEST_F(SessionEvents, CloseOfTheHypervisorIsTold) {
  start();
  open();
  call(360);
  reply();
  recorder.close_handler(VIR_CONNECT_CLOSE_REASON_KEEPALIVE);
  const OwnedPacket packet = reply();
  EXPECT_EQ(packet.header, (Header{.procedure = connection_closed, .type = Type::event}));
  EXPECT_EQ(packet.payload, encoded(std::int32_t{VIR_CONNECT_CLOSE_REASON_KEEPALIVE}));
  call(361);
  reply();
  EXPECT_FALSE(recorder.close_handler);
}

/// What a test wants to be read, and what was written.
struct Pipe {
  Bytes to_read;
  bool ended = false;
  bool full = false;
  bool fails = false;
  Bytes written;
  bool finished = false;
  bool aborted = false;
  std::function<void()> listener;
};

class PipeStream final : public driver::ByteStream {
 public:
  explicit PipeStream(Pipe& pipe) : pipe_(pipe) {}
  std::optional<std::size_t> try_read(std::span<std::byte> to) override {
    if (pipe_.fails) throw Error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_STREAMS, "broken");
    if (pipe_.to_read.empty()) return pipe_.ended ? std::optional<std::size_t>(0) : std::nullopt;
    const std::size_t size = std::min(to.size(), pipe_.to_read.size());
    std::copy_n(pipe_.to_read.begin(), size, to.begin());
    pipe_.to_read.erase(pipe_.to_read.begin(), pipe_.to_read.begin() + static_cast<std::ptrdiff_t>(size));
    return size;
  }
  std::optional<std::size_t> try_write(std::span<const std::byte> from) override {
    if (pipe_.full) return std::nullopt;
    pipe_.written.insert(pipe_.written.end(), from.begin(), from.end());
    return from.size();
  }
  Task<unsigned> wait(unsigned wanted) override { co_return wanted; }
  void on_change(std::function<void()> listener) override { pipe_.listener = std::move(listener); }
  unsigned readiness() const override { return 3; }
  Task<void> finish() override {
    pipe_.finished = true;
    co_return;
  }
  void abort() noexcept override { pipe_.aborted = true; }

 private:
  Pipe& pipe_;
};

class SessionStreams : public SessionRig {
 protected:
  ~SessionStreams() override { stop(); }
  void open_stream() {
    recorder.stream = [this] { return std::make_unique<PipeStream>(pipe); };
    start();
    open();
    call<&driver::Console::open_console>(one, std::optional<std::string>(), 0u);
    EXPECT_EQ(reply().header.type, Type::reply);
    stream = {.procedure = 201, .type = Type::stream, .serial = serial, .status = Status::proceed};
  }
  Header with(Status status) const {
    Header header = stream;
    header.status = status;
    return header;
  }

  Pipe pipe;
  Header stream;
};

TEST_F(SessionStreams, DataFlowsBothWaysAndEnds) {
  open_stream();
  pipe.to_read = Bytes(5, std::byte{'x'});
  pipe.listener();
  OwnedPacket packet = reply();
  EXPECT_EQ(packet.header, stream);
  EXPECT_EQ(packet.payload, Bytes(5, std::byte{'x'})) << "stream data has no length and no padding";
  send(stream, Bytes(3, std::byte{'y'}));
  EXPECT_EQ(pipe.written, Bytes(3, std::byte{'y'}));
  pipe.ended = true;
  pipe.listener();
  packet = reply();
  EXPECT_EQ(packet.header, stream);
  EXPECT_TRUE(packet.payload.empty());
  send(with(Status::ok));
  EXPECT_TRUE(pipe.finished);
  EXPECT_EQ(reply().header, with(Status::ok));
}

TEST_F(SessionStreams, AbortIsConfirmed) {
  open_stream();
  send(with(Status::error));
  EXPECT_TRUE(pipe.aborted);
  EXPECT_EQ(reply().header, with(Status::ok));
  send(stream, Bytes(3, std::byte{'y'}));  // too late, and harmless
  EXPECT_FALSE(receive());
}

TEST_F(SessionStreams, FailureReachesTheClient) {
  open_stream();
  pipe.fails = true;
  pipe.listener();
  const OwnedPacket packet = reply();
  EXPECT_EQ(packet.header, with(Status::error));
  EXPECT_EQ(packet.error().message, "internal error: broken");
}

TEST_F(SessionStreams, ProducerIsHeldBackWhileTheClientDoesNotRead) {
  open_stream();
  pipe.to_read = Bytes(10'000'000);
  pipe.listener();
  EXPECT_LT(session->unsent().size(), 400'000u);
  call<&driver::Domains::is_active>(one);  // waits for no more than that
  std::size_t received = 0;
  bool answered = false;
  while (const auto packet = receive()) {
    answered = answered || packet->header.type == Type::reply;
    if (packet->header.type == Type::stream) received += packet->payload.size();
    EXPECT_TRUE(answered || received < 1'000'000u);
  }
  EXPECT_TRUE(answered);
  EXPECT_EQ(received, 10'000'000u);
}

TEST_F(SessionStreams, ClientIsNotReadWhileTheTargetIsFull) {
  setup.limits.stream = 1000;
  open_stream();
  pipe.full = true;
  send(stream, Bytes(1500));
  EXPECT_FALSE(session->wants_input());
  pipe.full = false;
  pipe.listener();
  EXPECT_TRUE(session->wants_input());
  EXPECT_EQ(pipe.written.size(), 1500u);
}

TEST_F(SessionStreams, EndOfTheClientAbortsThem) {
  open_stream();
  stop();
  EXPECT_TRUE(pipe.aborted);
}

}  // namespace
}  // namespace vireo::rpc
