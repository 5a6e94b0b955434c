// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/remote/methods.hpp"
#include "rpc/rows_blocks.hpp"

namespace vireo::remote {

void add_blocks_methods(RemoteMethods& table) { add_methods(table, rpc::blocks_rows); }

}  // namespace vireo::remote
