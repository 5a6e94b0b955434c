// SPDX-License-Identifier: LGPL-2.1-or-later
// The texts and codes are what the incumbent wrote and answered.
#include <gtest/gtest.h>

#include "base/error.hpp"
#include "model/domain_xml.hpp"
#include "model/snapshot_xml.hpp"

namespace vireo::model {
namespace {

const std::string domain_xml = R"(  <domain type='test'>
    <name>d</name>
    <uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid>
    <memory unit='KiB'>1024</memory>
    <currentMemory unit='KiB'>1024</currentMemory>
    <os>
      <type>hvm</type>
    </os>
    <clock offset='utc'/>
    <devices>
      <disk type='file' device='disk'>
        <source file='/a.img'/>
        <target dev='vda' bus='virtio'/>
      </disk>
      <disk type='file' device='cdrom'>
        <target dev='hdc' bus='ide'/>
        <readonly/>
      </disk>
      <disk type='file' device='disk'>
        <source file='/r.img'/>
        <target dev='vdb' bus='virtio'/>
        <readonly/>
      </disk>
    </devices>
  </domain>
)";

const std::string snapshot_xml = R"(<domainsnapshot>
  <name>s</name>
  <description>a &amp; b</description>
  <state>running</state>
  <parent>
    <name>before</name>
  </parent>
  <creationTime>5</creationTime>
  <memory snapshot='external' file='/m'/>
  <disks>
    <disk name='vda' snapshot='external' type='file'>
      <driver type='qcow2'/>
      <source file='/x'/>
    </disk>
    <disk name='hdc' snapshot='no'/>
  </disks>
)" + domain_xml + R"(  <inactiveDomain type='test'>
    <name>d</name>
    <uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid>
    <memory unit='KiB'>1024</memory>
    <currentMemory unit='KiB'>512</currentMemory>
    <os>
      <type>hvm</type>
    </os>
    <clock offset='utc'/>
    <devices>
    </devices>
  </inactiveDomain>
</domainsnapshot>
)";

const std::string checkpoint_xml = R"(<domaincheckpoint>
  <name>k</name>
  <description>a</description>
  <parent>
    <name>before</name>
  </parent>
  <creationTime>5</creationTime>
  <disks>
    <disk name='vda' checkpoint='bitmap' bitmap='b' size='7'/>
    <disk name='hdc' checkpoint='no'/>
  </disks>
)" + domain_xml + "</domaincheckpoint>\n";

Domain as_said(xml::Node element) { return read_domain(element, {.complete = false}); }

template <class F>
std::string error_of(F call) {
  try {
    call();
  } catch (const Error& error) {
    return fmt::format("{} {}", error.code(), error.domain());
  }
  return "";
}

TEST(Snapshot, ComesOutUnchanged) {
  const Snapshot snapshot = parse_snapshot(snapshot_xml, as_said);
  EXPECT_EQ(format_snapshot(snapshot), snapshot_xml);
  EXPECT_TRUE(snapshot.external());
  EXPECT_FALSE(snapshot.offline());
  EXPECT_EQ(format_checkpoint(parse_checkpoint(checkpoint_xml, as_said)), checkpoint_xml);
}

TEST(Snapshot, AnOldOneKnowsItsDomainsUuidAlone) {
  const std::string xml = R"(<domainsnapshot>
  <name>s</name>
  <state>shutoff</state>
  <creationTime>5</creationTime>
  <memory snapshot='no'/>
  <domain>
    <uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid>
  </domain>
</domainsnapshot>
)";
  EXPECT_EQ(format_snapshot(parse_snapshot(xml, as_said)), xml);
}

