// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/qemu/host_side.hpp"

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
  for (model::Graphics& graphics : live.graphics) {
    if (!is_vnc_port(graphics)) continue;
    if (graphics.listens.empty()) graphics.listens.emplace_back();
    model::Listen& listen = graphics.listens.front();
    if (listen.address.empty()) {
      listen.address = settings.vnc_listen;
      listen.from_config = true;
    }
    if (graphics.autoport || graphics.port <= 0) {
      graphics.port = pool.acquire();
      ports_.push_back(graphics.port);
    } else {
      pool.claim(graphics.port);
      ports_.push_back(graphics.port);
    }
  }
}

void HostSide::make_directory(const fs::path& path, const std::optional<Credentials>& owner) {
  remove_directory(path);  // of an id that a crashed daemon had given out
  make_directories(path, 0750);
  if (owner && ::lchown(path.c_str(), owner->uid, owner->gid) != 0)
    throw system_error(errno, VIR_FROM_QEMU, fmt::format("cannot change the owner of '{}'", path.string()));
}

void HostSide::make_taps(model::Domain& live) {
  for (model::Interface& interface : live.interfaces) {
    if (interface.type == model::Interface::Type::network)
      throw error(VIR_ERR_NO_NETWORK, VIR_FROM_NETWORK, "no network with matching name '{}'",
                  interface.network);
    if (interface.type != model::Interface::Type::bridge &&
        interface.type != model::Interface::Type::ethernet)
      continue;
    bool bridged = interface.type == model::Interface::Type::bridge;
    if (bridged && !link_exists(interface.bridge))
      throw system_error(ENODEV, VIR_FROM_NONE,
                         fmt::format("Cannot get interface MTU on '{}'", interface.bridge));
    std::string name = interface.target_device.empty() ? "vnet%d" : interface.target_device;
    Tap tap = open_tap(std::move(name), interface.mac.bytes, interface.is_virtio());
    tap_fds_[interface.info.alias].push_back(tap.fd);
    interface.target_device = tap.name;
    if (bridged) add_to_bridge(interface.bridge, tap.name);
    set_link_up(tap.name);
  }
}

void HostSide::close_tap_fds() noexcept {
  for (const auto& [alias, fds] : tap_fds_)
    for (int fd : fds) ::close(fd);
  tap_fds_.clear();
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
  for (const model::Serial& serial : live.serials)
    if (serial.source.type == CharSource::Type::dev || serial.source.type == CharSource::Type::pipe)
      add_owner(owners, serial.source.path, wanted);
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
  close_tap_fds();
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
    if (is_vnc_port(graphics)) pool.release(graphics.port);
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
