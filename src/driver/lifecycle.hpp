// SPDX-License-Identifier: LGPL-2.1-or-later
// Capability Lifecycle: defining domains and moving them from state to state.
#pragma once

#include "base/task.hpp"
#include "driver/capability.hpp"
#include "driver/types.hpp"

namespace vireo::driver {

class Lifecycle : public Capability {
 public:
  using Capability::Capability;
  virtual Task<DomainRef> define(std::string xml) { return other<&Lifecycle::define>(xml); }
  virtual Task<DomainRef> define_flags(std::string xml, std::uint32_t flags /*virDomainDefineFlags*/) {
    return other<&Lifecycle::define_flags>(xml, flags);
  }
  virtual Task<void> undefine(DomainRef domain) { return other<&Lifecycle::undefine>(domain); }
  virtual Task<void> undefine_flags(DomainRef domain, std::uint32_t flags) {
    return other<&Lifecycle::undefine_flags>(domain, flags);
  }
  virtual Task<DomainRef> create_xml(std::string xml, std::uint32_t flags /*virDomainCreateFlags*/) {
    return other<&Lifecycle::create_xml>(xml, flags);
  }
  virtual Task<void> create(DomainRef domain) { return other<&Lifecycle::create>(domain); }
  virtual Task<DomainRef> create_flags(DomainRef domain, std::uint32_t flags) {
    return other<&Lifecycle::create_flags>(domain, flags);
  }
  virtual Task<void> suspend(DomainRef domain) { return other<&Lifecycle::suspend>(domain); }
  virtual Task<void> resume(DomainRef domain) { return other<&Lifecycle::resume>(domain); }
  virtual Task<void> shutdown(DomainRef domain) { return other<&Lifecycle::shutdown>(domain); }
  virtual Task<void> shutdown_flags(DomainRef domain, std::uint32_t flags) {
    return other<&Lifecycle::shutdown_flags>(domain, flags);
  }
  virtual Task<void> reboot(DomainRef domain, std::uint32_t flags) {
    return other<&Lifecycle::reboot>(domain, flags);
  }
  virtual Task<void> reset(DomainRef domain, std::uint32_t flags) {
    return other<&Lifecycle::reset>(domain, flags);
  }
  virtual Task<void> destroy(DomainRef domain) { return other<&Lifecycle::destroy>(domain); }
  virtual Task<void> destroy_flags(DomainRef domain, std::uint32_t flags) {
    return other<&Lifecycle::destroy_flags>(domain, flags);
  }
  virtual Task<void> set_autostart(DomainRef domain, std::int32_t autostart) {
    return other<&Lifecycle::set_autostart>(domain, autostart);
  }
  virtual Task<std::int32_t> rename(DomainRef domain, std::optional<std::string> name, std::uint32_t flags) {
    return other<&Lifecycle::rename>(domain, name, flags);
  }
};

}  // namespace vireo::driver
