// SPDX-License-Identifier: LGPL-2.1-or-later
#include "driver/linux_host.hpp"

#include <gmock/gmock.h>
#include <libvirt/libvirt.h>

#include "base/error.hpp"
#include "base/loop.hpp"

namespace vireo::driver {
namespace {

using testing::HasSubstr;

Loop& loop() {
  static Loop loop;
  return loop;
}

template <class T>
T run(Task<T> task) {
  return loop().run(std::move(task));
}

TEST(LinuxHost, SaysWhatTheMachineIs) {
  LinuxHost host(loop());
  const NodeInfo info = run(host.node_info());
  const Machine machine = read_machine();
  EXPECT_EQ(std::string(info.model.data()), machine.arch);
  EXPECT_EQ(info.cpus, machine.online);
  EXPECT_EQ(info.memory, machine.memory);
  EXPECT_GE(info.nodes * info.sockets * info.cores * info.threads, info.cpus);
}

TEST(LinuxHost, StatisticsAreAskedForTwice) {
  LinuxHost host(loop());
  const NodeStats count = run(host.cpu_stats(VIR_NODE_CPU_STATS_ALL_CPUS, 0, 0));
  EXPECT_EQ(count.nparams, 4);
  EXPECT_TRUE(count.params.empty());
  const NodeStats stats = run(host.cpu_stats(VIR_NODE_CPU_STATS_ALL_CPUS, count.nparams, 0));
  ASSERT_EQ(stats.params.size(), 4u);
  EXPECT_EQ(stats.params[0].field, "kernel");
  EXPECT_THROW(run(host.cpu_stats(VIR_NODE_CPU_STATS_ALL_CPUS, 3, 0)), Error);
  EXPECT_EQ(run(host.memory_stats(0, VIR_NODE_MEMORY_STATS_ALL_CELLS, 0)).nparams, 4);
  EXPECT_EQ(run(host.memory_stats(2, 0, 0)).params[1].field, "free");
}

TEST(LinuxHost, UnknownFlagsAreNamed) {
  LinuxHost host(loop());
  try {
    run(host.cpu_map(1, 1, 4));
    FAIL();
  } catch (const Error& e) {
    EXPECT_EQ(e.code(), VIR_ERR_INVALID_ARG);
    EXPECT_THAT(e.what(), HasSubstr("unsupported flags (0x4) in function virNodeGetCPUMap"));
  }
}

TEST(LinuxHost, CpuMapCountsItsBits) {
  LinuxHost host(loop());
  const CpuMap map = run(host.cpu_map(1, 1, 0));
  unsigned bits = 0;
  for (unsigned char byte : map.map.bytes) bits += static_cast<unsigned>(__builtin_popcount(byte));
  EXPECT_EQ(bits, map.online);
  EXPECT_EQ(map.map.bytes.size(), static_cast<std::size_t>(map.count + 7) / 8);
}

TEST(LinuxHost, FreeMemoryOfTheCells) {
  LinuxHost host(loop());
  EXPECT_EQ(run(host.cells_free_memory(0, 1)).size(), 1u);
  EXPECT_THROW(run(host.cells_free_memory(-1, 1)), Error);
  EXPECT_THROW(run(host.cells_free_memory(100000, 1)), Error);
}

TEST(LinuxHost, HasAName) {
  LinuxHost host(loop());
  EXPECT_FALSE(run(host.hostname()).empty());
}

}  // namespace
}  // namespace vireo::driver
