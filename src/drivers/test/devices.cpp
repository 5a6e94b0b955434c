// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/test/devices.hpp"

#include <libvirt/libvirt.h>

#include <algorithm>

#include "driver/flags.hpp"
#include "driver/metadata.hpp"

namespace vireo::test_driver {

using driver::DomainRef;

namespace {

void check(std::uint32_t flags, std::uint32_t known, std::string_view function) {
  driver::check_flags(flags, known, function, VIR_FROM_TEST);
}

void set_maximum(model::Domain& definition, std::uint64_t memory) {
  definition.memory = memory;
  definition.current_memory = std::min(definition.current_memory, memory);
}

void check_count(const model::Vcpus& vcpus, std::uint32_t count) {
  if (count > vcpus.maximum)
    throw error(VIR_ERR_INVALID_ARG, VIR_FROM_TEST, "requested cpu amount exceeds maximum ({} > {})", count,
                vcpus.maximum);
}

void set_online(model::Vcpus& vcpus, std::uint32_t count) {
  vcpus.current = count == vcpus.maximum ? 0 : count;
}

}  // namespace

Task<void> Devices::set_max_memory(DomainRef ref, std::uint64_t memory) {
  return set_memory_flags(std::move(ref), memory, VIR_DOMAIN_MEM_MAXIMUM);
}

Task<void> Devices::set_memory(DomainRef ref, std::uint64_t memory) {
  return set_memory_flags(std::move(ref), memory, VIR_DOMAIN_MEM_LIVE);
}

Task<void> Devices::set_memory_flags(DomainRef ref, std::uint64_t memory, std::uint32_t flags) {
  check(flags, VIR_DOMAIN_MEM_LIVE | VIR_DOMAIN_MEM_CONFIG | VIR_DOMAIN_MEM_MAXIMUM,
        "testDomainSetMemoryFlags");
  Domain& domain = hypervisor_.find(ref);
  bool live = driver::reads_live(flags, domain.active(), domain.persistent());
  model::Domain& definition = live ? *domain.live : *domain.config;
  if (flags & VIR_DOMAIN_MEM_MAXIMUM) {
    if (live)
      throw Error(VIR_ERR_OPERATION_INVALID, VIR_FROM_TEST,
                  "cannot resize the maximum memory on an active domain");
    set_maximum(definition, memory);
    co_return;
  }
  if (memory > definition.memory)
    throw Error(VIR_ERR_INVALID_ARG, VIR_FROM_TEST, "cannot set memory higher than max memory");
  definition.current_memory = memory;
  if (live) hypervisor_.events().publish(domain.ref(), driver::BalloonChangeEvent{memory});
}

Task<void> Devices::set_vcpus(DomainRef ref, std::uint32_t count) {
  return set_vcpus_flags(std::move(ref), count, VIR_DOMAIN_VCPU_LIVE);
}

Task<void> Devices::set_vcpus_flags(DomainRef ref, std::uint32_t count, std::uint32_t flags) {
  check(flags, VIR_DOMAIN_VCPU_LIVE | VIR_DOMAIN_VCPU_CONFIG | VIR_DOMAIN_VCPU_MAXIMUM,
        "testDomainSetVcpusFlags");
  bool maximum = flags & VIR_DOMAIN_VCPU_MAXIMUM;
  if (count > max_vcpus)
    throw error(VIR_ERR_INVALID_ARG, VIR_FROM_TEST,
                "requested cpu amount exceeds maximum supported amount ({} > {})", count, max_vcpus);
  if (count == 0) throw Error(VIR_ERR_INVALID_ARG, VIR_FROM_TEST, "a domain needs at least one processor");
  Domain& domain = hypervisor_.find(ref);
  auto wanted = driver::affected(flags, domain.active(), domain.persistent());
  if (wanted.live && maximum)
    throw Error(VIR_ERR_INVALID_ARG, VIR_FROM_TEST, "the maximum of processors is a persistent setting");
  if (wanted.live) check_count(domain.live->vcpus, count);
  if (wanted.config && !maximum) check_count(domain.config->vcpus, count);
  if (wanted.config && maximum) {
    auto online = std::min(domain.config->vcpus.online(), count);
    domain.config->vcpus.maximum = count;
    set_online(domain.config->vcpus, online);
  } else if (wanted.config) {
    set_online(domain.config->vcpus, count);
  }
  if (wanted.live) set_online(domain.live->vcpus, count);
  co_return;
}

Task<void> Devices::set_metadata(DomainRef ref, std::int32_t type, std::optional<std::string> metadata,
                                 std::optional<std::string> key, std::optional<std::string> uri,
                                 std::uint32_t flags) {
  check(flags, VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_AFFECT_CONFIG, "testDomainSetMetadata");
  Domain& domain = hypervisor_.find(ref);
  auto wanted = driver::affected(flags, domain.active(), domain.persistent());
  if (wanted.live) driver::set_metadata(*domain.live, type, metadata, key.value_or(""), uri.value_or(""));
  if (wanted.config) driver::set_metadata(*domain.config, type, metadata, key.value_or(""), uri.value_or(""));
  hypervisor_.events().publish(domain.ref(), driver::MetadataChangeEvent{type, uri});
  co_return;
}

}  // namespace vireo::test_driver
