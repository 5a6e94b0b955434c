// SPDX-License-Identifier: LGPL-2.1-or-later
// Capability Host: what a connection says about its hypervisor and the machine it runs on.
#pragma once

#include "base/task.hpp"
#include "driver/types.hpp"
#include "driver/unsupported.hpp"

namespace vireo::driver {

class Host {
 public:
  virtual ~Host() = default;
  virtual Task<std::string> type() { unsupported(); }       ///< "QEMU", "TEST" …
  virtual Task<std::uint64_t> version() { unsupported(); }  ///< major * 1000000 + minor * 1000 + release
  virtual Task<std::uint64_t> library_version() { unsupported(); }
  virtual Task<std::string> hostname() { unsupported(); }
  virtual Task<std::string> uri() { unsupported(); }
  virtual Task<std::int32_t> max_vcpus(std::optional<std::string> /*type*/) { unsupported(); }
  virtual Task<NodeInfo> node_info() { unsupported(); }
  virtual Task<std::string> capabilities() { unsupported(); }
  virtual Task<std::string> sysinfo(std::uint32_t /*flags*/) { unsupported(); }
  virtual Task<std::string> domain_capabilities(std::optional<std::string> /*emulator*/,
                                                std::optional<std::string> /*arch*/,
                                                std::optional<std::string> /*machine*/,
                                                std::optional<std::string> /*virt_type*/,
                                                std::uint32_t /*flags*/) {
    unsupported();
  }
  virtual Task<std::int32_t> is_secure() { unsupported(); }
  virtual Task<std::uint64_t> free_memory() { unsupported(); }  ///< bytes
  virtual Task<List<std::uint64_t, 1024>> cells_free_memory(std::int32_t /*start*/, std::int32_t /*max*/) {
    unsupported();
  }
  virtual Task<NodeStats> cpu_stats(std::int32_t /*cpu*/, std::int32_t /*nparams*/, std::uint32_t /*flags*/) {
    unsupported();
  }
  virtual Task<NodeStats> memory_stats(std::int32_t /*nparams*/, std::int32_t /*cell*/,
                                       std::uint32_t /*flags*/) {
    unsupported();
  }
  virtual Task<CpuMap> cpu_map(std::int32_t /*need_map*/, std::int32_t /*need_online*/,
                               std::uint32_t /*flags*/) {
    unsupported();
  }
  virtual Task<SecurityModel> security_model() { unsupported(); }
  virtual Task<std::string> domain_xml_from_native(std::string /*format*/, std::string /*config*/,
                                                   std::uint32_t /*flags*/) {
    unsupported();
  }
  virtual Task<std::string> domain_xml_to_native(std::string /*format*/, std::string /*xml*/,
                                                 std::uint32_t /*flags*/) {
    unsupported();
  }
};

}  // namespace vireo::driver
