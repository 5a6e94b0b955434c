// SPDX-License-Identifier: LGPL-2.1-or-later
// All tables of rows, for those who go through every procedure there is.
#pragma once

#include "rpc/rows_agent.hpp"
#include "rpc/rows_blocks.hpp"
#include "rpc/rows_checkpoints.hpp"
#include "rpc/rows_console.hpp"
#include "rpc/rows_devices.hpp"
#include "rpc/rows_domains.hpp"
#include "rpc/rows_filter_bindings.hpp"
#include "rpc/rows_filters.hpp"
#include "rpc/rows_guest.hpp"
#include "rpc/rows_host.hpp"
#include "rpc/rows_hotplug.hpp"
#include "rpc/rows_interfaces.hpp"
#include "rpc/rows_jobs.hpp"
#include "rpc/rows_lifecycle.hpp"
#include "rpc/rows_migration.hpp"
#include "rpc/rows_network_ports.hpp"
#include "rpc/rows_networks.hpp"
#include "rpc/rows_node.hpp"
#include "rpc/rows_node_devices.hpp"
#include "rpc/rows_pools.hpp"
#include "rpc/rows_saving.hpp"
#include "rpc/rows_secrets.hpp"
#include "rpc/rows_session.hpp"
#include "rpc/rows_snapshots.hpp"
#include "rpc/rows_statistics.hpp"
#include "rpc/rows_tuning.hpp"
#include "rpc/rows_volumes.hpp"

namespace vireo::rpc {

/// Calls `f` with each row whose method is a driver's.
template <class F>
constexpr void each_driver_row(F f) {
  agent_rows.each(f);
  blocks_rows.each(f);
  checkpoints_rows.each(f);
  console_rows.each(f);
  devices_rows.each(f);
  domains_rows.each(f);
  filter_bindings_rows.each(f);
  filters_rows.each(f);
  guest_rows.each(f);
  host_rows.each(f);
  hotplug_rows.each(f);
  interfaces_rows.each(f);
  jobs_rows.each(f);
  lifecycle_rows.each(f);
  migration_rows.each(f);
  network_ports_rows.each(f);
  networks_rows.each(f);
  node_rows.each(f);
  node_devices_rows.each(f);
  pools_rows.each(f);
  saving_rows.each(f);
  secrets_rows.each(f);
  snapshots_rows.each(f);
  statistics_rows.each(f);
  tuning_rows.each(f);
  volumes_rows.each(f);
}

}  // namespace vireo::rpc
