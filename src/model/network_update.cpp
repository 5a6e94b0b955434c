// SPDX-License-Identifier: LGPL-2.1-or-later
// virNetworkUpdate: one element of a network added, changed or taken away.
#include <libvirt/libvirt.h>

#include <algorithm>

#include "model/network_words.hpp"
#include "model/network_xml.hpp"

namespace vireo::model {

namespace {

template <class... Args>
Error refused(fmt::format_string<Args...> format, Args&&... args) {
  return network_error(VIR_ERR_OPERATION_INVALID, format, std::forward<Args>(args)...);
}

struct Change {
  Network& network;
  unsigned command;
  int parent_index;
  std::string_view xml;

  bool adds() const noexcept {
    return command == VIR_NETWORK_UPDATE_COMMAND_ADD_FIRST || command == VIR_NETWORK_UPDATE_COMMAND_ADD_LAST;
  }
  Purpose purpose() const noexcept {
    return command == VIR_NETWORK_UPDATE_COMMAND_DELETE ? Purpose::find : Purpose::keep;
  }
  Purpose dns_purpose() const noexcept { return adds() ? Purpose::keep : Purpose::find; }
  const std::string& name() const noexcept { return network.name; }

  void never_modifies(std::string_view what) const {
    if (command == VIR_NETWORK_UPDATE_COMMAND_MODIFY)
      throw network_error(VIR_ERR_OPERATION_UNSUPPORTED, "{} cannot be modified, only added or deleted",
                          what);
  }
  template <class T>
  T read(const char* element, const xml::Struct& type) const {
    const auto document = xml::Document::parse(xml, {}, VIR_FROM_NETWORK);
    const auto root = document.root();
    if (std::string_view(root.name()) != element)
      throw network_error(VIR_ERR_XML_ERROR,
                          "unexpected element <{}>, expecting <{}>, while updating network '{}'", root.name(),
                          element, name());
    T part;
    xml::Reader({.error_domain = VIR_FROM_NETWORK}).read_into(type, root, part);
    return part;
  }
  /// `found` are the places that match the part; the messages say what is wrong with their number.
  template <class T>
  void apply(std::vector<T>& list, T part, const std::vector<std::size_t>& found, const Error& exists,
             const Error& missing, const Error& ambiguous) const {
    if (adds()) {
      if (!found.empty()) throw exists;
      list.insert(command == VIR_NETWORK_UPDATE_COMMAND_ADD_FIRST ? list.begin() : list.end(),
                  std::move(part));
      return;
    }
    const bool deletes = command == VIR_NETWORK_UPDATE_COMMAND_DELETE;
    if (!deletes && command != VIR_NETWORK_UPDATE_COMMAND_MODIFY)
      throw network_error(VIR_ERR_OPERATION_UNSUPPORTED, "unrecognized network update command code {}",
                          command);
    if (found.empty()) throw missing;
    if (found.size() > 1) throw ambiguous;
    if (deletes)
      list.erase(list.begin() + static_cast<std::ptrdiff_t>(found[0]));
    else
      list[found[0]] = std::move(part);
  }
};

template <class T, class F>
std::vector<std::size_t> places(const std::vector<T>& list, F matches) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < list.size(); ++i)
    if (matches(list[i])) found.push_back(i);
  return found;
}

/// Of several matches only the first counts.
std::vector<std::size_t> first_of(std::vector<std::size_t> found) {
  if (found.size() > 1) found.resize(1);
  return found;
}

/// The <ip> that is meant: by index, or the one with DHCP, or else the first of IPv4.
NetworkIp& parent_ip(const Change& change) {
  auto& ips = change.network.ips;
  if (change.parent_index >= 0) {
    if (static_cast<std::size_t>(change.parent_index) < ips.size()) return ips[change.parent_index];
    throw refused("couldn't update dhcp host entry - no <ip> element found at index {} in network '{}'",
                  change.parent_index, change.name());
  }
  auto found = std::find_if(ips.begin(), ips.end(),
                            [](const NetworkIp& ip) { return !ip.ranges.empty() || !ip.hosts.empty(); });
  if (found == ips.end())
    found = std::find_if(ips.begin(), ips.end(), [](const NetworkIp& ip) { return ip.family != "ipv6"; });
  if (found == ips.end()) found = ips.begin();
  if (found == ips.end())
    throw refused("couldn't update dhcp host entry - no <ip> element found in network '{}'", change.name());
  return *found;
}

