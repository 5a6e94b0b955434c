// SPDX-License-Identifier: LGPL-2.1-or-later
// The interfaces and devices of the machine behind test:///default.
#include "drivers/test/host_objects.hpp"

namespace vireo::test_driver {

namespace {

constexpr auto ethernet = R"(
<interface type='ethernet' name='eth1'>
  <start mode='onboot'/>
  <mtu size='1492'/>
  <protocol family='ipv4'>
    <ip address='192.168.0.5' prefix='24'/>
    <route gateway='192.168.0.1'/>
  </protocol>
  <mac address='aa:bb:cc:dd:ee:ff'/>
</interface>)";

constexpr auto computer = R"(
<device>
  <name>computer</name>
  <capability type='system'>
    <hardware>
      <vendor>Libvirt</vendor>
      <version>Test driver</version>
      <serial>123456</serial>
      <uuid>11111111-2222-3333-4444-555555555555</uuid>
    </hardware>
    <firmware>
      <vendor>Libvirt</vendor>
      <version>Test Driver</version>
      <release_date>01/22/2007</release_date>
    </firmware>
  </capability>
</device>)";

/// A fibre channel host; 11 is a virtual one that 1 made.
model::NodeDevice fibre_host(unsigned number, const std::string& parent, const std::string& wwn,
                             const std::string& fabric, unsigned unique_id) {
  model::NodeDevice device;
  device.name = "scsi_host" + std::to_string(number);
  device.parent = parent;
  auto& capability = device.capabilities.emplace_back();
  capability.type = model::NodeCapability::Type::scsi_host;
  auto& host = capability.scsi_host;
  host.host = number;
  host.unique_id = unique_id;
  host.fibre = true;
  host.wwnn = "20000000" + wwn;
  host.wwpn = "10000000" + wwn;
  host.fabric_wwn = "20000000" + fabric;
  host.vports = parent == "computer";
  return device;
}

}  // namespace

HostDefinition default_host() {
  HostDefinition host;
  host.interfaces.push_back(model::parse_host_interface(ethernet));
  host.devices.push_back(model::parse_node_device(computer));
  host.devices.push_back(fibre_host(1, "computer", "12341234", "43214321", 0));
  host.devices.push_back(fibre_host(2, "computer", "56785678", "87658765", 1));
  host.devices.push_back(fibre_host(11, "scsi_host1", "34563456", "43214321", 10));
  return host;
}

HostObjects HostDefinition::objects() const {
  HostObjects made;
  for (const auto& interface : interfaces) made.interfaces[interface.name] = {interface, true};
  for (const auto& device : devices) made.devices[device.name] = device;
  return made;
}

}  // namespace vireo::test_driver
