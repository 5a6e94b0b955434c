// SPDX-License-Identifier: LGPL-2.1-or-later
// Virtual networks of the test driver.
#pragma once

#include "driver/networks.hpp"
#include "drivers/test/network_store.hpp"

namespace vireo::test_driver {

class Networks final : public driver::Networks {
 public:
  explicit Networks(NetworkStore& store) : store_(store) {}

  Task<driver::List<std::string, 16384>> defined_names(std::int32_t max) override;
  Task<driver::List<std::string, 16384>> active_names(std::int32_t max) override;
  Task<std::int32_t> count_defined() override;
  Task<std::int32_t> count_active() override;
  Task<driver::Listing<driver::NetworkRef>> list(std::int32_t need_results, std::uint32_t flags) override;
  Task<driver::NetworkRef> lookup_by_name(std::string name) override;
  Task<driver::NetworkRef> lookup_by_uuid(Uuid uuid) override;

  Task<std::string> xml(driver::NetworkRef ref, std::uint32_t flags) override;
  Task<std::string> bridge_name(driver::NetworkRef ref) override;
  Task<std::int32_t> autostart(driver::NetworkRef ref) override;
  Task<std::int32_t> is_active(driver::NetworkRef ref) override;
  Task<std::int32_t> is_persistent(driver::NetworkRef ref) override;

  Task<driver::NetworkRef> define(std::string xml) override;
  Task<driver::NetworkRef> define_flags(std::string xml, std::uint32_t flags) override;
  Task<driver::NetworkRef> create_xml(std::string xml) override;
  Task<driver::NetworkRef> create_xml_flags(std::string xml, std::uint32_t flags) override;
  Task<void> create(driver::NetworkRef ref) override;
  Task<void> destroy(driver::NetworkRef ref) override;
  Task<void> undefine(driver::NetworkRef ref) override;
  Task<void> set_autostart(driver::NetworkRef ref, std::int32_t autostart) override;
  Task<void> update(driver::NetworkRef ref, std::uint32_t command, std::uint32_t section,
                    std::int32_t parent_index, std::string xml, std::uint32_t flags) override;

 private:
  driver::List<std::string, 16384> names(std::int32_t max, bool active);
  std::int32_t count(bool active);

  NetworkStore& store_;
};

}  // namespace vireo::test_driver
