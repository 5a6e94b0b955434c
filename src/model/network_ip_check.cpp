// SPDX-License-Identifier: LGPL-2.1-or-later
// What <ip> and <route> of a network must say.
#include <algorithm>

#include "model/ip.hpp"
#include "model/network_words.hpp"

namespace vireo::model {

namespace {

template <class... Args>
Error bad(fmt::format_string<Args...> format, Args&&... args) {
  return network_error(VIR_ERR_XML_ERROR, format, std::forward<Args>(args)...);
}
template <class... Args>
Error unsupported(fmt::format_string<Args...> format, Args&&... args) {
  return network_error(VIR_ERR_CONFIG_UNSUPPORTED, format, std::forward<Args>(args)...);
}

/// Where the incumbent asks the resolver whether it is a number.
Ip number(std::string& text) {
  const auto ip = Ip::parse(text);
  if (!ip)
    throw error(VIR_ERR_SYSTEM_ERROR, VIR_FROM_NONE,
                "Cannot parse socket address '{}': Name or service not known", text);
  text = ip->to_string();
  return *ip;
}

void check_family(const NetworkIp& ip, const Ip& address, const std::string& network) {
  if (ip.family.empty() && address.v6)
    throw unsupported("no family specified for non-IPv4 address '{}' in network '{}'", ip.address, network);
  if (ip.family == "ipv4" && address.v6)
    throw unsupported("ipv4 family specified for non-IPv4 address '{}' in network '{}'", ip.address, network);
  if (ip.family == "ipv6" && !address.v6)
    throw unsupported("Family 'ipv6' specified for non-IPv6 address '{}' in network '{}'", ip.address,
                      network);
  if (!ip.family.empty() && ip.family != "ipv4" && ip.family != "ipv6")
    throw bad("Unrecognized family '{}' in network '{}'", ip.family, network);
}

void check_netmask(NetworkIp& ip, const Ip& address, const std::string& network) {
  if (!ip.netmask.empty()) {
    if (address.v6)
      throw unsupported("netmask not allowed for IPv6 address '{}' in network '{}'", ip.address, network);
    if (ip.prefix > 0)
      throw unsupported("Network '{}' IP address cannot have both a prefix and a netmask", network);
    const auto mask = Ip::parse(ip.netmask);
    if (!mask) throw bad("Invalid netmask '{}' in network '{}'", ip.netmask, network);
    if (mask->v6)
      throw unsupported("Invalid netmask '{}' for address '{}' in network '{}' (both must be IPv4)",
                        ip.netmask, ip.address, network);
    ip.netmask = mask->to_string();
  }
  if (ip.prefix > address.bits())
    throw unsupported("Invalid {} prefix '{}' in network '{}'", address.v6 ? "IPv6" : "IPv4", ip.prefix,
                      network);
}

void check_host_words(const DhcpHost& host, const std::string& network) {
  if (!host.mac.empty()) {
    const auto mac = Mac::parse(host.mac);
    if (!mac) throw bad("Cannot parse MAC address '{}' in network '{}'", host.mac, network);
    if (mac->is_multicast())
      throw bad("expected unicast mac address, found multicast '{}' in network '{}'", host.mac, network);
  }
  const auto wrong = host.id.find_first_not_of("0123456789abcdefABCDEF:");
  if (wrong != host.id.npos)
    throw bad("Invalid character '{}' in id '{}' of network '{}'", host.id[wrong], host.id, network);
  if (host.name && host.name->empty()) throw bad("Cannot use host name '' in network '{}'", network);
}

void check_host_identity(const DhcpHost& host, bool v6, const std::string& network, Purpose purpose) {
  if (purpose == Purpose::find) {
    if (host.mac.empty() && !host.name && host.address.empty())
      throw bad(
          "At least one of name, mac, or ip attribute must be specified for static host definition in "
          "network '{}' ",
          network);
    return;
  }
  if (v6 && !host.mac.empty())
    throw bad("Invalid to specify MAC address '{}' in network '{}' IPv6 static host definition", host.mac,
              network);
  if (v6 && host.id.empty() && !host.name)
    throw bad("Static host definition in IPv6 network '{}' must have id or name attribute", network);
  if (!v6 && host.mac.empty() && !host.name)
    throw bad("Static host definition in IPv4 network '{}' must have mac or name attribute", network);
}

}  // namespace

unsigned prefix_of(const NetworkIp& ip) {
  if (ip.prefix > 0) return ip.prefix;
  if (!ip.netmask.empty())
    if (const auto mask = Ip::parse(ip.netmask)) return prefix_of_netmask(*mask).value_or(0);
  const auto address = Ip::parse(ip.address);
  return address ? implied_prefix(*address) : 0;
}

void check_dhcp_range(DhcpRange& range, const NetworkIp& ip, const std::string& network) {
  if (range.start.empty()) throw bad("Missing 'start' attribute in dhcp range for network '{}'", network);
  const Ip start = number(range.start);
  if (range.end.empty()) throw bad("Missing 'end' attribute in dhcp range for network '{}'", network);
  const Ip end = number(range.end);
  const auto address = Ip::parse(ip.address);
  check_ip_range(start, end, address ? &*address : nullptr, prefix_of(ip));
}

void check_dhcp_host(DhcpHost& host, const NetworkIp& ip, const std::string& network, Purpose purpose) {
  check_host_words(host, network);
  const auto address = Ip::parse(ip.address);
  const bool v6 = address && address->v6;
  if (v6 && !host.mac.empty())
    throw bad("Invalid to specify MAC address '{}' in network '{}' IPv6 static host definition", host.mac,
              network);
  if (!host.address.empty()) {
    const auto given = Ip::parse(host.address);
    if (!given) throw bad("Invalid IP address in static host definition for network '{}'", network);
    host.address = given->to_string();
  }
  check_host_identity(host, v6, network, purpose);
  if (host.address.empty() && purpose == Purpose::keep)
    throw bad("Missing IP address in static host definition for network '{}'", network);
}

void check_ip(NetworkIp& ip, const std::string& network) {
  if (ip.address.empty()) throw bad("Missing required address attribute in network '{}'", network);
  const auto address = Ip::parse(ip.address);
  if (!address) throw bad("Invalid address '{}' in network '{}'", ip.address, network);
  ip.address = address->to_string();
  check_family(ip, *address, network);
  check_netmask(ip, *address, network);
  if (address->v6 && !ip.tftp_root.empty())
    throw unsupported("Unsupported <tftp> element in an IPv6 element in network '{}'", network);
  for (DhcpRange& range : ip.ranges) check_dhcp_range(range, ip, network);
  for (DhcpHost& host : ip.hosts) check_dhcp_host(host, ip, network, Purpose::keep);
  if (ip.boot_file.empty()) ip.boot_server.clear();
  if (!ip.boot_server.empty()) number(ip.boot_server);
}

namespace {

struct RouteAddresses {
  Ip address, gateway;
};

RouteAddresses route_addresses(IpRoute& route, const std::string& name) {
  if (route.address.empty()) throw bad("{}: Missing required address attribute in route definition", name);
  if (route.gateway.empty()) throw bad("{}: Missing required gateway attribute in route definition", name);
  const auto address = Ip::parse(route.address);
  if (!address) throw bad("{}: Bad network address '{}' in route definition", name, route.address);
  const auto gateway = Ip::parse(route.gateway);
  if (!gateway) throw bad("{}: Bad gateway address '{}' in route definition", name, route.gateway);
  route.address = address->to_string();
  route.gateway = gateway->to_string();
  return {*address, *gateway};
}

void check_route_family(const IpRoute& route, const RouteAddresses& ips, const std::string& name) {
  const auto& family = route.family;
  if (family == "ipv6") {
    if (!ips.address.v6)
      throw bad("{}: ipv6 family specified for non-IPv6 address '{}' in route definition", name,
                route.address);
    if (!ips.gateway.v6)
      throw bad("{}: ipv6 specified for non-IPv6 gateway address '{}' in route definition", name,
                route.gateway);
    return;
  }
  if (!family.empty() && family != "ipv4")
    throw bad("{}: Unrecognized family '{}' in route definition", name, family);
  const char* said = family.empty() ? "No family specified" : "ipv4 family specified";
  if (ips.address.v6)
    throw bad("{}: {} for non-IPv4 address '{}' in route definition", name, said, route.address);
  // The incumbent names the address here, not the gateway.
  if (ips.gateway.v6)
    throw bad("{}: {} for non-IPv4 gateway '{}' in route definition", name, said, route.address);
}

unsigned route_prefix(IpRoute& route, const Ip& address, const std::string& name) {
  if (!route.netmask.empty()) {
    const auto mask = Ip::parse(route.netmask);
    if (!mask) throw bad("{}: Bad netmask address '{}' in route definition", name, route.netmask);
    if (address.v6)
      throw bad("{}: Specifying netmask invalid for IPv6 address '{}' in route definition", name,
                route.address);
    if (route.prefix) throw bad("{}: Route definition cannot have both a prefix and a netmask", name);
    route.netmask = mask->to_string();
    if (mask->v6)
      throw bad("{}: Network mask '{}' in route definition is not an IPv4 address", name, route.netmask);
    return prefix_of_netmask(*mask).value_or(0);
  }
  if (route.prefix && *route.prefix > address.bits())
    throw bad("{}: Invalid prefix {} specified in route definition, must be 0 - {}", name, *route.prefix,
              address.bits());
  return route.prefix ? *route.prefix : implied_prefix(address);
}

}  // namespace

void check_route(IpRoute& route, const std::string& network) {
  const auto ips = route_addresses(route, network);
  check_route_family(route, ips, network);
  if (ips.address.network(route_prefix(route, ips.address, network)) != ips.address)
    throw bad("{}: Address '{}' in route definition is not a network address", network, route.address);
}

void check_reachable(const IpRoute& route, const Network& network) {
  const auto gateway = Ip::parse(route.gateway);
  const bool reachable = std::any_of(network.ips.begin(), network.ips.end(), [&](const NetworkIp& ip) {
    const auto address = Ip::parse(ip.address);
    return address && gateway && gateway->same_network(*address, prefix_of(ip));
  });
  if (!reachable)
    throw unsupported("unreachable static route gateway '{}' specified for network '{}'", route.gateway,
                      network.name);
}

}  // namespace vireo::model
