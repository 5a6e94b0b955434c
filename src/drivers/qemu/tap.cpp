// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/qemu/tap.hpp"

#include <fcntl.h>
#include <linux/if_tun.h>
#include <net/if.h>
#include <net/if_arp.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/error.hpp"
#include "base/unique_fd.hpp"

// <linux/sockios.h> and <net/if.h> define some names twice.
#ifndef SIOCBRADDIF
#define SIOCBRADDIF 0x89a2
#endif

namespace vireo::qemu {
namespace {

class ControlSocket {
 public:
  ControlSocket() : fd_(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
    if (fd_ < 0) throw system_error(errno, VIR_FROM_QEMU, "Cannot open control socket");
  }
  ~ControlSocket() { ::close(fd_); }
  ControlSocket(const ControlSocket&) = delete;
  int fd() const { return fd_; }

 private:
  int fd_;
};

ifreq request_for(const std::string& device) {
  ifreq request{};
  if (device.size() >= sizeof request.ifr_name)
    throw system_error(ERANGE, VIR_FROM_NONE, fmt::format("Network interface name '{}' is too long", device));
  std::ranges::copy(device, request.ifr_name);
  return request;
}

}  // namespace

Tap make_tap(const std::string& name, TapOptions options) {
  if (link_exists(name))
    throw error(VIR_ERR_OPERATION_INVALID, VIR_FROM_NONE, "The {} interface already exists", name);
  return open_tap(name, options);
}

Tap open_tap(const std::string& name, TapOptions options) {
  UniqueFd fd(::open("/dev/net/tun", O_RDWR | O_CLOEXEC));
  if (!fd) throw system_error(errno, VIR_FROM_QEMU, "Unable to open /dev/net/tun, is tun module loaded?");
  ifreq request = request_for(name);
  request.ifr_flags = static_cast<short>(IFF_TAP | IFF_NO_PI | (options.vnet_header ? IFF_VNET_HDR : 0) |
                                         (options.multi_queue ? IFF_MULTI_QUEUE : 0));
  if (::ioctl(fd.get(), TUNSETIFF, &request) < 0)
    throw system_error(errno, VIR_FROM_QEMU, fmt::format("Unable to create tap device {}", name));
  return {.fd = fd.release(), .name = request.ifr_name};
}

void set_tap_mac(const std::string& device, std::array<std::uint8_t, 6> mac) {
  ifreq request = request_for(device);
  request.ifr_hwaddr.sa_family = ARPHRD_ETHER;
  mac[0] = 0xfe;
  std::memcpy(request.ifr_hwaddr.sa_data, mac.data(), mac.size());
  ControlSocket control;
  if (::ioctl(control.fd(), SIOCSIFHWADDR, &request) < 0)
    throw system_error(errno, VIR_FROM_QEMU, fmt::format("Cannot set the MAC address of '{}'", device));
}

void set_mtu(const std::string& device, unsigned mtu) {
  ifreq request = request_for(device);
  request.ifr_mtu = static_cast<int>(mtu);
  ControlSocket control;
  if (::ioctl(control.fd(), SIOCSIFMTU, &request) < 0)
    throw system_error(errno, VIR_FROM_QEMU, fmt::format("Cannot set interface MTU on '{}'", device));
}

void add_to_bridge(const std::string& bridge, const std::string& device) {
  ifreq request = request_for(bridge);
  request.ifr_ifindex = static_cast<int>(::if_nametoindex(device.c_str()));
  ControlSocket control;
  if (::ioctl(control.fd(), SIOCBRADDIF, &request) < 0)
    throw system_error(errno, VIR_FROM_QEMU, fmt::format("Unable to add bridge {} port {}", bridge, device));
}

void set_link_up(const std::string& device) {
  ControlSocket control;
  ifreq request = request_for(device);
  if (::ioctl(control.fd(), SIOCGIFFLAGS, &request) < 0)
    throw system_error(errno, VIR_FROM_QEMU, fmt::format("Cannot get interface flags on '{}'", device));
  request.ifr_flags = static_cast<short>(request.ifr_flags | IFF_UP);
  if (::ioctl(control.fd(), SIOCSIFFLAGS, &request) < 0)
    throw system_error(errno, VIR_FROM_QEMU, fmt::format("Cannot set interface flags on '{}'", device));
}

bool link_exists(const std::string& device) { return ::if_nametoindex(device.c_str()) != 0; }

}  // namespace vireo::qemu
