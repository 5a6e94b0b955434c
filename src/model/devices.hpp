// SPDX-License-Identifier: LGPL-2.1-or-later
// The smaller devices: controllers, input, sound, watchdog, memory balloon, random numbers, panic notifier …
#pragma once

#include <vector>

#include "base/uuid.hpp"
#include "model/chardev.hpp"

namespace vireo::model {

struct Controller {
  enum class Type { ide, fdc, scsi, sata, virtio_serial, ccid, usb, pci, xenbus, isa };
  Type type = Type::ide;
  std::optional<unsigned> index;  ///< absent until the definition is completed
  std::string model;  ///< "virtio-scsi", "pcie-root-port", "qemu-xhci", …; empty: the driver's choice
  std::optional<unsigned> ports;               ///< virtio-serial, usb
  std::optional<unsigned> vectors;             ///< virtio-serial
  std::optional<unsigned> max_grant_frames;    ///< xenbus
  std::optional<unsigned> max_event_channels;  ///< xenbus
  // driver
  unsigned queues = 0;
  unsigned cmd_per_lun = 0;
  unsigned max_sectors = 0;
  Switch ioeventfd = Switch::absent;
  unsigned iothread = 0;
  VirtioOptions virtio;
  std::optional<unsigned> usb_master_port;  ///< companion of an EHCI controller
  // pci
  std::string pci_model_name;  ///< <model name=…>: "ioh3420", "pcie-root-port", …
  std::optional<unsigned> chassis_nr;
  std::optional<unsigned> chassis;
  std::optional<unsigned> port;
  std::optional<unsigned> bus_nr;
  std::optional<unsigned> target_index;
  std::optional<unsigned> numa_node;
  Switch hotplug = Switch::absent;
  std::uint64_t pci_hole64 = 0;  ///< KiB
  bool pci_hole64_given = false;
  DeviceInfo info;
  bool operator==(const Controller&) const = default;
};

struct Input {
  enum class Type { mouse, tablet, keyboard, passthrough, evdev };
  enum class Bus { absent, ps2, usb, xen, parallels, virtio, none };
  enum class Model { absent, virtio, virtio_transitional, virtio_non_transitional };
  enum class GrabToggle { absent, ctrl_ctrl, alt_alt, shift_shift, meta_meta, scrolllock, ctrl_scrolllock };
  Type type = Type::mouse;
  Bus bus = Bus::absent;
  Model model = Model::absent;
  std::string event_device;  ///< passthrough, evdev
  Switch grab_all = Switch::absent;
  GrabToggle grab_toggle = GrabToggle::absent;
  Switch repeat = Switch::absent;
  VirtioOptions virtio;
  DeviceInfo info;
  bool operator==(const Input&) const = default;
};

struct Sound {
  enum class Model { absent, sb16, es1370, pcspk, ac97, ich6, ich9, usb, ich7 };
  struct Codec {
    std::string type;
    bool operator==(const Codec&) const = default;
  };
  Model model = Model::absent;
  Switch multichannel = Switch::absent;
  std::vector<Codec> codecs;
  std::optional<unsigned> audio_id;
  DeviceInfo info;
  bool operator==(const Sound&) const = default;
};

/// A host's audio backend; sound devices and displays refer to it by number.
struct Audio {
  enum class Type { none, alsa, coreaudio, jack, oss, pulseaudio, sdl, spice, file, dbus };
  /// One direction.
  struct Stream {
    Switch mixing_engine = Switch::absent;
    Switch fixed_settings = Switch::absent;
    unsigned voices = 0;
    unsigned buffer_length = 0;  ///< µs
    unsigned frequency = 0;
    unsigned channels = 0;
    std::string format;
    std::string device;         ///< alsa, oss
    unsigned buffer_count = 0;  ///< coreaudio, oss, sdl
    Switch try_poll = Switch::absent;
    std::string name;         ///< pulseaudio
    std::string stream_name;  ///< pulseaudio
    unsigned latency = 0;     ///< pulseaudio, µs
    std::string server_name;  ///< jack
    std::string client_name;
    std::string connect_ports;
    Switch exact_name = Switch::absent;
    bool operator==(const Stream&) const = default;
  };
  unsigned id = 0;
  Type type = Type::none;
  unsigned timer_period = 0;  ///< µs
  Stream input;
  Stream output;
  Switch try_mmap = Switch::absent;   ///< oss
  Switch exclusive = Switch::absent;  ///< oss
  std::optional<int> dsp_policy;      ///< oss
  std::string server_name;            ///< pulseaudio
  std::string driver;                 ///< sdl
  std::string path;                   ///< file
  bool operator==(const Audio&) const = default;
};

struct Watchdog {
  enum class Model { i6300esb, ib700, diag288, itco };
  enum class Action { reset, shutdown, poweroff, pause, none, dump, inject_nmi };
  Model model = Model::i6300esb;
  Action action = Action::reset;
  DeviceInfo info;
  bool operator==(const Watchdog&) const = default;
};

struct MemoryBalloon {
  enum class Model { virtio, xen, none, virtio_transitional, virtio_non_transitional };
  Model model = Model::virtio;
  Switch auto_deflate = Switch::absent;
  Switch free_page_reporting = Switch::absent;
  unsigned stats_period = 0;  ///< s
  VirtioOptions virtio;
  DeviceInfo info;
  bool operator==(const MemoryBalloon&) const = default;
};

struct Rng {
  enum class Model { virtio, virtio_transitional, virtio_non_transitional };
  enum class Backend { random, egd, builtin };
  Model model = Model::virtio;
  unsigned rate_bytes = 0;   ///< per period
  unsigned rate_period = 0;  ///< ms; 0: not said
  Backend backend = Backend::random;
  std::string device;  ///< random: the host's source; empty: /dev/urandom
  CharSource source;   ///< egd
  VirtioOptions virtio;
  DeviceInfo info;
  bool operator==(const Rng&) const = default;
};

/// A trusted platform module: a host's own, or swtpm.
struct Tpm {
  enum class Model { absent, tis, crb, spapr, spapr_proxy };
  enum class Backend { passthrough, emulator };
  enum class Version { absent, v1_2, v2_0 };
  Model model = Model::absent;
  Backend backend = Backend::passthrough;
  Version version = Version::absent;  ///< emulator
  Switch persistent_state = Switch::absent;
  std::string device;          ///< passthrough
  std::optional<Uuid> secret;  ///< emulator: encrypts its state
  bool sha1 = false, sha256 = false, sha384 = false, sha512 = false;
  DeviceInfo info;
  bool operator==(const Tpm&) const = default;
};

struct Panic {
  enum class Model { absent, isa, pseries, hyperv, s390, pvpanic };
  Model model = Model::absent;
  DeviceInfo info;
  bool operator==(const Panic&) const = default;
};

struct Hub {
  enum class Type { usb };
  Type type = Type::usb;
  DeviceInfo info;
  bool operator==(const Hub&) const = default;
};

struct RedirectedDevice {
  enum class Bus { usb };
  Bus bus = Bus::usb;
  CharSource source{.type = CharSource::Type::spicevmc};
  DeviceInfo info;
  bool operator==(const RedirectedDevice&) const = default;
};

struct Vsock {
  enum class Model { absent, virtio, virtio_transitional, virtio_non_transitional };
  Model model = Model::absent;
  Switch auto_cid = Switch::absent;
  unsigned cid = 0;
  VirtioOptions virtio;
  DeviceInfo info;
  bool operator==(const Vsock&) const = default;
};

}  // namespace vireo::model
