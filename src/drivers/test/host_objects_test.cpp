// SPDX-License-Identifier: LGPL-2.1-or-later
// Interfaces and devices; all they show and say is compared with the incumbent in tests/system.
#include <gmock/gmock.h>
#include <libvirt/libvirt.h>

#include "base/files.hpp"
#include "base/temp_dir.hpp"
#include "drivers/test/rig.hpp"

using namespace vireo;
using namespace vireo::test_driver;
using I = driver::Interfaces;
using N = driver::NodeDevices;
using testing::ElementsAre;
using Text = std::optional<std::string>;

namespace {

driver::InterfaceRef defined(Rig& rig, const std::string& name, const std::string& inside = "") {
  return rig.call(&I::define, "<interface type='ethernet' name='" + name + "'>" + inside + "</interface>",
                  0u);
}

TEST(TestInterfaces, ATransactionBringsBackWhatWas) {
  Rig rig;
  const auto eth1 = rig.call(&I::lookup_by_name, std::string("eth1"));
  EXPECT_EQ(rig.error(&I::change_commit, 0u).substr(0, 5), "55 12");
  rig.call(&I::change_begin, 0u);
  EXPECT_EQ(rig.error(&I::change_begin, 0u),
            "55 12 Requested operation is not valid: there is another transaction running.");
  rig.call(&I::undefine, eth1);
  rig.call(&I::create, defined(rig, "new"), 0u);
  EXPECT_THAT(rig.call(&I::active_names, 9), ElementsAre("new"));
  rig.call(&I::change_rollback, 0u);
  EXPECT_THAT(rig.call(&I::defined_names, 9), ElementsAre("eth1"));
  EXPECT_EQ(rig.call(&I::list, 1, VIR_CONNECT_LIST_INTERFACES_ACTIVE + 0u).count, 0u);
}

TEST(TestInterfaces, AnInterfaceWithoutAddressHasNone) {
  Rig rig;
  defined(rig, "bare");
  EXPECT_EQ(rig.call(&I::lookup_by_mac, std::string("AA:BB:CC:DD:EE:FF")).name, "eth1");
  EXPECT_EQ(rig.error(&I::lookup_by_mac, std::string()).substr(0, 5), "57 12");
  defined(rig, "twin", "<mac address='aa:bb:cc:dd:ee:ff'/>");
  EXPECT_EQ(rig.error(&I::lookup_by_mac, std::string("aa:bb:cc:dd:ee:ff")),
            "59 12 multiple matching interfaces found");
}

TEST(TestNodeDevices, AVirtualHostComesAndGoes) {
  Rig rig;
  const std::string begin = "<device><parent>", end = R"(</parent><capability type='scsi_host'>
    <capability type='fc_host'><wwnn>1</wwnn><wwpn>2</wwpn></capability></capability></device>)";
  EXPECT_EQ(rig.error(&N::create_xml, begin + "computer" + end, 0u),
            "1 22 internal error: Parent device computer is not capable of vport operations");
  const auto made = rig.call(&N::create_xml, begin + "scsi_host1" + end, 0u);
  EXPECT_EQ(made.name, "scsi_host12");
  EXPECT_NE(rig.call(&N::xml, made.name, 0u).find("<wwnn>1</wwnn>"), std::string::npos);
  EXPECT_EQ(rig.call(&N::count, Text("fc_host"), 0u), 4);
  EXPECT_EQ(rig.call(&N::count, Text("vports"), 0u), 2);
  rig.call(&N::destroy, made.name);
  EXPECT_EQ(rig.error(&N::destroy, made.name).substr(0, 5), "53 12");
  EXPECT_EQ(rig.error(&N::destroy, std::string("computer")),
            "1 22 internal error: Device is not a fibre channel HBA");
  EXPECT_EQ(rig.call(&N::count, Text(), 0u), 4);
}

TEST(TestNodeFile, BringsItsOwnObjects) {
  TempDir folder;
  write_file(folder / "i.xml", "<interface type='ethernet' name='outside'/>");
  write_file(folder / "node.xml",
             "<node><interface file='i.xml'/><device><name>d</name><capability type='net'>"
             "<interface>eth0</interface></capability></device></node>");
  Rig rig;
  rig.connection = rig.open("test://" + (folder / "node.xml").native());
  EXPECT_THAT(rig.call(&I::active_names, 9), ElementsAre("outside"));
  EXPECT_THAT(rig.call(&N::names, Text("net"), 9, 0u), ElementsAre("d"));
  EXPECT_THAT(rig.call(&N::capabilities, std::string("d"), 9), ElementsAre("net"));
}

}  // namespace
