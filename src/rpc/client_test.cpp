// SPDX-License-Identifier: LGPL-2.1-or-later
#include "rpc/client.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace vireo::rpc {
namespace {

constexpr std::int32_t open_console = 201;

void receive(Client& client, const Bytes& bytes) {
  std::ranges::copy(bytes, client.prepare().begin());
  client.received(bytes.size());
}

// Whoever did not ask for holes would take what follows one for the data at its place.
TEST(Client, AHoleBreaksTheStreamItIsInAndNothingElse) {
  Client client;
  Waiter call;
  client.call(call, open_console, [](Encoder&) {});
  const auto stream = client.add_stream(call, open_console);
  Bytes packet;
  PacketBuilder hole(
      packet,
      {.procedure = open_console, .type = Type::hole, .serial = call.serial, .status = Status::proceed});
  hole.encoder().put(std::int64_t{4096});
  hole.encoder().put(std::uint32_t{0});
  hole.finish();
  receive(client, packet);
  ASSERT_TRUE(stream->failure);
  EXPECT_EQ(stream->failure->code, VIR_ERR_NO_SUPPORT);
  EXPECT_TRUE(client.alive());
  EXPECT_FALSE(call.done);
}

}  // namespace
}  // namespace vireo::rpc
