// SPDX-License-Identifier: LGPL-2.1-or-later
// IP addresses as numbers, and the questions that definitions of networks ask about them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace vireo::model {

struct Ip {
  bool v6 = false;
  std::array<std::uint8_t, 16> bytes{};  ///< of IPv4 the first four

  /// Numbers only, never a name to look up. IPv4 in all forms of inet_aton ("10.1" is 10.0.0.1).
  static std::optional<Ip> parse(const std::string& text) noexcept;
  std::string to_string() const;
  unsigned bits() const noexcept { return v6 ? 128 : 32; }
  bool operator==(const Ip&) const = default;

  /// With all bits behind the first `prefix` set to zero, or to one.
  Ip network(unsigned prefix) const noexcept { return masked(prefix, 0); }
  Ip broadcast(unsigned prefix) const noexcept { return masked(prefix, 0xff); }
  bool same_network(const Ip& other, unsigned prefix) const noexcept {
    return v6 == other.v6 && network(prefix) == other.network(prefix);
  }

 private:
  Ip masked(unsigned prefix, std::uint8_t fill) const noexcept;
};

/// The number of ones a netmask begins with; nothing when others follow.
std::optional<unsigned> prefix_of_netmask(const Ip& netmask) noexcept;

/// The prefix of an address with which neither prefix nor netmask was said: by its class, IPv6 64.
unsigned implied_prefix(const Ip& address) noexcept;

/// Throws VIR_ERR_INTERNAL_ERROR unless start and end are in this order, not too far apart, and (when there
/// is a `network`) within it, without its own and its broadcast address.
void check_ip_range(const Ip& start, const Ip& end, const Ip* network, unsigned prefix);

}  // namespace vireo::model
