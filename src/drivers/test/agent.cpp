// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/test/agent.hpp"

#include <array>

namespace vireo::test_driver {

namespace {

constexpr std::array mountpoints = {"/", "/boot"};

void check_mountpoint(const std::string& path) {
  if (std::find(mountpoints.begin(), mountpoints.end(), path) == mountpoints.end())
    throw error(VIR_ERR_OPERATION_INVALID, VIR_FROM_TEST, "mount point not found: {}", path);
}

/// Those named, or all.
std::vector<std::string> wanted(const Agent::Mountpoints& named) {
  for (const auto& path : named) check_mountpoint(path);
  if (named.empty()) return {mountpoints.begin(), mountpoints.end()};
  return named;
}

}  // namespace

Task<void> Agent::fstrim(DomainRef ref, std::optional<std::string> mountpoint, std::uint64_t,
                         std::uint32_t flags) {
  check_flags(flags, 0, "testDomainFSTrim");
  running(hypervisor_, ref);
  if (mountpoint) check_mountpoint(*mountpoint);
  co_return;
}

Task<std::int32_t> Agent::fsfreeze(DomainRef ref, Mountpoints named, std::uint32_t flags) {
  check_flags(flags, 0, "testDomainFSFreeze");
  auto& frozen = running(hypervisor_, ref).guest.frozen;
  std::int32_t changed = 0;
  for (const auto& path : wanted(named)) changed += frozen.insert(path).second;
  co_return changed;
}

Task<std::int32_t> Agent::fsthaw(DomainRef ref, Mountpoints named, std::uint32_t flags) {
  check_flags(flags, 0, "testDomainFSThaw");
  auto& frozen = running(hypervisor_, ref).guest.frozen;
  std::int32_t changed = 0;
  for (const auto& path : wanted(named)) changed += static_cast<std::int32_t>(frozen.erase(path));
  co_return changed;
}

Task<driver::Listing<driver::FileSystemInfo, 256>> Agent::fsinfo(DomainRef ref, std::uint32_t flags) {
  check_flags(flags, 0, "testDomainGetFSInfo");
  const auto& disks = running(hypervisor_, ref).live->disks;
  driver::Listing<driver::FileSystemInfo, 256> found;
  const auto disk = std::find_if(disks.begin(), disks.end(),
                                 [](const auto& d) { return d.device == model::Disk::Device::disk; });
  int partition = 1;
  if (disk != disks.end())
    for (const char* path : mountpoints) {
      driver::FileSystemInfo info;
      info.mountpoint = path;
      info.name = disk->target + std::to_string(partition++);
      info.type = "ext4";
      info.devices.push_back(disk->target);
      found.items.push_back(std::move(info));
    }
  found.count = static_cast<std::uint32_t>(found.items.size());
  co_return found;
}

Task<driver::GuestTime> Agent::time(DomainRef ref, std::uint32_t flags) {
  check_flags(flags, 0, "testDomainGetTime");
  const Domain& domain = hypervisor_.find(ref);
  // The one function of this driver whose own error this is.
  if (!domain.active()) throw Error(VIR_ERR_OPERATION_INVALID, VIR_FROM_TEST, "domain is not running");
  co_return domain.guest.time;
}

Task<void> Agent::set_time(DomainRef ref, std::int64_t seconds, std::uint32_t nanoseconds,
                           std::uint32_t flags) {
  check_flags(flags, VIR_DOMAIN_TIME_SYNC, "testDomainSetTime");
  running(hypervisor_, ref).guest.time = {seconds, nanoseconds};
  co_return;
}

Task<void> Agent::set_user_password(DomainRef ref, std::optional<std::string>, std::optional<std::string>,
                                    std::uint32_t flags) {
  check_flags(flags, VIR_DOMAIN_PASSWORD_ENCRYPTED, "testDomainSetUserPassword");
  running(hypervisor_, ref);
  co_return;
}

}  // namespace vireo::test_driver
