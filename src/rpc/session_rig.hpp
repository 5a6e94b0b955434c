// SPDX-License-Identifier: LGPL-2.1-or-later
// For tests: a server session whose client is the test, in memory.
#pragma once

#include <gtest/gtest.h>

#include "rpc/recording_connection.hpp"
#include "rpc/server_session.hpp"
#include "rpc/wire_error.hpp"

namespace vireo::rpc {

/// A packet that owns its bytes.
struct OwnedPacket {
  Header header;
  Bytes payload;

  ErrorData error() const { return from_wire(Decoder(payload).get<WireError>()); }
};

class SessionRig : public ::testing::Test {
 protected:
  ~SessionRig() override { stop(); }

  void start(Service service = {}, Peer peer = {.pid = 1, .uid = 0, .gid = 0}) {
    setup.open = [this](std::optional<std::string> uri, std::uint32_t flags) -> driver::ConnectionPtr {
      if (uri == "broken:///") throw Error(VIR_ERR_NO_CONNECT, VIR_FROM_NONE, *uri);
      opened_uri = uri;
      opened_flags = flags;
      return std::make_unique<RecordingConnection>(loop, recorder);
    };
    session = std::make_shared<ServerSession>(loop.executor(), setup, service, peer, [this] { ++changes; });
  }
  void stop() {
    gate.set();
    if (session) loop.run(session->end());
    session.reset();
    loop.poll();
  }
  /// Feeds bytes as they would come from a socket, and runs what they ask for.
  void feed(std::span<const std::byte> bytes) {
    while (!bytes.empty() && session->wants_input()) {
      const auto room = session->prepare();
      const auto part = bytes.first(std::min(room.size(), bytes.size()));
      std::copy(part.begin(), part.end(), room.begin());
      loop.run(feed_on_loop(part.size()));
      bytes = bytes.subspan(part.size());
    }
    loop.poll();
  }
  void send(const Header& header, std::span<const std::byte> payload = {}) {
    Bytes bytes;
    append_packet(bytes, header, payload);
    feed(bytes);
  }
  template <class... A>
  void call(std::int32_t procedure, const A&... arguments) {
    Header header;
    header.procedure = procedure;
    header.serial = ++serial;
    send(header, encoded(arguments...));
  }
  template <auto Method, class... A>
  void call(const A&... arguments) {
    call(row_of<Method>().number, arguments...);
  }
  void open(std::uint32_t flags = 0) {
    call<&SessionCalls::open>(std::optional<std::string>("test:///default"), flags);
    EXPECT_EQ(reply().header.status, Status::ok);
  }
  /// The next packet that the server has sent.
  std::optional<OwnedPacket> receive() {
    const auto bytes = session->unsent();
    from_server.append(bytes);
    session->sent(bytes.size());
    const auto packet = from_server.next();
    if (!packet) return std::nullopt;
    return OwnedPacket{packet->header, Bytes(packet->payload.begin(), packet->payload.end())};
  }
  OwnedPacket reply() {
    auto packet = receive();
    if (!packet) {
      ADD_FAILURE() << "no packet from the server";
      return {};
    }
    return *packet;
  }
  template <class T>
  T result() {
    const OwnedPacket packet = reply();
    EXPECT_EQ(packet.header.status, Status::ok) << packet.error().message;
    Decoder in(packet.payload);
    T value = in.get<T>();
    in.finish();
    return value;
  }

  Loop loop;
  Recorder recorder;
  AsyncEvent gate;  ///< for recorder.gate; opened when the session ends
  ServerSetup setup;
  std::shared_ptr<ServerSession> session;
  std::optional<std::string> opened_uri;
  std::uint32_t opened_flags = 0;
  std::uint32_t serial = 0;
  int changes = 0;
  Assembler from_server;

 private:
  Task<void> feed_on_loop(std::size_t size) {
    session->received(size);
    co_return;
  }
};

}  // namespace vireo::rpc
