// SPDX-License-Identifier: LGPL-2.1-or-later
#include "base/machine.hpp"

#include <gmock/gmock.h>
#include <unistd.h>

#include <fstream>

#include "base/error.hpp"

namespace vireo {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::Pair;

// A machine of two cells; each one socket of two cores of two threads; processor 7 is offline.
class MachineTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = fs::temp_directory_path() / "vireo-machine-XXXXXX";
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    root = name;
    put("proc/cpuinfo",
        "processor\t: 0\nvendor_id\t: GenuineIntel\ncpu family\t: 6\nmodel\t\t: 85\nmodel name\t: A Model\n"
        "stepping\t: 4\nmicrocode\t: 0x2006e05\ncpu MHz\t\t: 2100.543\n\nprocessor\t: 1\nmodel name\t: "
        "other\n");
    put("proc/meminfo",
        "MemTotal:       8000000 kB\nMemFree:        3000000 kB\nBuffers: 100 kB\nCached: 200 kB\n");
    put("proc/stat", "cpu  10 20 30 40 50 6 7 0 0 0\ncpu0 1 2 3 4 5 0 0 0 0 0\n");
    put("sys/devices/system/cpu/present", "0-7\n");
    put("sys/devices/system/cpu/online", "0-6\n");
    for (int cpu = 0; cpu < 8; ++cpu) {
      const std::string folder = "sys/devices/system/cpu/cpu" + std::to_string(cpu);
      put(folder + "/topology/physical_package_id", std::to_string(cpu / 4));
      put(folder + "/topology/die_id", "0");
      put(folder + "/topology/core_id", std::to_string(cpu % 4 / 2));
      put(folder + "/topology/thread_siblings_list", cpu % 2 ? "x" : "0-1");
      put(folder + "/cache/index3/level", "3");
      put(folder + "/cache/index3/id", std::to_string(cpu / 4));
      put(folder + "/cache/index3/type", "Unified");
      put(folder + "/cache/index3/size", "32768K");
      put(folder + "/cache/index3/shared_cpu_list", cpu / 4 ? "4-6" : "0-3");
    }
    for (int node = 0; node < 2; ++node) {
      const std::string folder = "sys/devices/system/node/node" + std::to_string(node);
      put(folder + "/meminfo", "Node 0 MemTotal:  4000000 kB\nNode 0 MemFree: 1000 kB\n");
      put(folder + "/cpulist", node ? "4-7" : "0-3");
      put(folder + "/distance", node ? "21 10" : "10 21");
      put(folder + "/hugepages/hugepages-2048kB/nr_hugepages", "3");
    }
  }
  void TearDown() override { fs::remove_all(root); }
  void put(const std::string& name, const std::string& text) {
    fs::create_directories((root / name).parent_path());
    std::ofstream(root / name) << text;
  }
  fs::path root;
};

TEST_F(MachineTest, ReadsProcessorAndTopology) {
  const Machine machine = read_machine(root);
  EXPECT_EQ(machine.vendor, "Intel");
  EXPECT_EQ(machine.model_name, "A Model");
  EXPECT_EQ(machine.family, 6);
  EXPECT_EQ(machine.model, 85);
  EXPECT_EQ(machine.microcode, 0x2006e05u);
  EXPECT_EQ(machine.mhz, 2100u);
  EXPECT_EQ(machine.present, 8);
  EXPECT_EQ(machine.online, 7);
  EXPECT_EQ(machine.sockets, 1);
  EXPECT_EQ(machine.cores, 2);
  EXPECT_EQ(machine.threads, 2);
}

TEST_F(MachineTest, ReadsCells) {
  const Machine machine = read_machine(root);
  ASSERT_EQ(machine.cells.size(), 2u);
  const HostCell& cell = machine.cells[1];
  EXPECT_EQ(cell.memory, 4000000u);
  EXPECT_THAT(cell.distances, ElementsAre(Pair(0, 21), Pair(1, 10)));
  ASSERT_EQ(cell.cpus.size(), 3u);
  EXPECT_EQ(cell.cpus[2].id, 6);
  EXPECT_EQ(cell.cpus[2].socket, 1);
  EXPECT_EQ(cell.cpus[2].core, 1);
  ASSERT_EQ(cell.pages.size(), 2u);
  EXPECT_EQ(cell.pages[1].size, 2048u);
  EXPECT_EQ(cell.pages[1].count, 3u);
  EXPECT_EQ(cell.pages[0].count, (4000000u - 3 * 2048) / cell.pages[0].size);
  ASSERT_EQ(machine.caches.size(), 2u);
  EXPECT_EQ(machine.caches[1].cpus, "4-6");
  EXPECT_EQ(machine.caches[1].size, 32768u);
}

TEST_F(MachineTest, WithoutNumaTheMachineIsOneCell) {
  fs::remove_all(root / "sys/devices/system/node");
  const Machine machine = read_machine(root);
  ASSERT_EQ(machine.cells.size(), 1u);
  EXPECT_EQ(machine.cells[0].memory, 8000000u);
  EXPECT_EQ(machine.cells[0].cpus.size(), 7u);
  EXPECT_EQ(memory_use(0, root).total, 8000000u);
}

TEST_F(MachineTest, UnevenMachinesAreOneFlatSocket) {
  fs::remove_all(root / "sys/devices/system/node");
  for (int cpu = 0; cpu < 8; ++cpu)
    put("sys/devices/system/cpu/cpu" + std::to_string(cpu) + "/topology/core_id", "0");
  put("sys/devices/system/cpu/cpu6/topology/physical_package_id", "9");
  const Machine machine = read_machine(root);
  EXPECT_GE(machine.sockets * machine.cores * machine.threads, machine.online);
}

TEST_F(MachineTest, MemoryAndCpuUse) {
  const MemoryUse all = memory_use({}, root);
  EXPECT_EQ(all.free, 3000000u);
  EXPECT_EQ(all.buffers, 100u);
  EXPECT_EQ(all.cached, 200u);
  EXPECT_EQ(memory_use(1, root).free, 1000u);
  const std::uint64_t tick = 1'000'000'000ull / static_cast<unsigned long>(sysconf(_SC_CLK_TCK));
  const CpuUse use = cpu_use({}, root);
  EXPECT_EQ(use.user, 30 * tick);
  EXPECT_EQ(use.kernel, 43 * tick);
  EXPECT_EQ(use.idle, 40 * tick);
  EXPECT_EQ(use.iowait, 50 * tick);
  EXPECT_EQ(cpu_use(0, root).user, 3 * tick);
}

TEST_F(MachineTest, WhatIsNotThereIsNamed) {
  EXPECT_THROW(memory_use(7, root), Error);
  try {
    cpu_use(5, root);
    FAIL();
  } catch (const Error& e) {
    EXPECT_EQ(e.code(), VIR_ERR_INVALID_ARG);
    EXPECT_THAT(e.what(), testing::HasSubstr("processor 5"));
  }
}

TEST(MachineText, CpuLists) {
  EXPECT_THAT(parse_cpu_list("0-2,7"), ElementsAre(0, 1, 2, 7));
  EXPECT_THAT(parse_cpu_list(""), ElementsAre());
}

TEST(MachineHere, TheRealOneIsConsistent) {
  const Machine machine = read_machine();
  EXPECT_GT(machine.memory, 0u);
  EXPECT_GE(machine.present, machine.online);
  EXPECT_GT(machine.online, 0);
  EXPECT_GT(cpu_use().user, 0u);
}

}  // namespace
}  // namespace vireo
