// SPDX-License-Identifier: LGPL-2.1-or-later
// <network>.
#include "model/network_xml.hpp"

#include "model/network_words.hpp"
#include "model/words.hpp"
#include "xml/foreign.hpp"

namespace vireo::model {

using namespace xml;

namespace {

using N = Network;
using Mode = NetworkForward::Mode;

constexpr auto mac_tables =
    names(NetworkBridge::MacTable::kernel, NetworkBridge::MacTable::libvirt, "kernel", "libvirt");

void read_metadata(N& network, Node element, Reader&) {
  if (network.metadata.xml.empty()) network.metadata.xml = keep_foreign(element);
}

void write_metadata(const N& network, Writer& writer, const WriteOptions&) {
  if (!network.metadata.xml.empty()) write_foreign(network.metadata.xml, writer);
}

void check_name(const N& network, Node element) {
  if (network.name.empty()) throw Error(VIR_ERR_NO_NAME, VIR_FROM_NETWORK, "");
  if (network.name.find('/') != network.name.npos)
    throw error(VIR_ERR_XML_DETAIL, VIR_FROM_XML, "invalid char in name: /{}", element.where());
}

/// What a bridge may say depends on whether the host routes for the network.
void check_bridge(N& network) {
  NetworkBridge& bridge = network.bridge;
  if (network.forward.is_routed()) {
    if (bridge.stp == Switch::absent) bridge.stp = Switch::yes;
    return;
  }
  const auto mode = name_of(network.forward.mode);
  if (network.forward.mode != Mode::bridge && !bridge.name.empty())
    throw network_error(VIR_ERR_XML_ERROR, "bridge name not allowed in {} mode (network '{}')", mode,
                        network.name);
  if (network.forward.mode != Mode::bridge && bridge.mac_table != NetworkBridge::MacTable::absent)
    throw network_error(VIR_ERR_XML_ERROR,
                        "bridge macTableManager setting not allowed in {} mode (network '{}')", mode,
                        network.name);
  if (bridge.delay != 0 || bridge.stp != Switch::absent || !bridge.zone.empty())
    throw network_error(VIR_ERR_XML_ERROR,
                        "bridge delay/stp/zone options only allowed in route, nat, and isolated mode, not in "
                        "{} (network '{}')",
                        mode, network.name);
  if (!bridge.name.empty() &&
      (!network.forward.interfaces.empty() || !network.forward.physical_functions.empty()))
    throw network_error(VIR_ERR_XML_ERROR,
                        "A network with forward mode='{}' can specify a bridge name or a forward dev, but "
                        "not both (network '{}')",
                        mode, network.name);
  if (network.mtu != 0)
    throw network_error(
        VIR_ERR_XML_ERROR,
        "mtu size only allowed in open, route, nat, and isolated mode, not in {} (network '{}')", mode,
        network.name);
}

void check_routing(const N& network) {
  const NetworkForward& forward = network.forward;
  if (!forward.is_routed() || forward.mode == Mode::none) return;
  const auto mode = name_of(forward.mode);
  if (network.ips.empty())
    throw network_error(VIR_ERR_XML_ERROR,
                        "{} forwarding requested, but no IP address provided for network '{}'", mode,
                        network.name);
  if (forward.mode == Mode::open && !forward.interfaces.empty())
    throw network_error(VIR_ERR_XML_ERROR,
                        "forward dev not allowed for network '{}' with forward mode='open'", network.name);
  if (forward.interfaces.size() > 1)
    throw network_error(VIR_ERR_XML_ERROR,
                        "multiple forwarding interfaces specified for network '{}', only one is supported",
                        network.name);
}

void check_links(N& network) {
  if (network.bandwidth && network.bandwidth->inbound && network.bandwidth->inbound->floor != 0)
    throw error(VIR_ERR_CONFIG_UNSUPPORTED, VIR_FROM_NONE,
                "floor attribute is not supported for this config");
  if (network.bandwidth && !network.bandwidth->inbound && !network.bandwidth->outbound)
    network.bandwidth.reset();
  if (network.virtual_port && network.virtual_port->type == VirtualPort::Type::absent)
    throw error(VIR_ERR_XML_ERROR, VIR_FROM_NONE, "missing required virtualport type");
  for (PortGroup& group : network.port_groups) check_port_group(group);
}

void finish(N& network, Node element, Reader&) {
  check_name(network, element);
  if (network.ipv6 == Switch::no) network.ipv6 = Switch::absent;
  if (!network.domain) network.domain_local_only = Switch::absent;
  if (network.mac && network.mac->is_nil()) network.mac.reset();
  if (network.mac && network.mac->is_multicast())
    throw network_error(VIR_ERR_XML_ERROR, "Invalid multicast bridge mac address '{}' in network '{}'",
                        network.mac->to_string(), network.name);
  check_links(network);
  check_dns(network.dns, network.name);
  for (NetworkIp& ip : network.ips) check_ip(ip, network.name);
  for (IpRoute& route : network.routes) check_route(route, network.name);
  for (const IpRoute& route : network.routes) check_reachable(route, network);
  check_forward(network.forward, network.name);
  check_routing(network);
  check_bridge(network);
  if (network.uuid.is_nil()) network.uuid = Uuid::generate();
}

Row<N> bridge_row() {
  const auto mode = in(&N::forward, &NetworkForward::mode);
  return element<N>(
      "bridge", {attribute("name", in(&N::bridge, &NetworkBridge::name)),
                 attribute("zone", in(&N::bridge, &NetworkBridge::zone)),
                 attribute("stp", in(&N::bridge, &NetworkBridge::stp), on_off).lenient(),
                 attribute("delay", in(&N::bridge, &NetworkBridge::delay))
                     .always()
                     .when(mode, Mode::none, Mode::nat, Mode::route, Mode::open)
                     .error(VIR_ERR_XML_ERROR, "Invalid delay value '{}'"),
                 attribute("delay", in(&N::bridge, &NetworkBridge::delay))
                     .when(mode, Mode::bridge, Mode::private_, Mode::vepa, Mode::passthrough, Mode::hostdev)
                     .error(VIR_ERR_XML_ERROR, "Invalid delay value '{}'"),
                 attribute("macTableManager", in(&N::bridge, &NetworkBridge::mac_table), mac_tables)
                     .error(VIR_ERR_XML_ERROR, "Invalid macTableManager setting '{}'")});
}

}  // namespace

const Struct& network_struct() {
  static const Struct made = declare<N, finish>({
      attribute("connections", &N::connections).live(),
      attribute("ipv6", &N::ipv6, yes_no).error(VIR_ERR_XML_ERROR, "Invalid ipv6 setting '{}'"),
      attribute("trustGuestRxFilters", &N::trust_guest_rx_filters, yes_no),
      value("name", &N::name),
      element<N>("uuid", {text(&N::uuid).error(VIR_ERR_INTERNAL_ERROR, "malformed uuid element '{}'")}),
      irregular<N, read_metadata, write_metadata>("metadata"),
      element("forward", &N::forward, forward_struct),
      bridge_row(),
      element<N>("mtu", {attribute("size", &N::mtu).error(VIR_ERR_XML_ERROR, "Invalid mtu size '{}'")}),
      element("mac", &N::mac,
              {attribute("address", self<Mac>).error(VIR_ERR_XML_ERROR, "Invalid bridge mac address '{}'")}),
      element<N>("domain",
                 {attribute("name", &N::domain), attribute("localOnly", &N::domain_local_only, yes_no)}),
      element("dns", &N::dns, dns_struct),
      element("vlan", &N::vlan, vlan_struct),
      element("bandwidth", &N::bandwidth, bandwidth_struct),
      element<N>("port", {attribute("isolated", &N::isolated, yes_no)}),
      element("ip", &N::ips, network_ip_struct).spread(),
      element("route", &N::routes, route_struct),
      element("virtualport", &N::virtual_port, virtual_port_struct),
      element("portgroup", &N::port_groups, port_group_struct).spread(),
  });
  return made;
}

Network read_network(Node element, const NetworkParseOptions& options) {
  if (std::string_view(element.name()) != "network")
    throw error(VIR_ERR_XML_ERROR, VIR_FROM_XML, "expecting root element of 'network', not '{}'{}",
                element.name(), element.where());
  Network network;
  Reader({.error_domain = VIR_FROM_NETWORK, .unknown = options.unknown, .coverage = options.coverage})
      .read_into(network_struct(), element, network);
  return network;
}

Network parse_network(std::string_view xml, const NetworkParseOptions& options) {
  const auto document = Document::parse(xml, options.limits, VIR_FROM_NETWORK);
  return read_network(document.root(), options);
}

std::string format_network(const Network& network, bool inactive, Coverage* coverage) {
  Writer writer;
  write(network_struct(), "network", &network, writer, {.inactive = inactive, .coverage = coverage});
  return writer.take();
}

}  // namespace vireo::model
