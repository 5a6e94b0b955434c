// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/qemu/ports.hpp"

#include <netinet/in.h>
#include <sys/socket.h>

#include <cerrno>

#include "base/error.hpp"
#include "base/unique_fd.hpp"

namespace vireo::qemu {
namespace {

template <class Address>
bool can_bind(int family, const Address& address) {
  UniqueFd fd(::socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0));
  if (!fd) return true;  // no such family here: nobody listens by it
  int yes = 1;
  ::setsockopt(fd.get(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  if (family == AF_INET6) ::setsockopt(fd.get(), IPPROTO_IPV6, IPV6_V6ONLY, &yes, sizeof yes);
  return ::bind(fd.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 ||
         errno != EADDRINUSE;
}

}  // namespace

bool port_is_free(int port) {
  sockaddr_in four{};
  four.sin_family = AF_INET;
  four.sin_port = htons(static_cast<std::uint16_t>(port));
  sockaddr_in6 six{};
  six.sin6_family = AF_INET6;
  six.sin6_port = four.sin_port;
  return can_bind(AF_INET, four) && can_bind(AF_INET6, six);
}

int PortPool::acquire(int purpose) {
  const Range range = ranges_[purpose];
  for (unsigned port = range.first; port <= range.last; ++port) {
    int number = static_cast<int>(port);
    if (taken_.contains(number) || !port_is_free(number)) continue;
    taken_.insert(number);
    return number;
  }
  throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_QEMU, "no display port between {} and {} is free", range.first,
              range.last);
}

void PortPool::reserve(int port) {
  if (!taken_.insert(port).second)
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_NONE,
                "Failed to reserve port {}: another display of this host's guests has it", port);
}

}  // namespace vireo::qemu
