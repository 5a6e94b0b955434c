# SPDX-License-Identifier: LGPL-2.1-or-later
"""Calls the functions of a domain that tune, measure and enter its guest; prints what each gave. Run with the URI."""
import json
import re
import sys

import libvirt

XML = """<domain type='test'><name>{0}</name><uuid>{1}1111111-1111-1111-1111-111111111111</uuid><memory>262144</memory>
<vcpu>4</vcpu><iothreads>2</iothreads><os><type>hvm</type></os><devices>
<disk type='file' device='disk'><source file='/guest/diskimage1'/><target dev='vda'/></disk>
<disk type='file' device='cdrom'><target dev='hdc'/></disk>
<disk type='block' device='disk'><source dev='/dev/x'/><target dev='vdb'/></disk>
<interface type='network'><mac address='aa:bb:cc:dd:ee:ff'/><source network='default'/><target dev='testnet0'/></interface>
<interface type='bridge'><mac address='aa:bb:cc:dd:ee:fe'/><source bridge='br0'/></interface>
<memballoon model='virtio'/></devices></domain>"""

def seen(label, call):
    try:
        result = call()
    except libvirt.libvirtError as error:
        result = ["error", error.get_error_code(), error.get_error_domain(), error.get_error_message(), error.get_str2()]
    print(json.dumps([label, result]))


def definition(x, flags):
    """Without the settings for which our model has no place, and empty sets, which it does not write."""
    return re.sub(r"  <(blkiotune|perf)>.*?</\1>\n| cpuset=''", "", x.XMLDesc(flags), flags=re.S).split("\n")


def parameters(x):
    """What each setter is given stands before the getter that follows."""
    setters = [
        ("scheduler", x.setSchedulerParameters, [({"weight": 60},)]),
        ("memory", x.setMemoryParameters, [
            ({"hard_limit": 1000, "soft_limit": 900, "swap_hard_limit": 2000}, 0), ({"hard_limit": 3000}, 0), ({"hard_limit": 9}, 2),
            ({"swap_hard_limit": 1}, 0), ({"soft_limit": 1}, 3), ({"soft_limit": 1}, 8)]),
        ("blkio", x.setBlkioParameters, [
            ({"weight": 500, "device_weight": "/dev/sda,300,/dev/sdb,2"}, 0), ({"device_weight": "/dev/sda,0"}, 0),
            ({"device_weight": "/dev/sda"}, 0), ({"device_weight": "/dev/sda,x"}, 0), ({"device_weight": ""}, 0),
            ({"device_weight": "/dev/a,99999999999"}, 0), ({"device_read_bytes_sec": "/dev/sda,99999999999"}, 0)]),
        ("numa", x.setNumaParameters, [
            ({"numa_mode": 3}, 0), ({"numa_nodeset": "0-1", "numa_mode": 1}, 0), ({"numa_nodeset": "x"}, 0), ({"numa_mode": 7}, 0),
            ({"numa_nodeset": ""}, 0), ({"numa_nodeset": "1"}, 2), ({"numa_mode": 1}, 3)]),
        ("perf", x.setPerfEvents, [({"cmt": True, "page_faults": True}, 0), ({"cmt": False}, 0), ({"cmt": True}, 3)]),
    ]
    getters = {"scheduler": x.schedulerParameters, "memory": lambda: [x.memoryParameters(f) for f in (0, 2)],
               "blkio": lambda: [x.blkioParameters(f) for f in (0, 2)], "numa": lambda: [x.numaParameters(f) for f in (0, 2)],
               "perf": lambda: [x.perfEvents(f) for f in (0, 2)]}
    for name, setter, calls in setters:
        for arguments in calls:
            seen(f"{name} {arguments}", lambda: setter(*arguments))
            seen(name, getters[name])
    seen("scheduler type", x.schedulerType)
    for getter in (x.memoryParameters, x.blkioParameters, x.numaParameters, x.perfEvents):
        for flags in (1, 3, 8):
            seen(f"{getter.__name__} {flags}", lambda: getter(flags))


