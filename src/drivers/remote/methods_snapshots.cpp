// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/remote/methods.hpp"
#include "rpc/rows_snapshots.hpp"

namespace vireo::remote {

void add_snapshots_methods(RemoteMethods& table) { add_methods(table, rpc::snapshots_rows); }

}  // namespace vireo::remote
