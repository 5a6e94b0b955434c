// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/remote/methods.hpp"

namespace vireo::remote {

const RemoteMethods& remote_methods() {
  static const RemoteMethods table = [] {
    RemoteMethods made;
    for (const auto add :
         {add_agent_methods,    add_blocks_methods,    add_checkpoints_methods,     add_console_methods,
          add_devices_methods,  add_domains_methods,   add_filter_bindings_methods, add_filters_methods,
          add_guest_methods,    add_host_methods,      add_hotplug_methods,         add_interfaces_methods,
          add_jobs_methods,     add_lifecycle_methods, add_migration_methods,       add_network_ports_methods,
          add_networks_methods, add_node_methods,      add_node_devices_methods,    add_pools_methods,
          add_saving_methods,   add_secrets_methods,   add_snapshots_methods,       add_statistics_methods,
          add_tuning_methods,   add_volumes_methods})
      add(made);
    return made;
  }();
  return table;
}

}  // namespace vireo::remote
