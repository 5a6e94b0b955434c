// SPDX-License-Identifier: LGPL-2.1-or-later
#include "rpc/packet.hpp"

#include <fmt/format.h>
#include <libvirt/virterror.h>

#include <algorithm>

#include "base/error.hpp"

namespace vireo::rpc {
namespace {

constexpr std::size_t keep_capacity = 1 << 20;  ///< a buffer that grew beyond is given back when empty

Header read_header(Decoder& in) {
  Header header;
  header.program = in.word();
  header.version = in.word();
  header.procedure = in.get<std::int32_t>();
  const auto type = in.get<std::int32_t>();
  header.serial = in.word();
  const auto status = in.get<std::int32_t>();
  if (type < 0 || type > static_cast<int>(Type::hole))
    throw FramingError(fmt::format("packet of unknown type {}", type));
  if (status < 0 || status > static_cast<int>(Status::proceed))
    throw FramingError(fmt::format("packet of unknown status {}", status));
  header.type = static_cast<Type>(type);
  header.status = static_cast<Status>(status);
  return header;
}

}  // namespace

std::span<std::byte> Assembler::prepare(std::size_t min_room) {
  if (begin_ == end_) {
    begin_ = end_ = 0;
    if (buffer_.size() > keep_capacity) Bytes().swap(buffer_);
  }
  if (buffer_.size() - end_ < min_room) {
    if (begin_ > 0) {
      std::copy(buffer_.begin() + begin_, buffer_.begin() + end_, buffer_.begin());
      end_ -= begin_;
      begin_ = 0;
    }
    if (buffer_.size() - end_ < min_room) buffer_.resize(std::max(buffer_.size() * 2, end_ + min_room));
  }
  return std::span(buffer_).subspan(end_);
}

void Assembler::append(std::span<const std::byte> bytes) {
  const auto room = prepare(std::max<std::size_t>(bytes.size(), 1));
  std::copy(bytes.begin(), bytes.end(), room.begin());
  commit(bytes.size());
}

std::optional<Packet> Assembler::next() {
  const auto bytes = std::span<const std::byte>(buffer_).subspan(begin_, end_ - begin_);
  if (bytes.size() < 4) return std::nullopt;
  const std::uint32_t length = Decoder(bytes).word();
  if (length < header_size || length > packet_max)
    throw FramingError(
        fmt::format("packet length {} is not within {} and {}", length, header_size, packet_max));
  if (bytes.size() < length) return std::nullopt;
  Decoder in(bytes.subspan(4, length - 4));
  Packet packet{read_header(in), 0, {}};
  if (packet.header.type == Type::call_fds || packet.header.type == Type::reply_fds) {
    if (in.remaining() < 4) throw FramingError("packet with descriptors lacks their count");
    packet.descriptors = in.word();
    if (packet.descriptors > descriptors_max)
      throw FramingError(fmt::format("packet with {} descriptors", packet.descriptors));
  }
  packet.payload = bytes.subspan(length - in.remaining(), in.remaining());
  begin_ += length;
  return packet;
}

PacketBuilder::PacketBuilder(Bytes& out, const Header& header)
    : out_(out), start_(out.size()), encoder_(out) {
  encoder_.word(0);
  encoder_.word(header.program);
  encoder_.word(header.version);
  encoder_.put(header.procedure);
  encoder_.put(static_cast<std::int32_t>(header.type));
  encoder_.word(header.serial);
  encoder_.put(static_cast<std::int32_t>(header.status));
}

PacketBuilder::~PacketBuilder() {
  if (!finished_) out_.resize(start_);
}

void PacketBuilder::finish() {
  const std::size_t length = out_.size() - start_;
  if (length > packet_max)
    throw error(VIR_ERR_RPC, VIR_FROM_RPC, "packet of {} bytes exceeds the protocol's limit of {}", length,
                packet_max);
  for (int i = 0; i < 4; ++i) out_[start_ + i] = std::byte(length >> (24 - 8 * i));
  finished_ = true;
}

void append_packet(Bytes& out, const Header& header, std::span<const std::byte> bytes) {
  PacketBuilder builder(out, header);
  out.insert(out.end(), bytes.begin(), bytes.end());
  builder.finish();
}

}  // namespace vireo::rpc