bool same_mac(const std::string& one, const std::string& other) {
  return !one.empty() && !other.empty() && Mac::parse(one) == Mac::parse(other);
}

/// To be deleted is what has all that was said; anything alike is in the way of a new one, or modified.
bool matches(const DhcpHost& host, const DhcpHost& part, Purpose purpose) {
  const bool mac = same_mac(host.mac, part.mac), name = part.name && host.name == part.name;
  const bool address = !part.address.empty() && host.address == part.address;
  if (purpose == Purpose::keep) return mac || name || address;
  return (part.mac.empty() || mac) && (!part.name || name) && (part.address.empty() || address);
}

void update_dhcp_host(const Change& change) {
  auto part = change.read<DhcpHost>("host", dhcp_host_struct());
  NetworkIp& ip = parent_ip(change);
  check_dhcp_host(part, ip, change.name(), change.purpose());
  auto found =
      first_of(places(ip.hosts, [&](const DhcpHost& host) { return matches(host, part, change.purpose()); }));
  const auto name = part.name.value_or("(null)");
  const auto missing =
      change.purpose() == Purpose::find
          ? refused("couldn't locate a matching dhcp host entry in network '{}'", change.name())
          : refused(
                "couldn't locate an existing dhcp host entry with \"mac='{}'\" \"name='{}'\" \"ip='{}'\" in "
                "network '{}'",
                part.mac, name, part.address, change.name());
  const auto exists = refused(
      "there is an existing dhcp host entry in network '{}' that matches \"<host mac='{}' name='{}' "
      "ip='{}'/>\"",
      change.name(), part.mac, name, part.address);
  change.apply(ip.hosts, std::move(part), found, exists, missing, missing);
}

void update_dhcp_range(const Change& change) {
  auto part = change.read<DhcpRange>("range", dhcp_range_struct());
  NetworkIp& ip = parent_ip(change);
  change.never_modifies("dhcp ranges");
  check_dhcp_range(part, ip, change.name());
  const auto found = first_of(places(
      ip.ranges, [&](const DhcpRange& range) { return range.start == part.start && range.end == part.end; }));
  const auto exists = refused(
      "there is an existing dhcp range entry in network '{}' that matches \"<range start='{}' end='{}'/>\"",
      change.name(), part.start, part.end);
  const auto missing = refused("couldn't locate a matching dhcp range entry in network '{}'", change.name());
  change.apply(ip.ranges, std::move(part), found, exists, missing, missing);
}

void update_interface(const Change& change) {
  static const auto type = xml::declare<std::string>({xml::attribute("dev", xml::self<std::string>)});
  auto part = change.read<std::string>("interface", type);
  change.never_modifies("forward interface entries");
  if (part.empty())
    throw network_error(VIR_ERR_XML_ERROR, "missing dev attribute in <interface> of network '{}'",
                        change.name());
  auto& interfaces = change.network.forward.interfaces;
  const auto found = first_of(places(interfaces, [&](const std::string& device) { return device == part; }));
  const auto exists =
      refused("there is an existing interface entry in network '{}' that matches \"<interface dev='{}'>\"",
              change.name(), part);
  const auto missing = refused(
      "couldn't find an interface entry in network '{}' matching <interface dev='{}'>", change.name(), part);
  change.apply(interfaces, std::move(part), found, exists, missing, missing);
  change.network.forward.device = interfaces.empty() ? "" : interfaces.front();
}

void update_port_group(const Change& change) {
  auto part = change.read<PortGroup>("portgroup", port_group_struct());
  check_port_group(part);
  auto& groups = change.network.port_groups;
  const auto found =
      first_of(places(groups, [&](const PortGroup& group) { return group.name == part.name; }));
  const auto exists =
      refused("there is an existing portgroup entry in network '{}' that matches \"<portgroup name='{}'>\"",
              change.name(), part.name);
  const auto missing =
      refused("couldn't find a portgroup entry in network '{}' matching <portgroup name='{}'>", change.name(),
              part.name);
  const bool other_default = std::any_of(groups.begin(), groups.end(), [&](const PortGroup& group) {
    return group.is_default && group.name != part.name;
  });
  const bool blocked = part.is_default && other_default;
  const bool deletes = change.command == VIR_NETWORK_UPDATE_COMMAND_DELETE;
  const bool misses = change.command == VIR_NETWORK_UPDATE_COMMAND_MODIFY && found.empty();
  if (blocked && (change.adds() ? found.empty() : !deletes && !misses))
    throw refused(
        "a different portgroup entry in network '{}' is already set as the default. Only one default is "
        "allowed.",
        change.name());
  change.apply(groups, std::move(part), found, exists, missing, missing);
}

