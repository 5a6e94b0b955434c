// SPDX-License-Identifier: LGPL-2.1-or-later
// The names under which errors are printed: programs and people search logs for them.
#include "api/error_state.hpp"

namespace vireo::api {

namespace {
struct DomainName {
  int domain;
  const char* name;
};
constexpr DomainName names[] = {
    {VIR_FROM_NONE, ""},
    {VIR_FROM_XEN, "Xen Driver"},
    {VIR_FROM_XEND, "Xen Daemon"},
    {VIR_FROM_XENSTORE, "Xen Store"},
    {VIR_FROM_SEXPR, "S-Expression"},
    {VIR_FROM_XML, "XML Util"},
    {VIR_FROM_DOM, "Domain"},
    {VIR_FROM_RPC, "XML-RPC"},
    {VIR_FROM_PROXY, "Proxy Daemon"},
    {VIR_FROM_CONF, "Config File"},
    {VIR_FROM_QEMU, "QEMU Driver"},
    {VIR_FROM_NET, "Network"},
    {VIR_FROM_TEST, "Test Driver"},
    {VIR_FROM_REMOTE, "Remote Driver"},
    {VIR_FROM_OPENVZ, "OpenVZ Driver"},
    {VIR_FROM_XENXM, "Xen XM Driver"},
    {VIR_FROM_STATS_LINUX, "Linux Statistics"},
    {VIR_FROM_LXC, "LXC Driver"},
    {VIR_FROM_STORAGE, "Storage Driver"},
    {VIR_FROM_NETWORK, "Network Driver"},
    {VIR_FROM_DOMAIN, "Domain Config"},
    {VIR_FROM_UML, "User Mode Linux Driver"},
    {VIR_FROM_NODEDEV, "Node Device Driver"},
    {VIR_FROM_XEN_INOTIFY, "Xen Inotify Driver"},
    {VIR_FROM_SECURITY, "Security Driver"},
    {VIR_FROM_VBOX, "VirtualBox Driver"},
    {VIR_FROM_INTERFACE, "Network Interface Driver"},
    {VIR_FROM_ONE, "Open Nebula Driver"},
    {VIR_FROM_ESX, "ESX Driver"},
    {VIR_FROM_PHYP, "Power Hypervisor Driver"},
    {VIR_FROM_SECRET, "Secrets Driver"},
    {VIR_FROM_CPU, "CPU Driver"},
    {VIR_FROM_XENAPI, "XenAPI Driver"},
    {VIR_FROM_NWFILTER, "Network Filter Driver"},
    {VIR_FROM_HOOK, "Lifecycle Hook"},
    {VIR_FROM_DOMAIN_SNAPSHOT, "Domain Snapshot"},
    {VIR_FROM_AUDIT, "Audit Utils"},
    {VIR_FROM_SYSINFO, "Sysinfo Utils"},
    {VIR_FROM_STREAMS, "I/O Stream Utils"},
    {VIR_FROM_VMWARE, "VMware Driver"},
    {VIR_FROM_EVENT, "Event Loop"},
    {VIR_FROM_LIBXL, "Xen Light Driver"},
    {VIR_FROM_LOCKING, "Lock Driver"},
    {VIR_FROM_HYPERV, "Hyper-V Driver"},
    {VIR_FROM_CAPABILITIES, "Capabilities Utils"},
    {VIR_FROM_URI, "URI Utils"},
    {VIR_FROM_AUTH, "Authentication Utils"},
    {VIR_FROM_DBUS, "DBus Utils"},
    {VIR_FROM_PARALLELS, "Parallels Cloud Server"},
    {VIR_FROM_DEVICE, "Device Config"},
    {VIR_FROM_SSH, "SSH transport layer"},
    {VIR_FROM_LOCKSPACE, "Lock Space"},
    {VIR_FROM_INITCTL, "Init control"},
    {VIR_FROM_IDENTITY, "Identity"},
    {VIR_FROM_CGROUP, "Cgroup"},
    {VIR_FROM_ACCESS, "Access Manager"},
    {VIR_FROM_SYSTEMD, "Systemd"},
    {VIR_FROM_BHYVE, "Bhyve"},
    {VIR_FROM_CRYPTO, "Crypto"},
    {VIR_FROM_FIREWALL, "Firewall"},
    {VIR_FROM_POLKIT, "Polkit"},
    {VIR_FROM_THREAD, "Thread jobs"},
    {VIR_FROM_ADMIN, "Admin Interface"},
    {VIR_FROM_LOGGING, "Log Manager"},
    {VIR_FROM_XENXL, "Xen XL Config"},
    {VIR_FROM_PERF, "Perf"},
    {VIR_FROM_LIBSSH, "Libssh transport layer"},
    {VIR_FROM_RESCTRL, "Resource control"},
    {VIR_FROM_FIREWALLD, "FirewallD"},
    {VIR_FROM_DOMAIN_CHECKPOINT, "Domain Checkpoint"},
    {VIR_FROM_TPM, "TPM"},
    {VIR_FROM_BPF, "BPF"},
    {VIR_FROM_CH, "Cloud-Hypervisor Driver"},
};
}  // namespace

const char* error_domain_name(int domain) noexcept {
  for (const auto& row : names)
    if (row.domain == domain) return row.name;
  return "Unknown";
}

}  // namespace vireo::api
