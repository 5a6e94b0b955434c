// SPDX-License-Identifier: LGPL-2.1-or-later
// libvirtd.conf as values: every key of the incumbent's, those without an effect yet included.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/logging.hpp"
#include "base/paths.hpp"
#include "base/uuid.hpp"
#include "rpc/setup.hpp"

namespace vireo::daemon {

struct SocketSettings {
  mode_t mode = 0;
  rpc::Auth auth = rpc::Auth::none;
};

struct Settings {
  std::filesystem::path socket_folder;
  std::optional<std::string> socket_group;
  SocketSettings read_write, read_only;
  bool listen_tls = true, listen_tcp = false;
  rpc::Limits limits;
  LogConfig log;
  std::optional<Uuid> host_uuid;
  /// What was asked for and is not there yet, a sentence each.
  std::vector<std::string> missing;
};

/// Reads `file`, or the default one of `paths` when none is given; that one may be missing. Throws
/// VIR_ERR_CONF_SYNTAX and others, naming file and line; unknown keys are refused.
Settings read_settings(const std::optional<std::filesystem::path>& file, const Paths& paths);
Settings parse_settings(const std::string& text, const std::string& name, const Paths& paths);

}  // namespace vireo::daemon
