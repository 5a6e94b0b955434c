// SPDX-License-Identifier: LGPL-2.1-or-later
// A UUID as a plain 16-byte value.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace vireo {

struct Uuid {
  std::array<std::uint8_t, 16> bytes{};

  /// What libvirt accepts: 16 pairs of hexadecimal digits of either case, any number of dashes and spaces
  /// before each pair, white space around the whole. Anything else is nullopt.
  static std::optional<Uuid> parse(std::string_view text) noexcept;

  /// A random one (version 4). Throws VIR_ERR_SYSTEM_ERROR when the system has no entropy to give.
  static Uuid generate();

  /// 8-4-4-4-12 lower-case digits.
  std::string to_string() const;

  bool is_nil() const noexcept { return *this == Uuid{}; }
  /// False when all 16 bytes are equal: the incumbent refuses such a UUID for a host.
  bool is_plausible() const noexcept;

  auto operator<=>(const Uuid&) const = default;
};

}  // namespace vireo

template <>
struct std::hash<vireo::Uuid> {
  std::size_t operator()(const vireo::Uuid& uuid) const noexcept {
    return std::hash<std::string_view>{}(
        {reinterpret_cast<const char*>(uuid.bytes.data()), uuid.bytes.size()});
  }
};
