// SPDX-License-Identifier: LGPL-2.1-or-later
// Whatever no renderer expresses is refused by its name: each line is one element that was once left out.
#include <gtest/gtest.h>

#include "base/error.hpp"
#include "drivers/qemu/command/command.hpp"
#include "model/domain_xml.hpp"

namespace vireo::qemu {
namespace {

struct Refused {
  const char* name;    ///< what the error must contain
  const char* inside;  ///< below <domain>; in <devices> when it starts with a '+'
};

constexpr Refused cases[] = {
    {"<hostdev>", "+<hostdev mode='subsystem' type='usb'><source><vendor id='0x1'/></source></hostdev>"},
    {"<filesystem>", "+<filesystem type='mount'><source dir='/x'/><target dir='y'/></filesystem>"},
    {"<memory>", "+<memory model='dimm'><target><size unit='MiB'>64</size></target></memory>"},
    {"<memory>", "+<memory model='nvdimm'><source><path>/x</path></source></memory>"},
    {"<shmem>", "+<shmem name='x'/>"},
    {"<iommu>", "+<iommu model='intel'/>"},
    {"<smartcard>", "+<smartcard mode='host'/>"},
    {"<lease>", "+<lease><key>x</key></lease>"},
    {"<redirfilter>", "+<redirfilter/>"},
    {"<nvram>", "+<nvram/>"},
    {"<tpm>", "+<tpm model='tpm-tis'><backend type='passthrough'><device path='/dev/tpm0'/></backend></tpm>"},
    {"<iotune>",
     "+<disk type='file'><source file='/x'/><target dev='vda'/><iotune><total_iops_sec>9</total_iops_sec>"
     "</iotune></disk>"},
    {"<auth>",
     "+<disk type='file'><source file='/x'><auth username='me'><secret type='ceph' usage='x'/></auth>"
     "</source><target dev='vda'/></disk>"},
    {"<encryption>",
     "+<disk type='file'><source file='/x'><encryption format='luks'/></source><target dev='vda'/></disk>"},
    {"<transient>", "+<disk type='file'><source file='/x'/><target dev='vda'/><transient/></disk>"},
    {"rawio",
     "+<disk type='block' device='lun' rawio='yes'><source dev='/dev/x'/><target dev='sda'/></disk>"},
    {"<filterref>", "+<interface type='user'><filterref filter='clean-traffic'/></interface>"},
    {"<virtualport>",
     "+<interface type='bridge'><source bridge='x'/><virtualport type='openvswitch'/></interface>"},
    {"<vlan>", "+<interface type='bridge'><source bridge='x'/><vlan><tag id='42'/></vlan></interface>"},
    {"<bandwidth>",
     "+<interface type='bridge'><source bridge='x'/><bandwidth><inbound "
     "average='1000'/></bandwidth></interface>"},
    {"<port isolated", "+<interface type='bridge'><source bridge='x'/><port isolated='yes'/></interface>"},
    {"<driver name='vhost'>",
     "+<interface type='bridge'><source bridge='x'/><driver name='vhost'/></interface>"},
    {"<backend>", "+<interface type='bridge'><source bridge='x'/><backend tap='/dev/x'/></interface>"},
    {"<route>",
     "+<interface type='ethernet'><route address='10.0.0.0' prefix='8' gateway='10.0.0.1'/></interface>"},
    {"queues", "+<interface type='user'><model type='virtio'/><driver queues='2'/></interface>"},
    {"<listen type='network'>", "+<graphics type='vnc'><listen type='network' network='x'/></graphics>"},
    {"accel3d", "+<video><model type='virtio'><acceleration accel3d='yes'/></model></video>"},
    {"<audio>", "+<audio id='1' type='alsa'><input mixingEngine='yes'/></audio>"},
    {"dump", "+<watchdog model='i6300esb' action='dump'/>"},
    {"<console>", "+<console type='pty'><target type='xen'/></console>"},
    {"<memtune>", "<memtune><hard_limit>1000</hard_limit></memtune>"},
    {"<blkiotune>", "<blkiotune><weight>500</weight></blkiotune>"},
    {"<cputune>", "<cputune><shares>2048</shares></cputune>"},
    {"<numatune>", "<numatune><memory mode='strict' nodeset='0'/></numatune>"},
    {"<vcpus>", "<vcpus><vcpu id='0' enabled='yes' hotpluggable='no'/></vcpus>"},
    {"placement='auto'", "<vcpu placement='auto'>1</vcpu>"},
    {"<resource>", "<resource><partition>/mine</partition></resource>"},
    {"<source type='file'>", "<memoryBacking><source type='file'/></memoryBacking>"},
    {"<sysinfo>", "<sysinfo type='smbios'/>"},
    {"<perf>", "<perf><event name='cmt' enabled='yes'/></perf>"},
    {"<keywrap>", "<keywrap><cipher name='aes' state='on'/></keywrap>"},
    {"<launchSecurity>", "<launchSecurity type='sev'/>"},
    {"<seclabel", "<seclabel type='dynamic' model='selinux'/>"},
    {"<seclabel", "<seclabel type='static' model='dac'><label>+0:+0</label></seclabel>"},
    {"core dump", "<on_crash>coredump-destroy</on_crash>"},
    {"<os firmware='efi'>", "<os firmware='efi'/>"},
    {"pflash", "<os><loader type='pflash'>/x</loader></os>"},
    {"<nvram>", "<os><nvram>/x</nvram></os>"},
    {"<smbios>", "<os><smbios mode='host'/></os>"},
    {"useserial", "<os><bios useserial='yes'/></os>"},
    {"<tseg>", "<features><smm state='on'><tseg unit='MiB'>48</tseg></smm></features>"},
    {"<msrs>", "<features><msrs unknown='ignore'/></features>"},
};

model::Domain domain_with(const std::string& inside) {
  const std::string devices = inside.starts_with('+') ? inside.substr(1) : std::string();
  const std::string text = "<domain type='qemu'><name>x</name>" + (devices.empty() ? inside : std::string()) +
                           "<devices>" + devices + "</devices></domain>";
  return model::parse_domain(text, {.complete = false, .validate = false});
}

TEST(Refuse, EveryElementThatIsNotExpressedIsNamed) {
  EXPECT_NO_THROW(check_expressible(domain_with("")));
  for (const Refused& each : cases) {
    try {
      check_expressible(domain_with(each.inside));
      ADD_FAILURE() << each.inside << " is left out silently";
    } catch (const Error& problem) {
      EXPECT_EQ(problem.code(), VIR_ERR_CONFIG_UNSUPPORTED) << each.inside;
      EXPECT_NE(problem.data().message.find(each.name), std::string::npos)
          << each.inside << ": " << problem.data().message;
    }
  }
}

}  // namespace
}  // namespace vireo::qemu
