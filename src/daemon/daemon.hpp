// SPDX-License-Identifier: LGPL-2.1-or-later
// The daemon: drivers behind a server, from reading the configuration to the orderly end. One for a process.
#pragma once

#include <boost/asio/basic_signal_set.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "base/files.hpp"
#include "base/loop.hpp"
#include "daemon/background.hpp"
#include "daemon/idle.hpp"
#include "daemon/options.hpp"
#include "daemon/settings.hpp"
#include "daemon/sockets.hpp"
#include "driver/registry.hpp"
#include "rpc/server.hpp"

namespace vireo::daemon {

/// What a daemon that cannot start exits with; scripts tell the cases apart.
enum class Exit { success = 0, pid_file = 1, run_folder = 2, init = 3, network = 6, config = 1, driver = 10 };

/// A failure of start-up, with its exit status.
struct StartError {
  Exit status;
  ErrorData error;
};

class Daemon {
 public:
  /// Adds the drivers this daemon has to its registry.
  using AddDrivers = std::function<void(driver::Registry&, Loop&, const Paths&)>;

  /// Reads the configuration and takes the pid file. Throws StartError.
  Daemon(Options options, Paths paths, Background background, const AddDrivers& add_drivers);
  ~Daemon();

  /// Serves until told to stop. Throws StartError when it cannot begin.
  void run();

 private:
  Task<void> start();
  Task<void> stop();
  void make_folders();
  void listen();
  void listen_on(const std::filesystem::path& path, bool readonly);
  rpc::ServerSetup server_setup();
  rpc::Service service(bool readonly) const;
  void wait_for_signal();
  void on_signal(int signal);
  void begin_stop();
  void reload();
  void apply_log(const Settings& settings);

  Options options_;
  Paths paths_;
  Background background_;
  Settings settings_;
  PidFile pid_file_, instance_;
  Loop loop_;
  driver::Registry registry_;
  std::vector<ListeningSocket> sockets_;
  std::unique_ptr<rpc::Server> server_;
  boost::asio::basic_signal_set<LoopExecutor> signals_;
  std::optional<Idle> idle_;
  std::optional<StartError> failure_;
  bool stopping_ = false;
};

}  // namespace vireo::daemon
