// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/remote/address.hpp"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <thread>

#include "base/paths.hpp"

namespace vireo::remote {
namespace {

namespace fs = std::filesystem;

/// Hypervisors and other drivers that live in a daemon when the URI names no host.
constexpr std::array<std::string_view, 12> daemon_schemes{"qemu",    "xen",    "lxc",     "ch",
                                                          "bhyve",   "vz",     "openvz",  "network",
                                                          "storage", "secret", "nodedev", "nwfilter"};
/// Parameters that are about the way to the daemon, not for it.
constexpr std::array<std::string_view, 17> own_params{"name",
                                                      "command",
                                                      "socket",
                                                      "auth",
                                                      "netcat",
                                                      "keyfile",
                                                      "pkipath",
                                                      "no_sanity",
                                                      "no_verify",
                                                      "no_tty",
                                                      "sshauth",
                                                      "mode",
                                                      "proxy",
                                                      "tls_priority",
                                                      "knownhosts",
                                                      "known_hosts",
                                                      "known_hosts_verify"};
constexpr std::array<std::string_view, 6> other_transports{"tls", "tcp", "ssh", "ext", "libssh", "libssh2"};

constexpr auto start_patience = std::chrono::seconds(30);
constexpr auto start_pause = std::chrono::milliseconds(10);

bool contains(const auto& list, std::string_view text) { return std::ranges::find(list, text) != list.end(); }

void check_transport(const Uri& uri) {
  std::string_view transport = uri.transport();
  if (transport.empty() && !uri.server.empty()) transport = "tls";
  if (transport.empty() || transport == "unix") return;
  if (contains(other_transports, transport))
    throw error(VIR_ERR_NO_SUPPORT, VIR_FROM_REMOTE, "transport '{}' (only unix sockets so far)", transport);
  throw Error(VIR_ERR_INVALID_ARG, VIR_FROM_REMOTE,
              "remote_open: transport in URL not recognised (should be tls|unix|ssh|ext|tcp|libssh2|libssh)");
}

/// The socket of the daemon for everything, or where there is only one for this driver, of that one.
fs::path default_socket(const Uri& uri, bool session, bool readonly) {
  const Paths paths = session ? Paths::user() : Paths::system();
  readonly = readonly && !session;
  const fs::path whole = readonly ? paths.readonly_socket() : paths.socket();
  const fs::path single = paths.run / fmt::format("virt{}d-sock{}", uri.driver(), readonly ? "-ro" : "");
  const std::string mode = uri.param("mode").value_or("auto");
  if (mode == "legacy") return whole;
  if (mode == "direct") return single;
  if (mode != "auto") throw error(VIR_ERR_INVALID_ARG, VIR_FROM_REMOTE, "Unknown remote mode '{}'", mode);
  std::error_code ignored;
  return !fs::exists(whole, ignored) && fs::exists(single, ignored) ? single : whole;
}

std::string remote_uri(const Uri& uri) {
  if (const auto name = uri.param("name")) return *name;
  Uri inner = uri;
  inner.scheme = uri.driver();
  inner.server.clear();
  inner.user.clear();
  inner.port = 0;
  auto params = uri.params;
  std::erase_if(params, [](const auto& param) { return contains(own_params, param.first); });
  inner.set_params(std::move(params));
  return inner.to_string();
}

/// errno, or 0 and the socket.
int try_connect(const fs::path& path, UniqueFd& socket) {
  sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
  const std::string name = checked_socket_path(path).string();
  std::memcpy(address.sun_path, name.data(), name.size());
  socket.reset(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  if (!socket) return errno;
  while (::connect(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) < 0)
    if (errno != EINTR) return errno;
  return 0;
}

bool not_running(int errno_value) { return errno_value == ENOENT || errno_value == ECONNREFUSED; }

}  // namespace

bool is_remote(const Uri& uri) {
  return !uri.transport().empty() || !uri.server.empty() || contains(daemon_schemes, uri.driver());
}

Address resolve(const driver::OpenRequest& request) {
  const Uri& uri = request.uri;
  check_transport(uri);
  Address address;
  address.remote_uri = remote_uri(uri);
  const bool session = uri.path == "/session";
  const fs::path by_default = default_socket(uri, session, request.readonly);
  const auto socket = uri.param("socket");
  address.socket = socket ? fs::path(*socket) : by_default;
  const char* wish = std::getenv("LIBVIRT_AUTOSTART");
  address.autostart = session && !socket && !(wish && std::string_view(wish) == "0");
  return address;
}

UniqueFd connect(const Address& address) {
  UniqueFd socket;
  int failure = try_connect(address.socket, socket);
  if (address.autostart && not_running(failure)) {
    const std::string trouble = start_daemon();
    // Another program may have started it at the same time: then ours has given up, and that one will come.
    const Deadline patience = Clock::now() + start_patience;
    while (not_running(failure = try_connect(address.socket, socket)) && Clock::now() < patience) {
      if (!trouble.empty() && !daemon_exists()) throw Error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_RPC, trouble);
      std::this_thread::sleep_for(start_pause);
    }
  }
  if (failure)
    throw system_error(failure, VIR_FROM_RPC,
                       fmt::format("Failed to connect socket to '{}'", address.socket.string()));
  return socket;
}

}  // namespace vireo::remote
