// SPDX-License-Identifier: LGPL-2.1-or-later
// Networks: every declared field is read and written by the documents here, which come out unchanged. What
// is refused, and changes of parts, are compared with the incumbent in tests/system/test_networks.py.
#include <gtest/gtest.h>
#include <libvirt/libvirt.h>

#include <set>

#include "model/ip.hpp"
#include "model/network_xml.hpp"

namespace vireo::model {
namespace {

constexpr const char* documents[] = {
    R"(<network ipv6='yes' trustGuestRxFilters='no'>
  <name>everything</name>
  <uuid>6613d5dd-cb1c-493a-b1bc-0d1e08f99159</uuid>
  <metadata>
    <a:x xmlns:a="urn:a"/>
  </metadata>
  <forward dev='eth0' mode='nat'>
    <nat ipv6='yes'>
      <address start='10.20.30.40' end='10.20.30.44'/>
      <port start='60000' end='65432'/>
    </nat>
    <interface dev='eth0'/>
  </forward>
  <bridge name='virbr1' zone='public' stp='off' delay='4' macTableManager='libvirt'/>
  <mtu size='9000'/>
  <mac address='52:54:00:11:22:33'/>
  <domain name='example.com' localOnly='yes'/>
  <dns enable='yes' forwardPlainNames='no'>
    <forwarder domain='example.org' addr='8.8.8.8'/>
    <txt name='example' value='some text'/>
    <srv service='name' protocol='tcp' domain='d' target='.' port='1024' priority='10' weight='20'/>
    <host ip='192.168.122.2'>
      <hostname>myhost</hostname>
      <hostname>alias</hostname>
    </host>
  </dns>
  <vlan trunk='yes'>
    <tag id='42' nativeMode='untagged'/>
    <tag id='47'/>
  </vlan>
  <bandwidth>
    <inbound average='1000' peak='5000' burst='5120'/>
    <outbound average='128' peak='256' burst='256'/>
  </bandwidth>
  <port isolated='yes'/>
  <ip address='192.168.122.1' netmask='255.255.255.0' localPtr='yes'>
    <tftp root='/var/lib/tftp'/>
    <dhcp>
      <range start='192.168.122.2' end='192.168.122.254'>
        <lease expiry='1' unit='hours'/>
      </range>
      <host mac='00:16:3e:77:e2:ed' id='01:02' name='a.example.com' ip='192.168.122.10'>
        <lease expiry='0'/>
      </host>
      <bootp file='pxeboot.img' server='192.168.122.3'/>
    </dhcp>
  </ip>
  <ip family='ipv6' address='fd00::1' prefix='64'>
  </ip>
  <route address='10.0.0.0' netmask='255.0.0.0' gateway='192.168.122.9'/>
  <route family='ipv6' address='fd01::' prefix='64' gateway='fd00::2' metric='2'/>
  <virtualport type='openvswitch'>
    <parameters interfaceid='09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f' profileid='p'/>
  </virtualport>
  <portgroup name='bob' default='yes' trustGuestRxFilters='yes'>
    <vlan>
      <tag id='1'/>
    </vlan>
    <virtualport type='802.1Qbg'>
      <parameters managerid='11' typeid='1' typeidversion='2' instanceid='09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f'/>
    </virtualport>
    <bandwidth>
      <outbound average='3'/>
    </bandwidth>
  </portgroup>
</network>
)",
    R"(<network>
  <name>functions</name>
  <uuid>6613d5dd-cb1c-493a-b1bc-0d1e08f99159</uuid>
  <forward mode='hostdev' managed='yes'>
    <driver name='vfio'/>
    <pf dev='eth2'/>
  </forward>
</network>
)",
    R"(<network>
  <name>addresses</name>
  <uuid>6613d5dd-cb1c-493a-b1bc-0d1e08f99159</uuid>
  <forward mode='passthrough'>
    <address type='pci' domain='0x0000' bus='0x03' slot='0x00' function='0x1'/>
  </forward>
</network>
)",
    R"(<network>
  <name>bridged</name>
  <uuid>6613d5dd-cb1c-493a-b1bc-0d1e08f99159</uuid>
  <forward mode='bridge'/>
  <bridge name='br0'/>
