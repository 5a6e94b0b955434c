// SPDX-License-Identifier: LGPL-2.1-or-later
#include "daemon/systemd.hpp"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <filesystem>

namespace vireo::daemon {

namespace {

constexpr int first_fd = 3;

int number_in(const char* variable) {
  const char* text = ::secure_getenv(variable);
  return text ? std::atoi(text) : 0;
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= text.size();) {
    auto end = std::min(text.find(separator, at), text.size());
    parts.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

/// File name of a listening unix socket's address; empty for anything else.
std::string socket_name(int fd) {
  sockaddr_un address{};
  socklen_t size = sizeof address;
  if (::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size) < 0 || address.sun_family != AF_UNIX)
    return "";
  return std::filesystem::path(address.sun_path).filename();
}

}  // namespace

void notify(std::string_view state) noexcept {
  const char* path = ::secure_getenv("NOTIFY_SOCKET");
  sockaddr_un address{.sun_family = AF_UNIX};
  if (!path || !*path || std::strlen(path) >= sizeof address.sun_path) return;
  auto length = std::strlen(path);
  std::memcpy(address.sun_path, path, length);
  if (*path == '@') address.sun_path[0] = '\0';
  UniqueFd fd(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
  if (fd)
    ::sendto(fd.get(), state.data(), state.size(), MSG_NOSIGNAL, reinterpret_cast<sockaddr*>(&address),
             static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + length));
}

std::vector<ActivatedSocket> take_activated_sockets() {
  std::vector<ActivatedSocket> sockets;
  if (number_in("LISTEN_PID") != ::getpid()) return sockets;
  const char* all_names = ::secure_getenv("LISTEN_FDNAMES");
  auto names = split(all_names ? all_names : "", ':');
  for (int i = 0, count = number_in("LISTEN_FDS"); i < count; ++i) {
    UniqueFd fd(first_fd + i);
    ::fcntl(fd.get(), F_SETFD, FD_CLOEXEC);
    auto unit = i < std::ssize(names) ? names[static_cast<std::size_t>(i)] : "";
    auto name = socket_name(fd.get());
    if (name.empty()) continue;
    if (unit == "libvirtd-ro.socket" || name == "libvirt-sock-ro")
      sockets.push_back({std::move(fd), true});
    else if (unit == "libvirtd.socket" || name == "libvirt-sock")
      sockets.push_back({std::move(fd), false});
  }
  for (auto variable : {"LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES"}) ::unsetenv(variable);
  return sockets;
}

}  // namespace vireo::daemon