def devices(x):
    for name in ("testnet0", "aa:bb:cc:dd:ee:ff", "nope"):
        seen(f"interface {name}", lambda: x.interfaceParameters(name, 0))
        seen(f"interface statistics {name}", lambda: len(x.interfaceStats(name)))
    for values in ({"inbound.average": 100, "inbound.peak": 200, "outbound.average": 7}, {"inbound.floor": 5}, {"inbound.average": 0}):
        seen(f"interface {values}", lambda: x.setInterfaceParameters("testnet0", values, 0))
        seen("interface", lambda: [x.interfaceParameters("testnet0", f) for f in (0, 2)])
    seen("interface both", lambda: x.setInterfaceParameters("testnet0", {"inbound.average": 1}, 3))
    for disk in ("vda", "/guest/diskimage1", "hdc", "nope", ""):
        seen(f"tune of {disk}", lambda: x.blockIoTune(disk, 0))
        seen(f"statistics of {disk}", lambda: len(x.blockStats(disk)))
        seen(f"information of {disk}", lambda: x.blockInfo(disk))
    for values in ({"total_bytes_sec": 1, "total_bytes_sec_max": 5}, {"read_bytes_sec": 1}, {"read_iops_sec": 9, "read_iops_sec_max": 10},
                   {"total_iops_sec_max": 4}, {"size_iops_sec": 4, "group_name": "g"}, {"total_bytes_sec": 1 << 63},
                   {"total_bytes_sec": 9}, {"total_bytes_sec_max_length": 3}):
        seen(f"tune {values}", lambda: x.setBlockIoTune("vda", values, 0))
        seen("tune", lambda: [x.blockIoTune("vda", f) for f in (0, 2)])
    seen("tune none", lambda: x.setBlockIoTune("nope", {"total_bytes_sec": 1}, 0))
    seen("errors", x.diskErrors)
    for source in (0, 1, 2, 7):
        seen(f"addresses {source}", lambda: x.interfaceAddresses(source))


def threads(x):
    none = (False,) * 16
    for call in (lambda: x.pinVcpu(0, (True, False, True)), lambda: x.pinVcpu(9, (True,)), lambda: x.pinVcpuFlags(1, (True,), 2),
                 lambda: x.pinVcpu(1, none), lambda: x.pinEmulator((True, False, True), 0), lambda: x.pinEmulator(none, 0),
                 lambda: x.pinEmulator((True,), 3), lambda: x.pinIOThread(1, (True, False, True), 0),
                 lambda: x.pinIOThread(9, (True,), 0), lambda: x.pinIOThread(1, none, 0), lambda: x.addIOThread(3, 0),
                 lambda: x.addIOThread(3, 0), lambda: x.addIOThread(5, 2), lambda: x.addIOThread(0, 0), lambda: x.addIOThread(6, 3),
                 lambda: x.setIOThreadParams(3, {"poll_max_ns": 5000, "poll_grow": 2}, 1),
                 lambda: x.setIOThreadParams(8, {"poll_max_ns": 5}, 0), lambda: x.setIOThreadParams(3, {"poll_max_ns": 5}, 2),
                 lambda: x.delIOThread(2, 0), lambda: x.delIOThread(9, 0), lambda: x.delIOThread(0, 0)):
        seen("threads", call)
        seen("where", lambda: [[x.vcpuPinInfo(f), x.emulatorPinInfo(f), x.ioThreadInfo(f)] for f in (0, 2)])
    seen("setVcpu", lambda: x.setVcpu("1", 0, 0))
    seen("threshold", lambda: x.setBlockThreshold("vda", 100, 0))
    seen("period", lambda: x.setMemoryStatsPeriod(5, 0))
    for arguments in ((0, 1, 0), (0, 2, 2), (7, 2, 0), (0, 9, 0), (0, 5, 0), (2, 5, 0)):
        seen(f"life cycle {arguments}", lambda: x.setLifecycleAction(*arguments))
    seen("definitions", lambda: [definition(x, flags) for flags in (0, libvirt.VIR_DOMAIN_XML_INACTIVE)])


