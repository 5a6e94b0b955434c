// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/remote/methods.hpp"
#include "rpc/rows_network_ports.hpp"

namespace vireo::remote {

void add_network_ports_methods(RemoteMethods& table) { add_methods(table, rpc::network_ports_rows); }

}  // namespace vireo::remote
