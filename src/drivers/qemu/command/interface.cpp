// SPDX-License-Identifier: LGPL-2.1-or-later
// Network interfaces: the host's end (-netdev) and the guest's (-device).
#include <boost/json/array.hpp>

#include "base/error.hpp"
#include "drivers/qemu/command/args.hpp"
#include "model/domain_xml.hpp"

namespace vireo::qemu {
namespace {

namespace json = boost::json;
using model::Interface;

json::object user_netdev(const Interface& interface) {
  json::object netdev{{"type", "user"}};
  for (const model::IpAddress& address : interface.addresses) {
    std::string text =
        address.prefix ? fmt::format("{}/{}", address.address, *address.prefix) : address.address;
    if (address.family == "ipv6") {
      netdev["ipv6-prefix"] = address.address;
      if (address.prefix) netdev["ipv6-prefixlen"] = *address.prefix;
    } else {
      netdev["net"] = text;
    }
  }
  return netdev;
}

json::object tap_netdev(const Build& build, const Interface& interface) {
  json::object netdev{{"type", "tap"}};
  auto found = build.runtime.tap_fds.find(interface.info.alias);
  if (found == build.runtime.tap_fds.end() || found->second.empty())
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_QEMU, "interface '{}' has no tap device",
                interface.info.alias);
  if (found->second.size() == 1) {
    netdev["fd"] = fmt::format("{}", found->second.front());
  } else {
    netdev["fds"] = fmt::format("{}", fmt::join(found->second, ":"));
  }
  if (interface.sndbuf_given) netdev["sndbuf"] = interface.sndbuf;
  return netdev;
}

json::object netdev_of(const Build& build, const Interface& interface) {
  auto endpoint = fmt::format("{}:{}", interface.address, interface.port);
  switch (interface.type) {
    case Interface::Type::user:
      if (interface.backend_type == "passt") not_expressible("interface backend 'passt'");
      return user_netdev(interface);
    case Interface::Type::bridge:
    case Interface::Type::ethernet:
    case Interface::Type::network:
      return tap_netdev(build, interface);
    case Interface::Type::mcast:
      return {{"type", "socket"}, {"mcast", endpoint}};
    case Interface::Type::server:
      return {{"type", "socket"}, {"listen", endpoint}};
    case Interface::Type::client:
      return {{"type", "socket"}, {"connect", endpoint}};
    case Interface::Type::udp:
      return {{"type", "socket"},
              {"udp", endpoint},
              {"localaddr", fmt::format("{}:{}", interface.local_address, interface.local_port)}};
    default:
      not_expressible(fmt::format("interface type '{}'", model::name_of(interface.type)));
  }
}

void add_device(Build& build, const Interface& interface, std::size_t number, unsigned boot) {
  json::object device;
  if (interface.is_virtio()) {
    int kind = interface.model == "virtio-transitional"       ? 1
               : interface.model == "virtio-non-transitional" ? 2
                                                              : 0;
    device["driver"] = virtio_name("virtio-net", interface.info.address, kind);
    put_virtio(device, interface.virtio);
    if (interface.tx_mode == Interface::TxMode::iothread) device["tx"] = "bh";
    if (interface.tx_mode == Interface::TxMode::timer) device["tx"] = "timer";
    put_switch(device, "ioeventfd", interface.ioeventfd);
    put_switch(device, "event_idx", interface.event_idx);
    if (interface.queues > 1) {
      device["mq"] = true;
      device["vectors"] = 2 * interface.queues + 2;
    }
    if (interface.rx_queue_size) device["rx_queue_size"] = interface.rx_queue_size;
    if (interface.tx_queue_size) device["tx_queue_size"] = interface.tx_queue_size;
    put_switch(device, "rss", interface.rss);
    put_switch(device, "hash", interface.rss_hash_report);
    if (interface.mtu) device["host_mtu"] = interface.mtu;
  } else {
    device["driver"] = interface.model.empty() ? std::string("rtl8139") : interface.model;
  }
  device["netdev"] = fmt::format("hostnet{}", number);
  device["id"] = interface.info.alias;
  device["mac"] = interface.mac.to_string();
  if (boot) device["bootindex"] = boot;
  put_address(device, build.domain, interface.info.address);
  put_rom(device, interface.info);
  build.args.add_json("-device", device);
}

}  // namespace

void add_interfaces(Build& build, BootOrder& boot) {
  std::size_t number = 0;
  for (const Interface& interface : build.domain.interfaces) {
    json::object netdev = netdev_of(build, interface);
    netdev["id"] = fmt::format("hostnet{}", number);
    build.args.add_json("-netdev", netdev);
    add_device(build, interface, number, boot.of(interface));
    ++number;
  }
}

}  // namespace vireo::qemu
