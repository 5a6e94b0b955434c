// SPDX-License-Identifier: LGPL-2.1-or-later
// qemu.conf: what the administrator says about guests of this instance. A value, read once.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/config.hpp"
#include "base/process.hpp"

namespace vireo::qemu {

struct Settings {
  std::optional<Credentials> credentials;  ///< whom QEMU runs as; none: as this process
  bool dynamic_ownership = false;          ///< files of a guest are given to that user while it runs
  bool sandbox = true;
  std::string vnc_listen = "127.0.0.1";
  std::string vnc_password;
  unsigned display_port_min = 5900, display_port_max = 65535;
  unsigned websocket_port_min = 5700, websocket_port_max = 65535;
  bool dump_guest_core = false;
};

/// `privileged`: the system instance, run by root. Throws VIR_ERR_CONF_SYNTAX with file and line for an
/// unknown key or a wrong value, VIR_ERR_INVALID_ARG for an unknown user or group.
Settings read_settings(const Config& file, bool privileged);

}  // namespace vireo::qemu
