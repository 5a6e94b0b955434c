// SPDX-License-Identifier: LGPL-2.1-or-later
// Network interfaces.
#pragma once

#include <vector>

#include "base/uuid.hpp"
#include "model/address.hpp"

namespace vireo::model {

struct IpAddress {
  std::string family;
  std::string address;
  std::optional<unsigned> prefix;
  std::string peer;
  bool operator==(const IpAddress&) const = default;
};

struct Bandwidth {
  struct Rate {
    std::uint64_t average = 0;  ///< KiB/s
    std::uint64_t peak = 0;     ///< KiB/s
    std::uint64_t floor = 0;    ///< KiB/s, inbound only
    std::uint64_t burst = 0;    ///< KiB
    bool operator==(const Rate&) const = default;
  };
  std::optional<Rate> inbound;
  std::optional<Rate> outbound;
  bool operator==(const Bandwidth&) const = default;
};

/// <vlan>
struct Vlan {
  enum class Native { absent, tagged, untagged };
  struct Tag {
    unsigned id = 0;
    Native native = Native::absent;
    bool operator==(const Tag&) const = default;
  };
  Switch trunk = Switch::absent;
  std::vector<Tag> tags;
  bool operator==(const Vlan&) const = default;
};

/// <virtualport>: how a switch beyond libvirt knows the interface.
struct VirtualPort {
  enum class Type { absent, none, qbg, qbh, openvswitch, midonet };
  Type type = Type::absent;
  std::optional<unsigned> manager_id;
  std::optional<unsigned> type_id;
  std::optional<unsigned> type_id_version;
  std::optional<Uuid> instance_id;
  std::optional<Uuid> interface_id;
  std::string profile_id;
  bool operator==(const VirtualPort&) const = default;
};

struct IpRoute {
  std::string family;
  std::string address;
  std::string netmask;
  std::optional<unsigned> prefix;
  std::string gateway;
  std::optional<unsigned> metric;
  bool operator==(const IpRoute&) const = default;
};

struct FilterParameter {
  std::string name;
  std::string value;
  bool operator==(const FilterParameter&) const = default;
};

struct Interface {
  enum class Type {
    user,
    ethernet,
    vhostuser,
    server,
    client,
    mcast,
    network,
    bridge,
    internal,
    direct,
    hostdev,
    udp,
    vdpa,
    null,
    vds
  };
  enum class DirectMode { absent, vepa, private_, bridge, passthrough };
  enum class SocketMode { absent, client, server };
  enum class Backend { absent, qemu, vhost, vfio };
  enum class LinkState { absent, up, down };
  enum class TxMode { absent, iothread, timer };

  Type type = Type::user;
  Switch managed = Switch::absent;  ///< hostdev
  Switch trust_guest_rx_filters = Switch::absent;
  Mac mac;
  bool mac_generated = false;  ///< the definition said none; not written
  // source
  std::string bridge;           ///< bridge
  std::string network;          ///< network
  std::string portgroup;        ///< network
  std::optional<Uuid> port_id;  ///< network, while running
  std::string device;           ///< direct, vdpa
  DirectMode direct_mode = DirectMode::vepa;
  std::string internal_name;
  std::string socket_type;  ///< vhostuser: unix
  std::string socket_path;
  SocketMode socket_mode = SocketMode::absent;
  Switch reconnect = Switch::absent;
  unsigned reconnect_timeout = 0;  ///< s
  std::string address;             ///< server, client, mcast, udp
  unsigned port = 0;
  std::string local_address;  ///< udp
  unsigned local_port = 0;
  Address host_address;      ///< hostdev: PCI or USB address on the host
  std::string backend_type;  ///< user: "passt"
  std::string backend_log_file;
  // host side
  std::string script;
  std::string down_script;
  std::string
      target_device;  ///< tap name; names that the daemon makes up itself are not kept in inactive XML
  Switch target_managed = Switch::absent;
  std::string guest_device;  ///< containers
  std::string tap_path;
  std::string vhost_path;
  std::string filter;  ///< nwfilter's name
  std::vector<FilterParameter> filter_parameters;
  std::optional<VirtualPort> virtual_port;
  std::optional<Vlan> vlan;
  std::optional<Bandwidth> bandwidth;
  std::vector<IpAddress> addresses;  ///< the guest's
  std::vector<IpRoute> routes;
  std::vector<IpAddress> host_addresses;
  std::vector<IpRoute> host_routes;
  std::optional<unsigned> coalesce_rx_frames;
  // guest side
  std::string model;  ///< "virtio", "e1000", …
  LinkState link = LinkState::absent;
  unsigned mtu = 0;
  Switch isolated = Switch::absent;
  std::uint64_t sndbuf = 0;  ///< bytes
  bool sndbuf_given = false;
  // driver
  Backend driver = Backend::absent;
  TxMode tx_mode = TxMode::absent;
  Switch ioeventfd = Switch::absent;
  Switch event_idx = Switch::absent;
  unsigned queues = 0;
  unsigned rx_queue_size = 0;
  unsigned tx_queue_size = 0;
  Switch rss = Switch::absent;
  Switch rss_hash_report = Switch::absent;
  VirtioOptions virtio;
  DeviceInfo info;
  bool operator==(const Interface&) const = default;

  bool is_virtio() const noexcept {
    return model == "virtio" || model == "virtio-transitional" || model == "virtio-non-transitional";
  }
};

}  // namespace vireo::model
