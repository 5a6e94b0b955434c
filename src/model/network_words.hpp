// SPDX-License-Identifier: LGPL-2.1-or-later
// Declarations and checks that the network's .cpp files share among themselves and with interfaces. Not for
// other layers.
#pragma once

#include "model/network.hpp"
#include "xml/declare.hpp"

namespace vireo::model {

// Of interfaces as well; they check themselves.
const xml::Struct& bandwidth_struct();
const xml::Struct& vlan_struct();
const xml::Struct& virtual_port_struct();
const xml::Struct& route_struct();

const xml::Struct& forward_struct();
const xml::Struct& dns_struct();
const xml::Struct& dns_host_struct();
const xml::Struct& dns_txt_struct();
const xml::Struct& dns_srv_struct();
const xml::Struct& network_ip_struct();
const xml::Struct& dhcp_range_struct();
const xml::Struct& dhcp_host_struct();
const xml::Struct& port_group_struct();

/// VIR_FROM_NETWORK.
template <class... Args>
Error network_error(int code, fmt::format_string<Args...> format, Args&&... args) {
  return error(code, VIR_FROM_NETWORK, format, std::forward<Args>(args)...);
}

/// A part that virNetworkUpdate is given to find an existing one may say less than one that stays.
enum class Purpose { keep, find };

// What a part says must make sense; addresses become canonical. `network` is the name for the errors.
void check_forward(NetworkForward& forward, const std::string& network);
void check_dns(NetworkDns& dns, const std::string& network);
void check_dns_host(NetworkDns::Host& host, const std::string& network, Purpose purpose);
void check_dns_txt(const NetworkDns::Txt& txt, const std::string& network, Purpose purpose);
void check_dns_srv(NetworkDns::Srv& srv, const std::string& network, Purpose purpose);
void check_ip(NetworkIp& ip, const std::string& network);
void check_dhcp_range(DhcpRange& range, const NetworkIp& ip, const std::string& network);
void check_dhcp_host(DhcpHost& host, const NetworkIp& ip, const std::string& network, Purpose purpose);
void check_route(IpRoute& route, const std::string& network);
void check_port_group(PortGroup& group);
void check_reachable(const IpRoute& route, const Network& network);

/// The prefix of <ip>, however it was said.
unsigned prefix_of(const NetworkIp& ip);

}  // namespace vireo::model
