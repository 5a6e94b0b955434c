// SPDX-License-Identifier: LGPL-2.1-or-later
// The machine behind test:///default. Programs' own test suites know its numbers by heart.
#include "drivers/test/node.hpp"
#include "model/network_xml.hpp"
#include "model/pool_xml.hpp"

namespace vireo::test_driver {

namespace {

constexpr auto default_domain = R"(
<domain type='test'>
  <name>test</name>
  <uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid>
  <memory unit='KiB'>8388608</memory>
  <currentMemory unit='KiB'>2097152</currentMemory>
  <vcpu>2</vcpu>
  <os><type>hvm</type></os>
  <devices>
    <disk type='file' device='disk'>
      <source file='/guest/diskimage1'/>
      <target dev='vda' bus='virtio'/>
      <address type='pci' domain='0x0000' bus='0x01' slot='0x00' function='0x0'/>
    </disk>
    <interface type='network'>
      <mac address='aa:bb:cc:dd:ee:ff'/>
      <source network='default'/>
      <target dev='testnet0'/>
      <address type='pci' domain='0x0000' bus='0x00' slot='0x01' function='0x0'/>
    </interface>
    <memballoon model='virtio'>
      <address type='pci' domain='0x0000' bus='0x00' slot='0x02' function='0x0'/>
    </memballoon>
  </devices>
</domain>)";

constexpr auto default_network = R"(
<network>
  <name>default</name>
  <uuid>dd8fe884-6c02-601e-7551-cca97df1c5df</uuid>
  <bridge name='virbr0'/>
  <forward/>
  <ip address='192.168.122.1' netmask='255.255.255.0'>
    <dhcp><range start='192.168.122.2' end='192.168.122.254'/></dhcp>
  </ip>
</network>)";

constexpr auto default_pool = R"(
<pool type='dir'>
  <name>default-pool</name>
  <uuid>dfe224cb-28fb-8dd0-c4b2-64eb3f0f4566</uuid>
  <target><path>/default-pool</path></target>
</pool>)";

}  // namespace

NodeDefinition default_node() {
  NodeDefinition definition;
  definition.node.cells = {{.memory = 2097152, .free = 1048576, .page = 4, .pages = 524288},
                           {.memory = 4194304, .free = 2097152, .page = 8, .pages = 524288}};
  definition.domains.push_back({.definition = parse_definition(default_domain)});
  definition.host = default_host();
  definition.networks.push_back(model::parse_network(default_network));
  definition.pools.push_back({.definition = model::parse_pool(default_pool)});
  return definition;
}

}  // namespace vireo::test_driver
