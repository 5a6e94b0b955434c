// SPDX-License-Identifier: LGPL-2.1-or-later
// A network interface of the host, and its XML.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/types.hpp"
#include "xml/schema.hpp"

namespace vireo::model {

struct HostInterface {
  enum class Type { absent, ethernet, bridge, bond, vlan };
  enum class Start { absent, onboot, none, hotplug };
  enum class LinkState { absent, unknown, notpresent, down, lowerlayerdown, testing, dormant, up };
  enum class Family { absent, ipv4, ipv6 };
  enum class BondMode {
    absent,
    balance_rr,
    active_backup,
    balance_xor,
    broadcast,
    ieee_802_3ad,
    balance_tlb,
    balance_alb
  };
  enum class Carrier { absent, ioctl, netif };
  enum class Validate { absent, none, active, backup, all };

  struct Ip {
    std::string address;
    int prefix = 0;
    bool operator==(const Ip&) const = default;
  };
  struct Protocol {
    Family family = Family::absent;
    bool autoconf = false;
    bool dhcp = false;
    Switch peer_dns = Switch::absent;
    std::vector<Ip> ips;
    std::string gateway;
    bool operator==(const Protocol&) const = default;
  };
  /// How a bond notices that a port lost its link: by the port's own word, or by asking a neighbour.
  struct MiiMonitor {
    std::optional<int> frequency;  ///< ms
    int down_delay = 0, up_delay = 0;
    Carrier carrier = Carrier::absent;
    bool operator==(const MiiMonitor&) const = default;
  };
  struct ArpMonitor {
    std::optional<int> interval;  ///< ms
    std::string target;
    Validate validate = Validate::absent;
    bool operator==(const ArpMonitor&) const = default;
  };

  Type type = Type::absent;
  std::string name;
  std::string mac;  ///< as it was said; may be anything
  Start start = Start::absent;
  unsigned mtu = 0;
  unsigned speed = 0;  ///< Mbit/s
  LinkState state = LinkState::absent;
  std::vector<Protocol> protocols;
  Switch stp = Switch::absent;  ///< bridge
  std::string delay;
  BondMode mode = BondMode::absent;
  std::optional<MiiMonitor> mii;
  std::optional<ArpMonitor> arp;
  std::string tag;  ///< vlan
  std::string device;
  std::vector<HostInterface> ports;  ///< of a bridge or bond
  bool operator==(const HostInterface&) const = default;
};

/// Throws VIR_ERR_XML_ERROR. `unknown` is told of what was dropped.
HostInterface parse_host_interface(std::string_view xml, const xml::Unknown* unknown = nullptr);
std::string format_host_interface(const HostInterface& interface);

}  // namespace vireo::model
