// SPDX-License-Identifier: LGPL-2.1-or-later
// Traffic captured between the incumbent's client and daemon: each payload is read with the types of its row
// and written again to the same bytes.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "rpc/event_table.hpp"
#include "rpc/rows.hpp"
#include "rpc/samples.hpp"
#include "rpc/wire_error.hpp"

namespace vireo::rpc {
namespace {

struct Captured {
  std::string name, type, status;
  Bytes payload;
};

Bytes from_hex(const std::string& text) {
  Bytes bytes;
  for (std::size_t i = 0; i + 1 < text.size(); i += 2)
    bytes.push_back(std::byte(std::stoi(text.substr(i, 2), nullptr, 16)));
  return bytes;
}

std::vector<Captured> captured() {
  std::ifstream in(std::string(VIREO_SOURCE_DIR) + "/tests/goldens/rpc/captured.txt");
  std::vector<Captured> all;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with('#')) continue;
    std::istringstream words(line);
    Captured packet;
    std::string hex;
    words >> packet.name >> packet.type >> packet.status >> hex;
    packet.payload = from_hex(hex);
    all.push_back(std::move(packet));
  }
  return all;
}

template <class T>
Bytes rewritten(const Bytes& bytes) {
  Decoder in(bytes);
  if constexpr (std::same_as<T, void> || std::same_as<T, driver::StreamPtr>) {
    in.finish();
    return {};
  } else {
    const T value = in.get<T>();
    in.finish();
    return encoded(value);
  }
}

template <class... A>
Bytes rewritten_arguments(const Bytes& bytes, std::type_identity<std::tuple<A...>>) {
  std::tuple<A...> arguments;
  Decoder in(bytes);
  std::apply([&in](A&... argument) { (in.read(argument), ...); }, arguments);
  in.finish();
  return std::apply([](const A&... argument) { return encoded(argument...); }, arguments);
}

/// Nothing when no row has this name.
std::optional<Bytes> rewritten(const Captured& packet) {
  std::optional<Bytes> result;
  const auto visit = [&]<auto Method>(const Row<Method>& row) {
    if (row.name != packet.name) return;
    using S = driver::Signature<decltype(Method)>;
    if (packet.type == "call")
      result = rewritten_arguments(packet.payload, std::type_identity<typename S::Arguments>());
    else
      result = rewritten<typename S::Result>(packet.payload);
  };
  session_rows.each(visit);
  host_rows.each(visit);
  domains_rows.each(visit);
  lifecycle_rows.each(visit);
  devices_rows.each(visit);
  console_rows.each(visit);
  return result;
}

TEST(CapturedTraffic, IsReadAndWrittenToTheSameBytes) {
  int known = 0, errors = 0;
  for (const Captured& packet : captured()) {
    SCOPED_TRACE(packet.name + " " + packet.type);
    if (packet.status == "error") {
      ++errors;
      EXPECT_EQ(rewritten<WireError>(packet.payload), packet.payload);
      const ErrorData error = from_wire(Decoder(packet.payload).get<WireError>());
      EXPECT_EQ(from_wire(to_wire(error)), error);
    } else if (packet.type != "event") {
      const auto again = rewritten(packet);
      if (!again) continue;  // a procedure without a row as yet
      ++known;
      EXPECT_EQ(*again, packet.payload);
    }
  }
  EXPECT_GT(known, 80);
  EXPECT_GT(errors, 3);
}

TEST(CapturedTraffic, EventsToo) {
  int events = 0;
  for (const Captured& packet : captured()) {
    if (packet.type != "event") continue;
    for (const EventKind& kind : event_kinds()) {
      if (kind.name != packet.name) continue;
      ++events;
      const auto event = read_event(kind.callback, packet.payload);
      ASSERT_TRUE(event);
      EXPECT_EQ(event->event.domain.name, "test");
      Bytes again;
      ASSERT_TRUE(append_event(again, kind, event->callback, event->event));
      EXPECT_EQ(Bytes(again.begin() + header_size, again.end()), packet.payload);
    }
  }
  EXPECT_GT(events, 0);
}

}  // namespace
}  // namespace vireo::rpc