</network>
)"};

TEST(Network, DocumentsComeOutUnchangedAndExerciseEveryField) {
  xml::Coverage coverage;
  const xml::Unknown unknown = [](const xml::UnknownPart& part) {
    ADD_FAILURE() << "unknown " << part.name << " in " << part.parent << " at " << part.position.line;
  };
  for (const char* document : documents) {
    const Network network = parse_network(document, {.unknown = &unknown, .coverage = &coverage});
    EXPECT_EQ(format_network(network, false, &coverage), document);
  }
  // Parts that interfaces share have their own test; what only a running network has is not read.
  const std::set<std::string> elsewhere = {"network/@connections"};
  xml::list(network_struct(), "network", [&](const xml::Listed& listed) {
    const xml::Item& item = *listed.item;
    if (elsewhere.contains(listed.path) || listed.path.find("/forward/address/") != std::string::npos) return;
    if (listed.path.ends_with("/@floor") || listed.path.ends_with("bridge/@delay")) return;
    const bool irregular = item.kind == xml::Item::Kind::irregular;
    EXPECT_TRUE(irregular || coverage.read.contains(&item)) << listed.path << " is not read";
    EXPECT_TRUE(coverage.written.contains(&item)) << listed.path << " is not written";
  });
}

/// "code domain", or "" when it is accepted.
template <class F>
std::string failure(F what) {
  try {
    what();
  } catch (const Error& error) {
    return fmt::format("{} {}", error.code(), error.domain());
  }
  return "";
}

TEST(Network, UpdateLeavesTheNetworkAloneWhenItFails) {
  Network network = parse_network(documents[0]);
  const Network before = network;
  const auto update = [&](unsigned command, unsigned section, const char* xml) {
    return failure([&] { update_network(network, command, section, -1, xml); });
  };
  EXPECT_EQ(update(VIR_NETWORK_UPDATE_COMMAND_ADD_LAST, VIR_NETWORK_SECTION_DNS_TXT,
                   "<txt name='example' value='x'/>"),
            "55 19");
  EXPECT_EQ(update(VIR_NETWORK_UPDATE_COMMAND_MODIFY, VIR_NETWORK_SECTION_DNS_TXT,
                   "<txt name='example' value='x'/>"),
            "84 19");
  EXPECT_EQ(update(VIR_NETWORK_UPDATE_COMMAND_DELETE, VIR_NETWORK_SECTION_BRIDGE, "<bridge/>"), "84 19");
  EXPECT_EQ(network, before);
  EXPECT_EQ(update(VIR_NETWORK_UPDATE_COMMAND_ADD_FIRST, VIR_NETWORK_SECTION_DNS_TXT,
                   "<txt name='first' value='x'/>"),
            "");
  EXPECT_EQ(network.dns.txts.front().name, "first");
}

TEST(Ip, ReadsNumbersOnlyAndKnowsNetworks) {
  const auto text = [](const char* from) {
    const auto ip = Ip::parse(from);
    return ip ? ip->to_string() : "none";
  };
  EXPECT_EQ(text("010.1"), "8.0.0.1");
  EXPECT_EQ(text("FD00:0:0::1"), "fd00::1");
  for (const char* wrong : {"", "x", "10.1.1.1 ", "10.1.1.256", "fd00::1/64"})
    EXPECT_EQ(text(wrong), "none") << wrong;
  EXPECT_EQ(Ip::parse("10.1.9.7")->network(20).to_string(), "10.1.0.0");
  EXPECT_EQ(Ip::parse("10.1.9.7")->broadcast(20).to_string(), "10.1.15.255");
  EXPECT_EQ(prefix_of_netmask(*Ip::parse("255.255.254.0")), 23u);
  EXPECT_EQ(prefix_of_netmask(*Ip::parse("255.0.255.0")), std::nullopt);
}

}  // namespace
}  // namespace vireo::model
