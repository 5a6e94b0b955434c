// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/machine.hpp"

#include <sys/utsname.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "base/error.hpp"
#include "base/machine_files.hpp"

namespace vireo {

namespace fs = std::filesystem;
using namespace machine_files;

namespace {

constexpr const char* cpu_folder = "sys/devices/system/cpu";
constexpr const char* node_folder = "sys/devices/system/node";

HostCpu read_cpu(const fs::path& root, int id) {
  const fs::path topology = root / cpu_folder / fmt::format("cpu{}", id) / "topology";
  HostCpu cpu;
  cpu.id = id;
  cpu.socket = static_cast<int>(number(topology / "physical_package_id").value_or(0));
  cpu.die = static_cast<int>(number(topology / "die_id").value_or(0));
  cpu.core = static_cast<int>(number(topology / "core_id").value_or(0));
  cpu.siblings = line(topology / "thread_siblings_list").value_or(std::to_string(id));
  return cpu;
}

std::vector<HostPages> read_pages(const fs::path& hugepages, std::uint64_t memory) {
  std::vector<HostPages> pages;
  std::uint64_t huge = 0;
  for (const auto& [size, folder] : numbered(hugepages, "hugepages-", "kB")) {
    const auto count = static_cast<std::uint64_t>(number(folder / "nr_hugepages").value_or(0));
    pages.push_back({static_cast<std::uint64_t>(size), count});
    huge += static_cast<std::uint64_t>(size) * count;
  }
  const auto normal = static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE)) / 1024;
  pages.insert(pages.begin(), {normal, memory > huge ? (memory - huge) / normal : 0});
  return pages;
}

std::vector<std::pair<int, int>> read_distances(const fs::path& node, const std::vector<int>& ids) {
  std::vector<std::pair<int, int>> distances;
  const auto words = split(line(node / "distance").value_or(""), ' ');
  for (std::size_t i = 0; i < words.size() && i < ids.size(); ++i)
    distances.emplace_back(ids[i], std::atoi(words[i].c_str()));
  return distances;
}

std::vector<HostCell> read_cells(const fs::path& root, const std::vector<int>& online, std::uint64_t total) {
  const std::set<int> is_online(online.begin(), online.end());
  const auto nodes = numbered(root / node_folder, "node", "");
  std::vector<int> ids;
  for (const auto& [id, folder] : nodes) ids.push_back(static_cast<int>(id));
  std::vector<HostCell> cells;
  for (const auto& [id, folder] : nodes) {
    HostCell cell;
    cell.id = static_cast<int>(id);
    cell.memory = field(folder / "meminfo", "MemTotal:").value_or(0);
    cell.pages = read_pages(folder / "hugepages", cell.memory);
    cell.distances = read_distances(folder, ids);
    for (int cpu : parse_cpu_list(line(folder / "cpulist").value_or("")))
      if (is_online.contains(cpu)) cell.cpus.push_back(read_cpu(root, cpu));
    cells.push_back(std::move(cell));
  }
  if (cells.empty()) {
    HostCell cell;
    cell.memory = total;
    cell.pages = read_pages(root / "sys/kernel/mm/hugepages", total);
    for (int cpu : online) cell.cpus.push_back(read_cpu(root, cpu));
    cells.push_back(std::move(cell));
  }
  return cells;
}

// Sockets per cell, cores per socket and threads per core, each the largest found. Where the product does not
// cover the processors (uneven machines), one flat socket tells the truth about their number at least.
void derive_topology(Machine& machine) {
  std::size_t sockets = 1, cores = 1, threads = 1;
  for (const HostCell& cell : machine.cells) {
    std::map<int, std::map<std::pair<int, int>, std::size_t>> by_socket;
    for (const HostCpu& cpu : cell.cpus) ++by_socket[cpu.socket][{cpu.die, cpu.core}];
    sockets = std::max(sockets, by_socket.size());
    for (const auto& [socket, by_core] : by_socket) {
      cores = std::max(cores, by_core.size());
      for (const auto& [core, count] : by_core) threads = std::max(threads, count);
    }
  }
  if (machine.cells.size() * sockets * cores * threads < static_cast<std::size_t>(machine.online)) {
    sockets = threads = 1;
    cores = static_cast<std::size_t>(machine.online);
  }
  machine.sockets = static_cast<int>(sockets);
  machine.cores = static_cast<int>(cores);
  machine.threads = static_cast<int>(threads);
}

std::vector<HostCache> read_caches(const fs::path& root, const std::vector<int>& online) {
  std::map<std::pair<int, int>, HostCache> found;  // (level, id)
  for (int cpu : online)
    for (const auto& [index, folder] :
         numbered(root / cpu_folder / fmt::format("cpu{}", cpu) / "cache", "index", "")) {
      HostCache cache;
      cache.level = static_cast<int>(number(folder / "level").value_or(0));
      cache.id = static_cast<int>(number(folder / "id").value_or(0));
      if (cache.level < 3) continue;
      const std::string type = line(folder / "type").value_or("");
      cache.type = type == "Data" ? "data" : type == "Instruction" ? "code" : "both";
      const std::string size = line(folder / "size").value_or("0");
      std::from_chars(size.data(), size.data() + size.size(), cache.size);
      cache.cpus = line(folder / "shared_cpu_list").value_or("");
      found.emplace(std::pair{cache.level, cache.id}, std::move(cache));
    }
  std::vector<HostCache> caches;
  for (auto& [key, cache] : found) caches.push_back(std::move(cache));
  return caches;
}

