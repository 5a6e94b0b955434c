// SPDX-License-Identifier: LGPL-2.1-or-later
// Capability Tuning: how much of the host a domain may have.
#pragma once

#include "driver/capability.hpp"
#include "driver/objects.hpp"

namespace vireo::driver {

struct SchedulerType {
  std::string type;
  std::int32_t nparams = 0;
};
struct IoThreadInfo {
  std::uint32_t id = 0;
  Opaque<2048> cpu_map;
};

class Tuning : public Capability {
 public:
  using Capability::Capability;
  virtual Task<void> pin_vcpu(DomainRef domain, std::uint32_t vcpu, Opaque<2048> cpumap) {
    return other<&Tuning::pin_vcpu>(domain, vcpu, cpumap);
  }
  virtual Task<SchedulerType> scheduler_type(DomainRef domain) {
    return other<&Tuning::scheduler_type>(domain);
  }
  virtual Task<List<TypedParam, 16>> scheduler_parameters(DomainRef domain, std::int32_t nparams) {
    return other<&Tuning::scheduler_parameters>(domain, nparams);
  }
  virtual Task<void> set_scheduler_parameters(DomainRef domain, List<TypedParam, 16> params) {
    return other<&Tuning::set_scheduler_parameters>(domain, params);
  }
  virtual Task<void> set_memory_parameters(DomainRef domain, List<TypedParam, 16> params,
                                           std::uint32_t flags) {
    return other<&Tuning::set_memory_parameters>(domain, params, flags);
  }
  virtual Task<Counted<List<TypedParam, 16>>> memory_parameters(DomainRef domain, std::int32_t nparams,
                                                                std::uint32_t flags) {
    return other<&Tuning::memory_parameters>(domain, nparams, flags);
  }
  virtual Task<void> set_blkio_parameters(DomainRef domain, List<TypedParam, 16> params,
                                          std::uint32_t flags) {
    return other<&Tuning::set_blkio_parameters>(domain, params, flags);
  }
  virtual Task<Counted<List<TypedParam, 16>>> blkio_parameters(DomainRef domain, std::int32_t nparams,
                                                               std::uint32_t flags) {
    return other<&Tuning::blkio_parameters>(domain, nparams, flags);
  }
  virtual Task<void> set_scheduler_parameters_flags(DomainRef domain, List<TypedParam, 16> params,
                                                    std::uint32_t flags) {
    return other<&Tuning::set_scheduler_parameters_flags>(domain, params, flags);
  }
  virtual Task<List<TypedParam, 16>> scheduler_parameters_flags(DomainRef domain, std::int32_t nparams,
                                                                std::uint32_t flags) {
    return other<&Tuning::scheduler_parameters_flags>(domain, nparams, flags);
  }
  virtual Task<void> pin_vcpu_flags(DomainRef domain, std::uint32_t vcpu, Opaque<2048> cpumap,
                                    std::uint32_t flags) {
    return other<&Tuning::pin_vcpu_flags>(domain, vcpu, cpumap, flags);
  }
  virtual Task<Counted<Opaque<8388608>>> vcpu_pin_info(DomainRef domain, std::int32_t ncpumaps,
                                                       std::int32_t maplen, std::uint32_t flags) {
    return other<&Tuning::vcpu_pin_info>(domain, ncpumaps, maplen, flags);
  }
  virtual Task<void> set_block_io_tune(DomainRef domain, std::string disk, List<TypedParam, 32> params,
                                       std::uint32_t flags) {
    return other<&Tuning::set_block_io_tune>(domain, disk, params, flags);
  }
  virtual Task<Counted<List<TypedParam, 32>>> block_io_tune(DomainRef domain, std::optional<std::string> disk,
                                                            std::int32_t nparams, std::uint32_t flags) {
    return other<&Tuning::block_io_tune>(domain, disk, nparams, flags);
  }
  virtual Task<void> set_numa_parameters(DomainRef domain, List<TypedParam, 16> params, std::uint32_t flags) {
    return other<&Tuning::set_numa_parameters>(domain, params, flags);
  }
  virtual Task<Counted<List<TypedParam, 16>>> numa_parameters(DomainRef domain, std::int32_t nparams,
                                                              std::uint32_t flags) {
    return other<&Tuning::numa_parameters>(domain, nparams, flags);
  }
  virtual Task<void> set_interface_parameters(DomainRef domain, std::string device,
                                              List<TypedParam, 16> params, std::uint32_t flags) {
    return other<&Tuning::set_interface_parameters>(domain, device, params, flags);
  }
  virtual Task<Counted<List<TypedParam, 16>>> interface_parameters(DomainRef domain, std::string device,
                                                                   std::int32_t nparams,
                                                                   std::uint32_t flags) {
    return other<&Tuning::interface_parameters>(domain, device, nparams, flags);
  }
  virtual Task<void> pin_emulator(DomainRef domain, Opaque<2048> cpumap, std::uint32_t flags) {
    return other<&Tuning::pin_emulator>(domain, cpumap, flags);
  }
  virtual Task<Counted<Opaque<8388608>>> emulator_pin_info(DomainRef domain, std::int32_t maplen,
                                                           std::uint32_t flags) {
    return other<&Tuning::emulator_pin_info>(domain, maplen, flags);
  }
  virtual Task<void> set_memory_stats_period(DomainRef domain, std::int32_t period, std::uint32_t flags) {
    return other<&Tuning::set_memory_stats_period>(domain, period, flags);
  }
  virtual Task<Listing<IoThreadInfo>> iothread_info(DomainRef domain, std::uint32_t flags) {
    return other<&Tuning::iothread_info>(domain, flags);
  }
  virtual Task<void> pin_iothread(DomainRef domain, std::uint32_t iothreads_id, Opaque<2048> cpumap,
                                  std::uint32_t flags) {
    return other<&Tuning::pin_iothread>(domain, iothreads_id, cpumap, flags);
  }
  virtual Task<void> add_iothread(DomainRef domain, std::uint32_t iothread_id, std::uint32_t flags) {
    return other<&Tuning::add_iothread>(domain, iothread_id, flags);
  }
  virtual Task<void> del_iothread(DomainRef domain, std::uint32_t iothread_id, std::uint32_t flags) {
    return other<&Tuning::del_iothread>(domain, iothread_id, flags);
  }
  virtual Task<List<TypedParam, 64>> perf_events(DomainRef domain, std::uint32_t flags) {
    return other<&Tuning::perf_events>(domain, flags);
  }
  virtual Task<void> set_perf_events(DomainRef domain, List<TypedParam, 64> params, std::uint32_t flags) {
    return other<&Tuning::set_perf_events>(domain, params, flags);
  }
  virtual Task<void> set_vcpu(DomainRef domain, std::string cpumap, std::int32_t state, std::uint32_t flags) {
    return other<&Tuning::set_vcpu>(domain, cpumap, state, flags);
  }
  virtual Task<void> set_block_threshold(DomainRef domain, std::string device, std::uint64_t threshold,
                                         std::uint32_t flags) {
    return other<&Tuning::set_block_threshold>(domain, device, threshold, flags);
  }
  virtual Task<void> set_lifecycle_action(DomainRef domain, std::uint32_t type, std::uint32_t action,
                                          std::uint32_t flags) {
    return other<&Tuning::set_lifecycle_action>(domain, type, action, flags);
  }
  virtual Task<void> set_iothread_params(DomainRef domain, std::uint32_t iothread_id,
                                         List<TypedParam, 64> params, std::uint32_t flags) {
    return other<&Tuning::set_iothread_params>(domain, iothread_id, params, flags);
  }
};

}  // namespace vireo::driver
