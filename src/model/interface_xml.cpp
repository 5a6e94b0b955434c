// SPDX-License-Identifier: LGPL-2.1-or-later
// Network interfaces; <source> depends on the type.
#include "model/interface.hpp"
#include "model/network_words.hpp"
#include "model/words.hpp"

namespace vireo::model {

using namespace xml;

namespace {

using I = Interface;
using T = Interface::Type;

constexpr auto types =
    names(T::user, T::vds, "user", "ethernet", "vhostuser", "server", "client", "mcast", "network", "bridge",
          "internal", "direct", "hostdev", "udp", "vdpa", "null", "vds");
constexpr auto direct_modes =
    names(I::DirectMode::vepa, I::DirectMode::passthrough, "vepa", "private", "bridge", "passthrough");
constexpr auto socket_modes = names(I::SocketMode::client, I::SocketMode::server, "client", "server");
constexpr auto backends = names(I::Backend::qemu, I::Backend::vfio, "qemu", "vhost", "vfio");
constexpr auto link_states = names(I::LinkState::up, I::LinkState::down, "up", "down");
constexpr auto tx_modes = names(I::TxMode::iothread, I::TxMode::timer, "iothread", "timer");
void finish_ip(IpAddress& ip, Node, Reader&) {
  if (ip.family.empty()) ip.family = "ipv4";
}

const Struct& ip_struct() {
  static const Struct made = declare<IpAddress, finish_ip>({
      attribute("address", &IpAddress::address),
      attribute("family", &IpAddress::family),
      attribute("prefix", &IpAddress::prefix),
      attribute("peer", &IpAddress::peer),
  });
  return made;
}

/// The card's own address, or the one that its PCI function has on the host.
void read_host_address(I& interface, Node element, Reader& reader) {
  reader.read_into(address_struct(), element, interface.host_address);
}

void write_host_address(const I& interface, Writer& writer, const WriteOptions& options) {
  if (interface.host_address.type != Address::Type::none)
    write(address_struct(), "address", &interface.host_address, writer, options);
}

Row<I> local_row() {
  return element<I>(
      "local", {attribute("address", &I::local_address).host(), attribute("port", &I::local_port).host()});
}

Row<I> reconnect_row() {
  return element<I>(
      "reconnect",
      {attribute("enabled", &I::reconnect, yes_no).host(),
       attribute("timeout", &I::reconnect_timeout).always().when(&I::reconnect, Switch::yes).host()});
}

Row<I> source_row() {
  return element<I>(
      "source",
      {
          group<I>({attribute("network", &I::network).host(), attribute("portid", &I::port_id).live().host(),
                    attribute("portgroup", &I::portgroup).host(),
                    attribute("bridge", &I::bridge).live().host()})
              .when(&I::type, T::network),
          attribute("bridge", &I::bridge).always().when(&I::type, T::bridge).host(),
          attribute("dev", &I::device).when(&I::type, T::direct, T::vdpa, T::user).host(),
          attribute("mode", &I::direct_mode, direct_modes).when(&I::type, T::direct).host(),
          group<I>({attribute("type", &I::socket_type).host(), attribute("path", &I::socket_path).host(),
                    attribute("mode", &I::socket_mode, socket_modes).host(), reconnect_row()})
              .when(&I::type, T::vhostuser),
          group<I>(
              {attribute("address", &I::address).host(), attribute("port", &I::port).host(), local_row()})
              .when(&I::type, T::server, T::client, T::mcast, T::udp),
          attribute("name", &I::internal_name).when(&I::type, T::internal).host(),
          irregular<I, read_host_address, write_host_address>("address").when(&I::type, T::hostdev).host(),
          element("ip", &I::host_addresses, ip_struct).host(),
          element("route", &I::host_routes, route_struct).host(),
      });
}

Row<I> driver_row() {
  return element<I>("driver",
                    {
                        attribute("name", &I::driver, backends).host(),
                        attribute("txmode", &I::tx_mode, tx_modes),
                        attribute("ioeventfd", &I::ioeventfd, on_off),
                        attribute("event_idx", &I::event_idx, on_off),
                        attribute("queues", &I::queues),
                        attribute("rx_queue_size", &I::rx_queue_size),
                        attribute("tx_queue_size", &I::tx_queue_size),
                        attribute("rss", &I::rss, on_off),
                        attribute("rss_hash_report", &I::rss_hash_report, on_off),
                        include(&I::virtio, virtio_options_struct),
                    })
      .when(&I::type, T::user, T::ethernet, T::vhostuser, T::server, T::client, T::mcast, T::network,
            T::bridge, T::internal, T::direct, T::udp, T::vdpa, T::null, T::vds);
}

/// Names that a daemon made up for a tap belong to one run.
bool is_generated(const std::string& name) {
  return name.starts_with("vnet") || name.starts_with("macvtap") || name.starts_with("macvlan");
}

void read_target(I& interface, Node element, Reader& reader) {
  const char* name = element.attribute("dev");
  if (name != nullptr && !(reader.options().inactive && is_generated(name))) interface.target_device = name;
}

void write_target(const I& interface, Writer& writer, const WriteOptions& options) {
  if (!interface.target_device.empty() && !(options.inactive && is_generated(interface.target_device)))
    writer.attribute("dev", interface.target_device);
}

/// What <source> must say for each type.
constexpr struct {
  T type;
  const char* attribute;
} wanted[] = {{T::network, "network"}, {T::bridge, "bridge"}, {T::direct, "dev"},     {T::vdpa, "dev"},
              {T::server, "port"},     {T::client, "port"},   {T::client, "address"}, {T::mcast, "port"},
              {T::mcast, "address"},   {T::udp, "port"},      {T::internal, "name"},  {T::vhostuser, "path"}};

void finish(I& interface, Node element, Reader& reader) {
  const Node source = element.child("source");
  for (const auto& [type, attribute] : wanted) {
    if (interface.type != type || (source && source.attribute(attribute) != nullptr)) continue;
    if (source)
      throw error(VIR_ERR_XML_ERROR, VIR_FROM_XML, "Missing required attribute '{}' in element 'source'{}",
                  attribute, source.where());
    reader.fail(VIR_ERR_XML_ERROR, element,
                fmt::format("interface type='{}' requires a 'source' element with '{}'",
                            types.of(interface.type), attribute));
  }
  if (interface.mac.is_multicast())
    reader.fail(VIR_ERR_XML_ERROR, element,
                fmt::format("expected unicast mac address, found multicast '{}'", interface.mac.to_string()));
}

}  // namespace

const Struct& interface_struct() {
  static const Struct made = declare<I, finish>({
      attribute("type", &I::type, types).host(),
      attribute("managed", &I::managed, yes_no).host(),
      attribute("trustGuestRxFilters", &I::trust_guest_rx_filters, yes_no),
      element<I>("mac", {attribute("address", &I::mac)
                             .required()
                             .error(VIR_ERR_XML_ERROR, "unable to parse mac address '{}'")}),
      element<I>("driver", {attribute("name", &I::driver, backends)}).when(&I::type, T::hostdev).host(),
      source_row(),
      element("vlan", &I::vlan, vlan_struct),
      element("virtualport", &I::virtual_port, virtual_port_struct),
      element("bandwidth", &I::bandwidth, bandwidth_struct),
      element("ip", &I::addresses, ip_struct),
      element("route", &I::routes, route_struct),
      element<I>("script", {attribute("path", &I::script).host()}),
      element<I>("downscript", {attribute("path", &I::down_script).host()}),
      element<I>("target", {irregular<I, read_target, write_target>("@dev").host(),
                            attribute("managed", &I::target_managed, yes_no).host()}),
      element<I>("guest", {attribute("dev", &I::guest_device)}),
      element<I>("model", {attribute("type", &I::model)}),
      driver_row(),
      element<I>(
          "backend",
          {attribute("type", &I::backend_type).host(), attribute("logFile", &I::backend_log_file).host(),
           attribute("tap", &I::tap_path).host(), attribute("vhost", &I::vhost_path).host()}),
      element<I>("filterref", {attribute("filter", &I::filter).host(),
                               element("parameter", &I::filter_parameters,
                                       {attribute("name", &FilterParameter::name).host(),
                                        attribute("value", &FilterParameter::value).host()})}),
      element<I>("tune", {value("sndbuf", &I::sndbuf).host()}),
      element<I>("link", {attribute("state", &I::link, link_states).host()}),
      element<I>("mtu", {attribute("size", &I::mtu)}),
      element<I>("port", {attribute("isolated", &I::isolated, yes_no).host()}),
      element<I>(
          "coalesce",
          {element<I>("rx", {element<I>("frames", {attribute("max", &I::coalesce_rx_frames).host()})})}),
      include(&I::info, bootable_info_struct),
  });
  return made;
}

std::string_view name_of(Interface::Type type) { return types.of(type); }

}  // namespace vireo::model
