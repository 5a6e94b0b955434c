// SPDX-License-Identifier: LGPL-2.1-or-later
// Facts about the machine we run on, read from /proc and /sys below a root that tests replace.
// Every function is a plain read of kernel tables: no waiting, no cache; callers keep what does not change.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vireo {

struct HostCpu {
  int id = 0;
  int socket = 0;
  int die = 0;
  int core = 0;
  std::string siblings;  ///< processors that share the core, e.g. "0-1"
};

struct HostPages {
  std::uint64_t size = 0;   ///< KiB
  std::uint64_t count = 0;  ///< configured in this cell; normal pages: what huge pages leave over
};

/// A NUMA node, or the whole machine where the kernel knows none.
struct HostCell {
  int id = 0;
  std::uint64_t memory = 0;  ///< KiB
  std::vector<HostPages> pages;
  std::vector<std::pair<int, int>> distances;  ///< (cell, distance); empty without NUMA
  std::vector<HostCpu> cpus;                   ///< online ones
};

/// A last-level cache shared by some processors.
struct HostCache {
  int id = 0;
  int level = 0;
  std::string type;        ///< "both", "data", "code"
  std::uint64_t size = 0;  ///< KiB
  std::string cpus;
};

struct Machine {
  std::string arch;        ///< as uname has it: x86_64, aarch64 …
  std::string vendor;      ///< "Intel", "AMD" or empty
  std::string model_name;  ///< the processor's own description
  int family = 0, model = 0, stepping = 0;
  std::optional<std::uint64_t> microcode;
  unsigned mhz = 0;
  std::uint64_t memory = 0;  ///< KiB
  int present = 0;           ///< processors that exist
  int online = 0;
  int sockets = 1, cores = 1,
      threads = 1;  ///< per cell, socket, core; cells*sockets*cores*threads covers online
  std::vector<HostCell> cells;
  std::vector<HostCache> caches;
  std::vector<std::uint64_t> page_sizes;  ///< KiB, smallest first
};

Machine read_machine(const std::filesystem::path& root = "/");

struct MemoryUse {
  std::uint64_t total = 0, free = 0;  ///< KiB
  std::uint64_t buffers = 0, cached = 0;
};
/// Of the whole machine, or of one cell (which has no buffers and no cached). Throws VIR_ERR_INVALID_ARG
/// when there is no such cell.
MemoryUse memory_use(std::optional<int> cell = {}, const std::filesystem::path& root = "/");

struct CpuUse {
  std::uint64_t user = 0, kernel = 0, idle = 0, iowait = 0;  ///< ns since boot
};
/// Of all processors together, or of one. Throws VIR_ERR_INVALID_ARG when there is no such processor.
CpuUse cpu_use(std::optional<int> cpu = {}, const std::filesystem::path& root = "/");

/// Parses the kernel's list form, "0-2,7".
std::vector<int> parse_cpu_list(const std::string& text);

/// Which processors are online; index = processor, size = present.
std::vector<bool> cpu_map(const std::filesystem::path& root = "/");

}  // namespace vireo
