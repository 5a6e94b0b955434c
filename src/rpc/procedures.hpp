// SPDX-License-Identifier: LGPL-2.1-or-later
// The tables by subject; each is made in a .cpp file of its own so that they compile side by side.
#pragma once

#include "rpc/procedure.hpp"

namespace vireo::rpc {

std::span<const Procedure> agent_procedures() noexcept;
std::span<const Procedure> blocks_procedures() noexcept;
std::span<const Procedure> checkpoints_procedures() noexcept;
std::span<const Procedure> console_procedures() noexcept;
std::span<const Procedure> devices_procedures() noexcept;
std::span<const Procedure> domains_procedures() noexcept;
std::span<const Procedure> filter_bindings_procedures() noexcept;
std::span<const Procedure> filters_procedures() noexcept;
std::span<const Procedure> guest_procedures() noexcept;
std::span<const Procedure> host_procedures() noexcept;
std::span<const Procedure> hotplug_procedures() noexcept;
std::span<const Procedure> interfaces_procedures() noexcept;
std::span<const Procedure> jobs_procedures() noexcept;
std::span<const Procedure> lifecycle_procedures() noexcept;
std::span<const Procedure> migration_procedures() noexcept;
std::span<const Procedure> network_ports_procedures() noexcept;
std::span<const Procedure> networks_procedures() noexcept;
std::span<const Procedure> node_procedures() noexcept;
std::span<const Procedure> node_devices_procedures() noexcept;
std::span<const Procedure> pools_procedures() noexcept;
std::span<const Procedure> saving_procedures() noexcept;
std::span<const Procedure> secrets_procedures() noexcept;
std::span<const Procedure> session_procedures() noexcept;
std::span<const Procedure> snapshots_procedures() noexcept;
std::span<const Procedure> statistics_procedures() noexcept;
std::span<const Procedure> tuning_procedures() noexcept;
std::span<const Procedure> volumes_procedures() noexcept;

}  // namespace vireo::rpc