TEST(Snapshot, WhatIsWrongIsRefused) {
  struct Case {
    const char* inside;
    const char* error;
  };
  for (const auto& [inside, error] : {
           Case{"<memory snapshot='bad'/>", "27 5"},
           Case{"<memory snapshot='external'/>", "27 35"},
           Case{"<memory snapshot='external' file='rel'/>", "27 35"},
           Case{"<memory snapshot='no' file='/m'/>", "27 35"},
           Case{"<disks><disk/></disks>", "1 35"},
           Case{"<disks><disk name='vda' snapshot='bad'/></disks>", "27 5"},
           Case{"<state>bad</state>", ""},
       })
    EXPECT_EQ(
        error_of([&] { parse_snapshot_request(fmt::format("<domainsnapshot>{}</domainsnapshot>", inside)); }),
        error)
        << inside;
  EXPECT_EQ(error_of([] { parse_snapshot_request("<x/>"); }), "27 5");
  EXPECT_EQ(error_of([] { parse_snapshot("<domainsnapshot/>", as_said); }), "27 35");
  EXPECT_EQ(error_of([] { parse_snapshot("<domainsnapshot><name>a</name></domainsnapshot>", as_said); }),
            "1 35");
}

TEST(Snapshot, DisksAreMatchedWithTheDomains) {
  const Domain domain = *parse_snapshot(snapshot_xml, as_said).domain;
  using Mode = Disk::Snapshot;
  Snapshot snapshot{.name = "s", .disks = {{.name = "/a.img"}}};
  align_disks(snapshot, domain, Mode::internal, true);
  ASSERT_EQ(snapshot.disks.size(), 3u);
  EXPECT_EQ(snapshot.disks[0].name, "vda");
  EXPECT_EQ(snapshot.disks[0].mode, Mode::internal);
  EXPECT_EQ(snapshot.disks[1].mode, Mode::no) << "an empty drive";
  EXPECT_EQ(snapshot.disks[2].mode, Mode::no) << "read-only";

  const auto refused = [&](std::vector<SnapshotDisk> disks, bool match = true) {
    Snapshot wrong{.name = "s", .disks = std::move(disks)};
    return error_of([&] { align_disks(wrong, domain, Mode::internal, match); });
  };
  EXPECT_EQ(refused({{.name = "vdz"}}), "67 35");
  EXPECT_EQ(refused({{.name = "vda"}, {.name = "/a.img"}}), "67 35");
  EXPECT_EQ(refused({{.name = "a"}, {.name = "b"}, {.name = "c"}, {.name = "d"}}), "67 35");
  EXPECT_EQ(refused({{.name = "vda", .mode = Mode::no}}), "67 35");
  EXPECT_EQ(refused({{.name = "vda", .mode = Mode::no}}, false), "");
  EXPECT_EQ(refused({{.name = "vda", .mode = Mode::external}}, false), "67 35") << "no file to name it after";
}

TEST(Checkpoint, DisksAreMatchedWithTheDomains) {
  const Domain domain = *parse_snapshot(snapshot_xml, as_said).domain;
  const auto modes = [&](std::vector<CheckpointDisk> disks) {
    Checkpoint checkpoint{.name = "k", .disks = std::move(disks)};
    align_disks(checkpoint, domain);
    std::string text;
    for (const auto& disk : checkpoint.disks)
      text += disk.name + (disk.mode == CheckpointDisk::Mode::no ? ":no " : ":" + disk.bitmap + " ");
    return text;
  };
  EXPECT_EQ(modes({}), "vda:k hdc:no vdb:no ");
  EXPECT_EQ(modes({{.name = "/a.img", .bitmap = "b"}}), "vda:b hdc:no vdb:no ");
  EXPECT_EQ(error_of([&] { modes({{.name = "vdb"}}); }), "67 69");
  EXPECT_EQ(error_of([&] { modes({{.name = "none"}}); }), "67 69");
}

TEST(Checkpoint, WhatIsWrongIsRefused) {
  for (const char* inside :
       {"<name/>", "<name>a/b</name>", "<name>.a</name>", "<disks><disk name='a' checkpoint='bad'/></disks>",
        "<disks><disk/></disks>", "<disks><disk name='a' checkpoint='no' bitmap='x'/></disks>"})
    EXPECT_EQ(error_of([&] {
                parse_checkpoint_request(fmt::format("<domaincheckpoint>{}</domaincheckpoint>", inside));
              }),
              "92 5")
        << inside;
  EXPECT_EQ(
      error_of([] { parse_checkpoint("<domaincheckpoint><name>a</name></domaincheckpoint>", as_said); }),
      "1 69");
}

}  // namespace
}  // namespace vireo::model
