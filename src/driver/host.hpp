// SPDX-License-Identifier: LGPL-2.1-or-later
// Capability Host: what a connection says about its hypervisor and the machine it runs on.
#pragma once

#include "base/task.hpp"
#include "driver/capability.hpp"
#include "driver/types.hpp"

namespace vireo::driver {

class Host : public Capability {
 public:
  using Capability::Capability;
  virtual Task<std::string> type() { return other<&Host::type>(); }  ///< "QEMU", "TEST" …
  virtual Task<std::uint64_t> version() {
    return other<&Host::version>();
  }  ///< major * 1000000 + minor * 1000 + release
  virtual Task<std::uint64_t> library_version() { return other<&Host::library_version>(); }
  virtual Task<std::string> hostname() { return other<&Host::hostname>(); }
  virtual Task<std::string> uri() { return other<&Host::uri>(); }
  virtual Task<std::int32_t> max_vcpus(std::optional<std::string> type) {
    return other<&Host::max_vcpus>(type);
  }
  virtual Task<NodeInfo> node_info() { return other<&Host::node_info>(); }
  virtual Task<std::string> capabilities() { return other<&Host::capabilities>(); }
  virtual Task<std::string> sysinfo(std::uint32_t flags) { return other<&Host::sysinfo>(flags); }
  virtual Task<std::string> domain_capabilities(std::optional<std::string> emulator,
                                                std::optional<std::string> arch,
                                                std::optional<std::string> machine,
                                                std::optional<std::string> virt_type, std::uint32_t flags) {
    return other<&Host::domain_capabilities>(emulator, arch, machine, virt_type, flags);
  }
  virtual Task<std::int32_t> is_secure() { return other<&Host::is_secure>(); }
  virtual Task<std::uint64_t> free_memory() { return other<&Host::free_memory>(); }  ///< bytes
  virtual Task<List<std::uint64_t, 1024>> cells_free_memory(std::int32_t start, std::int32_t max) {
    return other<&Host::cells_free_memory>(start, max);
  }
  virtual Task<NodeStats> cpu_stats(std::int32_t cpu, std::int32_t nparams, std::uint32_t flags) {
    return other<&Host::cpu_stats>(cpu, nparams, flags);
  }
  virtual Task<NodeStats> memory_stats(std::int32_t nparams, std::int32_t cell, std::uint32_t flags) {
    return other<&Host::memory_stats>(nparams, cell, flags);
  }
  virtual Task<CpuMap> cpu_map(std::int32_t need_map, std::int32_t need_online, std::uint32_t flags) {
    return other<&Host::cpu_map>(need_map, need_online, flags);
  }
  virtual Task<SecurityModel> security_model() { return other<&Host::security_model>(); }
  virtual Task<std::string> domain_xml_from_native(std::string format, std::string config,
                                                   std::uint32_t flags) {
    return other<&Host::domain_xml_from_native>(format, config, flags);
  }
  virtual Task<std::string> domain_xml_to_native(std::string format, std::string xml, std::uint32_t flags) {
    return other<&Host::domain_xml_to_native>(format, xml, flags);
  }
};

}  // namespace vireo::driver
