// SPDX-License-Identifier: LGPL-2.1-or-later
// What is asked of a running guest.
#include <libvirt/libvirt.h>

#include "base/error.hpp"
#include "drivers/qemu/commands.hpp"
#include "drivers/qemu/instance.hpp"

namespace vireo::qemu {
namespace {

Deadline monitor_deadline() { return Clock::now() + monitor_patience; }

void require_acpi(const model::Domain& live, std::uint32_t flags, std::uint32_t agent) {
  if (flags & agent)
    throw Error(VIR_ERR_AGENT_UNRESPONSIVE, VIR_FROM_QEMU, "QEMU guest agent is not configured");
  (void)live;
}

}  // namespace

Task<void> Instance::suspend(DomainPtr domain) {
  Job job = co_await domain->jobs.begin("suspend", domain->name, Clock::now() + job_patience);
  Running& guest = running(*domain);
  if (domain->state.state == VIR_DOMAIN_PMSUSPENDED)
    throw Error(VIR_ERR_OPERATION_INVALID, VIR_FROM_QEMU, "domain is pmsuspended");
  if (domain->state.state == VIR_DOMAIN_PAUSED) co_return;
  std::shared_ptr<Running> keep = domain->running;
  co_await qmp::stop(*guest.monitor, monitor_deadline());
  if (domain->running != keep)
    throw Error(VIR_ERR_OPERATION_FAILED, VIR_FROM_QEMU, "the guest ended meanwhile");
  // QEMU's own STOP event came before its answer and may have moved the state already.
  if (domain->state.state != VIR_DOMAIN_PAUSED) move(*domain, driver::Change::suspend);
  domain->state.reason = VIR_DOMAIN_PAUSED_USER;
  save_status(*domain);
}

Task<void> Instance::resume(DomainPtr domain) {
  Job job = co_await domain->jobs.begin("resume", domain->name, Clock::now() + job_patience);
  Running& guest = running(*domain);
  switch (domain->state.state) {
    case VIR_DOMAIN_RUNNING:
      throw Error(VIR_ERR_OPERATION_INVALID, VIR_FROM_QEMU, "domain is already running");
    case VIR_DOMAIN_PMSUSPENDED:
      throw Error(VIR_ERR_OPERATION_INVALID, VIR_FROM_QEMU, "domain is pmsuspended");
    case VIR_DOMAIN_CRASHED:
    case VIR_DOMAIN_SHUTDOWN:
      throw Error(VIR_ERR_OPERATION_INVALID, VIR_FROM_QEMU, "domain is not paused");
    default:
      break;
  }
  std::shared_ptr<Running> keep = domain->running;
  co_await qmp::cont(*guest.monitor, monitor_deadline());
  if (domain->running != keep)
    throw Error(VIR_ERR_OPERATION_FAILED, VIR_FROM_QEMU, "the guest ended meanwhile");
  if (domain->state.state != VIR_DOMAIN_RUNNING) move(*domain, driver::Change::resume);
  save_status(*domain);
}

Task<void> Instance::shutdown(DomainPtr domain, std::uint32_t flags) {
  Job job = co_await domain->jobs.begin("shutdown", domain->name, Clock::now() + job_patience);
  if (domain->state.state != VIR_DOMAIN_RUNNING)
    throw Error(VIR_ERR_OPERATION_INVALID, VIR_FROM_QEMU, "domain is not running");
  Running& guest = running(*domain);
  require_acpi(*guest.live, flags, VIR_DOMAIN_SHUTDOWN_GUEST_AGENT);
  guest.fake_reboot = false;
  save_status(*domain);
  std::shared_ptr<Running> keep = domain->running;
  co_await qmp::system_powerdown(*keep->monitor, monitor_deadline());
}

Task<void> Instance::reboot(DomainPtr domain, std::uint32_t flags) {
  Job job = co_await domain->jobs.begin("reboot", domain->name, Clock::now() + job_patience);
  if (domain->state.state != VIR_DOMAIN_RUNNING)
    throw Error(VIR_ERR_OPERATION_INVALID, VIR_FROM_QEMU, "domain is not running");
  Running& guest = running(*domain);
  require_acpi(*guest.live, flags, VIR_DOMAIN_REBOOT_GUEST_AGENT);
  // There is no button for a reboot: the guest powers off and is reset instead of ended.
  guest.fake_reboot = true;
  save_status(*domain);
  std::shared_ptr<Running> keep = domain->running;
  co_await qmp::system_powerdown(*keep->monitor, monitor_deadline());
}

Task<void> Instance::reset(DomainPtr domain) {
  Job job = co_await domain->jobs.begin("reset", domain->name, Clock::now() + job_patience);
  running(*domain);
  std::shared_ptr<Running> keep = domain->running;
  co_await qmp::system_reset(*keep->monitor, monitor_deadline());
  keep->fake_reboot = false;
}

Task<void> Instance::set_balloon(DomainPtr domain, std::uint64_t kib) {
  Job job = co_await domain->jobs.begin("set the memory of", domain->name, Clock::now() + job_patience);
  Running& guest = running(*domain);
  const model::Domain& live = *guest.live;
  if (kib > live.memory)
    throw Error(VIR_ERR_INVALID_ARG, VIR_FROM_QEMU, "cannot set memory higher than max memory");
  if (!live.memory_balloon || live.memory_balloon->model == model::MemoryBalloon::Model::none)
    throw Error(
        VIR_ERR_OPERATION_INVALID, VIR_FROM_QEMU,
        "Unable to change memory of active domain without the balloon device and guest OS balloon driver");
  std::shared_ptr<Running> keep = domain->running;
  co_await qmp::balloon(*keep->monitor, kib * 1024, monitor_deadline());
}

}  // namespace vireo::qemu
