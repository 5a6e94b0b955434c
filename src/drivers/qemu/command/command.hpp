// SPDX-License-Identifier: LGPL-2.1-or-later
// QEMU's command line as a pure function of the live definition (complete: aliases, addresses, ports), of
// what the emulator can do and of what the host side has prepared. One small renderer for each device kind.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "drivers/qemu/emulator.hpp"
#include "model/domain.hpp"

namespace vireo::qemu {

/// What the host side has prepared for this start.
struct Runtime {
  int monitor_fd = -1;          ///< listening socket, as the child will number it
  std::string monitor_path;     ///< instead of a descriptor, when no process is started (to_native)
  bool sandbox = true;          ///< seccomp
  std::string state_directory;  ///< the guest's own folder
  std::map<std::string, std::vector<int>> tap_fds;  ///< by alias of the interface, as the child numbers them
  int vsock_fd = -1;          ///< vhost-vsock, with the guest's CID set, as the child numbers it
  bool vnc_password = false;  ///< qemu.conf has one for displays without their own
};

/// Throws VIR_ERR_CONFIG_UNSUPPORTED naming the first element that nothing here expresses.
void check_expressible(const model::Domain& domain);

/// Program first. Throws VIR_ERR_CONFIG_UNSUPPORTED naming what this driver cannot express.
std::vector<std::string> build_command(const model::Domain& domain, const Emulator& emulator,
                                       const Runtime& runtime);

/// The environment the child gets, "NAME=value".
std::vector<std::string> build_environment(const model::Domain& domain, const Runtime& runtime);

}  // namespace vireo::qemu
