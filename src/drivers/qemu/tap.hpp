// SPDX-License-Identifier: LGPL-2.1-or-later
// TAP devices and their place in a bridge, by plain kernel calls. Failures are VIR_ERR_SYSTEM_ERROR with
// errno.
#pragma once

#include <array>
#include <cstdint>
#include <string>

namespace vireo::qemu {

struct Tap {
  int fd = -1;       ///< close-on-exec; QEMU's end. The device vanishes when the last copy is closed.
  std::string name;  ///< "vnet3"
};

struct TapOptions {
  bool vnet_header = false;
  bool multi_queue = false;
};

/// Opens a new TAP device. `name` may contain one "%d", which the kernel replaces by the first free number;
/// a device of that name is VIR_ERR_OPERATION_INVALID.
Tap make_tap(const std::string& name, TapOptions options);
/// Opens a TAP device that is there: somebody else's, or a further queue of our own.
Tap open_tap(const std::string& name, TapOptions options);
/// `mac`: the guest's address; the host's end gets the same with first byte 0xfe, as bridges take the lowest.
void set_tap_mac(const std::string& device, std::array<std::uint8_t, 6> mac);
void set_mtu(const std::string& device, unsigned mtu);
void add_to_bridge(const std::string& bridge, const std::string& device);
void set_link_up(const std::string& device);
bool link_exists(const std::string& device);

}  // namespace vireo::qemu
