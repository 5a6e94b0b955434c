// SPDX-License-Identifier: LGPL-2.1-or-later
#include "drivers/remote/methods.hpp"
#include "rpc/rows_interfaces.hpp"

namespace vireo::remote {

void add_interfaces_methods(RemoteMethods& table) { add_methods(table, rpc::interfaces_rows); }

}  // namespace vireo::remote
