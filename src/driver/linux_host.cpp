// SPDX-License-Identifier: LGPL-2.1-or-later
#include "driver/linux_host.hpp"

#include <libvirt/libvirt.h>
#include <netdb.h>
#include <unistd.h>

#include <algorithm>

#include "driver/flags.hpp"

namespace vireo::driver {

namespace {

constexpr auto resolver_patience = std::chrono::seconds(10);

// Callers ask with nparams 0 how many there are, then with that number.
NodeStats answer(std::int32_t nparams, std::vector<NodeStat> stats) {
  const auto count = static_cast<std::int32_t>(stats.size());
  if (nparams == 0) return {{}, count};
  if (nparams != count)
    throw error(VIR_ERR_INVALID_ARG, VIR_FROM_NONE, "nparams is {}, and there are {} statistics", nparams,
                count);
  return {std::move(stats), count};
}

}  // namespace

LinuxHost::LinuxHost(Loop& loop, std::filesystem::path root) : loop_(loop), root_(std::move(root)) {}

const Machine& LinuxHost::machine() {
  if (!machine_) machine_ = read_machine(root_);
  return *machine_;
}

Task<std::string> LinuxHost::hostname() {
  co_return co_await loop_.blocking(&canonical_hostname, Clock::now() + resolver_patience,
                                    "resolving the host name");
}

Task<std::uint64_t> LinuxHost::library_version() { co_return LIBVIR_VERSION_NUMBER; }

Task<NodeInfo> LinuxHost::node_info() {
  const Machine& host = machine();
  NodeInfo info;
  std::copy_n(host.arch.begin(), std::min(host.arch.size(), info.model.size() - 1), info.model.begin());
  info.memory = host.memory;
  info.cpus = host.online;
  info.mhz = static_cast<std::int32_t>(host.mhz);
  info.nodes = static_cast<std::int32_t>(host.cells.size());
  info.sockets = host.sockets;
  info.cores = host.cores;
  info.threads = host.threads;
  co_return info;
}

Task<std::uint64_t> LinuxHost::free_memory() { co_return memory_use({}, root_).free * 1024; }

Task<List<std::uint64_t, 1024>> LinuxHost::cells_free_memory(std::int32_t start, std::int32_t max) {
  const auto& cells = machine().cells;
  if (start < 0 || start > cells.back().id)
    throw error(VIR_ERR_INVALID_ARG, VIR_FROM_NONE, "start cell {} out of range (0-{})", start,
                cells.back().id);
  List<std::uint64_t, 1024> free;
  for (const HostCell& cell : cells)
    if (cell.id >= start && static_cast<std::int32_t>(free.size()) < max)
      free.push_back(memory_use(cell.id, root_).free * 1024);
  co_return free;
}

Task<NodeStats> LinuxHost::cpu_stats(std::int32_t cpu, std::int32_t nparams, std::uint32_t flags) {
  check_flags(flags, 0, "virNodeGetCPUStats");
  const CpuUse use =
      cpu_use(cpu == VIR_NODE_CPU_STATS_ALL_CPUS ? std::nullopt : std::optional<int>(cpu), root_);
  co_return answer(nparams, {{VIR_NODE_CPU_STATS_KERNEL, use.kernel},
                             {VIR_NODE_CPU_STATS_USER, use.user},
                             {VIR_NODE_CPU_STATS_IDLE, use.idle},
                             {VIR_NODE_CPU_STATS_IOWAIT, use.iowait}});
}

Task<NodeStats> LinuxHost::memory_stats(std::int32_t nparams, std::int32_t cell, std::uint32_t flags) {
  check_flags(flags, 0, "virNodeGetMemoryStats");
  const bool all = cell == VIR_NODE_MEMORY_STATS_ALL_CELLS;
  const MemoryUse use = memory_use(all ? std::nullopt : std::optional<int>(cell), root_);
  std::vector<NodeStat> stats{{VIR_NODE_MEMORY_STATS_TOTAL, use.total},
                              {VIR_NODE_MEMORY_STATS_FREE, use.free}};
  if (all) {
    stats.push_back({VIR_NODE_MEMORY_STATS_BUFFERS, use.buffers});
    stats.push_back({VIR_NODE_MEMORY_STATS_CACHED, use.cached});
  }
  co_return answer(nparams, std::move(stats));
}

Task<CpuMap> LinuxHost::cpu_map(std::int32_t need_map, std::int32_t need_online, std::uint32_t flags) {
  check_flags(flags, 0, "virNodeGetCPUMap");
  const std::vector<bool> map = vireo::cpu_map(root_);
  CpuMap answer;
  answer.count = static_cast<std::int32_t>(map.size());
  if (need_online) answer.online = static_cast<std::uint32_t>(std::count(map.begin(), map.end(), true));
  if (need_map) {
    answer.map.bytes.resize((map.size() + 7) / 8);
    for (std::size_t cpu = 0; cpu < map.size(); ++cpu)
      if (map[cpu]) answer.map.bytes[cpu / 8] |= static_cast<unsigned char>(1u << cpu % 8);
  }
  co_return answer;
}

std::string canonical_hostname() {
  char name[256] = {};
  if (gethostname(name, sizeof name - 1) < 0)
    throw system_error(errno, VIR_FROM_NONE, "cannot read the host name");
  const std::string_view own = name;
  if (own.starts_with("localhost") || own.find('.') != own.npos) return name;
  addrinfo hints{};
  hints.ai_flags = AI_CANONNAME;
  addrinfo* found = nullptr;
  if (getaddrinfo(name, nullptr, &hints, &found) != 0) return name;
  const std::string canonical = found->ai_canonname ? found->ai_canonname : "";
  freeaddrinfo(found);
  return canonical.empty() || canonical.starts_with("localhost") ? std::string(own) : canonical;
}

}  // namespace vireo::driver
