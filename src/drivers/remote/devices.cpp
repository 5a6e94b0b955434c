// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/remote/devices.hpp"

namespace vireo::remote {

using driver::Devices;

Task<void> RemoteDevices::set_max_memory(driver::DomainRef domain, std::uint64_t kib) {
  return call<&Devices::set_max_memory>(std::move(domain), kib);
}
Task<void> RemoteDevices::set_memory(driver::DomainRef domain, std::uint64_t kib) {
  return call<&Devices::set_memory>(std::move(domain), kib);
}
Task<void> RemoteDevices::set_memory_flags(driver::DomainRef domain, std::uint64_t kib, std::uint32_t flags) {
  return call<&Devices::set_memory_flags>(std::move(domain), kib, flags);
}
Task<void> RemoteDevices::set_vcpus(driver::DomainRef domain, std::uint32_t count) {
  return call<&Devices::set_vcpus>(std::move(domain), count);
}
Task<void> RemoteDevices::set_vcpus_flags(driver::DomainRef domain, std::uint32_t count,
                                          std::uint32_t flags) {
  return call<&Devices::set_vcpus_flags>(std::move(domain), count, flags);
}
Task<void> RemoteDevices::set_metadata(driver::DomainRef domain, std::int32_t type,
                                       std::optional<std::string> metadata, std::optional<std::string> key,
                                       std::optional<std::string> uri, std::uint32_t flags) {
  return call<&Devices::set_metadata>(std::move(domain), type, std::move(metadata), std::move(key),
                                      std::move(uri), flags);
}

}  // namespace vireo::remote