void update_dns_host(const Change& change) {
  change.never_modifies("DNS HOST records");
  auto part = change.read<NetworkDns::Host>("host", dns_host_struct());
  check_dns_host(part, change.name(), change.dns_purpose());
  auto& hosts = change.network.dns.hosts;
  const auto found = places(hosts, [&](const NetworkDns::Host& host) {
    if (!part.address.empty() && host.address == part.address) return true;
    // Several addresses may have one name.
    return !change.adds() && std::find_first_of(host.names.begin(), host.names.end(), part.names.begin(),
                                                part.names.end()) != host.names.end();
  });
  const auto exists = refused(
      "there is already at least one DNS HOST record with a matching field in network {}", change.name());
  const auto missing = refused("couldn't locate a matching DNS HOST record in network {}", change.name());
  const auto ambiguous =
      refused("multiple matching DNS HOST records were found in network {}", change.name());
  change.apply(hosts, std::move(part), found, exists, missing, ambiguous);
}

void update_dns_txt(const Change& change) {
  change.never_modifies("DNS TXT records");
  auto part = change.read<NetworkDns::Txt>("txt", dns_txt_struct());
  check_dns_txt(part, change.name(), change.dns_purpose());
  auto& txts = change.network.dns.txts;
  const auto found =
      first_of(places(txts, [&](const NetworkDns::Txt& txt) { return txt.name == part.name; }));
  const auto exists =
      refused("there is already a DNS TXT record with name '{}' in network {}", *part.name, change.name());
  const auto missing = refused("couldn't locate a matching DNS TXT record in network {}", change.name());
  change.apply(txts, std::move(part), found, exists, missing, missing);
}

void update_dns_srv(const Change& change) {
  change.never_modifies("DNS SRV records");
  auto part = change.read<NetworkDns::Srv>("srv", dns_srv_struct());
  check_dns_srv(part, change.name(), change.dns_purpose());
  auto& srvs = change.network.dns.srvs;
  const auto same = [](const std::string& one, const std::string& part) {
    return part.empty() || one == part;
  };
  const auto found = places(srvs, [&](const NetworkDns::Srv& srv) {
    return same(srv.domain, part.domain) && same(srv.service, part.service) &&
           same(srv.protocol, part.protocol) && same(srv.target, part.target);
  });
  const auto exists =
      refused("there is already at least one DNS SRV record matching all specified fields in network {}",
              change.name());
  const auto missing = refused("couldn't locate a matching DNS SRV record in network {}", change.name());
  const auto ambiguous = refused(
      "multiple DNS SRV records matching all specified fields were found in network {}", change.name());
  change.apply(srvs, std::move(part), found, exists, missing, ambiguous);
}

struct Section {
  const char* name;
  void (*update)(const Change&);  ///< null: cannot be changed
};

/// In the order of virNetworkUpdateSection.
constexpr Section sections[] = {
    {nullptr, nullptr},          {"bridge", nullptr},
    {"domain", nullptr},         {"ip", nullptr},
    {nullptr, update_dhcp_host}, {nullptr, update_dhcp_range},
    {"forward", nullptr},        {nullptr, update_interface},
    {"forward pf", nullptr},     {nullptr, update_port_group},
    {nullptr, update_dns_host},  {nullptr, update_dns_txt},
    {nullptr, update_dns_srv},
};
static_assert(std::size(sections) == VIR_NETWORK_SECTION_DNS_SRV + 1);

}  // namespace

void update_network(Network& network, unsigned command, unsigned section, int parent_index,
                    std::string_view xml) {
  if (section >= std::size(sections) || (!sections[section].name && !sections[section].update))
    throw network_error(VIR_ERR_OPERATION_UNSUPPORTED, "can't update unrecognized section of network");
  if (!sections[section].update)
    throw network_error(VIR_ERR_OPERATION_UNSUPPORTED, "can't update '{}' section of network '{}'",
                        sections[section].name, network.name);
  Network changed = network;
  sections[section].update({changed, command, parent_index, xml});
  parse_network(format_network(changed));  // throws when the whole no longer makes sense
  network = std::move(changed);
}

}  // namespace vireo::model
