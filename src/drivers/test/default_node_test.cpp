// SPDX-License-Identifier: LGPL-2.1-or-later
// What the incumbent's test:///default shows; its shell's whole output is compared in tests/daemon.
#include <gtest/gtest.h>
#include <libvirt/libvirt.h>

#include "drivers/test/rig.hpp"

using namespace vireo;
using namespace vireo::test_driver;
using H = driver::Host;
using D = driver::Domains;

namespace {

TEST(TestDefault, TheMachine) {
  Rig rig;
  EXPECT_EQ(rig.call(&H::type), "TEST");
  EXPECT_EQ(rig.call(&H::version), 2u);
  EXPECT_EQ(rig.call(&H::uri), "test:///default");
  EXPECT_EQ(rig.call(&H::max_vcpus, std::optional<std::string>("qemu")), 32);
  EXPECT_EQ(rig.call(&H::free_memory), 3145728u);
  EXPECT_EQ(rig.call(&H::cells_free_memory, 0, 2), (std::vector<std::uint64_t>{2097152, 4194304}));
  EXPECT_EQ(rig.call(&H::cells_free_memory, 1, 2), (std::vector<std::uint64_t>{4194304}));
  EXPECT_EQ(rig.call(&H::cpu_stats, -1, 0, 0u).nparams, 4);
  EXPECT_EQ(rig.call(&H::cpu_stats, -1, 4, 0u).params[1].value, 34678723400000u);
  EXPECT_EQ(rig.call(&H::cpu_map, 1, 1, 0u).online, 3u);
  EXPECT_EQ(rig.error(&H::memory_stats, 0, -1, 0u).substr(0, 2), "3 ");
  EXPECT_EQ(rig.error(&H::sysinfo, 1u), "8 12 unsupported flags (0x1) in function testConnectGetSysinfo");
}

TEST(TestDefault, TheDomain) {
  Rig rig;
  auto ref = rig.find("test");
  EXPECT_EQ(ref.id, 1);
  EXPECT_EQ(ref.uuid.to_string(), "6695eb01-f6a4-8304-79aa-97f2502e193f");
  EXPECT_EQ(rig.call(&D::lookup_by_id, 1).name, "test");
  EXPECT_EQ(rig.call(&D::os_type, ref), "linux");
  EXPECT_EQ(rig.call(&D::hostname, ref, 0u), "testhost");
  EXPECT_EQ(rig.call(&D::security_label, ref).enforcing, 1);
  EXPECT_EQ(rig.call(&D::count_active), 1);
  EXPECT_EQ(rig.call(&D::count_defined), 0);
  EXPECT_EQ(rig.error(&D::lookup_by_id, 77), "42 12 Domain not found");
  EXPECT_EQ(rig.error(&D::list, 1, 65536u),
            "8 12 unsupported flags (0x10000) in function testConnectListAllDomains");
}

TEST(TestDefault, ListsByEachGroupOfFlags) {
  Rig rig;
  rig.define("off");
  auto count = [&](unsigned flags) { return rig.call(&D::list, 0, flags).count; };
  EXPECT_EQ(count(0), 2u);
  EXPECT_EQ(count(VIR_CONNECT_LIST_DOMAINS_ACTIVE), 1u);
  EXPECT_EQ(count(VIR_CONNECT_LIST_DOMAINS_INACTIVE), 1u);
  EXPECT_EQ(count(VIR_CONNECT_LIST_DOMAINS_PERSISTENT | VIR_CONNECT_LIST_DOMAINS_SHUTOFF), 1u);
  EXPECT_EQ(count(VIR_CONNECT_LIST_DOMAINS_TRANSIENT), 0u);
  EXPECT_EQ(rig.call(&D::defined_names, 5), (std::vector<std::string>{"off"}));
  EXPECT_TRUE(rig.call(&D::defined_names, 0).empty());
}

TEST(TestDefault, InterfacesGetNames) {
  Rig rig;
  auto ref = rig.define("n",
                        "<devices><interface type='user'/><interface type='user'><target dev='testnet0'/>"
                        "</interface></devices>");
  auto xml = rig.call(&D::xml, ref, 0u);
  EXPECT_NE(xml.find("<target dev='testnet0'/>"), xml.npos);
  EXPECT_NE(xml.find("<target dev='testnet1'/>"), xml.npos);
}

}  // namespace
