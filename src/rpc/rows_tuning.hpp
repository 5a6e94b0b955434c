// SPDX-License-Identifier: LGPL-2.1-or-later
// Rows: how much of the host a domain may have.
#pragma once

#include <libvirt/libvirt.h>

#include "driver/tuning.hpp"
#include "rpc/row.hpp"

namespace vireo::rpc {

using driver::Tuning;

// clang-format off
inline constexpr Rows tuning_rows{
    Row<&Tuning::pin_vcpu>{26, "DOMAIN_PIN_VCPU", "virDomainPinVcpu", Access::write, "domain:write"},
    Row<&Tuning::scheduler_type>{56, "DOMAIN_GET_SCHEDULER_TYPE", "virDomainGetSchedulerType", Access::read, "domain:read"},
    Row<&Tuning::scheduler_parameters>{57, "DOMAIN_GET_SCHEDULER_PARAMETERS", "virDomainGetSchedulerParameters", Access::read, "domain:read"},
    Row<&Tuning::set_scheduler_parameters>{58, "DOMAIN_SET_SCHEDULER_PARAMETERS", "virDomainSetSchedulerParameters", Access::write, "domain:read"},
    Row<&Tuning::set_memory_parameters>{197, "DOMAIN_SET_MEMORY_PARAMETERS", "virDomainSetMemoryParameters", Access::write, {"domain:write", {"domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE", VIR_DOMAIN_AFFECT_CONFIG | VIR_DOMAIN_AFFECT_LIVE, true}, {"domain:save:VIR_DOMAIN_AFFECT_CONFIG", VIR_DOMAIN_AFFECT_CONFIG}}},
    Row<&Tuning::memory_parameters>{198, "DOMAIN_GET_MEMORY_PARAMETERS", "virDomainGetMemoryParameters", Access::read, "domain:read"},
    Row<&Tuning::set_blkio_parameters>{205, "DOMAIN_SET_BLKIO_PARAMETERS", "virDomainSetBlkioParameters", Access::write, {"domain:write", {"domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE", VIR_DOMAIN_AFFECT_CONFIG | VIR_DOMAIN_AFFECT_LIVE, true}, {"domain:save:VIR_DOMAIN_AFFECT_CONFIG", VIR_DOMAIN_AFFECT_CONFIG}}},
    Row<&Tuning::blkio_parameters>{206, "DOMAIN_GET_BLKIO_PARAMETERS", "virDomainGetBlkioParameters", Access::read, "domain:read"},
    Row<&Tuning::set_scheduler_parameters_flags>{219, "DOMAIN_SET_SCHEDULER_PARAMETERS_FLAGS", "virDomainSetSchedulerParametersFlags", Access::write, {"domain:write", {"domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE", VIR_DOMAIN_AFFECT_CONFIG | VIR_DOMAIN_AFFECT_LIVE, true}, {"domain:save:VIR_DOMAIN_AFFECT_CONFIG", VIR_DOMAIN_AFFECT_CONFIG}}},
    Row<&Tuning::scheduler_parameters_flags>{223, "DOMAIN_GET_SCHEDULER_PARAMETERS_FLAGS", "virDomainGetSchedulerParametersFlags", Access::read, "domain:read"},
    Row<&Tuning::pin_vcpu_flags>{225, "DOMAIN_PIN_VCPU_FLAGS", "virDomainPinVcpuFlags", Access::write, {"domain:write", {"domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE", VIR_DOMAIN_AFFECT_CONFIG | VIR_DOMAIN_AFFECT_LIVE, true}, {"domain:save:VIR_DOMAIN_AFFECT_CONFIG", VIR_DOMAIN_AFFECT_CONFIG}}},
    Row<&Tuning::vcpu_pin_info>{230, "DOMAIN_GET_VCPU_PIN_INFO", "virDomainGetVcpuPinInfo", Access::read, "domain:read"},
    Row<&Tuning::set_block_io_tune>{252, "DOMAIN_SET_BLOCK_IO_TUNE", "virDomainSetBlockIoTune", Access::write, {"domain:write", {"domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE", VIR_DOMAIN_AFFECT_CONFIG | VIR_DOMAIN_AFFECT_LIVE, true}, {"domain:save:VIR_DOMAIN_AFFECT_CONFIG", VIR_DOMAIN_AFFECT_CONFIG}}},
    Row<&Tuning::block_io_tune>{253, "DOMAIN_GET_BLOCK_IO_TUNE", "virDomainGetBlockIoTune", Access::read, "domain:read"},
    Row<&Tuning::set_numa_parameters>{254, "DOMAIN_SET_NUMA_PARAMETERS", "virDomainSetNumaParameters", Access::write, {"domain:write", {"domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE", VIR_DOMAIN_AFFECT_CONFIG | VIR_DOMAIN_AFFECT_LIVE, true}, {"domain:save:VIR_DOMAIN_AFFECT_CONFIG", VIR_DOMAIN_AFFECT_CONFIG}}},
    Row<&Tuning::numa_parameters>{255, "DOMAIN_GET_NUMA_PARAMETERS", "virDomainGetNumaParameters", Access::read, "domain:read"},
    Row<&Tuning::set_interface_parameters>{256, "DOMAIN_SET_INTERFACE_PARAMETERS", "virDomainSetInterfaceParameters", Access::write, {"domain:write", {"domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE", VIR_DOMAIN_AFFECT_CONFIG | VIR_DOMAIN_AFFECT_LIVE, true}, {"domain:save:VIR_DOMAIN_AFFECT_CONFIG", VIR_DOMAIN_AFFECT_CONFIG}}},
    Row<&Tuning::interface_parameters>{257, "DOMAIN_GET_INTERFACE_PARAMETERS", "virDomainGetInterfaceParameters", Access::read, "domain:read"},
    Row<&Tuning::pin_emulator>{279, "DOMAIN_PIN_EMULATOR", "virDomainPinEmulator", Access::write, {"domain:write", {"domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE", VIR_DOMAIN_AFFECT_CONFIG | VIR_DOMAIN_AFFECT_LIVE, true}, {"domain:save:VIR_DOMAIN_AFFECT_CONFIG", VIR_DOMAIN_AFFECT_CONFIG}}},
    Row<&Tuning::emulator_pin_info>{280, "DOMAIN_GET_EMULATOR_PIN_INFO", "virDomainGetEmulatorPinInfo", Access::read, "domain:read"},
    Row<&Tuning::set_memory_stats_period>{308, "DOMAIN_SET_MEMORY_STATS_PERIOD", "virDomainSetMemoryStatsPeriod", Access::write, {"domain:write", {"domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE", VIR_DOMAIN_AFFECT_CONFIG | VIR_DOMAIN_AFFECT_LIVE, true}, {"domain:save:VIR_DOMAIN_AFFECT_CONFIG", VIR_DOMAIN_AFFECT_CONFIG}}},
    Row<&Tuning::iothread_info>{351, "DOMAIN_GET_IOTHREAD_INFO", "virDomainGetIOThreadInfo", Access::read, "domain:read"},
    Row<&Tuning::pin_iothread>{352, "DOMAIN_PIN_IOTHREAD", "virDomainPinIOThread", Access::write, {"domain:write", {"domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE", VIR_DOMAIN_AFFECT_CONFIG | VIR_DOMAIN_AFFECT_LIVE, true}, {"domain:save:VIR_DOMAIN_AFFECT_CONFIG", VIR_DOMAIN_AFFECT_CONFIG}}},
    Row<&Tuning::add_iothread>{355, "DOMAIN_ADD_IOTHREAD", "virDomainAddIOThread", Access::write, {"domain:write", {"domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE", VIR_DOMAIN_AFFECT_CONFIG | VIR_DOMAIN_AFFECT_LIVE, true}, {"domain:save:VIR_DOMAIN_AFFECT_CONFIG", VIR_DOMAIN_AFFECT_CONFIG}}},
    Row<&Tuning::del_iothread>{356, "DOMAIN_DEL_IOTHREAD", "virDomainDelIOThread", Access::write, {"domain:write", {"domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE", VIR_DOMAIN_AFFECT_CONFIG | VIR_DOMAIN_AFFECT_LIVE, true}, {"domain:save:VIR_DOMAIN_AFFECT_CONFIG", VIR_DOMAIN_AFFECT_CONFIG}}},
    Row<&Tuning::perf_events>{365, "DOMAIN_GET_PERF_EVENTS", "virDomainGetPerfEvents", Access::read, "domain:read"},
    Row<&Tuning::set_perf_events>{366, "DOMAIN_SET_PERF_EVENTS", "virDomainSetPerfEvents", Access::write, "domain:write"},
    Row<&Tuning::set_vcpu>{384, "DOMAIN_SET_VCPU", "virDomainSetVcpu", Access::write, {"domain:write", {"domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE", VIR_DOMAIN_AFFECT_CONFIG | VIR_DOMAIN_AFFECT_LIVE, true}, {"domain:save:VIR_DOMAIN_AFFECT_CONFIG", VIR_DOMAIN_AFFECT_CONFIG}}},
    Row<&Tuning::set_block_threshold>{386, "DOMAIN_SET_BLOCK_THRESHOLD", "virDomainSetBlockThreshold", Access::write, "domain:write"},
    Row<&Tuning::set_lifecycle_action>{390, "DOMAIN_SET_LIFECYCLE_ACTION", "virDomainSetLifecycleAction", Access::write, "domain:write"},
    Row<&Tuning::set_iothread_params>{402, "DOMAIN_SET_IOTHREAD_PARAMS", "virDomainSetIOThreadParams", Access::write, {"domain:write", {"domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE", VIR_DOMAIN_AFFECT_CONFIG | VIR_DOMAIN_AFFECT_LIVE, true}, {"domain:save:VIR_DOMAIN_AFFECT_CONFIG", VIR_DOMAIN_AFFECT_CONFIG}}}
};
// clang-format on

template <>
struct RowsOf<driver::Tuning> {
  static constexpr const auto& rows = tuning_rows;
};

}  // namespace vireo::rpc
