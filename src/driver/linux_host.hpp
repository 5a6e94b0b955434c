// SPDX-License-Identifier: LGPL-2.1-or-later
// The part of Host that says the same whatever the hypervisor: the Linux machine underneath.
// Drivers for hypervisors of this machine derive their Host from it.
#pragma once

#include <filesystem>

#include "base/loop.hpp"
#include "base/machine.hpp"
#include "driver/host.hpp"

namespace vireo::driver {

class LinuxHost : public Host {
 public:
  explicit LinuxHost(Loop& loop, std::filesystem::path root = "/");

  Task<std::string> hostname() override;
  Task<NodeInfo> node_info() override;
  Task<std::uint64_t> library_version() override;
  Task<std::uint64_t> free_memory() override;
  Task<List<std::uint64_t, 1024>> cells_free_memory(std::int32_t start, std::int32_t max) override;
  Task<NodeStats> cpu_stats(std::int32_t cpu, std::int32_t nparams, std::uint32_t flags) override;
  Task<NodeStats> memory_stats(std::int32_t nparams, std::int32_t cell, std::uint32_t flags) override;
  Task<CpuMap> cpu_map(std::int32_t need_map, std::int32_t need_online, std::uint32_t flags) override;

 protected:
  /// Read when first asked for: a daemon that nobody asks never pays for it.
  const Machine& machine();
  const std::filesystem::path& root() const noexcept { return root_; }

 private:
  Loop& loop_;
  std::filesystem::path root_;
  std::optional<Machine> machine_;
};

/// The machine's name as other machines know it: the resolver's canonical name of gethostname(), or that
/// itself when there is none or it says localhost. May wait for the resolver: never on the loop's thread.
std::string canonical_hostname();

}  // namespace vireo::driver
