// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/qemu/host_side.hpp"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

#include "base/error.hpp"
#include "drivers/qemu/tap.hpp"

namespace vireo::qemu {
namespace {

using model::CharSource;
using model::StorageSource;

constexpr std::size_t words_limit = 4096;
constexpr int vnc_base = 5900;
/// VHOST_VSOCK_SET_GUEST_CID; the kernel's header of it is not for C++.
constexpr unsigned long set_guest_cid = _IOW(0xaf, 0x60, std::uint64_t);

void require_file(const std::string& path, int domain, std::string_view what) {
  if (::access(path.c_str(), F_OK) != 0)
    throw system_error(errno, domain, fmt::format("{} '{}'", what, path));
}

bool is_local(const StorageSource& source) {
  return (source.type == StorageSource::Type::file || source.type == StorageSource::Type::block) &&
         !source.path.empty();
}

void add_owner(std::vector<OwnerChange>& owners, const std::string& path, const Credentials& wanted) {
  struct stat status {};
  if (path.empty() || ::stat(path.c_str(), &status) != 0) return;
  if (status.st_uid == wanted.uid && status.st_gid == wanted.gid) return;
  bool known = std::ranges::any_of(owners, [&](const OwnerChange& owner) { return owner.path == path; });
  if (!known) owners.push_back({path, status.st_uid, status.st_gid});
}

/// Kernel and the like are only read; they change hands only when QEMU's user could not read them.
void add_reader(std::vector<OwnerChange>& owners, const std::string& path, const Credentials& wanted) {
  struct stat status {};
  if (path.empty() || ::stat(path.c_str(), &status) != 0 || (status.st_mode & S_IROTH)) return;
  add_owner(owners, path, wanted);
}

bool is_vnc_port(const model::Graphics& graphics) {
  return graphics.type == model::Graphics::Type::vnc &&
         (graphics.listens.empty() || graphics.listens.front().type == model::Listen::Type::address ||
          graphics.listens.front().type == model::Listen::Type::network);
}

/// Every character device's end on the host.
template <class Function>
void for_each_source(const model::Domain& live, Function function) {
  for (const model::Serial& serial : live.serials) function(serial.source);
  for (const model::Parallel& parallel : live.parallels) function(parallel.source);
  for (const model::Channel& channel : live.channels) function(channel.source);
  for (const model::Console& console : live.consoles)
    if (console.target == model::Console::Target::virtio) function(console.source);
}

template <class Device>
void take_terminal(Device& device, const std::vector<qmp::CharDevice>& devices) {
  if (device.source.type != CharSource::Type::pty) return;
  std::string label = "char" + device.info.alias;
  for (const qmp::CharDevice& known : devices)
    if (known.label == label && known.filename.starts_with("pty:"))
      device.source.path = known.filename.substr(4);
}

}  // namespace

void HostSide::check_files(const model::Domain& live) const {
  for (const model::Disk& disk : live.disks)
    if (is_local(disk.source) && disk.source.startup_policy != StorageSource::Startup::optional)
      require_file(disk.source.path, VIR_FROM_STORAGE, "Cannot access storage file");
  for (const std::string* path : {&live.os.kernel, &live.os.initrd, &live.os.dtb})
    if (!path->empty()) require_file(*path, VIR_FROM_SECURITY, "Cannot access boot file");
  if (live.os.loader && !live.os.loader->path.empty())
    require_file(live.os.loader->path, VIR_FROM_QEMU, "Cannot access firmware file");
}

void HostSide::reserve_ports(model::Domain& live, PortPool& pool, const Settings& settings) {
  const auto take = [&](int& port, bool automatic, int first) {
    if (automatic)
      port = pool.acquire(first);
    else
      pool.reserve(port);
    ports_.push_back(port);
  };
  for (model::Graphics& graphics : live.graphics) {
    if (!is_vnc_port(graphics)) continue;
    if (graphics.listens.empty()) graphics.listens.emplace_back();
    model::Listen& listen = graphics.listens.front();
    if (listen.address.empty()) {
      listen.address = settings.vnc_listen;
      listen.from_config = true;
    }
    const bool automatic = graphics.autoport || graphics.port <= 0;
    if (!automatic && (graphics.port < vnc_base || graphics.port > 65535))
      throw error(VIR_ERR_CONFIG_UNSUPPORTED, VIR_FROM_QEMU, "vnc port must be in range [{},65535]",
                  vnc_base);
    take(graphics.port, automatic, PortPool::display);
    if (graphics.websocket) take(graphics.websocket, graphics.websocket < 0, PortPool::websocket);
  }
}

void HostSide::make_directory(const fs::path& path, const std::optional<Credentials>& owner) {
  remove_directory(path);  // of an id that a crashed daemon had given out
  make_directories(path, 0750);
  if (owner && ::lchown(path.c_str(), owner->uid, owner->gid) != 0)
    throw system_error(errno, VIR_FROM_QEMU, fmt::format("cannot change the owner of '{}'", path.string()));
}

void HostSide::make_tap_of(model::Interface& interface) {
  using Type = model::Interface::Type;
  const bool bridged = interface.type == Type::bridge;
  if (bridged && !link_exists(interface.bridge))
    throw system_error(ENODEV, VIR_FROM_NONE,
                       fmt::format("Cannot get interface MTU on '{}'", interface.bridge));
  const bool ours = bridged || interface.target_managed != model::Switch::no;
  if (!ours && !link_exists(interface.target_device))
    throw error(VIR_ERR_INTERNAL_ERROR, VIR_FROM_QEMU, "target managed='no' but there is no device '{}'",
                interface.target_device);
  const TapOptions options{.vnet_header = interface.is_virtio(), .multi_queue = interface.queues > 1};
  const std::string wanted = interface.target_device.empty() ? "vnet%d" : interface.target_device;
  std::vector<int>& fds = tap_fds_[interface.info.alias];
  const Tap tap = ours ? make_tap(wanted, options) : open_tap(wanted, options);
  fds.push_back(tap.fd);
  interface.target_device = tap.name;
  while (fds.size() < interface.queues) fds.push_back(open_tap(tap.name, options).fd);
  if (!ours) return;
  set_tap_mac(tap.name, interface.mac.bytes);
  if (interface.mtu) set_mtu(tap.name, interface.mtu);
  if (bridged) add_to_bridge(interface.bridge, tap.name);
  set_link_up(tap.name);
}

void HostSide::make_taps(model::Domain& live) {
  for (model::Interface& interface : live.interfaces) {
    if (interface.type == model::Interface::Type::network)
      throw error(VIR_ERR_NO_NETWORK, VIR_FROM_NETWORK, "no network with matching name '{}'",
                  interface.network);
    if (interface.type == model::Interface::Type::bridge ||
        interface.type == model::Interface::Type::ethernet)
      make_tap_of(interface);
  }
}

void HostSide::open_vsock(model::Domain& live) {
  if (!live.vsock) return;
  model::Vsock& vsock = *live.vsock;
  vsock_.reset(::open("/dev/vhost-vsock", O_RDWR | O_CLOEXEC));
  if (!vsock_) throw system_error(errno, VIR_FROM_QEMU, "unable to open vhost-vsock device");
  const bool automatic = vsock.auto_cid == model::Switch::yes;
  constexpr unsigned first_cid = 3;  // below are the hypervisor's and the host's
  std::uint64_t cid = automatic ? first_cid : vsock.cid;
  while (::ioctl(vsock_.get(), set_guest_cid, &cid) != 0) {
    if (errno != EADDRINUSE || !automatic)
      throw system_error(errno, VIR_FROM_QEMU, fmt::format("unable to set guest cid {}", cid));
    ++cid;
  }
  vsock.cid = static_cast<unsigned>(cid);
}

void HostSide::make_files(model::Domain& live, const fs::path& directory) {
  for (model::Graphics& graphics : live.graphics)
    for (model::Listen& listen : graphics.listens)
      if (listen.type == model::Listen::Type::socket && listen.socket.empty()) {
        listen.socket = (directory / "vnc.sock").string();
        listen.auto_socket = true;
      }
  for_each_source(live, [this](const CharSource& source) {
    if (source.type != CharSource::Type::file) return;
    const bool there = ::access(source.path.c_str(), F_OK) == 0;
    UniqueFd fd(::open(source.path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0600));
    if (!fd) throw system_error(errno, VIR_FROM_QEMU, fmt::format("Failed to create file '{}'", source.path));
    if (!there) files_.push_back(source.path);
  });
}

void HostSide::remove_files() noexcept {
  for (const std::string& file : files_) ::unlink(file.c_str());
  files_.clear();
}

void HostSide::close_guest_fds() noexcept {
  for (const auto& [alias, fds] : tap_fds_)
    for (int fd : fds) ::close(fd);
  tap_fds_.clear();
  vsock_.reset();
}

std::vector<OwnerChange> HostSide::owners_to_change(const model::Domain& live,
                                                    const Settings& settings) const {
  std::vector<OwnerChange> owners;
  if (!settings.dynamic_ownership) return owners;
  const Credentials& wanted = *settings.credentials;
  for (const model::Disk& disk : live.disks) {
    if (!is_local(disk.source)) continue;
    if (disk.readonly || disk.device == model::Disk::Device::cdrom || disk.shareable)
      add_reader(owners, disk.source.path, wanted);
    else
      add_owner(owners, disk.source.path, wanted);
    for (const auto* below = &disk.backing; !below->empty(); below = &below->front().backing)
      if (is_local(below->front().source)) add_reader(owners, below->front().source.path, wanted);
  }
  for (const std::string* path : {&live.os.kernel, &live.os.initrd, &live.os.dtb})
    add_reader(owners, *path, wanted);
  for_each_source(live, [&](const CharSource& source) {
    using Type = CharSource::Type;
    if (source.type == Type::dev || source.type == Type::pipe || source.type == Type::file)
      add_owner(owners, source.path, wanted);
  });
  return owners;
}

void HostSide::change_owners(const std::vector<OwnerChange>& owners, const Settings& settings) {
  for (const OwnerChange& owner : owners)
    if (::chown(owner.path.c_str(), settings.credentials->uid, settings.credentials->gid) != 0)
      throw system_error(errno, VIR_FROM_SECURITY,
                         fmt::format("unable to set user and group on '{}'", owner.path));
}

void HostSide::restore_owners(const std::vector<OwnerChange>& owners) noexcept {
  for (const OwnerChange& owner : owners)
    if (::chown(owner.path.c_str(), owner.uid, owner.gid) != 0)
      continue;  // it is gone or on a read-only disk
}

void HostSide::release(const model::Domain& /*live*/, PortPool& pool) noexcept {
  for (int port : ports_) pool.release(port);
  ports_.clear();
  close_guest_fds();
}

void HostSide::remove_directory(const fs::path& path) noexcept {
  std::error_code ignored;
  fs::remove_all(path, ignored);
}

std::string HostSide::last_words(int log, off_t start) {
  off_t end = ::lseek(log, 0, SEEK_END);
  off_t from = std::max(start, end - static_cast<off_t>(words_limit));
  std::string text(words_limit, '\0');
  ssize_t size = ::pread(log, text.data(), text.size(), from);
  text.resize(static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t stop = std::min(text.find('\n', at), text.size());
    std::string_view line = std::string_view(text).substr(at, stop - at);
    at = stop + 1;
    // Of what QEMU says of itself while all is well, nothing explains its end.
    if (line.empty() || line.starts_with("char device redirected to")) continue;
    if (!out.empty()) out += '\n';
    out += line;
  }
  return out;
}

void release_ports(const model::Domain& live, PortPool& pool) noexcept {
  for (const model::Graphics& graphics : live.graphics)
    if (is_vnc_port(graphics)) {
      pool.release(graphics.port);
      pool.release(graphics.websocket);
    }
}

void take_terminals(model::Domain& live, const std::vector<qmp::CharDevice>& devices) {
  for (model::Serial& serial : live.serials) take_terminal(serial, devices);
  for (model::Parallel& parallel : live.parallels) take_terminal(parallel, devices);
  for (model::Channel& channel : live.channels) take_terminal(channel, devices);
  for (model::Console& console : live.consoles) {
    if (console.target == model::Console::Target::serial && !live.serials.empty() &&
        console.info.alias == live.serials.front().info.alias)
      console.source = live.serials.front().source;
    else
      take_terminal(console, devices);
  }
}

}  // namespace vireo::qemu
