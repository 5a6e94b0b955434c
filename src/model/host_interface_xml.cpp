// SPDX-License-Identifier: LGPL-2.1-or-later
#include "model/host_interface.hpp"
#include "model/words.hpp"

namespace vireo::model {

using namespace xml;

namespace {

using H = HostInterface;
using T = H::Type;

constexpr auto types = names(T::ethernet, T::vlan, "ethernet", "bridge", "bond", "vlan");
constexpr auto starts = names(H::Start::onboot, H::Start::hotplug, "onboot", "none", "hotplug");
constexpr auto states = names(H::LinkState::absent, H::LinkState::up, "", "unknown", "notpresent", "down",
                              "lowerlayerdown", "testing", "dormant", "up");
constexpr auto families = names(H::Family::ipv4, H::Family::ipv6, "ipv4", "ipv6");
constexpr auto modes = names(H::BondMode::balance_rr, H::BondMode::balance_alb, "balance-rr", "active-backup",
                             "balance-xor", "broadcast", "802.3ad", "balance-tlb", "balance-alb");
constexpr auto carriers = names(H::Carrier::ioctl, H::Carrier::netif, "ioctl", "netif");
constexpr auto validations = names(H::Validate::none, H::Validate::all, "none", "active", "backup", "all");

void need(bool said, Reader& reader, Node element, std::string_view otherwise) {
  if (!said) reader.fail(VIR_ERR_XML_ERROR, element, otherwise);
}

void finish_protocol(H::Protocol& protocol, Node element, Reader& reader) {
  need(protocol.family != H::Family::absent, reader, element, "protocol misses the family attribute");
  std::erase_if(protocol.ips, [](const H::Ip& ip) { return ip.address.empty(); });
}

const Struct& protocol_struct() {
  using P = H::Protocol;
  static const Struct made = declare<P, finish_protocol>({
      attribute("family", &P::family, families).error(VIR_ERR_XML_ERROR, "unsupported protocol family '{}'"),
      present("autoconf", &P::autoconf).when(&P::family, H::Family::ipv6),
      element_if("dhcp", &P::dhcp, {attribute("peerdns", &P::peer_dns, yes_no)}),
      element("ip", &P::ips, {attribute("address", &H::Ip::address), attribute("prefix", &H::Ip::prefix)}),
      element<P>("route", {attribute("gateway", &P::gateway)}),
  });
  return made;
}

void finish_mii(H::MiiMonitor& monitor, Node element, Reader& reader) {
  need(monitor.frequency.has_value(), reader, element, "bond interface miimon freq missing or invalid");
}

const Struct& mii_struct() {
  using M = H::MiiMonitor;
  static const Struct made = declare<M, finish_mii>({
      attribute("freq", &M::frequency).lenient(),
      attribute("downdelay", &M::down_delay)
          .error(VIR_ERR_XML_ERROR, "bond interface miimon downdelay invalid: '{}'"),
      attribute("updelay", &M::up_delay)
          .error(VIR_ERR_XML_ERROR, "bond interface miimon updelay invalid: '{}'"),
      attribute("carrier", &M::carrier, carriers).error(VIR_ERR_XML_ERROR, "unknown mii bonding carrier {}"),
  });
  return made;
}

void finish_arp(H::ArpMonitor& monitor, Node element, Reader& reader) {
  need(monitor.interval.has_value(), reader, element, "bond interface arpmon interval missing or invalid");
  need(!monitor.target.empty(), reader, element, "bond interface arpmon target missing");
}

const Struct& arp_struct() {
  using A = H::ArpMonitor;
  static const Struct made = declare<A, finish_arp>({
      attribute("interval", &A::interval).lenient(),
      attribute("target", &A::target),
      attribute("validate", &A::validate, validations)
          .error(VIR_ERR_XML_ERROR, "unknown arp bonding validate {}"),
  });
  return made;
}

/// What the three places where an interface may stand have in common at their end.
void finish_any(H& interface, Node element, Reader& reader) {
  need(element.attribute("name"), reader, element, "interface has no name");
  if (interface.mii) interface.arp.reset();
  if (interface.type == T::bond)
    need(static_cast<bool>(element.child("bond")), reader, element, "bond interface misses the bond element");
  if (interface.type != T::vlan) return;
  need(static_cast<bool>(element.child("vlan")), reader, element, "vlan interface misses the vlan element");
  need(!interface.tag.empty(), reader, element, "vlan interface misses the tag attribute");
  need(!interface.device.empty(), reader, element, "vlan interface misses name attribute");
}

void finish_interface(H& interface, Node element, Reader& reader) {
  if (interface.type == T::bridge)
    need(static_cast<bool>(element.child("bridge")), reader, element,
         "bridge interface misses the bridge element");
  finish_any(interface, element, reader);
}

template <T... Allowed>
void finish_port(H& interface, Node element, Reader& reader) {
  need(((interface.type == Allowed) || ...), reader, element,
       fmt::format("interface has unsupported type '{}'", types.of(interface.type)));
  finish_any(interface, element, reader);
}

const Struct& identity_struct() {
  static const Struct made =
      declare<H>({attribute("type", &H::type, types).required(), attribute("name", &H::name).always()});
  return made;
}

const Struct& ethernet_struct() {
  static const Struct made = declare<H>({
      element<H>("link", {attribute("speed", &H::speed), attribute("state", &H::state, states).sparse()})
          .when(&H::type, T::ethernet),
      element<H>("mac", {attribute("address", &H::mac)}).when(&H::type, T::ethernet),
  });
  return made;
}

const Struct& bond_port_struct() {
  static const Struct made = declare<H, finish_port<T::ethernet>>(
      {include(self<H>, identity_struct), include(self<H>, ethernet_struct)});
  return made;
}

const Struct& port_kinds_struct() {
  static const Struct made = declare<H>({
      include(self<H>, ethernet_struct),
      element<H>("bond",
                 {attribute("mode", &H::mode, modes).error(VIR_ERR_XML_ERROR, "unknown bonding mode {}"),
                  element("miimon", &H::mii, mii_struct), element("arpmon", &H::arp, arp_struct),
                  element("interface", &H::ports, bond_port_struct).spread()})
          .spread()
          .when(&H::type, T::bond),
      element<H>("vlan",
                 {attribute("tag", &H::tag), element<H>("interface", {attribute("name", &H::device)})})
          .spread()
          .when(&H::type, T::vlan),
  });
  return made;
}

const Struct& bridge_port_struct() {
  static const Struct made = declare<H, finish_port<T::ethernet, T::bond, T::vlan>>(
      {include(self<H>, identity_struct), include(self<H>, port_kinds_struct)});
  return made;
}

const Struct& host_interface_struct() {
  static const Struct made = declare<H, finish_interface>({
      include(self<H>, identity_struct),
      element<H>(
          "start",
          {attribute("mode", &H::start, starts).error(VIR_ERR_XML_ERROR, "unknown interface startmode {}")}),
      element<H>("mtu", {attribute("size", &H::mtu)}),
      element("protocol", &H::protocols, protocol_struct).spread(),
      include(self<H>, port_kinds_struct),
      element<H>("bridge", {attribute("stp", &H::stp, on_off).lenient(), attribute("delay", &H::delay),
                            element("interface", &H::ports, bridge_port_struct).spread()})
          .spread()
          .when(&H::type, T::bridge),
  });
  return made;
}

}  // namespace

HostInterface parse_host_interface(std::string_view xml, const Unknown* unknown) {
  const auto document = Document::parse(xml, {}, VIR_FROM_INTERFACE);
  const auto root = document.root();
  if (std::string_view(root.name()) != "interface")
    throw error(VIR_ERR_XML_ERROR, VIR_FROM_XML, "expecting root element of 'interface', not '{}'",
                root.name());
  HostInterface interface;
  Reader reader({.error_domain = VIR_FROM_INTERFACE, .unknown = unknown});
  reader.read_into(host_interface_struct(), root, interface);
  return interface;
}

std::string format_host_interface(const HostInterface& interface) {
  Writer writer;
  writer.begin("interface");
  write_content(host_interface_struct(), &interface, writer, {});
  writer.open_content();
  writer.end("interface");
  return writer.take();
}

}  // namespace vireo::model
