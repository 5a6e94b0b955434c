// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/remote/methods.hpp"
#include "rpc/rows_node_devices.hpp"

namespace vireo::remote {

void add_node_devices_methods(RemoteMethods& table) { add_methods(table, rpc::node_devices_rows); }

}  // namespace vireo::remote
