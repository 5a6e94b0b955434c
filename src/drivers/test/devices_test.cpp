// SPDX-License-Identifier: LGPL-2.1-or-later
// Every number and text here is what the incumbent's test driver answers to the same call.
#include "drivers/test/devices.hpp"

#include <gtest/gtest.h>
#include <libvirt/libvirt.h>

#include "drivers/test/rig.hpp"

using namespace vireo;
using namespace vireo::test_driver;
using V = driver::Devices;
using D = driver::Domains;

namespace {

constexpr unsigned live = 1, config = 2, maximum = 4;
constexpr std::uint64_t KiB(std::uint64_t value) { return value; }

struct TestDevices : testing::Test {
  Rig rig;
  driver::DomainRef ref = rig.define("z");
  void start() { rig.call(&driver::Lifecycle::create, ref); }
  std::string memory() {
    auto info = rig.call(&D::info, ref);
    return fmt::format("{} {}", info.max_memory, info.memory);
  }
};

TEST_F(TestDevices, MemoryOfAnInactiveDomain) {
  rig.call(&V::set_max_memory, ref, KiB(4096));
  EXPECT_EQ(memory(), "4096 1024");
  EXPECT_EQ(rig.error(&V::set_memory, ref, KiB(512)),
            "55 20 Requested operation is not valid: domain is not running");
  rig.call(&V::set_memory_flags, ref, KiB(512), config);
  EXPECT_EQ(memory(), "4096 512");
  EXPECT_EQ(rig.error(&V::set_memory_flags, ref, KiB(99512), config),
            "8 12 invalid argument: cannot set memory higher than max memory");
  rig.call(&V::set_memory_flags, ref, KiB(256), config | maximum);
  EXPECT_EQ(memory(), "256 256");
}

TEST_F(TestDevices, MemoryOfAnActiveDomain) {
  start();
  rig.call(&V::set_memory, ref, KiB(100));
  EXPECT_EQ(memory(), "1024 100");
  EXPECT_EQ(rig.error(&V::set_max_memory, ref, KiB(100000)),
            "55 12 Requested operation is not valid: cannot resize the maximum memory on an active domain");
  EXPECT_EQ(rig.error(&V::set_memory_flags, ref, KiB(128), live | config),
            "8 20 Flags 'VIR_DOMAIN_AFFECT_LIVE' and 'VIR_DOMAIN_AFFECT_CONFIG' are mutually exclusive");
  rig.call(&driver::Lifecycle::destroy, ref);
  EXPECT_EQ(memory(), "1024 1024");
}

TEST_F(TestDevices, Processors) {
  EXPECT_EQ(rig.error(&V::set_vcpus_flags, ref, 4u, config),
            "8 12 invalid argument: requested cpu amount exceeds maximum (4 > 1)");
  rig.call(&V::set_vcpus_flags, ref, 4u, config | maximum);
  rig.call(&V::set_vcpus_flags, ref, 2u, config);
  EXPECT_EQ(rig.error(&V::set_vcpus_flags, ref, 50u, config | maximum),
            "8 12 invalid argument: requested cpu amount exceeds maximum supported amount (50 > 32)");
  EXPECT_EQ(rig.error(&D::max_vcpus, ref), "55 20 Requested operation is not valid: domain is not running");
  start();
  EXPECT_EQ(rig.call(&D::max_vcpus, ref), 4);
  rig.call(&V::set_vcpus, ref, 3u);
  EXPECT_EQ(rig.call(&D::info, ref).vcpus, 3);
  EXPECT_EQ(rig.call(&D::vcpus, ref, config), 2);
  EXPECT_EQ(rig.error(&V::set_vcpus, ref, 9u),
            "8 12 invalid argument: requested cpu amount exceeds maximum (9 > 4)");
  auto vcpus = rig.call(&D::vcpu_info, ref, 8, 1);
  ASSERT_EQ(vcpus.info.size(), 3u);
  EXPECT_EQ(vcpus.info[2].cpu, 15);
  EXPECT_EQ(vcpus.maps.bytes, (std::vector<unsigned char>{0xff, 0xff, 0xff}));
}

TEST_F(TestDevices, Metadata) {
  using Text = std::optional<std::string>;
  int events = 0;
  rig.call(&driver::Events::subscribe, driver::MetadataChangeEvent::id, std::optional<driver::DomainRef>(),
           driver::EventHandler([&](const driver::DomainEvent&) { ++events; }));
  start();
  rig.call(&V::set_metadata, ref, 2, Text("<a>b</a>"), Text("k"), Text("http://x"), config);
  EXPECT_EQ(rig.call(&D::metadata, ref, 2, Text("http://x"), config), "<a>b</a>");
  EXPECT_EQ(rig.error(&D::metadata, ref, 2, Text("http://x"), live),
            "80 20 metadata not found: Requested metadata element is not present");
  rig.call(&V::set_metadata, ref, 0, Text("both"), Text(), Text(), live | config);
  EXPECT_EQ(rig.call(&D::metadata, ref, 0, Text(), 0u), "both");
  EXPECT_EQ(events, 2);
}

}  // namespace
