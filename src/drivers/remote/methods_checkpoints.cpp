// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/remote/methods.hpp"
#include "rpc/rows_checkpoints.hpp"

namespace vireo::remote {

void add_checkpoints_methods(RemoteMethods& table) { add_methods(table, rpc::checkpoints_rows); }

}  // namespace vireo::remote
