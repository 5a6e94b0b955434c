// SPDX-License-Identifier: LGPL-2.1-or-later
// Tuning of the test driver: numbers in the definitions, or beside them where the model has no place.
#pragma once

#include "driver/tuning.hpp"
#include "drivers/test/params.hpp"

namespace vireo::test_driver {

class Tuning final : public driver::Tuning {
 public:
  using DomainRef = driver::DomainRef;
  template <std::uint32_t Max>
  using ParamList = driver::List<driver::TypedParam, Max>;
  using CpuMap = driver::Opaque<2048>;
  using CpuMaps = driver::Counted<driver::Opaque<8388608>>;

  explicit Tuning(Hypervisor& hypervisor) : hypervisor_(hypervisor) {}

  Task<driver::SchedulerType> scheduler_type(DomainRef ref) override;
  Task<ParamList<16>> scheduler_parameters(DomainRef ref, std::int32_t room) override;
  Task<ParamList<16>> scheduler_parameters_flags(DomainRef ref, std::int32_t room,
                                                 std::uint32_t flags) override;
  Task<void> set_scheduler_parameters(DomainRef ref, ParamList<16> params) override;
  Task<void> set_scheduler_parameters_flags(DomainRef ref, ParamList<16> params,
                                            std::uint32_t flags) override;
  Task<driver::Counted<ParamList<16>>> memory_parameters(DomainRef ref, std::int32_t room,
                                                         std::uint32_t flags) override;
  Task<void> set_memory_parameters(DomainRef ref, ParamList<16> params, std::uint32_t flags) override;
  Task<driver::Counted<ParamList<16>>> blkio_parameters(DomainRef ref, std::int32_t room,
                                                        std::uint32_t flags) override;
  Task<void> set_blkio_parameters(DomainRef ref, ParamList<16> params, std::uint32_t flags) override;
  Task<driver::Counted<ParamList<32>>> block_io_tune(DomainRef ref, std::optional<std::string> disk,
                                                     std::int32_t room, std::uint32_t flags) override;
  Task<void> set_block_io_tune(DomainRef ref, std::string disk, ParamList<32> params,
                               std::uint32_t flags) override;
  Task<driver::Counted<ParamList<16>>> numa_parameters(DomainRef ref, std::int32_t room,
                                                       std::uint32_t flags) override;
  Task<void> set_numa_parameters(DomainRef ref, ParamList<16> params, std::uint32_t flags) override;
  Task<driver::Counted<ParamList<16>>> interface_parameters(DomainRef ref, std::string device,
                                                            std::int32_t room, std::uint32_t flags) override;
  Task<void> set_interface_parameters(DomainRef ref, std::string device, ParamList<16> params,
                                      std::uint32_t flags) override;
  Task<ParamList<64>> perf_events(DomainRef ref, std::uint32_t flags) override;
  Task<void> set_perf_events(DomainRef ref, ParamList<64> params, std::uint32_t flags) override;

  Task<void> pin_vcpu(DomainRef ref, std::uint32_t vcpu, CpuMap map) override;
  Task<void> pin_vcpu_flags(DomainRef ref, std::uint32_t vcpu, CpuMap map, std::uint32_t flags) override;
  Task<CpuMaps> vcpu_pin_info(DomainRef ref, std::int32_t maps, std::int32_t length,
                              std::uint32_t flags) override;
  Task<void> pin_emulator(DomainRef ref, CpuMap map, std::uint32_t flags) override;
  Task<CpuMaps> emulator_pin_info(DomainRef ref, std::int32_t length, std::uint32_t flags) override;
  Task<driver::Listing<driver::IoThreadInfo>> iothread_info(DomainRef ref, std::uint32_t flags) override;
  Task<void> pin_iothread(DomainRef ref, std::uint32_t id, CpuMap map, std::uint32_t flags) override;
  Task<void> add_iothread(DomainRef ref, std::uint32_t id, std::uint32_t flags) override;
  Task<void> del_iothread(DomainRef ref, std::uint32_t id, std::uint32_t flags) override;
  Task<void> set_iothread_params(DomainRef ref, std::uint32_t id, ParamList<64> params,
                                 std::uint32_t flags) override;
  Task<void> set_memory_stats_period(DomainRef ref, std::int32_t period, std::uint32_t flags) override;
  Task<void> set_lifecycle_action(DomainRef ref, std::uint32_t type, std::uint32_t action,
                                  std::uint32_t flags) override;

 private:
  Hypervisor& hypervisor_;
};

}  // namespace vireo::test_driver
