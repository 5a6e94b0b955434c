// SPDX-License-Identifier: LGPL-2.1-or-later
// Virtual networks. IP addresses are kept as text in their canonical form.
#pragma once

#include "model/interface.hpp"

namespace vireo::model {

struct NetworkForward {
  enum class Mode { none, nat, route, open, bridge, private_, vepa, passthrough, hostdev };
  enum class Driver { absent, kvm, vfio, xen };
  struct Nat {
    Switch ipv6 = Switch::absent;
    bool has_address = false, has_port = false;
    std::string first_address, last_address;
    std::optional<unsigned> first_port, last_port;
    bool operator==(const Nat&) const = default;
  };
  Mode mode = Mode::none;
  Switch managed = Switch::absent;  ///< hostdev
  Driver driver = Driver::absent;   ///< hostdev
  std::string device;               ///< as said; the same as the first of the interfaces
  std::vector<std::string> physical_functions;
  std::optional<Nat> nat;
  std::vector<std::string> interfaces;
  std::vector<Address> addresses;  ///< PCI
  bool operator==(const NetworkForward&) const = default;

  /// The host routes or filters for it: it has a bridge of its own.
  bool is_routed() const noexcept { return mode <= Mode::open; }
};

struct NetworkBridge {
  enum class MacTable { absent, kernel, libvirt };
  std::string name;
  std::string zone;
  Switch stp = Switch::absent;
  std::uint64_t delay = 0;  ///< s
  MacTable mac_table = MacTable::absent;
  bool operator==(const NetworkBridge&) const = default;
};

struct NetworkDns {
  struct Forwarder {
    std::string domain;
    std::string address;
    bool operator==(const Forwarder&) const = default;
  };
  struct Txt {
    std::optional<std::string> name;
    std::optional<std::string> value;
    bool operator==(const Txt&) const = default;
  };
  struct Srv {
    std::string service;
    std::string protocol;
    std::string domain;
    std::string target;
    std::optional<unsigned> port, priority, weight;
    bool operator==(const Srv&) const = default;
  };
  struct Host {
    std::string address;
    std::vector<std::string> names;
    bool operator==(const Host&) const = default;
  };
  Switch enable = Switch::absent;
  Switch forward_plain_names = Switch::absent;
  std::vector<Forwarder> forwarders;
  std::vector<Txt> txts;
  std::vector<Srv> srvs;
  std::vector<Host> hosts;
  bool operator==(const NetworkDns&) const = default;
};

struct DhcpLeaseTime {
  enum class Unit { absent, seconds, minutes, hours };
  std::optional<std::uint64_t> expiry;  ///< 0: never
  Unit unit = Unit::absent;
  bool operator==(const DhcpLeaseTime&) const = default;
};

struct DhcpRange {
  std::string start;
  std::string end;
  DhcpLeaseTime lease;
  bool operator==(const DhcpRange&) const = default;
};

struct DhcpHost {
  std::string mac;
  std::string id;
  std::optional<std::string> name;
  std::string address;
  DhcpLeaseTime lease;
  bool operator==(const DhcpHost&) const = default;
};

/// <ip>: an address of the host on the network, and what is served from there.
struct NetworkIp {
  std::string family;
  std::string address;
  std::string netmask;
  unsigned prefix = 0;  ///< 0: not said
  Switch local_ptr = Switch::absent;
  std::string tftp_root;
  std::vector<DhcpRange> ranges;
  std::vector<DhcpHost> hosts;
  std::string boot_file;
  std::string boot_server;
  bool operator==(const NetworkIp&) const = default;
};

struct PortGroup {
  std::string name;
  bool is_default = false;
  Switch trust_guest_rx_filters = Switch::absent;
  std::optional<Vlan> vlan;
  std::optional<VirtualPort> virtual_port;
  std::optional<Bandwidth> bandwidth;
  bool operator==(const PortGroup&) const = default;
};

struct Network {
  std::string name;
  Uuid uuid;
  Switch ipv6 = Switch::absent;  ///< IPv6 between guests without an IPv6 address of the host
  Switch trust_guest_rx_filters = Switch::absent;
  unsigned connections = 0;  ///< while active
  RawXml metadata;
  NetworkForward forward;
  NetworkBridge bridge;
  unsigned mtu = 0;
  std::optional<Mac> mac;  ///< of the bridge
  std::optional<std::string> domain;
  Switch domain_local_only = Switch::absent;
  NetworkDns dns;
  std::optional<Vlan> vlan;
  std::optional<Bandwidth> bandwidth;
  Switch isolated = Switch::absent;
  std::vector<NetworkIp> ips;
  std::vector<IpRoute> routes;
  std::optional<VirtualPort> virtual_port;
  std::vector<PortGroup> port_groups;
  bool operator==(const Network&) const = default;
};

}  // namespace vireo::model
