// SPDX-License-Identifier: LGPL-2.1-or-later
// What <forward>, <dns>, <route> and <portgroup> of a network must say.
#include <algorithm>

#include "model/ip.hpp"
#include "model/network_words.hpp"

namespace vireo::model {

namespace {

using Mode = NetworkForward::Mode;

template <class... Args>
Error bad(fmt::format_string<Args...> format, Args&&... args) {
  return network_error(VIR_ERR_XML_ERROR, format, std::forward<Args>(args)...);
}
template <class... Args>
Error bad_detail(fmt::format_string<Args...> format, Args&&... args) {
  return network_error(VIR_ERR_XML_DETAIL, format, std::forward<Args>(args)...);
}

Ip nat_address(std::string& text, const char* which, const std::string& network) {
  if (text.empty())
    throw bad("missing '{}' attribute in <address> element in <nat> in <forward> in network {}", which,
              network);
  const auto ip = Ip::parse(text);
  if (!ip || ip->v6)
    throw bad("Bad ipv4 {} address '{}' in <nat> in <forward> in network '{}'", which, text, network);
  text = ip->to_string();
  return *ip;
}

void check_nat(NetworkForward& forward, const std::string& network) {
  if (!forward.nat) return;
  NetworkForward::Nat& nat = *forward.nat;
  if (forward.mode != Mode::nat)
    throw bad("The <nat> element can only be used when <forward> 'mode' is 'nat' in network {}", network);
  if (nat.has_address) {
    const Ip first = nat_address(nat.first_address, "start", network);
    const Ip last = nat_address(nat.last_address, "end", network);
    check_ip_range(first, last, nullptr, 0);
  }
  if (nat.has_port) {
    const auto wrong = [&](const char* which) {
      return bad_detail("Missing or invalid '{}' attribute in <port> in <nat> in <forward> in network {}",
                        which, network);
    };
    if (!nat.first_port || *nat.first_port > 65535) throw wrong("start");
    if (!nat.last_port || *nat.last_port > 65535 || *nat.last_port < *nat.first_port) throw wrong("end");
  }
  if (nat == NetworkForward::Nat{}) forward.nat.reset();
}

void check_interfaces(NetworkForward& forward, const std::string& network) {
  auto& interfaces = forward.interfaces;
  for (std::size_t i = 0; i < interfaces.size(); ++i) {
    if (interfaces[i].empty())
      throw bad("Missing required dev attribute in <forward> <interface> element of network {}", network);
    if (i == 0 && !forward.device.empty() && forward.device != interfaces[0])
      throw bad("<forward dev='{}'> must match first <interface dev='{}'/> in network {}", forward.device,
                interfaces[0], network);
    if (std::find(interfaces.begin(), interfaces.begin() + i, interfaces[i]) != interfaces.begin() + i)
      throw bad("interface '{}' can only be listed once in network {}", interfaces[i], network);
  }
  if (interfaces.empty() && !forward.device.empty()) interfaces.push_back(forward.device);
}

void check_pool(NetworkForward& forward, const std::string& network) {
  for (const std::string& device : forward.physical_functions)
    if (device.empty()) throw bad("Missing required dev attribute in <pf> element of network '{}'", network);
  if (forward.physical_functions.size() > 1)
    throw bad("Only one <pf> element is allowed in <forward> of network {}", network);
  for (std::size_t i = 0; i < forward.addresses.size(); ++i) {
    const Address& address = forward.addresses[i];
    if (!address.is_pci())
      throw network_error(VIR_ERR_CONFIG_UNSUPPORTED, "only PCI addresses can be listed in network {}",
                          network);
    const auto end = forward.addresses.begin() + i;
    if (std::find(forward.addresses.begin(), end, address) != end)
      throw bad("PCI device '{:04x}:{:02x}:{:02x}.{:x}' can only be listed once in network {}",
                address.domain, address.bus, address.slot, address.function, network);
  }
}

}  // namespace

void check_forward(NetworkForward& forward, const std::string& network) {
  check_nat(forward, network);
  check_pool(forward, network);
  check_interfaces(forward, network);
  if (forward.mode == Mode::none) forward = {};
  if (forward.mode == Mode::hostdev && forward.managed == Switch::absent) forward.managed = Switch::no;
  // A pool is of one kind.
  if (!forward.interfaces.empty()) forward.addresses.clear();
  if (!forward.interfaces.empty() || !forward.addresses.empty()) forward.physical_functions.clear();
}

void check_dns_host(NetworkDns::Host& host, const std::string& network, Purpose purpose) {
  if (host.address.empty() && purpose == Purpose::keep)
    throw bad_detail("Missing IP address in network '{}' DNS HOST record", network);
  if (!host.address.empty()) {
    const auto ip = Ip::parse(host.address);
    if (!ip) throw bad_detail("Invalid IP address in network '{}' DNS HOST record", network);
    host.address = ip->to_string();
  }
  std::erase(host.names, "");
  if (host.names.empty() && purpose == Purpose::keep)
    throw bad_detail("Missing hostname in network '{}' DNS HOST record", network);
  if (host.names.empty() && host.address.empty())
    throw bad_detail("Missing ip and hostname in network '{}' DNS HOST record", network);
}

void check_dns_txt(const NetworkDns::Txt& txt, const std::string& network, Purpose purpose) {
  if (!txt.name) throw bad_detail("missing required name attribute in DNS TXT record of network {}", network);
  if (txt.name->find(' ') != txt.name->npos)
    throw bad_detail("prohibited character in DNS TXT record name '{}' of network {}", *txt.name, network);
  if (!txt.value && purpose == Purpose::keep)
    throw bad_detail("missing required value attribute in DNS TXT record named '{}' of network {}", *txt.name,
                     network);
}

void check_dns_srv(NetworkDns::Srv& srv, const std::string& network, Purpose purpose) {
  if (srv.service.empty() && purpose == Purpose::keep)
    throw bad_detail("missing required service attribute in DNS SRV record of network '{}'", network);
  if (srv.protocol.empty() && purpose == Purpose::keep)
    throw bad_detail("missing required protocol attribute in DNS SRV record '{}' of network '{}'",
                     srv.service, network);
  const auto check = [&](std::optional<unsigned>& value, const char* name, const char* invalid, bool zero) {
    if (!value) return;
    if (srv.target.empty())
      throw bad_detail("DNS SRV {} attribute not permitted without target for service '{}' in network '{}'",
                       name, srv.service, network);
    if (*value > 65535 || (*value == 0 && !zero))
      throw bad_detail("{} DNS SRV {} attribute for service '{}' in network '{}'", invalid, name, srv.service,
                       network);
    if (*value == 0) value.reset();
  };
  check(srv.port, "port", "invalid", false);
  check(srv.priority, "priority", "Invalid", true);
  check(srv.weight, "weight", "invalid", true);
}

void check_dns(NetworkDns& dns, const std::string& network) {
  for (auto& forwarder : dns.forwarders) {
    if (forwarder.address.empty() && forwarder.domain.empty())
      throw bad("Invalid forwarder element, must contain at least one of addr or domain");
    if (forwarder.address.empty()) continue;
    const auto ip = Ip::parse(forwarder.address);
    if (!ip) throw bad("Invalid forwarder IP address '{}' in network '{}'", forwarder.address, network);
    forwarder.address = ip->to_string();
  }
  for (auto& txt : dns.txts) check_dns_txt(txt, network, Purpose::keep);
  for (auto& srv : dns.srvs) check_dns_srv(srv, network, Purpose::keep);
  for (auto& host : dns.hosts) check_dns_host(host, network, Purpose::keep);
  const bool empty = dns.forwarders.empty() && dns.txts.empty() && dns.srvs.empty() && dns.hosts.empty();
  if (dns.enable == Switch::no && !empty) throw bad("Extra data in disabled network '{}'", network);
}

void check_port_group(PortGroup& group) {
  if (group.name.empty()) throw bad("Missing required name attribute in portgroup");
  if (group.bandwidth && group.bandwidth->inbound && group.bandwidth->inbound->floor != 0)
    throw error(VIR_ERR_CONFIG_UNSUPPORTED, VIR_FROM_NONE,
                "floor attribute is not supported for this config");
  if (group.bandwidth == Bandwidth{}) group.bandwidth.reset();
}

}  // namespace vireo::model
