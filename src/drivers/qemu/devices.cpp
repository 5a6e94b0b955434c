// SPDX-License-Identifier: LGPL-2.1-or-later
// Memory, processors and metadata, of the running guest or of its stored definition.
#include <libvirt/libvirt.h>

#include "base/error.hpp"
#include "driver/flags.hpp"
#include "drivers/qemu/connect.hpp"

namespace vireo::qemu {
namespace {

constexpr std::uint32_t affect = VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_AFFECT_CONFIG;

void check(std::uint32_t flags, std::uint32_t known, std::string_view function) {
  driver::check_flags(flags, known, function, VIR_FROM_QEMU);
}

}  // namespace

Task<void> QemuDevices::set_max_memory(driver::DomainRef ref, std::uint64_t kib) {
  return set_memory_flags(std::move(ref), kib, VIR_DOMAIN_MEM_MAXIMUM);
}

Task<void> QemuDevices::set_memory(driver::DomainRef ref, std::uint64_t kib) {
  return set_memory_flags(std::move(ref), kib, VIR_DOMAIN_AFFECT_LIVE);
}

Task<void> QemuDevices::set_memory_flags(driver::DomainRef ref, std::uint64_t kib, std::uint32_t flags) {
  check(flags, affect | VIR_DOMAIN_MEM_MAXIMUM, "qemuDomainSetMemoryFlags");
  DomainPtr domain = instance_.require(ref);
  Affected which = affected(*domain, flags & affect);
  bool maximum = flags & VIR_DOMAIN_MEM_MAXIMUM;
  if (maximum && which.live)
    throw Error(VIR_ERR_OPERATION_INVALID, VIR_FROM_QEMU,
                "cannot resize the maximum memory on an active domain");
  if (which.live) co_await instance_.set_balloon(domain, kib);
  if (!which.config) co_return;
  Job job = co_await domain->jobs.begin("change the memory of", domain->name, Clock::now() + job_patience);
  model::Domain changed = *instance_.config(*domain);
  if (maximum) {
    changed.memory = kib;
    changed.current_memory = std::min(changed.current_memory, kib);
  } else if (kib > changed.memory) {
    throw Error(VIR_ERR_INVALID_ARG, VIR_FROM_QEMU, "cannot set memory higher than max memory");
  } else {
    changed.current_memory = kib;
  }
  co_await instance_.store(domain, std::move(changed));
}

Task<void> QemuDevices::set_vcpus(driver::DomainRef ref, std::uint32_t count) {
  return set_vcpus_flags(std::move(ref), count, VIR_DOMAIN_AFFECT_LIVE);
}

Task<void> QemuDevices::set_vcpus_flags(driver::DomainRef ref, std::uint32_t count, std::uint32_t flags) {
  check(flags, affect | VIR_DOMAIN_VCPU_MAXIMUM | VIR_DOMAIN_VCPU_GUEST | VIR_DOMAIN_VCPU_HOTPLUGGABLE,
        "qemuDomainSetVcpusFlags");
  DomainPtr domain = instance_.require(ref);
  Affected which = affected(*domain, flags & affect);
  if (flags & VIR_DOMAIN_VCPU_GUEST)
    throw Error(VIR_ERR_AGENT_UNRESPONSIVE, VIR_FROM_QEMU, "QEMU guest agent is not configured");
  if (which.live) {
    if (count > domain->running->live->vcpus.maximum)
      throw error(VIR_ERR_INVALID_ARG, VIR_FROM_QEMU,
                  "requested vcpus is greater than max allowable vcpus for the live domain: {} > {}", count,
                  domain->running->live->vcpus.maximum);
    throw Error(VIR_ERR_OPERATION_UNSUPPORTED, VIR_FROM_QEMU,
                "processors of a running guest cannot be changed yet");
  }
  Job job =
      co_await domain->jobs.begin("change the processors of", domain->name, Clock::now() + job_patience);
  model::Domain changed = *instance_.config(*domain);
  if (flags & VIR_DOMAIN_VCPU_MAXIMUM) {
    if (changed.cpu && changed.cpu->topology)
      throw Error(VIR_ERR_OPERATION_INVALID, VIR_FROM_QEMU,
                  "the processors are fixed by the definition's topology");
    changed.vcpus.maximum = count;
    if (changed.vcpus.current > count) changed.vcpus.current = 0;
  } else {
    if (count > changed.vcpus.maximum)
      throw error(VIR_ERR_INVALID_ARG, VIR_FROM_QEMU,
                  "requested vcpus is greater than max allowable vcpus for the persistent domain: {} > {}",
                  count, changed.vcpus.maximum);
    changed.vcpus.current = count == changed.vcpus.maximum ? 0 : count;
  }
  co_await instance_.store(domain, std::move(changed));
}

}  // namespace vireo::qemu
