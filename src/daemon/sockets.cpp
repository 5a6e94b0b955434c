// SPDX-License-Identifier: LGPL-2.1-or-later
#include "daemon/sockets.hpp"

#include <grp.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <charconv>
#include <cstring>
#include <vector>

#include "base/error.hpp"
#include "base/paths.hpp"

namespace vireo::daemon {

namespace {

constexpr int backlog = 1024;

sockaddr_un address_of(const std::filesystem::path& path) {
  sockaddr_un address{.sun_family = AF_UNIX};
  auto text = checked_socket_path(path).native();
  std::memcpy(address.sun_path, text.data(), text.size());
  return address;
}

UniqueFd make_socket() {
  UniqueFd fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  if (!fd) throw system_error(errno, VIR_FROM_RPC, "Failed to create socket");
  return fd;
}

/// A socket's file that nobody listens behind. A live daemon with a full queue counts as alive.
void remove_stale(const std::filesystem::path& path, const sockaddr_un& address) {
  struct stat info {};
  if (::lstat(path.c_str(), &info) < 0 || !S_ISSOCK(info.st_mode)) return;
  auto probe = make_socket();
  if (::connect(probe.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 ||
      errno != ECONNREFUSED)
    return;
  ::unlink(path.c_str());
}

/// While it lives, new files have this mode and group. The daemon has one thread when it makes its sockets.
class CreationMode {
 public:
  CreationMode(mode_t mode, std::optional<gid_t> group)
      : old_mask_(::umask(0777 & ~mode)), old_group_(::getegid()) {
    if (group && *group != old_group_ && ::setegid(*group) < 0) failure_ = errno;
  }
  ~CreationMode() {
    ::umask(old_mask_);
    if (::getegid() != old_group_ && ::setegid(old_group_) < 0) std::abort();
  }
  int failure() const noexcept { return failure_; }

 private:
  mode_t old_mask_;
  gid_t old_group_;
  int failure_ = 0;
};

}  // namespace

gid_t group_id(const std::string& name) {
  gid_t number = 0;
  std::string_view digits = name.starts_with('+') ? std::string_view(name).substr(1) : name;
  std::vector<char> buffer(65536);
  group entry{}, *found = nullptr;
  if (::getgrnam_r(name.c_str(), &entry, buffer.data(), buffer.size(), &found) == 0 && found)
    return found->gr_gid;
  auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (!digits.empty() && failure == std::errc() && end == digits.data() + digits.size()) return number;
  throw error(VIR_ERR_INVALID_ARG, VIR_FROM_NONE, "Failed to parse group '{}'", name);
}

ListeningSocket::ListeningSocket(std::filesystem::path path, mode_t mode, std::optional<gid_t> group)
    : path_(std::move(path)), fd_(make_socket()) {
  auto address = address_of(path_);
  remove_stale(path_, address);
  CreationMode creation(mode, group);
  if (creation.failure())
    throw system_error(creation.failure(), VIR_FROM_RPC,
                       fmt::format("Cannot give socket '{}' to group {}", path_.native(), *group));
  if (::bind(fd_.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) < 0)
    throw system_error(errno, VIR_FROM_RPC, fmt::format("Failed to bind socket to '{}'", path_.native()));
  struct stat info {};
  if (::lstat(path_.c_str(), &info) == 0) inode_ = info.st_ino;
  if (::listen(fd_.get(), backlog) < 0)
    throw system_error(errno, VIR_FROM_RPC, fmt::format("Failed to listen on socket '{}'", path_.native()));
}

ListeningSocket::~ListeningSocket() {
  struct stat info {};
  if (inode_ != 0 && !path_.empty() && ::lstat(path_.c_str(), &info) == 0 && info.st_ino == inode_)
    ::unlink(path_.c_str());
}

}  // namespace vireo::daemon
