// SPDX-License-Identifier: LGPL-2.1-or-later
// The state of one driver instance (system, or of one user): its domains, their files and processes, and
// every operation on them. Owned by QemuDriver; touched on the loop only. Connections are thin fronts of it.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/files.hpp"
#include "base/loop.hpp"
#include "base/paths.hpp"
#include "driver/event_hub.hpp"
#include "driver/transition.hpp"
#include "drivers/qemu/domain.hpp"
#include "drivers/qemu/emulator_cache.hpp"
#include "drivers/qemu/ports.hpp"
#include "drivers/qemu/settings.hpp"

namespace vireo::qemu {

/// How long a call waits for another change to the same domain, and for QEMU's answer to a command.
inline constexpr auto job_patience = std::chrono::seconds(30);
inline constexpr auto monitor_patience = std::chrono::seconds(30);

class Instance {
 public:
  Instance(Loop& loop, Paths paths);

  // Life of the instance (load.cpp, reconnect.cpp)
  /// Reads definitions and status files; guests that run are there when it returns, and are spoken to in the
  /// background. Guests marked for autostart are started in the background too.
  Task<void> start();
  Task<void> stop();
  /// Definitions that were put into the folder or changed there by hand; one that is gone stays known.
  void reload();

  // Finding (index.cpp)
  /// Throws VIR_ERR_NO_DOMAIN.
  DomainPtr require(const driver::DomainRef& ref) const;
  DomainPtr find(const Uuid& uuid) const;
  DomainPtr find(const std::string& name) const;
  DomainPtr find_id(int id) const;
  const std::map<std::string, DomainPtr>& by_name() const noexcept { return by_name_; }
  /// The stored definition, read when first needed. Throws when the file does not parse any more.
  Definition config(Domain& domain) const;
  /// The live definition, else the stored one.
  Definition current(Domain& domain) const;
  /// Throws VIR_ERR_OPERATION_INVALID "domain is not running".
  Running& running(Domain& domain) const;

  // Definitions (define.cpp)
  /// Parses and completes a definition; `validate`: unknown elements are an error.
  Task<model::Domain> parse(std::string xml, bool validate);
  Task<DomainPtr> define(std::string xml, bool validate);
  Task<void> undefine(DomainPtr domain, std::uint32_t flags);
  Task<void> rename(DomainPtr domain, std::string name);
  Task<void> set_autostart(DomainPtr domain, bool autostart);
  /// Replaces the stored definition, durably.
  Task<void> store(DomainPtr domain, model::Domain config);
  Task<EmulatorPtr> emulator_for(const model::Domain& domain);

  // Starting (start.cpp)
  struct StartOptions {
    bool paused = false;
    bool validate = false;
  };
  Task<DomainPtr> create(std::string xml, StartOptions options);
  Task<void> start(DomainPtr domain, StartOptions options);

  // While it runs (control.cpp)
  Task<void> suspend(DomainPtr domain);
  Task<void> resume(DomainPtr domain);
  Task<void> shutdown(DomainPtr domain, std::uint32_t flags);
  Task<void> reboot(DomainPtr domain, std::uint32_t flags);
  Task<void> reset(DomainPtr domain);
  Task<void> set_balloon(DomainPtr domain, std::uint64_t kib);

  // Ending (stop.cpp)
  /// `graceful`: never SIGKILL; throws when the process does not end of itself.
  Task<void> destroy(DomainPtr domain, bool graceful);
  /// The connection that started a guest with AUTODESTROY is gone. Returns at once.
  void destroy_of_owner(DomainPtr domain, const std::weak_ptr<Running>& which);
  /// The process is gone: cleans up after it and publishes `change`.
  void finish(const DomainPtr& domain, driver::Change change);

  /// Moves the domain's state and publishes the event; false when the change cannot happen in its state.
  bool move(Domain& domain, driver::Change change);
  void publish(const Domain& domain, driver::EventPayload payload) {
    events.publish(domain.ref(), std::move(payload));
  }
  /// Writes the status file of a running domain. Not durable: it need not survive the machine.
  void save_status(const Domain& domain) const;
  fs::path status_file(const std::string& name) const { return dirs.run / (name + ".xml"); }
  fs::path log_file(const std::string& name) const { return dirs.log / (name + ".log"); }
  /// A line with the time in the guest's log.
  void log_line(const std::string& name, const std::string& text) const;

  Loop& loop;
  const Paths paths;
  const DriverPaths dirs;
  Settings settings;
  EmulatorCache emulators;
  driver::EventHub events;
  PortPool ports;

 private:
  friend struct Start;
  void insert(DomainPtr domain);
  void remove(const DomainPtr& domain);
  void make_folders();
  void load_definitions();
  void load_definition(const fs::path& path);
  void reload_definition(const fs::path& path);
  void reconnect_all();
  void reconnect(const fs::path& path);
  void sweep_leftovers();
  Task<void> resynchronize(DomainPtr domain);
  Task<void> autostart_all();
  Task<void> autostart_one(DomainPtr domain);
  /// Starts to listen to the guest's monitor and to its process.
  void watch(const DomainPtr& domain);
  Task<void> watch_process(DomainPtr domain, std::shared_ptr<Running> running);
  void on_event(const DomainPtr& domain, Running& running, const qmp::Event& event);
  void on_shutdown(const DomainPtr& domain, Running& running, const qmp::Event& event);
  /// The guest is off, its process is not: what its definition wants then.
  Task<void> after_power_off(DomainPtr domain, std::shared_ptr<Running> running);
  void on_panic(const DomainPtr& domain, Running& running);
  static Task<void> end_process(std::shared_ptr<Running> running);
  Task<void> reboot_in_place(DomainPtr domain, std::shared_ptr<Running> running);
  void check_unique(const model::Domain& definition, const Domain* same) const;

  std::map<std::string, DomainPtr> by_name_;
  std::map<Uuid, DomainPtr> by_uuid_;
  int next_id_ = 1;
  TaskGroup tasks_;
};

}  // namespace vireo::qemu
