// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/qemu/status.hpp"

#include <gtest/gtest.h>
#include <libvirt/libvirt.h>

#include "base/error.hpp"
#include "model/domain_xml.hpp"

namespace vireo::qemu {
namespace {

Status sample() {
  Status status;
  status.state = {VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_IOERROR};
  status.pid = 4711;
  status.start_time = 987654321;
  status.booted = true;
  status.directory = "/var/lib/libvirt/qemu/domain-7-a";
  status.vcpu_threads = {4712, 4713};
  status.owners = {{"/img/a & b", 0, 6}, {"/img/<c>", 1000, 1000}};
  status.domain = model::parse_domain(
      "<domain type='qemu' id='7'><name>a</name><uuid>4844890d-3a6a-421a-811c-92f71ba95db1</uuid>"
      "<memory>65536</memory><os><type arch='x86_64' machine='pc'>hvm</type></os><devices/></domain>",
      {.inactive = false});
  return status;
}

TEST(StatusFile, ComesBackWhole) {
  Status status = sample();
  Status again = parse_status_file(format_status(status));
  EXPECT_EQ(again.state.state, status.state.state);
  EXPECT_EQ(again.state.reason, status.state.reason);
  EXPECT_EQ(again.pid, status.pid);
  EXPECT_EQ(again.start_time, status.start_time);
  EXPECT_TRUE(again.booted);
  EXPECT_FALSE(again.fake_reboot);
  EXPECT_EQ(again.directory, status.directory);
  EXPECT_EQ(again.vcpu_threads, status.vcpu_threads);
  EXPECT_EQ(again.owners, status.owners);
  EXPECT_EQ(again.domain.id, 7);
  EXPECT_EQ(format_status(again), format_status(status));
}

TEST(StatusFile, EveryStateAndReasonHasItsName) {
  const int reasons[] = {1, 12, 1, 15, 2, 9, 2, 1};
  for (int state = 0; state < 8; ++state) {
    for (int reason = 0; reason < reasons[state]; ++reason) {
      Status status = sample();
      status.state = {state, reason};
      Status again = parse_status_file(format_status(status));
      EXPECT_EQ(again.state.state, state);
      EXPECT_EQ(again.state.reason, reason) << reason_name(state, reason);
    }
  }
}

TEST(StatusFile, DamagedOnesAreRefused) {
  std::string text = format_status(sample());
  for (std::size_t length = 0; length + 1 < text.size(); length += 37)
    EXPECT_THROW(parse_status_file(text.substr(0, length)), Error) << length;
  EXPECT_THROW(parse_status_file("<domain/>"), Error);
  EXPECT_THROW(parse_status_file("<domstatus state='running' pid='x'/>"), Error);
}

}  // namespace
}  // namespace vireo::qemu
