// SPDX-License-Identifier: LGPL-2.1-or-later
// Packets: header, assembly from the bytes of a transport, and building. No sockets here.
#pragma once

#include <optional>
#include <span>

#include "rpc/xdr.hpp"

namespace vireo::rpc {

inline constexpr std::uint32_t remote_program = 0x20008086;
inline constexpr std::uint32_t qemu_program = 0x20008087;
inline constexpr std::uint32_t keepalive_program = 0x6b656570;
inline constexpr std::uint32_t protocol_version = 1;
inline constexpr std::uint32_t header_size = 28;
inline constexpr std::uint32_t packet_max = 33554432;
inline constexpr std::uint32_t descriptors_max = 32;

enum class Type : std::int32_t { call, reply, event, stream, call_fds, reply_fds, hole };
enum class Status : std::int32_t { ok, error, proceed };  ///< proceed: "continue", more of a stream follows

/// As on the wire, without the length in front.
struct Header {
  std::uint32_t program = remote_program;
  std::uint32_t version = protocol_version;
  std::int32_t procedure = 0;
  Type type = Type::call;
  std::uint32_t serial = 0;
  Status status = Status::ok;
  bool operator==(const Header&) const = default;
};

/// A whole packet. `payload` points into the assembler and is valid until its next call.
struct Packet {
  Header header;
  std::uint32_t descriptors = 0;  ///< how many travel with it (types call_fds and reply_fds)
  std::span<const std::byte> payload;
};

/// The stream cannot be followed any further: a length, type or status that no peer may send.
class FramingError : public std::exception {
 public:
  explicit FramingError(std::string what) : what_(std::move(what)) {}
  const char* what() const noexcept override { return what_.c_str(); }

 private:
  std::string what_;
};

/// Assembles packets from bytes. The buffer grows with the bytes that really arrive, never with what a
/// length claims.
class Assembler {
 public:
  /// Room to receive into; at least `min_room` bytes.
  std::span<std::byte> prepare(std::size_t min_room = 4096);
  /// `size` bytes of prepare()'s room have been filled.
  void commit(std::size_t size) noexcept { end_ += size; }
  void append(std::span<const std::byte> bytes);

  /// The next whole packet, if there is one. Throws FramingError.
  std::optional<Packet> next();
  std::size_t buffered() const noexcept { return end_ - begin_; }

 private:
  Bytes buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

/// Appends a packet to a buffer: header first, payload by `encoder()`, length filled in at the end. A packet
/// that is not finished (an exception while encoding) is taken back.
class PacketBuilder {
 public:
  PacketBuilder(Bytes& out, const Header& header);
  ~PacketBuilder();
  PacketBuilder(const PacketBuilder&) = delete;

  Encoder& encoder() noexcept { return encoder_; }
  /// Throws VIR_ERR_RPC when the packet is larger than the protocol allows.
  void finish();

 private:
  Bytes& out_;
  std::size_t start_;
  Encoder encoder_;
  bool finished_ = false;
};

/// A packet whose payload is exactly `bytes`.
void append_packet(Bytes& out, const Header& header, std::span<const std::byte> bytes = {});

}  // namespace vireo::rpc
