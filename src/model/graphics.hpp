// SPDX-License-Identifier: LGPL-2.1-or-later
// Displays (vnc, spice, sdl …) and video cards.
#pragma once

#include <vector>

#include "model/address.hpp"

namespace vireo::model {

struct Listen {
  enum class Type { none, address, network, socket };
  Type type = Type::address;
  std::string address;
  std::string network;
  std::string socket;
  bool from_config = false;  ///< address or socket came from the driver's configuration
  bool auto_socket = false;  ///< the driver makes up the socket's name
  bool operator==(const Listen&) const = default;
};

struct Graphics {
  enum class Type { sdl, vnc, rdp, desktop, spice, egl_headless, dbus };
  enum class Share { absent, allow_exclusive, force_shared, ignore };
  enum class Connected { absent, fail, disconnect, keep };

  Type type = Type::vnc;
  int port = 0;      ///< 0: none; -1: automatic (then `autoport`)
  int tls_port = 0;  ///< spice
  bool autoport = false;
  int websocket = 0;  ///< vnc; -1: automatic
  Share share_policy = Share::absent;
  std::string keymap;
  std::string password;                          ///< secret
  bool password_given = false;                   ///< an empty password differs from none
  std::optional<std::string> password_valid_to;  ///< UTC, YYYY-MM-DDTHH:MM:SS
  Connected connected = Connected::absent;
  Switch power_control = Switch::absent;  ///< vnc
  std::vector<Listen> listens;
  std::string display;                 ///< sdl, desktop
  std::string xauth;                   ///< sdl
  Switch fullscreen = Switch::absent;  ///< sdl, desktop
  Switch multi_user = Switch::absent;  ///< rdp
  Switch replace_user = Switch::absent;
  Switch gl = Switch::absent;  ///< sdl, spice, egl-headless, dbus
  std::string render_node;
  Switch dbus_p2p = Switch::absent;
  std::string dbus_address;
  std::optional<unsigned> audio_id;
  // spice
  struct Channel {
    std::string name;
    std::string mode;
    bool operator==(const Channel&) const = default;
  };
  std::string default_mode;
  std::vector<Channel> channels;
  std::string image_compression, jpeg_compression, zlib_compression;
  Switch playback_compression = Switch::absent;
  std::string streaming_mode;
  Switch clipboard_copypaste = Switch::absent;
  std::string mouse_mode;
  Switch file_transfer = Switch::absent;
  bool operator==(const Graphics&) const = default;
};

struct Video {
  enum class Type {
    absent,
    default_,
    vga,
    cirrus,
    vmvga,
    xen,
    vbox,
    qxl,
    parallels,
    virtio,
    gop,
    none,
    bochs,
    ramfb
  };
  Type type = Type::absent;
  unsigned ram = 0;     ///< KiB
  unsigned vram = 0;    ///< KiB
  unsigned vram64 = 0;  ///< KiB
  unsigned vgamem = 0;  ///< KiB
  unsigned heads = 0;
  bool primary = false;
  Switch blob = Switch::absent;
  Switch accel2d = Switch::absent;
  Switch accel3d = Switch::absent;
  std::string render_node;
  unsigned width = 0, height = 0;
  std::string backend;  ///< driver name: qemu, vhostuser
  std::string vga_conf;
  VirtioOptions virtio;
  DeviceInfo info;
  bool operator==(const Video&) const = default;
};

}  // namespace vireo::model
