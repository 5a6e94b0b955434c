// SPDX-License-Identifier: LGPL-2.1-or-later
// Capability Hotplug: adding, taking away and changing single devices of a domain.
#pragma once

#include "driver/capability.hpp"
#include "driver/objects.hpp"

namespace vireo::driver {

class Hotplug : public Capability {
 public:
  using Capability::Capability;
  virtual Task<void> attach_device(DomainRef domain, std::string xml) {
    return other<&Hotplug::attach_device>(domain, xml);
  }
  virtual Task<void> detach_device(DomainRef domain, std::string xml) {
    return other<&Hotplug::detach_device>(domain, xml);
  }
  virtual Task<void> attach_device_flags(DomainRef domain, std::string xml, std::uint32_t flags) {
    return other<&Hotplug::attach_device_flags>(domain, xml, flags);
  }
  virtual Task<void> detach_device_flags(DomainRef domain, std::string xml, std::uint32_t flags) {
    return other<&Hotplug::detach_device_flags>(domain, xml, flags);
  }
  virtual Task<void> update_device_flags(DomainRef domain, std::string xml, std::uint32_t flags) {
    return other<&Hotplug::update_device_flags>(domain, xml, flags);
  }
  virtual Task<void> detach_device_alias(DomainRef domain, std::string alias, std::uint32_t flags) {
    return other<&Hotplug::detach_device_alias>(domain, alias, flags);
  }
};

}  // namespace vireo::driver
