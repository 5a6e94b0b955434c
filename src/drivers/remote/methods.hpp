// SPDX-License-Identifier: LGPL-2.1-or-later
// The methods that go to the daemon, by subject; each subject in a .cpp file of its own, so that they compile
// side by side.
#pragma once

#include "driver/stream.hpp"
#include "drivers/remote/stream.hpp"

namespace vireo::remote {

template <auto Method>
void add_method(RemoteMethods& table) {
  if constexpr (driver::opens_stream<typename driver::Signature<decltype(Method)>::Result>)
    table.add<Method, &open_stream<Method>>();
  else
    table.add<Method, &call_row<Method>>();
}

template <auto... Methods>
void add_methods(RemoteMethods& table, const rpc::Rows<Methods...>&) {
  (add_method<Methods>(table), ...);
}

void add_agent_methods(RemoteMethods& table);
void add_blocks_methods(RemoteMethods& table);
void add_checkpoints_methods(RemoteMethods& table);
void add_console_methods(RemoteMethods& table);
void add_devices_methods(RemoteMethods& table);
void add_domains_methods(RemoteMethods& table);
void add_filter_bindings_methods(RemoteMethods& table);
void add_filters_methods(RemoteMethods& table);
void add_guest_methods(RemoteMethods& table);
void add_host_methods(RemoteMethods& table);
void add_hotplug_methods(RemoteMethods& table);
void add_interfaces_methods(RemoteMethods& table);
void add_jobs_methods(RemoteMethods& table);
void add_lifecycle_methods(RemoteMethods& table);
void add_migration_methods(RemoteMethods& table);
void add_network_ports_methods(RemoteMethods& table);
void add_networks_methods(RemoteMethods& table);
void add_node_methods(RemoteMethods& table);
void add_node_devices_methods(RemoteMethods& table);
void add_pools_methods(RemoteMethods& table);
void add_saving_methods(RemoteMethods& table);
void add_secrets_methods(RemoteMethods& table);
void add_snapshots_methods(RemoteMethods& table);
void add_statistics_methods(RemoteMethods& table);
void add_tuning_methods(RemoteMethods& table);
void add_volumes_methods(RemoteMethods& table);

/// All of them.
const RemoteMethods& remote_methods();

}  // namespace vireo::remote
