// SPDX-License-Identifier: LGPL-2.1-or-later
#include "daemon/daemon.hpp"

#include <libvirt/libvirt.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <ctime>

#include "base/logging.hpp"
#include "daemon/systemd.hpp"

namespace vireo::daemon {

namespace {

Logger log{"daemon"};

constexpr auto stop_patience = std::chrono::seconds(15);
constexpr auto journal_socket = "/run/systemd/journal/socket";

/// Runs `step`; what it throws becomes the exit status `status`.
template <class F>
auto step(Exit status, F step) {
  try {
    return step();
  } catch (...) {
    throw StartError{status, current_error()};
  }
}

std::uint64_t monotonic_microseconds() {
  timespec now{};
  ::clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<std::uint64_t>(now.tv_sec) * 1000000 + static_cast<std::uint64_t>(now.tv_nsec) / 1000;
}

}  // namespace

Daemon::Daemon(Options options, Paths paths, Background background, const AddDrivers& add_drivers)
    : options_(std::move(options)),
      paths_(std::move(paths)),
      background_(std::move(background)),
      signals_(loop_.executor()) {
  settings_ = step(Exit::config, [&] { return read_settings(options_.config, paths_); });
  step(Exit::config, [&] { apply_log(settings_); });
  for (const auto& sentence : settings_.missing) log.warning("{}", sentence);
  if (options_.listen)
    log.warning(
        "--listen: TCP and TLS are not served yet; clients reach this daemon by its unix sockets only");
  if (options_.timeout) {
    int seconds = step(Exit::init, [&] { return parse_timeout(*options_.timeout); });
    if (seconds > 0) idle_.emplace(loop_, std::chrono::seconds(seconds), [this] { begin_stop(); });
  }
  step(Exit::run_folder, [&] { make_folders(); });
  step(Exit::pid_file, [&] {
    auto path = options_.pid_file.value_or(paths_.pid_file("libvirtd"));
    make_directories(path.parent_path());
    pid_file_ = PidFile::acquire(path);
    instance_ = PidFile::acquire(paths_.run / "libvirtd.lock");  // whatever -p says: one for each root
  });
  add_drivers(registry_, loop_, paths_);
}

Daemon::~Daemon() = default;

void Daemon::make_folders() {
  make_directories(paths_.run, paths_.session ? 0700 : 0755);
  make_directories(paths_.log, 0700);
}

void Daemon::apply_log(const Settings& settings) {
  LogConfig config = settings.log;
  if (config.outputs.empty() && options_.daemonize) {
    if (paths_.root.empty() && ::access(journal_socket, W_OK) == 0)
      config.outputs.push_back({LogLevel::debug, LogOutput::Kind::journald, ""});
    else
      config.outputs.push_back({LogLevel::debug, LogOutput::Kind::file, paths_.log / "libvirtd.log"});
    make_directories(paths_.log, 0700);
  }
  if (options_.verbose && config.level > LogLevel::info) config.level = LogLevel::info;
  configure_logging(log_config_from_environment(std::move(config)));
}

void Daemon::run() {
  ::signal(SIGPIPE, SIG_IGN);
  for (int signal : {SIGHUP, SIGINT, SIGQUIT, SIGTERM}) signals_.add(signal);
  wait_for_signal();
  loop_.spawn("start", start());
  loop_.serve();
  if (failure_) throw *failure_;
}

Task<void> Daemon::start() {
  try {
    co_await registry_.start();
    server_ = std::make_unique<rpc::Server>(loop_, server_setup());
    server_->on_clients_changed([this](std::size_t clients) {
      if (idle_) idle_->set(clients > 0 || registry_.busy());
    });
    registry_.on_busy_changed([this] {
      if (idle_) idle_->set(server_->clients() > 0 || registry_.busy());
    });
    step(Exit::network, [&] { listen(); });
    if (idle_) idle_->set(registry_.busy());
    background_.serving();
    notify("READY=1");
    log.info("serving, pid {}", ::getpid());
  } catch (const StartError& error) {
    failure_ = error;
  } catch (...) {
    failure_ = StartError{Exit::driver, current_error()};
  }
  if (failure_) begin_stop();
}

rpc::ServerSetup Daemon::server_setup() {
  rpc::ServerSetup setup;
  setup.open = [this](std::optional<std::string> uri, std::uint32_t flags) {
    // Clients also tell how they reached us (bits 1 and 2: as an ordinary user, by starting the daemon).
    return registry_.open(std::move(uri), (flags & VIR_CONNECT_RO) | VIR_CONNECT_NO_ALIASES);
  };
  setup.limits = settings_.limits;
  return setup;
}

rpc::Service Daemon::service(bool readonly) const {
  return {.readonly = readonly, .auth = (readonly ? settings_.read_only : settings_.read_write).auth};
}

void Daemon::listen() {
  auto activated = take_activated_sockets();
  for (auto& socket : activated) server_->listen(socket.fd.release(), service(socket.readonly));
  if (!activated.empty()) return;
  listen_on(settings_.socket_folder / "libvirt-sock", false);
  if (!paths_.session) listen_on(settings_.socket_folder / "libvirt-sock-ro", true);
}

void Daemon::listen_on(const std::filesystem::path& path, bool readonly) {
  std::optional<gid_t> group;
  if (!paths_.session && settings_.socket_group) group = group_id(*settings_.socket_group);
  mode_t mode = paths_.session ? 0700 : (readonly ? settings_.read_only : settings_.read_write).mode;
  sockets_.emplace_back(path, mode, group);
  server_->listen(sockets_.back().release(), service(readonly));
}

void Daemon::wait_for_signal() {
  signals_.async_wait([this](boost::system::error_code error, int signal) {
    if (error) return;
    on_signal(signal);
    wait_for_signal();
  });
}

void Daemon::on_signal(int signal) {
  if (signal == SIGHUP) return reload();
  if (stopping_) {
    log.warning("told to stop again: leaving at once");
    sockets_.clear();
    ::_exit(EXIT_FAILURE);
  }
  begin_stop();
}

void Daemon::begin_stop() {
  if (std::exchange(stopping_, true)) return;
  loop_.spawn("stop", stop());
}

// Guests go on: they are no business of stopping.
Task<void> Daemon::stop() {
  notify("STOPPING=1");
  try {
    if (server_)
      co_await with_deadline(server_->close(), Clock::now() + stop_patience, "ending the clients' calls");
    co_await with_deadline(registry_.stop(), Clock::now() + stop_patience, "stopping the drivers");
  } catch (...) {
    log.error("while stopping: {}", current_error().message);
  }
  sockets_.clear();
  signals_.cancel();
  loop_.stop();
}

void Daemon::reload() {
  notify(fmt::format("RELOADING=1\nMONOTONIC_USEC={}", monotonic_microseconds()));
  try {
    Settings fresh = read_settings(options_.config, paths_);
    apply_log(fresh);
    if (server_) server_->set_limits(fresh.limits);
  } catch (...) {
    log.error("keeping the old settings: {}", current_error().message);
  }
  registry_.reload();
  notify("READY=1");
}

}  // namespace vireo::daemon
