// SPDX-License-Identifier: LGPL-2.1-or-later
// Host of the test driver: the pretended machine. Only its name is the real one's.
#pragma once

#include "driver/linux_host.hpp"
#include "drivers/test/hypervisor.hpp"

namespace vireo::test_driver {

class Host final : public driver::Host {
 public:
  Host(Loop& loop, Hypervisor& hypervisor, std::string uri)
      : machine_(loop), hypervisor_(hypervisor), uri_(std::move(uri)) {}

  Task<std::string> type() override;
  Task<std::uint64_t> version() override;
  Task<std::uint64_t> library_version() override { return machine_.library_version(); }
  Task<std::string> hostname() override { return machine_.hostname(); }
  Task<std::string> uri() override;
  Task<std::int32_t> max_vcpus(std::optional<std::string> type) override;
  Task<driver::NodeInfo> node_info() override;
  Task<std::string> capabilities() override;
  Task<std::string> sysinfo(std::uint32_t flags) override;
  Task<std::int32_t> is_secure() override;
  Task<std::uint64_t> free_memory() override;
  Task<driver::List<std::uint64_t, 1024>> cells_free_memory(std::int32_t start, std::int32_t max) override;
  Task<driver::NodeStats> cpu_stats(std::int32_t cpu, std::int32_t nparams, std::uint32_t flags) override;
  Task<driver::CpuMap> cpu_map(std::int32_t need_map, std::int32_t need_online, std::uint32_t flags) override;
  Task<driver::SecurityModel> security_model() override;

 private:
  driver::LinuxHost machine_;
  Hypervisor& hypervisor_;
  std::string uri_;
};

/// The capabilities document of a pretended machine.
std::string format_capabilities(const Node& node);

}  // namespace vireo::test_driver
