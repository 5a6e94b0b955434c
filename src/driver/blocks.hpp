// SPDX-License-Identifier: LGPL-2.1-or-later
// Capability Blocks: long-running changes of a domain's disks.
#pragma once

#include "driver/capability.hpp"
#include "driver/objects.hpp"

namespace vireo::driver {

struct BlockJob {
  std::int32_t found = 0;
  std::int32_t type = 0;
  std::uint64_t bandwidth = 0;
  std::uint64_t current = 0;
  std::uint64_t end = 0;
};

class Blocks : public Capability {
 public:
  using Capability::Capability;
  virtual Task<void> block_job_abort(DomainRef domain, std::string path, std::uint32_t flags) {
    return other<&Blocks::block_job_abort>(domain, path, flags);
  }
  virtual Task<BlockJob> block_job_info(DomainRef domain, std::string path, std::uint32_t flags) {
    return other<&Blocks::block_job_info>(domain, path, flags);
  }
  virtual Task<void> block_job_set_speed(DomainRef domain, std::string path, std::uint64_t bandwidth,
                                         std::uint32_t flags) {
    return other<&Blocks::block_job_set_speed>(domain, path, bandwidth, flags);
  }
  virtual Task<void> block_pull(DomainRef domain, std::string path, std::uint64_t bandwidth,
                                std::uint32_t flags) {
    return other<&Blocks::block_pull>(domain, path, bandwidth, flags);
  }
  virtual Task<void> block_resize(DomainRef domain, std::string disk, std::uint64_t size,
                                  std::uint32_t flags) {
    return other<&Blocks::block_resize>(domain, disk, size, flags);
  }
  virtual Task<void> block_rebase(DomainRef domain, std::string path, std::optional<std::string> base,
                                  std::uint64_t bandwidth, std::uint32_t flags) {
    return other<&Blocks::block_rebase>(domain, path, base, bandwidth, flags);
  }
  virtual Task<void> block_commit(DomainRef domain, std::string disk, std::optional<std::string> base,
                                  std::optional<std::string> top, std::uint64_t bandwidth,
                                  std::uint32_t flags) {
    return other<&Blocks::block_commit>(domain, disk, base, top, bandwidth, flags);
  }
  virtual Task<void> block_copy(DomainRef domain, std::string path, std::string destxml,
                                List<TypedParam, 16> params, std::uint32_t flags) {
    return other<&Blocks::block_copy>(domain, path, destxml, params, flags);
  }
};

}  // namespace vireo::driver
