// SPDX-License-Identifier: LGPL-2.1-or-later
// Capability Agent: what only the agent inside the guest can do.
#pragma once

#include "driver/capability.hpp"
#include "driver/objects.hpp"

namespace vireo::driver {

struct GuestTime {
  std::int64_t seconds = 0;
  std::uint32_t nseconds = 0;
};
struct FileSystemInfo {
  std::string mountpoint;
  std::string name;
  std::string type;
  List<std::string, 256> devices;  ///< aliases or targets of disks
};

class Agent : public Capability {
 public:
  using Capability::Capability;
  virtual Task<void> fstrim(DomainRef domain, std::optional<std::string> mount_point, std::uint64_t minimum,
                            std::uint32_t flags) {
    return other<&Agent::fstrim>(domain, mount_point, minimum, flags);
  }
  virtual Task<std::int32_t> fsfreeze(DomainRef domain, List<std::string, 256> mountpoints,
                                      std::uint32_t flags) {
    return other<&Agent::fsfreeze>(domain, mountpoints, flags);
  }
  virtual Task<std::int32_t> fsthaw(DomainRef domain, List<std::string, 256> mountpoints,
                                    std::uint32_t flags) {
    return other<&Agent::fsthaw>(domain, mountpoints, flags);
  }
  virtual Task<GuestTime> time(DomainRef domain, std::uint32_t flags) {
    return other<&Agent::time>(domain, flags);
  }
  virtual Task<void> set_time(DomainRef domain, std::int64_t seconds, std::uint32_t nseconds,
                              std::uint32_t flags) {
    return other<&Agent::set_time>(domain, seconds, nseconds, flags);
  }
  virtual Task<Listing<FileSystemInfo, 256>> fsinfo(DomainRef domain, std::uint32_t flags) {
    return other<&Agent::fsinfo>(domain, flags);
  }
  virtual Task<void> set_user_password(DomainRef domain, std::optional<std::string> user,
                                       std::optional<std::string> password, std::uint32_t flags) {
    return other<&Agent::set_user_password>(domain, user, password, flags);
  }
  virtual Task<List<TypedParam, 64>> guest_vcpus(DomainRef domain, std::uint32_t flags) {
    return other<&Agent::guest_vcpus>(domain, flags);
  }
  virtual Task<void> set_guest_vcpus(DomainRef domain, std::string cpumap, std::int32_t state,
                                     std::uint32_t flags) {
    return other<&Agent::set_guest_vcpus>(domain, cpumap, state, flags);
  }
  virtual Task<List<TypedParam, 2048>> guest_info(DomainRef domain, std::uint32_t types,
                                                  std::uint32_t flags) {
    return other<&Agent::guest_info>(domain, types, flags);
  }
  virtual Task<std::int32_t> agent_set_response_timeout(DomainRef domain, std::int32_t timeout,
                                                        std::uint32_t flags) {
    return other<&Agent::agent_set_response_timeout>(domain, timeout, flags);
  }
  virtual Task<List<std::string, 2048>> authorized_ssh_keys_get(DomainRef domain, std::string user,
                                                                std::uint32_t flags) {
    return other<&Agent::authorized_ssh_keys_get>(domain, user, flags);
  }
  virtual Task<void> authorized_ssh_keys_set(DomainRef domain, std::string user, List<std::string, 2048> keys,
                                             std::uint32_t flags) {
    return other<&Agent::authorized_ssh_keys_set>(domain, user, keys, flags);
  }
};

}  // namespace vireo::driver
