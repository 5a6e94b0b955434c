// SPDX-License-Identifier: LGPL-2.1-or-later
// Devices of the pretended machine. What can be made and taken away is a virtual fibre channel host.
#pragma once

#include "driver/node_devices.hpp"
#include "drivers/test/host_objects.hpp"

namespace vireo::test_driver {

class NodeDevices final : public driver::NodeDevices {
 public:
  explicit NodeDevices(HostObjects& objects) : devices_(objects.devices) {}

  Task<std::int32_t> count(std::optional<std::string> cap, std::uint32_t flags) override;
  Task<driver::List<std::string, 65536>> names(std::optional<std::string> cap, std::int32_t maxnames,
                                               std::uint32_t flags) override;
  Task<driver::Listing<driver::NodeDeviceRef, 65536>> list(std::int32_t need_results,
                                                           std::uint32_t flags) override;
  Task<driver::NodeDeviceRef> lookup_by_name(std::string name) override;
  Task<std::string> xml(std::string name, std::uint32_t flags) override;
  Task<std::optional<std::string>> parent(std::string name) override;
  Task<std::int32_t> capability_count(std::string name) override;
  Task<driver::List<std::string, 65536>> capabilities(std::string name, std::int32_t maxnames) override;
  Task<driver::NodeDeviceRef> create_xml(std::string xml, std::uint32_t flags) override;
  Task<void> destroy(std::string name) override;

 private:
  const model::NodeDevice& find(const std::string& name) const;
  void check_parent(const model::NodeDevice& wanted) const;

  std::map<std::string, model::NodeDevice>& devices_;
};

}  // namespace vireo::test_driver
