// SPDX-License-Identifier: LGPL-2.1-or-later
// Capability NodeDevices: the devices of the host.
#pragma once

#include "driver/capability.hpp"
#include "driver/objects.hpp"

namespace vireo::driver {

class NodeDevices : public Capability {
 public:
  using Capability::Capability;
  virtual Task<std::int32_t> count(std::optional<std::string> cap, std::uint32_t flags) {
    return other<&NodeDevices::count>(cap, flags);
  }
  virtual Task<List<std::string, 65536>> names(std::optional<std::string> cap, std::int32_t maxnames,
                                               std::uint32_t flags) {
    return other<&NodeDevices::names>(cap, maxnames, flags);
  }
  virtual Task<NodeDeviceRef> lookup_by_name(std::string name) {
    return other<&NodeDevices::lookup_by_name>(name);
  }
  virtual Task<std::string> xml(std::string name, std::uint32_t flags) {
    return other<&NodeDevices::xml>(name, flags);
  }
  virtual Task<std::optional<std::string>> parent(std::string name) {
    return other<&NodeDevices::parent>(name);
  }
  virtual Task<std::int32_t> capability_count(std::string name) {
    return other<&NodeDevices::capability_count>(name);
  }
  virtual Task<List<std::string, 65536>> capabilities(std::string name, std::int32_t maxnames) {
    return other<&NodeDevices::capabilities>(name, maxnames);
  }
  virtual Task<void> detach(std::string name) { return other<&NodeDevices::detach>(name); }
  virtual Task<void> re_attach(std::string name) { return other<&NodeDevices::re_attach>(name); }
  virtual Task<void> reset(std::string name) { return other<&NodeDevices::reset>(name); }
  virtual Task<NodeDeviceRef> create_xml(std::string xml, std::uint32_t flags) {
    return other<&NodeDevices::create_xml>(xml, flags);
  }
  virtual Task<void> destroy(std::string name) { return other<&NodeDevices::destroy>(name); }
  virtual Task<Listing<NodeDeviceRef, 65536>> list(std::int32_t need_results, std::uint32_t flags) {
    return other<&NodeDevices::list>(need_results, flags);
  }
  virtual Task<NodeDeviceRef> lookup_scsi_host_by_wwn(std::string wwnn, std::string wwpn,
                                                      std::uint32_t flags) {
    return other<&NodeDevices::lookup_scsi_host_by_wwn>(wwnn, wwpn, flags);
  }
  virtual Task<void> detach_flags(std::string name, std::optional<std::string> driver_name,
                                  std::uint32_t flags) {
    return other<&NodeDevices::detach_flags>(name, driver_name, flags);
  }
  virtual Task<NodeDeviceRef> define(std::string xml, std::uint32_t flags) {
    return other<&NodeDevices::define>(xml, flags);
  }
  virtual Task<void> undefine(std::string name, std::uint32_t flags) {
    return other<&NodeDevices::undefine>(name, flags);
  }
  virtual Task<void> create(std::string name, std::uint32_t flags) {
    return other<&NodeDevices::create>(name, flags);
  }
  virtual Task<std::int32_t> autostart(std::string name) { return other<&NodeDevices::autostart>(name); }
  virtual Task<void> set_autostart(std::string name, std::int32_t autostart) {
    return other<&NodeDevices::set_autostart>(name, autostart);
  }
  virtual Task<std::int32_t> is_persistent(std::string name) {
    return other<&NodeDevices::is_persistent>(name);
  }
  virtual Task<std::int32_t> is_active(std::string name) { return other<&NodeDevices::is_active>(name); }
};

}  // namespace vireo::driver
