// SPDX-License-Identifier: LGPL-2.1-or-later
// Sizes with units as libvirt's XML and commands have them.
#pragma once

#include <cstdint>
#include <string_view>

namespace vireo {

/// Bytes of `value` in `unit`: b, byte, bytes; K, KiB … E, EiB (powers of 1024); KB … EB (powers of 1000);
/// case does not matter. No unit: `value` × `default_scale`. Throws VIR_ERR_INVALID_ARG for another unit,
/// VIR_ERR_OVERFLOW above `limit` bytes.
std::uint64_t scale_to_bytes(std::uint64_t value, std::string_view unit, std::uint64_t default_scale = 1,
                             std::uint64_t limit = UINT64_MAX);

/// KiB, rounded up; no unit means KiB. The limit is libvirt's for memory: 2^63 - 1 bytes.
std::uint64_t scale_to_kib(std::uint64_t value, std::string_view unit);

/// "512", "10G", "3 MiB": a number and its unit in one text, in bytes. Throws also VIR_ERR_INVALID_ARG for no
/// number.
std::uint64_t parse_bytes(std::string_view text, std::uint64_t default_scale = 1,
                          std::uint64_t limit = UINT64_MAX);

}  // namespace vireo
