// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/remote/methods.hpp"
#include "rpc/rows_pools.hpp"

namespace vireo::remote {

void add_pools_methods(RemoteMethods& table) { add_methods(table, rpc::pools_rows); }

}  // namespace vireo::remote
