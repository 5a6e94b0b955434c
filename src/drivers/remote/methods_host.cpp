// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/remote/methods.hpp"
#include "rpc/rows_host.hpp"

namespace vireo::remote {

void add_host_methods(RemoteMethods& table) { add_methods(table, rpc::host_rows); }

}  // namespace vireo::remote
