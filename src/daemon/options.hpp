// SPDX-License-Identifier: LGPL-2.1-or-later
// The daemon's command line.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace vireo::daemon {

struct Options {
  bool daemonize = false;
  bool verbose = false;
  bool listen = false;
  std::optional<std::string> timeout;  ///< seconds; checked by parse_timeout
  std::optional<std::filesystem::path> config;
  std::optional<std::filesystem::path> pid_file;
  std::filesystem::path root;  ///< --root, else VIREO_ROOT, else empty
};

/// nullopt: there is nothing more to do (help, version, or a mistake that was reported); exit with `status`.
std::optional<Options> parse_options(int argc, char** argv, int& status);

/// Throws VIR_ERR_INVALID_ARG unless `text` is a number of seconds, 0 to INT_MAX.
int parse_timeout(const std::string& text);

}  // namespace vireo::daemon
