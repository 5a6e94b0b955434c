// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/remote/methods.hpp"
#include "rpc/rows_networks.hpp"

namespace vireo::remote {

void add_networks_methods(RemoteMethods& table) { add_methods(table, rpc::networks_rows); }

}  // namespace vireo::remote
