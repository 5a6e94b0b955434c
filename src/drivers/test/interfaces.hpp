// SPDX-License-Identifier: LGPL-2.1-or-later
// Network interfaces of the pretended machine.
#pragma once

#include "driver/interfaces.hpp"
#include "drivers/test/host_objects.hpp"

namespace vireo::test_driver {

class Interfaces final : public driver::Interfaces {
 public:
  explicit Interfaces(HostObjects& objects) : objects_(objects) {}

  Task<std::int32_t> count_active() override;
  Task<driver::List<std::string, 16384>> active_names(std::int32_t maxnames) override;
  Task<std::int32_t> count_defined() override;
  Task<driver::List<std::string, 16384>> defined_names(std::int32_t maxnames) override;
  Task<driver::Listing<driver::InterfaceRef>> list(std::int32_t need_results, std::uint32_t flags) override;
  Task<driver::InterfaceRef> lookup_by_name(std::string name) override;
  Task<driver::InterfaceRef> lookup_by_mac(std::string mac) override;
  Task<std::string> xml(driver::InterfaceRef iface, std::uint32_t flags) override;
  Task<std::int32_t> is_active(driver::InterfaceRef iface) override;
  Task<driver::InterfaceRef> define(std::string xml, std::uint32_t flags) override;
  Task<void> undefine(driver::InterfaceRef iface) override;
  Task<void> create(driver::InterfaceRef iface, std::uint32_t flags) override;
  Task<void> destroy(driver::InterfaceRef iface, std::uint32_t flags) override;
  Task<void> change_begin(std::uint32_t flags) override;
  Task<void> change_commit(std::uint32_t flags) override;
  Task<void> change_rollback(std::uint32_t flags) override;

 private:
  HostInterface& find(const std::string& name);
  std::int32_t count(bool active) const;
  driver::List<std::string, 16384> names(bool active, std::int32_t max) const;
  void set_active(const std::string& name, bool active);

  HostObjects& objects_;
};

}  // namespace vireo::test_driver
