// SPDX-License-Identifier: LGPL-2.1-or-later
// Character devices: the host end (CharSource) and the four guest ends.
#pragma once

#include <vector>

#include "model/address.hpp"

namespace vireo::model {

struct CharSource {
  enum class Type {
    null,
    vc,
    pty,
    dev,
    file,
    pipe,
    stdio,
    udp,
    tcp,
    unix_,
    spicevmc,
    spiceport,
    nmdm,
    qemu_vdagent,
    dbus
  };
  enum class Mode { absent, connect, bind };
  enum class Protocol { raw, telnet, telnets, tls };
  Type type = Type::pty;
  std::string path;  ///< pty (while running), dev, file, pipe, unix
  Switch append = Switch::absent;
  Mode mode = Mode::absent;  ///< tcp, unix; udp has both ends
  std::string host;          ///< tcp; udp: where to send
  std::string service;
  std::string bind_host;  ///< udp: where to listen
  std::string bind_service;
  Protocol protocol = Protocol::raw;  ///< tcp
  Switch tls = Switch::absent;
  bool tls_from_config = false;
  Switch reconnect = Switch::absent;
  unsigned reconnect_timeout = 0;  ///< s
  std::string channel;             ///< spiceport, dbus
  std::string master;              ///< nmdm
  std::string slave;
  Switch clipboard = Switch::absent;  ///< qemu-vdagent
  Switch mouse_client = Switch::absent;
  std::string log_file;
  Switch log_append = Switch::absent;
  std::vector<SecurityLabel> labels;
  bool operator==(const CharSource&) const = default;
};

struct Serial {
  enum class Target { absent, isa, usb, pci, spapr_vio, system, sclp, isa_debug };
  enum class Model {
    absent,
    isa_serial,
    usb_serial,
    pci_serial,
    spapr_vty,
    pl011,
    sclpconsole,
    sclplmconsole,
    model_16550a,
    isa_debugcon
  };
  CharSource source;
  Target target = Target::absent;
  Model model = Model::absent;
  std::optional<unsigned> port;
  DeviceInfo info;
  bool operator==(const Serial&) const = default;
};

struct Parallel {
  CharSource source;
  std::optional<unsigned> port;
  DeviceInfo info;
  bool operator==(const Parallel&) const = default;
};

struct Console {
  enum class Target { absent, serial, xen, uml, virtio, lxc, openvz, sclp, sclplm };
  CharSource source;
  Target target = Target::absent;
  std::optional<unsigned> port;
  DeviceInfo info;
  bool operator==(const Console&) const = default;
};

struct Channel {
  enum class Target { absent, guestfwd, virtio, xen };
  enum class State { absent, connected, disconnected };
  CharSource source;
  Target target = Target::absent;
  std::string name;             ///< virtio, xen
  State state = State::absent;  ///< virtio, while running
  std::string address;          ///< guestfwd: IP address in the guest's network
  unsigned port = 0;            ///< guestfwd
  DeviceInfo info;
  bool operator==(const Channel&) const = default;
};

}  // namespace vireo::model
