// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/remote/methods.hpp"
#include "rpc/rows_node.hpp"

namespace vireo::remote {

void add_node_methods(RemoteMethods& table) { add_methods(table, rpc::node_rows); }

}  // namespace vireo::remote
