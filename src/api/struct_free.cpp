// SPDX-License-Identifier: LGPL-2.1-or-later
// Freeing the structures that calls hand out.
#include <libvirt/libvirt.h>

#include <cstdlib>
#include <initializer_list>

extern "C" {

void virDomainFSInfoFree(virDomainFSInfoPtr info) {
  if (!info) return;
  for (size_t i = 0; i < info->ndevAlias; ++i) std::free(info->devAlias[i]);
  std::free(info->devAlias);
  std::free(info->mountpoint);
  std::free(info->name);
  std::free(info->fstype);
  std::free(info);
}

void virDomainIOThreadInfoFree(virDomainIOThreadInfoPtr info) {
  if (!info) return;
  std::free(info->cpumap);
  std::free(info);
}

void virDomainInterfaceFree(virDomainInterfacePtr iface) {
  if (!iface) return;
  for (unsigned i = 0; i < iface->naddrs; ++i) std::free(iface->addrs[i].addr);
  std::free(iface->addrs);
  std::free(iface->name);
  std::free(iface->hwaddr);
  std::free(iface);
}

void virDomainStatsRecordListFree(virDomainStatsRecordPtr* stats) {
  if (!stats) return;
  for (auto* record = stats; *record; ++record) {
    virTypedParamsFree((*record)->params, (*record)->nparams);
    virDomainFree((*record)->dom);
    std::free(*record);
  }
  std::free(stats);
}

void virNetworkDHCPLeaseFree(virNetworkDHCPLeasePtr lease) {
  if (!lease) return;
  for (char* text : {lease->iface, lease->mac, lease->iaid, lease->ipaddr, lease->hostname, lease->clientid})
    std::free(text);
  std::free(lease);
}
}
