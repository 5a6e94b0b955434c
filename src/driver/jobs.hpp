// SPDX-License-Identifier: LGPL-2.1-or-later
// Capability Jobs: what a domain is busy with.
#pragma once

#include "driver/capability.hpp"
#include "driver/objects.hpp"

namespace vireo::driver {

struct JobInfo {
  std::int32_t type = 0;
  std::uint64_t time_elapsed = 0;
  std::uint64_t time_remaining = 0;
  std::uint64_t data_total = 0;
  std::uint64_t data_processed = 0;
  std::uint64_t data_remaining = 0;
  std::uint64_t mem_total = 0;
  std::uint64_t mem_processed = 0;
  std::uint64_t mem_remaining = 0;
  std::uint64_t file_total = 0;
  std::uint64_t file_processed = 0;
  std::uint64_t file_remaining = 0;
};
struct JobStats {
  std::int32_t type = 0;
  List<TypedParam, 64> params;
};

class Jobs : public Capability {
 public:
  using Capability::Capability;
  virtual Task<JobInfo> job_info(DomainRef domain) { return other<&Jobs::job_info>(domain); }
  virtual Task<void> abort_job(DomainRef domain) { return other<&Jobs::abort_job>(domain); }
  virtual Task<JobStats> job_stats(DomainRef domain, std::uint32_t flags) {
    return other<&Jobs::job_stats>(domain, flags);
  }
  virtual Task<void> abort_job_flags(DomainRef domain, std::uint32_t flags) {
    return other<&Jobs::abort_job_flags>(domain, flags);
  }
};

}  // namespace vireo::driver
