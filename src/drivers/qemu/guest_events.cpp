// SPDX-License-Identifier: LGPL-2.1-or-later
// What QEMU tells unasked, and the process's end.
#include <libvirt/libvirt.h>
#include <signal.h>

#include <boost/json/value.hpp>

#include "base/error.hpp"
#include "drivers/qemu/commands.hpp"
#include "drivers/qemu/instance.hpp"

namespace vireo::qemu {
namespace {

std::string text(const boost::json::object& data, std::string_view key) {
  const boost::json::value* value = data.if_contains(key);
  return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

bool truth(const boost::json::object& data, std::string_view key) {
  const boost::json::value* value = data.if_contains(key);
  return value && value->is_bool() && value->get_bool();
}

std::int64_t number(const boost::json::object& data, std::string_view key) {
  const boost::json::value* value = data.if_contains(key);
  return value && value->is_int64() ? value->get_int64() : 0;
}

int watchdog_action(std::string_view action) {
  static constexpr std::string_view names[] = {"none",     "pause", "reset",     "poweroff",
                                               "shutdown", "debug", "inject-nmi"};
  for (int i = 0; i < 7; ++i)
    if (names[i] == action) return i;
  return 0;
}

}  // namespace

void Instance::watch(const DomainPtr& domain) {
  std::shared_ptr<Running> running = domain->running;
  tasks_.spawn("QEMU of " + domain->name, watch_process(domain, running));
  std::weak_ptr<Running> weak = running;
  running->monitor->start(
      [this, domain, weak](const qmp::Event& event) {
        if (std::shared_ptr<Running> running = weak.lock(); running && domain->running == running)
          on_event(domain, *running, event);
      },
      [this, domain, weak](const std::string& why) {
        // The end of QEMU is its process's end; this is only noted, for whoever asks for control.
        if (std::shared_ptr<Running> running = weak.lock(); running && running->process.alive())
          log_line(domain->name, "monitor: " + why);
      });
}

void Instance::on_event(const DomainPtr& domain, Running& running, const qmp::Event& event) {
  const boost::json::object& data = event.data;
  if (event.name == "SHUTDOWN") return on_shutdown(domain, running, event);
  if (!running.booted) return;
  if (event.name == "STOP") {
    if (domain->state.state == VIR_DOMAIN_RUNNING && !running.guest_shutdown) {
      move(*domain, driver::Change::suspend);
      if (!domain->jobs.current() || domain->jobs.current()->name != "suspend")
        domain->state.reason = VIR_DOMAIN_PAUSED_UNKNOWN;
      save_status(*domain);
    }
  } else if (event.name == "RESUME") {
    if (domain->state.state == VIR_DOMAIN_PAUSED) {
      move(*domain, driver::Change::resume);
      save_status(*domain);
    }
  } else if (event.name == "RESET") {
    publish(*domain, driver::RebootEvent{});
  } else if (event.name == "RTC_CHANGE") {
    publish(*domain, driver::RtcChangeEvent{.offset = number(data, "offset")});
  } else if (event.name == "BALLOON_CHANGE") {
    auto actual = static_cast<std::uint64_t>(number(data, "actual")) / 1024;
    auto changed = std::make_shared<model::Domain>(*running.live);
    changed->current_memory = actual;
    running.live = std::move(changed);
    save_status(*domain);
    publish(*domain, driver::BalloonChangeEvent{.actual = actual});
  } else if (event.name == "WATCHDOG") {
    publish(*domain, driver::WatchdogEvent{.action = watchdog_action(text(data, "action"))});
    if (text(data, "action") == "pause" && move(*domain, driver::Change::watchdog)) save_status(*domain);
  } else if (event.name == "BLOCK_IO_ERROR") {
    bool stops = text(data, "action") == "stop";
    publish(*domain, driver::IoErrorEvent{
                         .source = text(data, "node-name"),
                         .alias = text(data, "device"),
                         .action = stops ? VIR_DOMAIN_EVENT_IO_ERROR_PAUSE : VIR_DOMAIN_EVENT_IO_ERROR_REPORT,
                         .reason = truth(data, "nospace") ? "enospc" : ""});
    if (stops && move(*domain, driver::Change::io_error)) save_status(*domain);
  } else if (event.name == "SUSPEND") {
    if (move(*domain, driver::Change::sleep)) save_status(*domain);
  } else if (event.name == "WAKEUP") {
    if (move(*domain, driver::Change::wake_up)) save_status(*domain);
  } else if (event.name == "GUEST_PANICKED") {
    if (move(*domain, driver::Change::panic_stop)) save_status(*domain);
    on_panic(domain, running);
  }
}

/// QEMU has stopped the processors of a guest that crashed; what becomes of it is the definition's choice.
void Instance::on_panic(const DomainPtr& domain, Running& running) {
  using Action = model::LifecycleAction;
  if (running.ending || running.destroying || running.live->on_crash == Action::preserve) return;
  if (running.live->on_crash == Action::restart)
    tasks_.spawn("restart of " + domain->name, reboot_in_place(domain, domain->running));
  else
    tasks_.spawn("end of " + domain->name, end_process(domain->running));
}

void Instance::on_shutdown(const DomainPtr& domain, Running& running, const qmp::Event& event) {
  bool by_guest = truth(event.data, "guest");
  running.guest_shutdown = true;
  if (!running.booted || running.ending) return;
  if (running.fake_reboot && by_guest && !running.destroying) {
    tasks_.spawn("reboot of " + domain->name, reboot_in_place(domain, domain->running));
    return;
  }
  if (std::optional<driver::Transition> step =
          driver::transition(domain->state.state, driver::Change::power_off)) {
    domain->state = step->to;
    publish(*domain,
            driver::LifecycleEvent{VIR_DOMAIN_EVENT_SHUTDOWN, by_guest ? VIR_DOMAIN_EVENT_SHUTDOWN_GUEST
                                                                       : VIR_DOMAIN_EVENT_SHUTDOWN_HOST});
  }
  save_status(*domain);
  if (!running.destroying) tasks_.spawn("end of " + domain->name, after_power_off(domain, domain->running));
}

Task<void> Instance::after_power_off(DomainPtr domain, std::shared_ptr<Running> running) {
  if (running->live->on_poweroff == model::LifecycleAction::restart && !running->destroying) {
    co_await reboot_in_place(domain, running);
    co_return;
  }
  co_await end_process(running);
}

Task<void> Instance::end_process(std::shared_ptr<Running> running) {
  // Disks are flushed by QEMU's orderly end; the watcher does the rest.
  running->process.kill(SIGTERM);
  const bool ended = co_await running->exited.wait(Clock::now() + std::chrono::seconds(10));
  if (!ended) running->process.kill(SIGKILL);
}

Task<void> Instance::reboot_in_place(DomainPtr domain, std::shared_ptr<Running> running) {
  Deadline deadline = Clock::now() + monitor_patience;
  co_await qmp::system_reset(*running->monitor, deadline);
  if (domain->running != running) co_return;
  running->fake_reboot = false;
  running->guest_shutdown = false;
  co_await qmp::cont(*running->monitor, deadline);
  if (domain->running != running) co_return;
  if (domain->state.state == VIR_DOMAIN_CRASHED)
    domain->state = {VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_CRASHED};
  else if (domain->state.state != VIR_DOMAIN_RUNNING)
    domain->state = {VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_BOOTED};
  save_status(*domain);
}

}  // namespace vireo::qemu
