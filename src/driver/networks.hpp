// SPDX-License-Identifier: LGPL-2.1-or-later
// Capability Networks: virtual networks.
#pragma once

#include "driver/capability.hpp"
#include "driver/objects.hpp"

namespace vireo::driver {

struct DhcpLease {
  std::string interface;
  std::int64_t expiry = 0;  ///< seconds since the epoch
  std::int32_t type = 0;    ///< virIPAddrType
  std::optional<std::string> mac;
  std::optional<std::string> iaid;
  std::string address;
  std::uint32_t prefix = 0;
  std::optional<std::string> hostname;
  std::optional<std::string> client_id;
};

class Networks : public Capability {
 public:
  using Capability::Capability;
  virtual Task<List<std::string, 16384>> defined_names(std::int32_t maxnames) {
    return other<&Networks::defined_names>(maxnames);
  }
  virtual Task<List<std::string, 16384>> active_names(std::int32_t maxnames) {
    return other<&Networks::active_names>(maxnames);
  }
  virtual Task<void> create(NetworkRef network) { return other<&Networks::create>(network); }
  virtual Task<NetworkRef> create_xml(std::string xml) { return other<&Networks::create_xml>(xml); }
  virtual Task<NetworkRef> define(std::string xml) { return other<&Networks::define>(xml); }
  virtual Task<void> destroy(NetworkRef network) { return other<&Networks::destroy>(network); }
  virtual Task<std::string> xml(NetworkRef network, std::uint32_t flags) {
    return other<&Networks::xml>(network, flags);
  }
  virtual Task<std::int32_t> autostart(NetworkRef network) { return other<&Networks::autostart>(network); }
  virtual Task<std::string> bridge_name(NetworkRef network) { return other<&Networks::bridge_name>(network); }
  virtual Task<NetworkRef> lookup_by_name(std::string name) { return other<&Networks::lookup_by_name>(name); }
  virtual Task<NetworkRef> lookup_by_uuid(Uuid uuid) { return other<&Networks::lookup_by_uuid>(uuid); }
  virtual Task<void> set_autostart(NetworkRef network, std::int32_t autostart) {
    return other<&Networks::set_autostart>(network, autostart);
  }
  virtual Task<void> undefine(NetworkRef network) { return other<&Networks::undefine>(network); }
  virtual Task<std::int32_t> count_defined() { return other<&Networks::count_defined>(); }
  virtual Task<std::int32_t> count_active() { return other<&Networks::count_active>(); }
  virtual Task<std::int32_t> is_active(NetworkRef network) { return other<&Networks::is_active>(network); }
  virtual Task<std::int32_t> is_persistent(NetworkRef network) {
    return other<&Networks::is_persistent>(network);
  }
  virtual Task<Listing<NetworkRef>> list(std::int32_t need_results, std::uint32_t flags) {
    return other<&Networks::list>(need_results, flags);
  }
  virtual Task<void> update(NetworkRef network, std::uint32_t command, std::uint32_t section,
                            std::int32_t parent_index, std::string xml, std::uint32_t flags) {
    return other<&Networks::update>(network, command, section, parent_index, xml, flags);
  }
  virtual Task<Listing<DhcpLease, 65536>> dhcp_leases(NetworkRef network, std::optional<std::string> mac,
                                                      std::int32_t need_results, std::uint32_t flags) {
    return other<&Networks::dhcp_leases>(network, mac, need_results, flags);
  }
  virtual Task<NetworkRef> define_flags(std::string xml, std::uint32_t flags) {
    return other<&Networks::define_flags>(xml, flags);
  }
  virtual Task<NetworkRef> create_xml_flags(std::string xml, std::uint32_t flags) {
    return other<&Networks::create_xml_flags>(xml, flags);
  }
};

}  // namespace vireo::driver
