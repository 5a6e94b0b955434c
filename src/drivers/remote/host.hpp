// SPDX-License-Identifier: LGPL-2.1-or-later
// Host: every call goes to the daemon.
#pragma once

#include "drivers/remote/caller.hpp"

namespace vireo::remote {

class RemoteHost final : public driver::Host, private Caller {
 public:
  /// `uri`: as the program wrote it.
  RemoteHost(Channel& channel, std::string uri) : Caller(channel), uri_(std::move(uri)) {}
  Task<std::string> type() override;
  Task<std::uint64_t> version() override;
  Task<std::uint64_t> library_version() override;
  Task<std::string> hostname() override;
  Task<std::string> uri() override;
  Task<std::int32_t> max_vcpus(std::optional<std::string> type) override;
  Task<driver::NodeInfo> node_info() override;
  Task<std::string> capabilities() override;
  Task<std::string> sysinfo(std::uint32_t flags) override;
  Task<std::string> domain_capabilities(std::optional<std::string> emulator, std::optional<std::string> arch,
                                        std::optional<std::string> machine,
                                        std::optional<std::string> virt_type, std::uint32_t flags) override;
  Task<std::int32_t> is_secure() override;
  Task<std::uint64_t> free_memory() override;
  Task<driver::List<std::uint64_t, 1024>> cells_free_memory(std::int32_t start, std::int32_t max) override;
  Task<driver::NodeStats> cpu_stats(std::int32_t cpu, std::int32_t nparams, std::uint32_t flags) override;
  Task<driver::NodeStats> memory_stats(std::int32_t nparams, std::int32_t cell, std::uint32_t flags) override;
  Task<driver::CpuMap> cpu_map(std::int32_t need_map, std::int32_t need_online, std::uint32_t flags) override;
  Task<driver::SecurityModel> security_model() override;
  Task<std::string> domain_xml_from_native(std::string format, std::string config,
                                           std::uint32_t flags) override;
  Task<std::string> domain_xml_to_native(std::string format, std::string xml, std::uint32_t flags) override;

 private:
  std::string uri_;
};

}  // namespace vireo::remote