void read_processor(const fs::path& root, Machine& machine) {
  const auto info = fields(root / "proc/cpuinfo");  // of the first processor
  const auto text = [&](const char* key) { return info.contains(key) ? info.at(key) : std::string(); };
  const std::string vendor = text("vendor_id");
  machine.vendor = vendor == "GenuineIntel" ? "Intel" : vendor == "AuthenticAMD" ? "AMD" : "";
  machine.model_name = text("model name");
  machine.family = std::atoi(text("cpu family").c_str());
  machine.model = std::atoi(text("model").c_str());
  machine.stepping = std::atoi(text("stepping").c_str());
  machine.mhz = static_cast<unsigned>(std::atof(text("cpu MHz").c_str()));
  if (const std::string microcode = text("microcode"); !microcode.empty())
    machine.microcode = std::strtoull(microcode.c_str(), nullptr, 0);
}

}  // namespace

Machine read_machine(const fs::path& root) {
  Machine machine;
  utsname name{};
  uname(&name);
  machine.arch = name.machine;
  read_processor(root, machine);
  machine.memory = field(root / "proc/meminfo", "MemTotal:").value_or(0);
  const std::vector<bool> map = cpu_map(root);
  std::vector<int> online;
  for (std::size_t i = 0; i < map.size(); ++i)
    if (map[i]) online.push_back(static_cast<int>(i));
  machine.present = static_cast<int>(map.size());
  machine.online = static_cast<int>(online.size());
  machine.cells = read_cells(root, online, machine.memory);
  machine.caches = read_caches(root, online);
  for (const HostPages& pages : machine.cells.front().pages) machine.page_sizes.push_back(pages.size);
  derive_topology(machine);
  return machine;
}

MemoryUse memory_use(std::optional<int> cell, const fs::path& root) {
  fs::path file = root / "proc/meminfo";
  if (cell) {
    file = root / node_folder / fmt::format("node{}", *cell) / "meminfo";
    if (!fs::exists(file)) {
      // Without NUMA the machine itself is cell 0.
      if (*cell != 0 || fs::exists(root / node_folder / "node0"))
        throw error(VIR_ERR_INVALID_ARG, VIR_FROM_NONE, "there is no NUMA cell {} on this machine", *cell);
      file = root / "proc/meminfo";
    }
  }
  MemoryUse use;
  use.total = field(file, "MemTotal:").value_or(0);
  use.free = field(file, "MemFree:").value_or(0);
  if (!cell) {
    use.buffers = field(file, "Buffers:").value_or(0);
    use.cached = field(file, "Cached:").value_or(0);
  }
  return use;
}

CpuUse cpu_use(std::optional<int> cpu, const fs::path& root) {
  const std::string wanted = cpu ? fmt::format("cpu{}", *cpu) : "cpu";
  for (const std::string& text : lines(root / "proc/stat")) {
    const auto words = split(text, ' ');
    if (words.size() < 8 || words[0] != wanted) continue;
    const auto ticks = [&](std::size_t i) {
      return std::strtoull(words[i].c_str(), nullptr, 10) *
             (1'000'000'000ull / static_cast<unsigned long>(sysconf(_SC_CLK_TCK)));
    };
    return {ticks(1) + ticks(2), ticks(3) + ticks(6) + ticks(7), ticks(4), ticks(5)};
  }
  throw error(VIR_ERR_INVALID_ARG, VIR_FROM_NONE, "there is no processor {} on this machine",
              cpu.value_or(-1));
}

std::vector<int> parse_cpu_list(const std::string& text) {
  std::vector<int> cpus;
  for (const std::string& part : split(text, ',')) {
    const auto dash = part.find('-');
    const int first = std::atoi(part.c_str());
    const int last = dash == std::string::npos ? first : std::atoi(part.c_str() + dash + 1);
    for (int cpu = first; cpu <= last; ++cpu) cpus.push_back(cpu);
  }
  return cpus;
}

std::vector<bool> cpu_map(const fs::path& root) {
  const auto present = parse_cpu_list(line(root / cpu_folder / "present").value_or("0"));
  const auto online = parse_cpu_list(line(root / cpu_folder / "online").value_or("0"));
  std::vector<bool> map(present.empty() ? 0 : static_cast<std::size_t>(present.back()) + 1);
  for (int cpu : online)
    if (static_cast<std::size_t>(cpu) < map.size()) map[static_cast<std::size_t>(cpu)] = true;
  return map;
}

}  // namespace vireo
