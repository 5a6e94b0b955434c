// SPDX-License-Identifier: LGPL-2.1-or-later
// The beginning of an instance: folders, definitions, guests that run already, guests to be started.
#include <fcntl.h>
#include <libvirt/libvirt.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <pugixml.hpp>

#include "base/error.hpp"
#include "base/escaped.hpp"
#include "drivers/qemu/commands.hpp"
#include "drivers/qemu/host_side.hpp"
#include "drivers/qemu/instance.hpp"
#include "xml/document.hpp"

namespace vireo::qemu {
namespace {

Config read_config(const Paths& paths) { return Config::read_if_exists(paths.config / "qemu.conf"); }

/// Processes whose home is that folder: a QEMU of a start that the daemon did not survive.
void kill_orphans(const fs::path& directory) {
  std::string wanted = "HOME=" + directory.string();
  wanted.push_back('\0');
  std::error_code failed;
  for (const auto& entry : fs::directory_iterator("/proc", failed)) {
    std::string name = entry.path().filename();
    if (name.find_first_not_of("0123456789") != std::string::npos) continue;
    std::string environment;
    try {
      environment = read_file(entry.path() / "environ", 1u << 20);
    } catch (const Error&) {
      continue;  // not ours to read, or gone
    }
    if (environment.find(wanted) != std::string::npos) ::kill(static_cast<pid_t>(std::stoi(name)), SIGKILL);
  }
}

}  // namespace

Instance::Instance(Loop& the_loop, Paths the_paths)
    : loop(the_loop),
      paths(std::move(the_paths)),
      dirs(paths.driver("qemu")),
      settings(read_settings(read_config(paths), !paths.session && ::geteuid() == 0)),
      emulators(loop, dirs.cache / "capabilities", settings.credentials),
      ports({settings.display_port_min, settings.display_port_max},
            {settings.websocket_port_min, settings.websocket_port_max}),
      tasks_(loop) {}

void Instance::make_folders() {
  make_directories(dirs.config, 0700);
  make_directories(dirs.config / "autostart", 0755);
  make_directories(dirs.run, 0755);
  make_directories(dirs.log, 0700);
  make_directories(dirs.lib, 0751);
}

Task<void> Instance::start() {
  make_folders();
  load_definitions();
  reconnect_all();
  sweep_leftovers();
  tasks_.spawn("autostart of guests", autostart_all());
  co_return;
}

Task<void> Instance::stop() {
  co_await tasks_.close();
  for (auto& [name, domain] : by_name_)
    if (domain->running && domain->running->monitor) domain->running->monitor->close();
}

void Instance::load_definitions() {
  for (const std::string& name : list_directory(dirs.config)) {
    if (!name.ends_with(".xml")) continue;
    try {
      load_definition(dirs.config / name);
    } catch (...) {
      report_escaped("reading " + (dirs.config / name).string(), std::current_exception());
    }
  }
}

void Instance::load_definition(const fs::path& path) {
  // Only who it is: the rest is read when somebody asks. What is not well-formed is refused here already.
  xml::Document document = xml::Document::parse(read_file(path), {}, VIR_FROM_QEMU);
  auto domain = std::make_shared<Domain>();
  domain->name = document.root().child("name").text();
  std::optional<Uuid> uuid = Uuid::parse(document.root().child("uuid").text());
  if (domain->name.empty() || !uuid)
    throw Error(VIR_ERR_XML_ERROR, VIR_FROM_QEMU, "a stored definition needs a name and a UUID");
  if (path.stem() != domain->name)
    throw error(VIR_ERR_XML_ERROR, VIR_FROM_QEMU, "the definition is of '{}', its file's name says otherwise",
                domain->name);
  domain->uuid = *uuid;
  if (find(domain->name) || find(domain->uuid))
    throw error(VIR_ERR_OPERATION_FAILED, VIR_FROM_QEMU, "domain '{}' is defined twice", domain->name);
  domain->file = path;
  domain->persistent = true;
  struct stat status {};
  domain->autostart = ::lstat((dirs.config / "autostart" / path.filename()).c_str(), &status) == 0;
  domain->state = {VIR_DOMAIN_SHUTOFF, VIR_DOMAIN_SHUTOFF_UNKNOWN};
  insert(std::move(domain));
}

void Instance::reload() {
  for (const std::string& name : list_directory(dirs.config)) {
    if (!name.ends_with(".xml")) continue;
    try {
      reload_definition(dirs.config / name);
    } catch (...) {
      report_escaped("reading " + (dirs.config / name).string(), std::current_exception());
    }
  }
}

void Instance::reload_definition(const fs::path& path) {
  DomainPtr domain = find(path.stem().string());
  if (!domain) {
    load_definition(path);
    return publish(*find(path.stem().string()),
                   driver::LifecycleEvent{VIR_DOMAIN_EVENT_DEFINED, VIR_DOMAIN_EVENT_DEFINED_ADDED});
  }
  // What nobody has asked for yet is read when somebody does. A text that does not parse changes nothing.
  if (!domain->persistent || !domain->config) return;
  Definition before = std::exchange(domain->config, nullptr);
  try {
    Definition read = config(*domain);
    if (read->name != domain->name || read->uuid != domain->uuid)
      throw error(VIR_ERR_OPERATION_FAILED, VIR_FROM_QEMU, "the file of domain '{}' is of another domain now",
                  domain->name);
  } catch (...) {
    domain->config = before;
    throw;
  }
}

void Instance::reconnect_all() {
  for (const std::string& name : list_directory(dirs.run)) {
    fs::path path = dirs.run / name;
    if (name.ends_with(".xml.new")) {
      std::error_code ignored;
      fs::remove(path, ignored);
    }
    if (!name.ends_with(".xml")) continue;
    try {
      reconnect(path);
    } catch (...) {
      report_escaped("reading " + path.string(), std::current_exception());
    }
  }
}

void Instance::reconnect(const fs::path& path) {
  Status status = parse_status_file(read_file(path));
  next_id_ = std::max(next_id_, status.domain.id + 1);
  DomainPtr domain = find(status.domain.uuid);
  if (!domain) {
    domain = std::make_shared<Domain>();
    domain->name = status.domain.name;
    domain->uuid = status.domain.uuid;
    insert(domain);
  }
  auto running = std::make_shared<Running>();
  running->live = std::make_shared<const model::Domain>(std::move(status.domain));
  running->directory = status.directory;
  running->vcpu_threads = std::move(status.vcpu_threads);
  running->owners = std::move(status.owners);
  running->fake_reboot = status.fake_reboot;
  running->guest_shutdown = status.guest_shutdown;
  running->booted = true;
  domain->running = running;
  std::optional<Process> process =
      status.pid > 0 ? Process::adopt(status.pid, status.start_time) : std::nullopt;
  if (!status.booted) {  // the daemon died during the start: as if it had never begun
    if (process) process->kill(SIGKILL);
    kill_orphans(running->directory);
    domain->state = {VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_STARTING_UP};
    return finish(domain, driver::Change::fail);
  }
  domain->state = status.state;
  if (!process)
    return finish(domain, status.guest_shutdown ? driver::Change::shut_down : driver::Change::crash);
  running->process = std::move(*process);
  for (const model::Graphics& graphics : running->live->graphics)
    for (int port : {graphics.port, graphics.websocket})
      if (port > 0) ports.claim(port);
  try {
    running->monitor =
        std::make_shared<Monitor>(loop, connect_to(running->directory / "monitor.sock"), domain->name);
    watch(domain);
    tasks_.spawn("reconnecting to " + domain->name, resynchronize(domain));
  } catch (const Error&) {
    // Nobody listens: the process is ending, or was killed between our look and now. Its watcher will tell.
    auto [ours, theirs] = make_socket_pair();
    running->monitor = std::make_shared<Monitor>(loop, ours.release(), domain->name);
    watch(domain);
  }
}

Task<void> Instance::resynchronize(DomainPtr domain) {
  std::shared_ptr<Running> running = domain->running;
  qmp::Status status = co_await qmp::query_status(*running->monitor, Clock::now() + std::chrono::seconds(60));
  if (domain->running != running) co_return;
  int before = domain->state.state;
  if (status.status == "shutdown" && !running->guest_shutdown) {
    running->guest_shutdown = true;
    move(*domain, driver::Change::power_off);
  } else if (status.status == "guest-panicked" && before != VIR_DOMAIN_CRASHED) {
    move(*domain, driver::Change::panic_stop);
    on_panic(domain, *running);
  } else if (status.running && before != VIR_DOMAIN_RUNNING) {
    domain->state = {VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_UNPAUSED};
  } else if (!status.running && before == VIR_DOMAIN_RUNNING && status.status != "suspended") {
    domain->state = {VIR_DOMAIN_PAUSED,
                     status.status == "io-error" ? VIR_DOMAIN_PAUSED_IOERROR : VIR_DOMAIN_PAUSED_UNKNOWN};
  }
  save_status(*domain);
  if (running->guest_shutdown && running->fake_reboot)
    co_await reboot_in_place(domain, running);
  else if (running->guest_shutdown)
    co_await after_power_off(domain, running);
}

void Instance::sweep_leftovers() {
  for (const std::string& name : list_directory(dirs.lib)) {
    if (!name.starts_with("domain-")) continue;
    fs::path directory = dirs.lib / name;
    bool used = false;
    for (const auto& [other, domain] : by_name_)
      if (domain->running && domain->running->directory == directory) used = true;
    if (used) continue;
    kill_orphans(directory);
    HostSide::remove_directory(directory);
  }
}

Task<void> Instance::autostart_all() {
  // Once after each boot of the host, not at each start of the daemon: as the incumbent's marker says.
  fs::path marker = dirs.run / "autostarted";
  if (!paths.session) {
    if (fs::exists(marker)) co_return;
    UniqueFd(open_file(marker, O_WRONLY | O_CREAT, 0600));
  }
  std::vector<DomainPtr> wanted;
  for (const auto& [name, domain] : by_name_)
    if (domain->autostart && !domain->running) wanted.push_back(domain);
  for (const DomainPtr& domain : wanted) tasks_.spawn("autostart of " + domain->name, autostart_one(domain));
}

Task<void> Instance::autostart_one(DomainPtr domain) {
  StartOptions options;
  if (!domain->running) co_await start(domain, options);
}

}  // namespace vireo::qemu
