// SPDX-License-Identifier: LGPL-2.1-or-later
// Capability Interfaces: the network interfaces of the host.
#pragma once

#include "driver/capability.hpp"
#include "driver/objects.hpp"

namespace vireo::driver {

class Interfaces : public Capability {
 public:
  using Capability::Capability;
  virtual Task<std::int32_t> count_active() { return other<&Interfaces::count_active>(); }
  virtual Task<List<std::string, 16384>> active_names(std::int32_t maxnames) {
    return other<&Interfaces::active_names>(maxnames);
  }
  virtual Task<InterfaceRef> lookup_by_name(std::string name) {
    return other<&Interfaces::lookup_by_name>(name);
  }
  virtual Task<InterfaceRef> lookup_by_mac(std::string mac) { return other<&Interfaces::lookup_by_mac>(mac); }
  virtual Task<std::string> xml(InterfaceRef iface, std::uint32_t flags) {
    return other<&Interfaces::xml>(iface, flags);
  }
  virtual Task<InterfaceRef> define(std::string xml, std::uint32_t flags) {
    return other<&Interfaces::define>(xml, flags);
  }
  virtual Task<void> undefine(InterfaceRef iface) { return other<&Interfaces::undefine>(iface); }
  virtual Task<void> create(InterfaceRef iface, std::uint32_t flags) {
    return other<&Interfaces::create>(iface, flags);
  }
  virtual Task<void> destroy(InterfaceRef iface, std::uint32_t flags) {
    return other<&Interfaces::destroy>(iface, flags);
  }
  virtual Task<std::int32_t> count_defined() { return other<&Interfaces::count_defined>(); }
  virtual Task<List<std::string, 16384>> defined_names(std::int32_t maxnames) {
    return other<&Interfaces::defined_names>(maxnames);
  }
  virtual Task<std::int32_t> is_active(InterfaceRef iface) { return other<&Interfaces::is_active>(iface); }
  virtual Task<void> change_begin(std::uint32_t flags) { return other<&Interfaces::change_begin>(flags); }
  virtual Task<void> change_commit(std::uint32_t flags) { return other<&Interfaces::change_commit>(flags); }
  virtual Task<void> change_rollback(std::uint32_t flags) {
    return other<&Interfaces::change_rollback>(flags);
  }
  virtual Task<Listing<InterfaceRef>> list(std::int32_t need_results, std::uint32_t flags) {
    return other<&Interfaces::list>(need_results, flags);
  }
};

}  // namespace vireo::driver
