// SPDX-License-Identifier: LGPL-2.1-or-later
// The end of a guest, asked for or not.
#include <libvirt/libvirt.h>
#include <signal.h>

#include "base/error.hpp"
#include "drivers/qemu/host_side.hpp"
#include "drivers/qemu/instance.hpp"
#include "drivers/qemu/tap_script.hpp"

namespace vireo::qemu {
namespace {

/// SIGTERM lets QEMU flush its images; one that does not react at once is killed all the same.
constexpr auto term_patience = std::chrono::milliseconds(60);
constexpr auto kill_patience = std::chrono::seconds(15);

std::string_view reason_of(driver::Change change) {
  switch (change) {
    case driver::Change::destroy:
      return "destroyed";
    case driver::Change::shut_down:
      return "shutdown";
    case driver::Change::crash:
      return "crashed";
    default:
      return "failed";
  }
}

}  // namespace

Task<void> Instance::destroy(DomainPtr domain, bool graceful) {
  std::shared_ptr<Running> running = domain->running;
  if (!running) throw Error(VIR_ERR_OPERATION_INVALID, VIR_FROM_DOMAIN, "domain is not running");
  // The process is ended first and the job awaited afterwards: whatever holds the job waits for this QEMU.
  running->destroying = true;
  running->process.kill(SIGTERM);
  bool gone = co_await running->exited.wait(Clock::now() +
                                            (graceful ? Clock::duration(kill_patience) : term_patience));
  if (!gone && graceful) {
    running->destroying = false;
    throw error(VIR_ERR_OPERATION_FAILED, VIR_FROM_QEMU, "the QEMU of domain '{}' did not end within {} s",
                domain->name, kill_patience.count());
  }
  if (!gone) {
    running->process.kill(SIGKILL);
    gone = co_await running->exited.wait(Clock::now() + kill_patience);
  }
  if (!gone)
    throw error(VIR_ERR_SYSTEM_ERROR, VIR_FROM_QEMU, "Failed to terminate process {} of domain '{}'",
                running->process.pid(), domain->name);
  // Its watcher or the start that it interrupted cleans up.
  const bool ended = co_await running->ended.wait(Clock::now() + job_patience);
  if (!ended)
    throw error(VIR_ERR_OPERATION_TIMEOUT, VIR_FROM_QEMU, "domain '{}' ended, its clean-up is not over",
                domain->name);
}

void Instance::destroy_of_owner(DomainPtr domain, const std::weak_ptr<Running>& which) {
  std::shared_ptr<Running> running = which.lock();
  if (!running || domain->running != running || running->ending) return;
  tasks_.spawn("destroying " + domain->name, destroy(domain, false));
}

Task<void> Instance::watch_process(DomainPtr domain, std::shared_ptr<Running> running) {
  co_await running->process.exited(no_deadline);
  running->exited.set();
  if (domain->running != running || !running->booted || running->ending)
    co_return;  // the start deals with it
  running->ending = true;
  driver::Change change = running->destroying       ? driver::Change::destroy
                          : running->guest_shutdown ? driver::Change::shut_down
                                                    : driver::Change::crash;
  finish(domain, change);
}

void Instance::finish(const DomainPtr& domain, driver::Change change) {
  std::shared_ptr<Running> running = domain->running;
  if (running->monitor) running->monitor->close();
  if (auto console = running->console.lock()) console->cut();
  driver::DomainRef ref = domain->ref();  // events of the end still carry the id
  if (std::optional<driver::Transition> step = driver::transition(domain->state.state, change)) {
    domain->state = step->to;
    if (step->event) events.publish(ref, *step->event);
  }
  if (has_down_script(*running->live)) {
    const model::Domain live = *running->live;
    tasks_.spawn("down scripts of " + domain->name, run_down_scripts(loop, live));
  }
  HostSide::restore_owners(running->owners);
  release_ports(*running->live, ports);
  if (!running->directory.empty()) HostSide::remove_directory(running->directory);
  std::error_code ignored;
  fs::remove(status_file(domain->name), ignored);
  log_line(domain->name, fmt::format("shutting down, reason={}", reason_of(change)));
  domain->running.reset();
  domain->updated = false;
  if (!domain->persistent) remove(domain);
  running->ended.set();
}

}  // namespace vireo::qemu
