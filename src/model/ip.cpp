// SPDX-License-Identifier: LGPL-2.1-or-later
#include "model/ip.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <bit>

#include "base/error.hpp"

namespace vireo::model {

std::optional<Ip> Ip::parse(const std::string& text) noexcept {
  Ip ip;
  in_addr v4{};
  // inet_aton stops at white space; a definition has none.
  if (text.find_first_of(" \t\n\r\f\v") != text.npos) return std::nullopt;
  if (inet_aton(text.c_str(), &v4) != 0) {
    std::copy_n(reinterpret_cast<const std::uint8_t*>(&v4), sizeof v4, ip.bytes.begin());
    return ip;
  }
  ip.v6 = true;
  if (inet_pton(AF_INET6, text.c_str(), ip.bytes.data()) == 1) return ip;
  return std::nullopt;
}

std::string Ip::to_string() const {
  char text[INET6_ADDRSTRLEN];
  return inet_ntop(v6 ? AF_INET6 : AF_INET, bytes.data(), text, sizeof text);
}

Ip Ip::masked(unsigned prefix, std::uint8_t fill) const noexcept {
  Ip result = *this;
  for (unsigned i = 0; i < bits() / 8; ++i) {
    const unsigned kept = prefix > i * 8 ? std::min(prefix - i * 8, 8u) : 0;
    const auto mask = static_cast<std::uint8_t>(0xff00u >> kept);
    result.bytes[i] = static_cast<std::uint8_t>((bytes[i] & mask) | (fill & ~mask));
  }
  return result;
}

std::optional<unsigned> prefix_of_netmask(const Ip& netmask) noexcept {
  unsigned ones = 0;
  while (ones < netmask.bits() && (netmask.bytes[ones / 8] & (0x80u >> ones % 8)) != 0) ++ones;
  if (netmask.network(ones) != netmask) return std::nullopt;
  return ones;
}

unsigned implied_prefix(const Ip& address) noexcept {
  if (address == Ip{.v6 = address.v6}) return 0;
  if (address.v6) return 64;
  const unsigned first = address.bytes[0];
  return first < 128 ? 8 : first < 192 ? 16 : first < 224 ? 24 : 0;
}

namespace {

/// How far `end` lies behind `start`; negative: before it. More than 65535 apart counts as 65536.
long distance(const Ip& start, const Ip& end) {
  const unsigned size = start.bits() / 8;
  const auto low = [size](const Ip& ip) { return ip.bytes[size - 2] << 8 | ip.bytes[size - 1]; };
  if (!std::equal(start.bytes.begin(), start.bytes.begin() + size - 2, end.bytes.begin()))
    return start.bytes < end.bytes ? 65536 : -1;
  return low(end) - low(start);
}

}  // namespace

void check_ip_range(const Ip& start, const Ip& end, const Ip* network, unsigned prefix) {
  const auto range = fmt::format("{} - {}", start.to_string(), end.to_string());
  const auto bad = [](const std::string& text) { return Error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_NONE, text); };
  if (start.v6 != end.v6) throw bad("mismatch of address family in range " + range);
  if (network) {
    const auto where = fmt::format("{}/{}", network->to_string(), prefix);
    if (start.v6 != network->v6)
      throw bad(fmt::format("mismatch of address family in range {} for network {}", range, where));
    if (!start.same_network(*network, prefix) || !end.same_network(*network, prefix))
      throw bad(fmt::format("range {} is not entirely within network {}", range, where));
  }
  const long apart = distance(start, end);
  if (apart < 0) throw bad(fmt::format("range {} is reversed ", range));
  if (apart > 65535) throw bad(fmt::format("range {} is too large (> 65535)", range));
  if (!network || network->v6) return;
  const auto where = fmt::format("{} in network {}/{}", range, network->to_string(), prefix);
  if (start == network->network(prefix))
    throw bad(fmt::format("start of range {} is the network address", where));
  if (end == network->broadcast(prefix))
    throw bad(fmt::format("end of range {} is the broadcast address", where));
}

}  // namespace vireo::model
