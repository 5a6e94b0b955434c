// SPDX-License-Identifier: LGPL-2.1-or-later
// Capability Statistics: what a domain has used, and what can be seen of it from outside.
#pragma once

#include "driver/capability.hpp"
#include "driver/objects.hpp"

namespace vireo::driver {

struct BlockStats {
  std::int64_t read_requests = 0;
  std::int64_t read_bytes = 0;
  std::int64_t write_requests = 0;
  std::int64_t write_bytes = 0;
  std::int64_t errors = 0;
};
struct InterfaceStats {
  std::int64_t rx_bytes = 0;
  std::int64_t rx_packets = 0;
  std::int64_t rx_errs = 0;
  std::int64_t rx_drop = 0;
  std::int64_t tx_bytes = 0;
  std::int64_t tx_packets = 0;
  std::int64_t tx_errs = 0;
  std::int64_t tx_drop = 0;
};
struct MemoryStat {
  std::int32_t tag = 0;  ///< virDomainMemoryStatTags
  std::uint64_t value = 0;
};
struct BlockInfo {
  std::uint64_t allocation = 0;
  std::uint64_t capacity = 0;
  std::uint64_t physical = 0;
};
struct DiskError {
  std::string disk;
  std::int32_t error = 0;  ///< virDomainDiskErrorCode
};
struct StatsRecord {
  DomainRef domain;
  List<TypedParam, 262144> params;
};
struct InterfaceAddress {
  std::int32_t type = 0;  ///< virIPAddrType
  std::string address;
  std::uint32_t prefix = 0;
};
struct GuestInterface {
  std::string name;
  std::optional<std::string> mac;
  List<InterfaceAddress, 2048> addresses;
};

class Statistics : public Capability {
 public:
  using Capability::Capability;
  virtual Task<BlockStats> block_stats(DomainRef domain, std::string path) {
    return other<&Statistics::block_stats>(domain, path);
  }
  virtual Task<InterfaceStats> interface_stats(DomainRef domain, std::string device) {
    return other<&Statistics::interface_stats>(domain, device);
  }
  virtual Task<Opaque<4194304>> block_peek(DomainRef domain, std::string path, std::uint64_t offset,
                                           std::uint32_t size, std::uint32_t flags) {
    return other<&Statistics::block_peek>(domain, path, offset, size, flags);
  }
  virtual Task<Opaque<4194304>> memory_peek(DomainRef domain, std::uint64_t offset, std::uint32_t size,
                                            std::uint32_t flags) {
    return other<&Statistics::memory_peek>(domain, offset, size, flags);
  }
  virtual Task<List<MemoryStat, 1024>> memory_stats(DomainRef domain, std::uint32_t max_stats,
                                                    std::uint32_t flags) {
    return other<&Statistics::memory_stats>(domain, max_stats, flags);
  }
  virtual Task<BlockInfo> block_info(DomainRef domain, std::string path, std::uint32_t flags) {
    return other<&Statistics::block_info>(domain, path, flags);
  }
  virtual Task<Counted<List<TypedParam, 16>>> block_stats_flags(DomainRef domain, std::string path,
                                                                std::int32_t nparams, std::uint32_t flags) {
    return other<&Statistics::block_stats_flags>(domain, path, nparams, flags);
  }
  virtual Task<Counted<List<TypedParam, 2048>>> cpu_stats(DomainRef domain, std::uint32_t nparams,
                                                          std::int32_t start_cpu, std::uint32_t ncpus,
                                                          std::uint32_t flags) {
    return other<&Statistics::cpu_stats>(domain, nparams, start_cpu, ncpus, flags);
  }
  virtual Task<Counted<List<DiskError, 256>>> disk_errors(DomainRef domain, std::uint32_t maxerrors,
                                                          std::uint32_t flags) {
    return other<&Statistics::disk_errors>(domain, maxerrors, flags);
  }
  virtual Task<Counted<List<SecurityLabel, 64>>> security_label_list(DomainRef domain) {
    return other<&Statistics::security_label_list>(domain);
  }
  virtual Task<List<StatsRecord, 16384>> all_domain_stats(List<DomainRef, 16384> doms, std::uint32_t stats,
                                                          std::uint32_t flags) {
    return other<&Statistics::all_domain_stats>(doms, stats, flags);
  }
  virtual Task<List<GuestInterface, 2048>> interface_addresses(DomainRef domain, std::uint32_t source,
                                                               std::uint32_t flags) {
    return other<&Statistics::interface_addresses>(domain, source, flags);
  }
  virtual Task<List<TypedParam, 64>> launch_security_info(DomainRef domain, std::uint32_t flags) {
    return other<&Statistics::launch_security_info>(domain, flags);
  }
  virtual Task<List<std::string, 2048>> messages(DomainRef domain, std::uint32_t flags) {
    return other<&Statistics::messages>(domain, flags);
  }
  virtual Task<void> start_dirty_rate_calc(DomainRef domain, std::int32_t seconds, std::uint32_t flags) {
    return other<&Statistics::start_dirty_rate_calc>(domain, seconds, flags);
  }
  virtual Task<void> set_launch_security_state(DomainRef domain, List<TypedParam, 64> params,
                                               std::uint32_t flags) {
    return other<&Statistics::set_launch_security_state>(domain, params, flags);
  }
};

}  // namespace vireo::driver