def guest(x):
    seen("memory", x.memoryStats)
    for flags in (0, 1, 2, 3):
        seen(f"peek {flags}", lambda: list(x.memoryPeek(254, 4, flags)))
    seen("block peek", lambda: x.blockPeek("vda", 0, 4))
    seen("processors", lambda: [x.getCPUStats(False), x.getCPUStats(True)])
    seen("labels", x.securityLabelList)
    for flags in (0, 1, 2, 4):
        seen(f"messages {flags}", lambda: x.messages(flags))
    for paths in (None, None, ["/"], ["/x"], ["/", "/boot", "/"]):
        seen(f"freeze {paths}", lambda: x.fsFreeze(paths, 0))
    for paths in (["/"], None, None, ["/x"]):
        seen(f"thaw {paths}", lambda: x.fsThaw(paths, 0))
    for path in (None, "/", "/x"):
        seen(f"trim {path}", lambda: x.fSTrim(path, 0))
    seen("file systems", x.fsInfo)
    seen("time", x.getTime)
    seen("set", lambda: x.setTime({"seconds": 5, "nseconds": 3}))
    seen("time", x.getTime)
    for flags in (0, 1, 2):
        seen(f"password {flags}", lambda: x.setUserPassword("root", "x", flags))
    for call in (x.injectNMI, lambda: x.injectNMI(1), x.hostname, lambda: x.guestInfo(), lambda: x.setGuestVcpus("1", 1),
                 lambda: x.agentSetResponseTimeout(5), lambda: x.authorizedSSHKeysGet("r"), lambda: x.authorizedSSHKeysSet("r", ["a"]),
                 lambda: x.pMSuspendForDuration(0, 0), lambda: x.pMWakeup(), lambda: x.startDirtyRateCalc(1),
                 lambda: x.setLaunchSecurityState({"sev-secret": "a", "sev-secret-header": "b"}), lambda: x.blockStatsFlags("vda", 0),
                 lambda: x.attachDevice("<disk/>"), lambda: x.attachDeviceFlags("<disk/>", 2), lambda: x.detachDevice("<disk/>"),
                 lambda: x.detachDeviceAlias("a"), lambda: x.updateDeviceFlags("<disk/>")):
        seen("guest", call)
    for codeset in range(11):
        seen(f"keys of {codeset}", lambda: x.sendKey(codeset, 0, [30], 1, 0))
        seen(f"keys of {codeset}", lambda: x.sendKey(codeset, 0, [1, 700], 2, 0))
    for arguments in ((1, 9), (2, 9), (1, 64), (1, 65), (0, 1), (-1, 1)):
        seen(f"signal {arguments}", lambda: x.sendProcessSignal(*arguments))


def many(conn, domains):
    def records(call):
        return sorted([[domain.name(), values] for domain, values in call()])

    for arguments in ((0, 0), (1, 0), (3, 0), (3, 1 << 31), (1, 2), (1, 1 << 20), (1 << 8, 0)):
        seen(f"all statistics {arguments}", lambda: records(lambda: conn.getAllDomainStats(*arguments)))
        seen(f"statistics {arguments}", lambda: records(lambda: conn.domainListGetStats(domains, *arguments)))
    seen("no domains", lambda: conn.domainListGetStats([], 1, 1))
    for arch in ("x86_64", "i686", "ppc64", "aarch64", "mips", "foo"):
        seen(f"models of {arch}", lambda: conn.getCPUModelNames(arch))
    seen("models 1", lambda: conn.getCPUModelNames("x86_64", 1))
    cpu = "<cpu><arch>x86_64</arch><model>Penryn</model></cpu>"
    for call in (lambda: conn.compareCPU(cpu, 0), lambda: conn.compareHypervisorCPU(None, None, None, None, cpu, 0),
                 lambda: conn.baselineHypervisorCPU(None, None, None, None, [cpu], 0), lambda: conn.allocPages({4: 1}, 0, 1),
                 conn.getMemoryParameters, conn.getSEVInfo, lambda: conn.suspendForDuration(0, 60)):
        seen("host", call)


def main():
    libvirt.registerErrorHandler(lambda *_: None, None)
    conn = libvirt.open(sys.argv[1])
    running, off = (conn.defineXML(XML.format(*names)) for names in (("big", 1), ("off", 2)))
    running.create()
    for domain in (conn.lookupByName("test"), running, off):
        for part in (parameters, devices, threads, guest):
            part(domain)
    many(conn, [running, off])
    if len(sys.argv) > 2:
        readonly = libvirt.openReadOnly(sys.argv[2])
        domain = readonly.lookupByName("test")
        for part in (parameters, devices, threads, guest):
            part(domain)
        many(readonly, [domain])


main()
