// SPDX-License-Identifier: LGPL-2.1-or-later
// Every row, there and back: the driver's method is called with the arguments sent, and its result returns.
#include "rpc/client.hpp"
#include "rpc/session_rig.hpp"

namespace vireo::rpc {
namespace {

class RoundTrip : public SessionRig {
 protected:
  template <auto Method>
  void check(const Row<Method>& row) {
    using Result = typename driver::Signature<decltype(Method)>::Result;
    using Arguments = typename driver::Signature<decltype(Method)>::Arguments;
    SCOPED_TRACE(row.name);
    const Arguments arguments = [] {
      Arguments values;
      int seed = 1;
      std::apply(
          [&seed](auto&... value) { ((value = sample<std::remove_cvref_t<decltype(value)>>(seed++)), ...); },
          values);
      return values;
    }();
    recorder.calls.clear();
    std::apply([&](const auto&... value) { call(row.number, value...); }, arguments);
    const OwnedPacket answer = reply();
    ASSERT_EQ(answer.header.status, Status::ok) << answer.error().message;
    EXPECT_EQ(answer.header.type, Type::reply);
    EXPECT_EQ(answer.header.procedure, row.number);
    EXPECT_EQ(answer.header.serial, serial);
    const Bytes sent = std::apply([](const auto&... value) { return encoded(value...); }, arguments);
    ASSERT_EQ(recorder.calls.size(), 1u);
    EXPECT_EQ(recorder.calls[0], (RecordedCall{row.name, sent}));
    if constexpr (std::same_as<Result, void> || std::same_as<Result, driver::StreamPtr>)
      EXPECT_TRUE(answer.payload.empty());
    else if constexpr (driver::opens_stream<Result>)
      EXPECT_EQ(answer.payload, encoded(sample<decltype(Result::value)>()));
    else
      EXPECT_EQ(answer.payload, encoded(sample<Result>()));
  }
};

/// Never has data, takes everything.
class IdleStream final : public driver::ByteStream {
 public:
  std::optional<std::size_t> try_read(std::span<std::byte>) override { return std::nullopt; }
  std::optional<std::size_t> try_write(std::span<const std::byte> from) override { return from.size(); }
  Task<unsigned> wait(unsigned wanted) override { co_return wanted; }
  void on_change(std::function<void()>) override {}
  unsigned readiness() const override { return 2; }
  Task<void> finish() override { co_return; }
  void abort() noexcept override {}
};

TEST_F(RoundTrip, EveryRowReachesItsMethodAndBack) {
  start();
  open();
  recorder.stream = [] { return std::make_unique<IdleStream>(); };
  const auto check_row = [this](const auto& row) { check(row); };
  each_driver_row(check_row);
}

TEST_F(RoundTrip, ClientMachineUnderstandsTheServer) {
  start();
  open();
  Client client;
  Waiter first, second;
  client.call(first, row_of<&driver::Domains::info>().number,
              [](Encoder& out) { out.put(sample<driver::DomainRef>()); });
  client.call(second, 9999, [](Encoder&) {});
  const Bytes bytes(client.unsent().begin(), client.unsent().end());
  client.sent(bytes.size());
  feed(bytes);
  const auto answer = session->unsent();
  std::ranges::copy(answer, client.prepare().begin());
  const auto done = client.received(answer.size());
  EXPECT_EQ(done, (std::vector{&first, &second}));
  EXPECT_EQ(first.reply, encoded(sample<driver::DomainInfo>()));
  ASSERT_TRUE(second.failure);
  EXPECT_EQ(second.failure->message, "unknown procedure: 9999");
}

}  // namespace
}  // namespace vireo::rpc
