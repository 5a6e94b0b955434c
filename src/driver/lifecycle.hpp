// SPDX-License-Identifier: LGPL-2.1-or-later
// Capability Lifecycle: defining domains and moving them from state to state.
#pragma once

#include "base/task.hpp"
#include "driver/types.hpp"
#include "driver/unsupported.hpp"

namespace vireo::driver {

class Lifecycle {
 public:
  virtual ~Lifecycle() = default;
  virtual Task<DomainRef> define(std::string /*xml*/) { unsupported(); }
  virtual Task<DomainRef> define_flags(std::string /*xml*/, std::uint32_t /*flags: virDomainDefineFlags*/) {
    unsupported();
  }
  virtual Task<void> undefine(DomainRef) { unsupported(); }
  virtual Task<void> undefine_flags(DomainRef, std::uint32_t /*flags*/) { unsupported(); }
  virtual Task<DomainRef> create_xml(std::string /*xml*/, std::uint32_t /*flags: virDomainCreateFlags*/) {
    unsupported();
  }
  virtual Task<void> create(DomainRef) { unsupported(); }
  virtual Task<DomainRef> create_flags(DomainRef, std::uint32_t /*flags*/) { unsupported(); }
  virtual Task<void> suspend(DomainRef) { unsupported(); }
  virtual Task<void> resume(DomainRef) { unsupported(); }
  virtual Task<void> shutdown(DomainRef) { unsupported(); }
  virtual Task<void> shutdown_flags(DomainRef, std::uint32_t /*flags*/) { unsupported(); }
  virtual Task<void> reboot(DomainRef, std::uint32_t /*flags*/) { unsupported(); }
  virtual Task<void> reset(DomainRef, std::uint32_t /*flags*/) { unsupported(); }
  virtual Task<void> destroy(DomainRef) { unsupported(); }
  virtual Task<void> destroy_flags(DomainRef, std::uint32_t /*flags*/) { unsupported(); }
  virtual Task<void> set_autostart(DomainRef, std::int32_t /*autostart*/) { unsupported(); }
  virtual Task<std::int32_t> rename(DomainRef, std::optional<std::string> /*name*/, std::uint32_t /*flags*/) {
    unsupported();
  }
};

}  // namespace vireo::driver
