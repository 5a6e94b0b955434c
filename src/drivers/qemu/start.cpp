// SPDX-License-Identifier: LGPL-2.1-or-later
// Starting a guest: check, reserve, spawn, connect, configure, resume. Every step leaves its undo on the
// rollback, so that a start that fails leaves nothing behind.
#include <fcntl.h>
#include <libvirt/libvirt.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "base/error.hpp"
#include "drivers/qemu/aliases.hpp"
#include "drivers/qemu/command/command.hpp"
#include "drivers/qemu/commands.hpp"
#include "drivers/qemu/host_side.hpp"
#include "drivers/qemu/instance.hpp"
#include "drivers/qemu/pinning.hpp"
#include "drivers/qemu/post_parse.hpp"
#include "drivers/qemu/tap_script.hpp"
#include "drivers/qemu/validate.hpp"
#include "model/domain_xml.hpp"

namespace vireo::qemu {
namespace {

constexpr auto start_patience = std::chrono::seconds(60);
constexpr int first_child_fd = 3;

/// Names of folders stay short enough for a socket's path.
std::string directory_name(const model::Domain& domain) {
  return fmt::format("domain-{}-{}", domain.id, domain.name.substr(0, 20));
}

UniqueFd listen_at(const fs::path& path) {
  UniqueFd fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  if (!fd) throw system_error(errno, VIR_FROM_QEMU, "cannot make the monitor's socket");
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::string name = checked_socket_path(path).string();
  name.copy(address.sun_path, sizeof address.sun_path - 1);
  if (::bind(fd.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
      ::listen(fd.get(), 1) != 0)
    throw system_error(errno, VIR_FROM_QEMU, fmt::format("cannot listen at '{}'", name));
  return fd;
}

std::string log_header(const model::Domain& domain, const Emulator& emulator,
                       const std::vector<std::string>& environment, const std::vector<std::string>& argv) {
  utsname host{};
  ::uname(&host);
  std::string text = fmt::format(
      "starting up libvirt version: {}.{}.{}, package: vireo, qemu version: {}.{}.{}{}, kernel: {}, "
      "hostname: {}\n",
      LIBVIR_VERSION_NUMBER / 1000000, LIBVIR_VERSION_NUMBER / 1000 % 1000, LIBVIR_VERSION_NUMBER % 1000,
      emulator.version / 1000000, emulator.version / 1000 % 1000, emulator.version % 1000, emulator.package,
      host.release, host.nodename);
  for (const std::string& variable : environment) text += variable + " \\\n";
  text += fmt::format("{} (domain {})", argv.front(), domain.id);
  for (std::size_t i = 1; i < argv.size(); ++i) {
    bool option = argv[i].starts_with('-');
    bool plain = argv[i].find_first_of(" {}\"'$&;()") == std::string::npos;
    text += (option ? " \\\n" : " ") + (plain ? argv[i] : "'" + argv[i] + "'");
  }
  return text;
}

/// QEMU's way to say when a password ends, of "YYYY-MM-DDTHH:MM:SS" (UTC): in seconds from now, as its clock
/// is not ours.
std::string expiry(const std::optional<std::string>& valid_to, std::time_t now) {
  if (!valid_to) return "never";
  std::tm parts{};
  ::strptime(valid_to->c_str(), "%Y-%m-%dT%H:%M:%S", &parts);
  const std::time_t when = ::timegm(&parts);
  return when <= now ? std::string("now") : fmt::format("+{}", when - now);
}

}  // namespace

int connect_to(const fs::path& path) {
  UniqueFd fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  if (!fd) throw system_error(errno, VIR_FROM_QEMU, "cannot make the monitor's socket");
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::string name = checked_socket_path(path).string();
  name.copy(address.sun_path, sizeof address.sun_path - 1);
  if (::connect(fd.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
    throw system_error(errno, VIR_FROM_QEMU, fmt::format("Failed to connect to monitor socket '{}'", name));
  return fd.release();
}

/// One start under way. Its members are what the host has done for it so far; undo() takes that back.
struct Start {
  Start(Instance& instance, DomainPtr which, EmulatorPtr what, Instance::StartOptions how)
      : driver(instance), domain(std::move(which)), emulator(std::move(what)), options(how) {}

  Instance& driver;
  DomainPtr domain;
  EmulatorPtr emulator;
  Instance::StartOptions options;
  model::Domain live;
  HostSide host;
  UniqueFd listener, log;
  off_t log_start = 0;

  void prepare() {
    check_expressible(live);
    live.id = driver.next_id_++;
    if (live.genid && live.genid->empty()) live.genid = Uuid::generate().to_string();
    assign_aliases(live);
    host.check_files(live);
    host.reserve_ports(live, driver.ports, driver.settings);
    domain->running = std::make_shared<Running>();
    domain->running->directory = driver.dirs.lib / directory_name(live);
  }

  void make_host_side() {
    Running& running = *domain->running;
    host.make_directory(running.directory, driver.settings.credentials);
    listener = listen_at(running.directory / "monitor.sock");
    host.make_files(live, running.directory);
    host.make_taps(live);
    host.open_vsock(live);
    running.owners = host.owners_to_change(live, driver.settings);
    running.live = std::make_shared<const model::Domain>(live);
    driver.save_status(*domain);  // before anything that a next daemon would have to take back
    host.change_owners(running.owners, driver.settings);
  }

  ProcessSpec spec() {
    Runtime runtime{.monitor_fd = first_child_fd,
                    .monitor_path = {},
                    .sandbox = driver.settings.sandbox,
                    .state_directory = domain->running->directory.string(),
                    .vnc_password = !driver.settings.vnc_password.empty()};
    ProcessSpec spec;
    spec.fds[first_child_fd] = listener.get();
    int next = first_child_fd + 1;
    for (const auto& [alias, fds] : host.tap_fds()) {
      for (int fd : fds) {
        spec.fds[next] = fd;
        runtime.tap_fds[alias].push_back(next++);
      }
    }
    if (host.vsock_fd() >= 0) {
      spec.fds[next] = host.vsock_fd();
      runtime.vsock_fd = next++;
    }
    spec.program = live.emulator;
    spec.argv = build_command(live, *emulator, runtime);
    spec.environment = build_environment(live, runtime);
    spec.credentials = driver.settings.credentials;
    driver.log_line(domain->name, log_header(live, *emulator, *spec.environment, spec.argv));
    log = open_file(driver.log_file(domain->name), O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW, 0600);
    log_start = ::lseek(log.get(), 0, SEEK_END);
    spec.fds[1] = log.get();
    spec.fds[2] = log.get();
    return spec;
  }

  Task<void> spawn() {
    Running& running = *domain->running;
    int fd = connect_to(running.directory / "monitor.sock");
    running.monitor = std::make_shared<Monitor>(driver.loop, fd, domain->name);
    running.process = co_await spawn_process(driver.loop, spec(), Clock::now() + start_patience);
    listener.reset();  // QEMU alone holds it now: its death ends our connection
    host.close_guest_fds();
    driver.save_status(*domain);
    driver.watch(domain);
  }

  Task<void> configure() {
    Running& running = *domain->running;
    std::shared_ptr<Monitor> monitor = running.monitor;
    Deadline deadline = Clock::now() + start_patience;
    std::vector<qmp::CharDevice> devices = co_await qmp::query_chardev(*monitor, deadline);
    take_terminals(live, devices);
    running.vcpu_threads = co_await qmp::query_cpus_fast(*monitor, deadline);
    pin_threads(live, running.process.pid(), running.vcpu_threads);
    for (const model::Graphics& graphics : live.graphics)
      if (graphics.type == model::Graphics::Type::vnc) co_await set_password(graphics, monitor, deadline);
    for (const model::Interface& interface : live.interfaces)
      if (interface.link == model::Interface::LinkState::down)
        co_await qmp::set_link(*monitor, interface.info.alias, false, deadline);
    if (live.memory_balloon && live.memory_balloon->stats_period)
      co_await qmp::set_balloon_period(*monitor, live.memory_balloon->info.alias,
                                       live.memory_balloon->stats_period, deadline);
    running.live = std::make_shared<const model::Domain>(live);
    if (!options.paused) co_await qmp::cont(*monitor, deadline);
  }

  Task<void> set_password(model::Graphics graphics, std::shared_ptr<Monitor> monitor, Deadline deadline) {
    const bool own = graphics.password_given || !graphics.password.empty();
    const std::string password = own ? graphics.password : driver.settings.vnc_password;
    if (!own && password.empty()) co_return;
    using Connected = model::Graphics::Connected;
    const std::string connected = graphics.connected == Connected::fail         ? "fail"
                                  : graphics.connected == Connected::disconnect ? "disconnect"
                                  : graphics.connected == Connected::keep       ? "keep"
                                                                                : "";
    co_await qmp::set_password(*monitor, "vnc", password, connected, deadline);
    const std::string until = expiry(graphics.password_valid_to, std::time(nullptr));
    co_await qmp::expire_password(*monitor, "vnc", until, deadline);
  }

  void complete() {
    Running& running = *domain->running;
    if (running.destroying || running.monitor->closed())
      throw Error(VIR_ERR_OPERATION_FAILED, VIR_FROM_QEMU, "the guest ended while it was started");
    running.booted = true;
    driver.move(*domain, options.paused ? driver::Change::boot_paused : driver::Change::boot);
    if (options.paused)
      driver.publish(*domain,
                     driver::LifecycleEvent{VIR_DOMAIN_EVENT_SUSPENDED, VIR_DOMAIN_EVENT_SUSPENDED_PAUSED});
    driver.save_status(*domain);
  }

  Task<void> undo() {
    Running& running = *domain->running;
    running.ending = true;
    if (running.monitor) running.monitor->close();
    if (running.process) {
      running.process.kill(SIGKILL);
      co_await wait_for_end(domain->running);
    }
    host.restore_owners(running.owners);
    host.release(live, driver.ports);
    host.remove_files();
    co_await run_down_scripts(driver.loop, live);
    if (!running.directory.empty()) host.remove_directory(running.directory);
    std::error_code ignored;
    fs::remove(driver.status_file(domain->name), ignored);
    running.ended.set();
    domain->running.reset();
  }

  /// A process stuck in the kernel is not waited for longer; its watcher stays.
  static Task<void> wait_for_end(std::shared_ptr<Running> running) {
    co_await running->exited.wait(Clock::now() + std::chrono::seconds(10));
  }

  /// What went wrong, in QEMU's own last words when it has died.
  ErrorData explain(ErrorData failure) const {
    const Running& running = *domain->running;
    if (!running.process) return failure;
    std::string words = host.last_words(log.get(), log_start);
    if (words.empty()) return failure;
    bool greeted = running.monitor && running.monitor->greeting();
    return error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_QEMU, "{}: {}",
                 greeted ? "qemu unexpectedly closed the monitor"
                         : "process exited while connecting to monitor",
                 words)
        .data();
  }
};

Task<void> Instance::start(DomainPtr domain, StartOptions options) {
  Job job = co_await domain->jobs.begin("start", domain->name, Clock::now() + job_patience);
  if (domain->running) throw Error(VIR_ERR_OPERATION_INVALID, VIR_FROM_QEMU, "domain is already running");
  Definition stored = config(*domain);
  if (!stored)
    throw error(VIR_ERR_NO_DOMAIN, VIR_FROM_QEMU, "domain '{}' was removed meanwhile", domain->name);
  EmulatorPtr emulator = co_await emulator_for(*stored);
  Start start(*this, domain, emulator, options);
  // Once more: a definition may have been written by hand, and an emulator changed since it was defined.
  model::DomainHooks hooks = make_hooks(emulator, settings);
  start.live = *stored;
  model::complete_domain(start.live, {.inactive = true, .hooks = &hooks});
  validate_start(start.live, *emulator);
  std::optional<ErrorData> failure;
  try {
    start.prepare();
    start.make_host_side();
    co_await run_up_scripts(loop, start.live);
    co_await start.spawn();
    co_await start.configure();
    start.complete();
  } catch (...) {
    failure = current_error();
  }
  if (!failure) co_return;
  if (domain->running) {
    if (domain->running->monitor && domain->running->monitor->closed() && domain->running->process)
      co_await Start::wait_for_end(domain->running);
    if (domain->running->process && !domain->running->process.alive()) failure = start.explain(*failure);
    log_line(domain->name, "shutting down, reason=failed");
    co_await start.undo();
  } else {
    start.host.release(start.live, ports);
  }
  throw Error(*failure);
}

Task<DomainPtr> Instance::create(std::string xml, StartOptions options) {
  model::Domain config = co_await parse(std::move(xml), options.validate);
  check_unique(config, nullptr);
  DomainPtr domain = find(config.uuid);
  if (domain && domain->running)
    throw error(VIR_ERR_OPERATION_INVALID, VIR_FROM_DOMAIN, "domain '{}' is already active", domain->name);
  bool fresh = !domain;
  if (fresh) {
    domain = std::make_shared<Domain>();
    domain->name = config.name;
    domain->uuid = config.uuid;
    insert(domain);
  }
  Definition before = domain->config;
  domain->config = std::make_shared<const model::Domain>(std::move(config));
  std::exception_ptr failure;
  try {
    co_await start(domain, options);
  } catch (...) {
    failure = std::current_exception();
  }
  domain->config = fresh ? nullptr : before;
  if (!failure) co_return domain;
  if (fresh) remove(domain);
  std::rethrow_exception(failure);
}

}  // namespace vireo::qemu
