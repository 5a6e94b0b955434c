// SPDX-License-Identifier: LGPL-2.1-or-later
// The addresses a virtual network has leased out.
#include <memory>

#include "api/object_calls.hpp"
#include "driver/networks.hpp"

using namespace vireo::api;
using vireo::driver::DhcpLease;
using vireo::driver::Networks;

namespace {

char* optional_c_string(const std::optional<std::string>& text) { return text ? c_string(*text) : nullptr; }

/// Freed with virNetworkDHCPLeaseFree.
virNetworkDHCPLeasePtr c_lease(const DhcpLease& lease) {
  std::unique_ptr<virNetworkDHCPLease, decltype(&virNetworkDHCPLeaseFree)> made(
      static_cast<virNetworkDHCPLeasePtr>(std::calloc(1, sizeof(virNetworkDHCPLease))),
      virNetworkDHCPLeaseFree);
  if (!made) throw std::bad_alloc();
  made->iface = c_string(lease.interface);
  made->expirytime = lease.expiry;
  made->type = lease.type;
  made->mac = optional_c_string(lease.mac);
  made->iaid = optional_c_string(lease.iaid);
  made->ipaddr = c_string(lease.address);
  made->prefix = lease.prefix;
  made->hostname = optional_c_string(lease.hostname);
  made->clientid = optional_c_string(lease.client_id);
  return made.release();
}

}  // namespace

extern "C" {

int virNetworkGetDHCPLeases(virNetworkPtr network, const char* mac, virNetworkDHCPLeasePtr** leases,
                            unsigned int flags) {
  return call(network, Access::read, [=](auto& self) {
    if (leases) *leases = nullptr;
    auto found = self.template run<&Networks::dhcp_leases>(optional_text(mac), leases != nullptr, flags);
    if (!leases) return static_cast<int>(found.count);
    *leases = handle_array<virNetworkDHCPLease>(found.items, c_lease);
    return static_cast<int>(found.items.size());
  });
}
}
